package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command reads, it does not write over. */
class InputsTest {

  private static final String SCENARIO =
      """
      model: paxos
      options: {ballots: 1}
      steps:
        - Prepare: {ballot: 0}
      """;

  private static final String QUORUMS = "processes: 3\nquorums: 2 of 3\n";

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Runs a command in which {@code IN} is a file, and {@code OUT} a link to it. */
  private void assertKept(Path file, String command) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    String content = Files.readString(file);
    CommandLineRun run =
        CommandLineRun.words(
            command.replace("IN", file.toString()).replace("OUT", link.toString()));
    assertThat(file).hasContent(content);
    assertThat(run.err())
        .isEqualTo(
            "error: cannot write %s: it is read by this command; name another file\n"
                .formatted(link));
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--trace-html", "--trace-itf"})
  void replayKeepsItsRun(String option) throws IOException {
    assertKept(write("s.yaml", SCENARIO), "replay IN " + option + " OUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report", "--dot", "--trace-svg"})
  void checkKeepsItsQuorums(String option) throws IOException {
    assertKept(
        write("q.yaml", QUORUMS),
        "check paxos --quorum-system IN --ballots 1 %s OUT".formatted(option));
  }

  @Test
  void suiteKeepsItsSpecs() throws IOException {
    assertKept(write("spec.yaml", SuiteRun.GOOD), "suite IN --junit-xml OUT");
  }

  @Test
  void suiteKeepsSpecsOfWhichItRunsNone() throws IOException {
    Path spec = write("spec.yaml", SuiteRun.GOOD);
    Path other = write("other.yaml", SuiteRun.GOOD.replace("small", "another"));
    assertKept(spec, "suite IN " + other + " --filter another --junit-xml OUT");
  }

  @Test
  void suiteKeepsWhatItsSpecsName() throws IOException {
    Path spec =
        write(
            "spec.yaml",
            """
            checks:
              - name: run
                replay: s.run
              - name: quorums
                quorum: {system: q.quorums, faults: crash, f: 1}
                expect: {verdict: safe and available}
            """);
    Path run = write("s.run", SCENARIO);
    write("q.quorums", QUORUMS);
    assertKept(run, "suite " + spec + " --junit-xml OUT");
    Files.delete(folder.resolve("link"));
    assertKept(folder.resolve("q.quorums"), "suite " + spec + " --junit-xml OUT");
  }

  @Test
  void aCopyMayBeWrittenOver() throws IOException {
    Path scenario = write("s.yaml", SCENARIO);
    Path copy = write("copy.yaml", SCENARIO);
    CommandLineRun run = CommandLineRun.words("replay " + scenario + " --trace-itf " + copy);
    assertThat(run.exitCode()).isZero();
    assertThat(copy).content().startsWith("{");
  }
}
