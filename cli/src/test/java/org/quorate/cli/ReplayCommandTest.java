package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.Protocol;

/** What users see of {@code replay} when the file is right: verdicts, exit codes, JSON. */
class ReplayCommandTest {

  private static final String STEPS =
      """
      model: paxos
      options: {acceptors: 1, ballots: 1, proposers-per-ballot: 2}
      steps:
        - Prepare: {ballot: 0}
        - Promise: {acceptor: a1, ballot: 0}
        - Propose: {ballot: 0, value: v1}
        - Accept: {acceptor: a1, ballot: 0, value: v1}
      """;

  private static final String VIOLATING =
      STEPS
          + "  - Propose: {ballot: 0, value: v2}\n"
          + "  - Accept: {acceptor: a1, ballot: 0, value: v2}\n";

  @TempDir private Path folder;

  private String write(String text) throws IOException {
    return Files.writeString(folder.resolve("s.yaml"), text).toString();
  }

  private CommandLineRun replay(String text, String... options) throws IOException {
    String file = write(text);
    return options.length == 0
        ? CommandLineRun.of("replay", file)
        : CommandLineRun.of("replay", options[0], file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | 0 | 'HOLDS  agreement, validity, quorum-intersection in each of the 5 states'",
        "holds     | 0 | 'AS EXPECTED  agreement, validity, quorum-intersection in each of the 5'",
        "agreement | 1 | 'NOT AS EXPECTED  expected: agreement; but agreement holds after the'",
      })
  void runWithoutViolation(String expect, int exitCode, String verdict) throws IOException {
    CommandLineRun run = replay(STEPS + (expect.isEmpty() ? "" : "expect: " + expect));
    assertThat(run.out()).contains(verdict);
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | 1 | 'VIOLATED  agreement: no two different values are chosen'",
        "holds               | 1 | 'NOT AS EXPECTED  expected: holds; but agreement fails: no two'",
        "agreement           | 0 | 'AS EXPECTED  agreement fails: no two different values are'",
        "quorum-intersection | 0 | 'AS EXPECTED  quorum-intersection fails: no two phase-2'",
        "validity            | 1 | 'NOT AS EXPECTED  expected: validity; but validity holds after'",
      })
  void runWithViolation(String expect, int exitCode, String verdict) throws IOException {
    CommandLineRun run = replay(VIOLATING + (expect.isEmpty() ? "" : "expect: " + expect));
    assertThat(run.out())
        .contains(verdict)
        .contains("violates agreement: no two different values are chosen")
        .contains("v1 was chosen in ballot 0 by {a1}; v2 was chosen in ballot 0 by {a1}.");
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void violationOfTheConfigurationCounts() throws IOException {
    CommandLineRun run = replay("model: paxos\noptions: {quorum: 1}\nsteps: []\n");
    assertThat(run.out())
        .contains("VIOLATED  quorum-intersection")
        .contains("may share no acceptor: {a1} and {a3}");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void modelWithoutRegistersShowsChangesOnly() throws IOException {
    Protocol counter = new StubProtocol(() -> {}, 1, List.of());
    CommandLineRun run =
        CommandLineRun.of(
            List.of(counter), "replay", write("model: counter\nsteps: [Count, Count:, Count: {}]"));
    assertThat(run.out())
        .isEqualTo(
            """
            counter

                1  Count()  count 0 → 1
                2  Count()  count 1 → 2
                   violates bounded: stays low
                3  Count()  count 2 → 3

              after the last step
              count     3

            VIOLATED  bounded: stays low
              it is too high
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void stepThatTheModelGivesNoReasonAgainst() throws IOException {
    Protocol counter = new StubProtocol(() -> {}, 9, List.of());
    String steps = "model: counter\nsteps:\n" + "  - Count\n".repeat(10);
    CommandLineRun run = CommandLineRun.of(List.of(counter), "replay", write(steps));
    assertThat(run.err())
        .contains(
            "s.yaml:12:5: step 10: Count is not enabled: the model offers no such step in this"
                + " state");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void jsonHasTheRun() throws IOException {
    CommandLineRun run = replay(VIOLATING + "expect: agreement", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("{\n  \"tool\" : \"quorate\",")
        .contains("\"verdict\" : \"violated\"")
        .contains("\"expected\" : \"agreement\"")
        .contains("\"asExpected\" : true")
        .contains("\"length\" : 6")
        .contains("\"breaks\" : [ \"one-value-per-ballot\" ]")
        .contains("\"violates\" : [ \"agreement\", \"quorum-intersection\" ]");
    assertThat(replay(STEPS, "--json").out())
        .contains("\"verdict\" : \"holds\"")
        .contains("\"invariant\" : null")
        .contains("\"expected\" : null");
  }

  @Test
  void helpShowsAScenario() {
    CommandLineRun run = CommandLineRun.of("replay", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("steps:", "- Prepare: {ballot: 5}", "expect: holds", "initial:");
  }
}
