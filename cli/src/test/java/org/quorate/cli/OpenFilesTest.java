package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a command that its shell has opened: they are written to, and not replaced. */
class OpenFilesTest {

  private static final String CHECK =
      "quorate check paxos --ballots 1 --mutant shared-ballot --quiet --trace-mermaid ";

  @TempDir private Path folder;

  /** What a line of bash writes to stdout, which is a file, and to stderr. */
  private String bash(String line) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    String quorate =
        "quorate() { '%s' -cp '%s' org.quorate.cli.Quorate \"$@\"; }\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"));
    new ProcessBuilder("bash", "-c", quorate + line)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start()
        .waitFor();
    return Files.readString(out);
  }

  @Test
  void aRedirectedFileKeepsWhatIsBeforeAndAfter() throws Exception {
    for (String name : new String[] {"/dev/stdout", "/dev/fd/1", "/dev/stderr"}) {
      assertThat(bash("echo before; " + CHECK + name + "; echo after"))
          .startsWith("before\n")
          .containsSubsequence("VIOLATED", "sequenceDiagram")
          .endsWith("\nafter\n");
    }
  }

  @Test
  void aPipeIsWrittenTo() throws Exception {
    assertThat(bash(CHECK + "/dev/stdout | cat")).contains("sequenceDiagram");
  }

  @Test
  void aProcessMayTakeTheFile() throws Exception {
    assertThat(bash(CHECK + ">(sed 's/^/sed: /') | cat")).contains("sed: sequenceDiagram");
  }

  @Test
  void aFileOfTheShellIsAppendedTo() throws Exception {
    assertThat(bash("exec 5>f; echo before >&5; " + CHECK + "/dev/fd/5; cat f"))
        .containsSubsequence("before\n", "sequenceDiagram");
  }

  @Test
  void whatIsNotOpenIsRefused() throws Exception {
    assertThat(bash(CHECK + "/dev/fd/77"))
        .isEqualTo("error: cannot write /dev/fd/77: no file is open there\n");
  }
}
