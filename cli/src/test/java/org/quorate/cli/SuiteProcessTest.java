package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code suite} as a process of its own: what only the operating system sees. */
@Timeout(120)
class SuiteProcessTest {

  private static final String ENDLESS =
      """
      checks:
        - name: endless
          model: paxos
          options: {ballots: 6}
          expect: {verdict: incomplete}
        - name: quick
          quorum: {}
      """;

  @TempDir private Path folder;

  private Path err() {
    return command().err();
  }

  private Path out() {
    return command().out();
  }

  private CommandProcess command() {
    return new CommandProcess(folder);
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("suite"));
    all.addAll(List.of(args));
    return command().start(environment, all.toArray(String[]::new));
  }

  private String write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void failuresAreAnnotatedUnderGitHubActions() throws Exception {
    String file = write("s.yaml", SuiteRun.GOOD.replace("443", "444").replace("small", "'a: b,c'"));
    Process process = start(Map.of("GITHUB_ACTIONS", "true"), "--json", "--no-progress", file);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(err())
        .content(UTF_8)
        .startsWith(
            "::error file=%s,line=5,col=24,title=a%%3A b%%2Cc::%s:5:24: explored: expected 444, found 443%%0Asee  quorate check paxos --ballots 2\n"
                .formatted(file, file));
    assertThat(out()).content(UTF_8).startsWith("{").endsWith("}\n");
  }

  @Test
  void annotatedPathsAreRelativeToTheWorkspace() throws Exception {
    String file = write("s.yaml", SuiteRun.GOOD.replace("443", "444"));
    assertAnnotated(file, folder.toString(), "::error file=s.yaml,line=5,");
    assertAnnotated(file, folder + "/elsewhere", "::error file=%s,line=5,".formatted(file));
  }

  private void assertAnnotated(String file, String workspace, String start) throws Exception {
    Map<String, String> github = Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", workspace);
    assertThat(start(github, "--no-progress", file).waitFor()).isEqualTo(1);
    assertThat(err()).content(UTF_8).startsWith(start);
  }

  @Test
  void badFilesAreAnnotatedUnderGitHubActions() throws Exception {
    String file = write("s.yaml", SuiteRun.GOOD.replace("ballots", "balots"));
    assertThat(start(Map.of("GITHUB_ACTIONS", "true"), file).waitFor()).isEqualTo(2);
    assertThat(err())
        .content(UTF_8)
        .contains("::error file=%s,line=4,col=15,title=bad spec file::".formatted(file))
        .contains("(did you mean 'ballots'?)");
  }

  @Test
  void elsewhereNothingIsAnnotated() throws Exception {
    String file = write("s.yaml", SuiteRun.GOOD.replace("443", "444"));
    assertThat(start(Map.of(), "--no-progress", file).waitFor()).isEqualTo(1);
    assertThat(err()).isEmptyFile();
  }

  @Test
  void interruptIsNeverAPass() throws Exception {
    Process process = start(Map.of(), "-v", write("s.yaml", ENDLESS));
    command().awaitProgress(process, "endless: ");
    CommandProcess.interrupt(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(out())
        .content(UTF_8)
        .contains("incomplete  endless")
        .contains("the search was interrupted")
        .contains("skipped     quick")
        .contains("2 checks: 1 incomplete, 1 skipped; ");
  }

  /** Whenever the process is killed, each file has its old content or its new one. */
  @Test
  void killLeavesNoHalfWrittenFile() throws Exception {
    int files = 40;
    String old = "# " + "x".repeat(1 << 18) + "\n" + SuiteRun.GOOD.replace("443", "1");
    Path suite = Files.createDirectory(folder.resolve("suite"));
    String updated = "";
    int halfway = 0;
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < files; i++) {
        Files.writeString(suite.resolve("s%02d.yaml".formatted(i)), old);
      }
      Process process = start(Map.of(), "--update", suite.toString());
      while (process.isAlive() && count(suite, files, old) <= round * 12) {
        Thread.sleep(1);
      }
      process.destroyForcibly().waitFor();
      for (int i = 0; i < files; i++) {
        String now = Files.readString(suite.resolve("s%02d.yaml".formatted(i)));
        if (!now.equals(old)) {
          updated = updated.isEmpty() ? now : updated;
          assertThat(now.equals(updated)).as("file %d is whole", i).isTrue();
        }
      }
      int changed = count(suite, files, old);
      halfway += changed > 0 && changed < files ? 1 : 0;
    }
    assertThat(updated).endsWith("transitions: 1099, depth: 16}\n").contains("explored: 443");
    assertThat(halfway).as("kills between the first file and the last").isPositive();
  }

  private static int count(Path suite, int files, String old) throws IOException {
    int changed = 0;
    for (int i = 0; i < files; i++) {
      changed += Files.size(suite.resolve("s%02d.yaml".formatted(i))) == old.length() ? 0 : 1;
    }
    return changed;
  }
}
