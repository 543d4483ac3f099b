package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check paxos --quorum-system}, as text and from a file. */
class QuorumSystemOptionTest {

  private static final String GRID = "rows of 2x2 / columns of 2x2";

  @TempDir private Path folder;

  private static CommandLineRun check(String system, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "check";
    args[1] = "paxos";
    args[2] = "--quorum-system";
    args[3] = system;
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(args);
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("quorums.yaml"), content).toString();
  }

  @Test
  void theReportSaysHowFarAcceptorsAreInterchangeable() {
    CommandLineRun run = check(GRID, "--ballots", "2");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "5,164 explored up to renaming acceptors (4 of 24 ways) and values, representing"
                + " 39,937");
  }

  @Test
  void withoutSymmetryThereAreAsManyStatesAsAreRepresented() {
    assertThat(check(GRID, "--ballots", "2", "--symmetry", "none").out())
        .contains("39,937 explored no symmetry, representing 39,937", "depth       20 steps");
  }

  @Test
  void rowsAgainstColumnsOfTheLargerGrid() {
    String grid = "rows of 3x3 / columns of 3x3";
    assertThat(check(grid, "--ballots", "1").out())
        .contains("2,813 explored", "(36 of 362,880 ways)", "representing 173,569");
    assertThat(check(grid, "--ballots", "1", "--symmetry", "values").out())
        .contains("representing 173,569");
  }

  @Test
  void withoutTheLargeOneNothingIsDecided() {
    String weights = "4 of {3*large, x, y, z}";
    String lost = "nothing can be decided once f = 1 acceptors have crashed";
    assertThat(check(weights, "--ballots", "2", "--values", "1", "-f", "0").out())
        .contains("HOLDS", "3,345 explored", "acceptors (6 of 24 ways)", "representing 16,641")
        .doesNotContain("nothing can be decided");
    assertThat(check(weights, "--ballots", "2", "--values", "1", "--symmetry", "none").out())
        .contains("16,641 explored");
    assertThat(check("4 of {4*large, x, y, z}", "--ballots", "1").out()).doesNotContain(lost);
    assertThat(check("5 of {4*large, x}", "--ballots", "1", "-f", "1").out()).contains(lost);
  }

  @Test
  void aThresholdWrittenAsASystemCountsAsTheThreshold() {
    assertThat(check("any of {2 of 3}").out()).contains("17,153 explored", "185,369");
  }

  @Test
  void aFileSaysTheSameAsItsText() throws IOException {
    String file = file("phase1: rows of 2x2\nphase2: columns of 2x2\nfaults: {crash: 1}\n");
    CommandLineRun fromFile = check(file, "--ballots", "2", "--json");
    CommandLineRun fromText = check(GRID, "-f", "1", "--ballots", "2", "--json");
    assertThat(withoutTimes(fromFile.out())).isEqualTo(withoutTimes(fromText.out()));
    assertThat(fromFile.out()).contains("\"symmetryOrder\" : 8");
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(seconds|peakMemoryBytes)\" : [\\d.E-]+", "");
  }

  @Test
  void quorumsThatDoNotMeetBreakAgreementAndTheRunCanBeReplayed() throws IOException {
    CommandLineRun run = check("rows of 2x2", "--ballots", "2", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"length\" : 12");
    Path json = Files.writeString(folder.resolve("bug.json"), run.out());
    assertThat(CommandLineRun.of("replay", json.toString()).out())
        .contains("v1 was chosen in ballot 0 by {p1, p2}");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 of 3                | -k 2          | quorum-system says who makes a quorum; leave out"
            + " k",
        "2 of 3                | --acceptors 4 | quorum-system names 3 acceptors; leave out"
            + " acceptors",
        "2 of 3                | --quorum 2    | leave out quorum",
        "2 of 3                | --byzantine 1 | byzantine goes with numbers as quorums only",
        "2 of 3                | -f 4          | f is at most the number of acceptors, 3",
        "2 of 3                | --mutant small-quorum | leave out quorum-system",
        "2 of {a               | --values 2    | column 8: expected '}', found the end",
        "2 of 13               | --values 2    | names 13 processes; at most 12",
        "2 of 3/1 of 3/2 of 3  | --values 2    | has one system, or those of two phases with a /"
            + " between; not 3",
        "2 of 3 / 2 of 4       | --values 2    | there are 4 processes, not 3",
      })
  void contradictionsAreRefused(String system, String more, String message) {
    CommandLineRun run = check(system, more.split(" ", -1));
    assertThat(run.err()).startsWith("error: ").contains(message);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aFileMayOnlySpeakOfCrashes() throws IOException {
    CommandLineRun run = check(file("quorums: 2 of 3\nfaults: {byzantine: 1}\n"));
    assertThat(run.err()).contains("here, faults can only be a number of crashes");
    assertThat(run.exitCode()).isEqualTo(2);
    String together = file("quorums: 2 of 3\nfaults: {crash: [[p1, p2], [p3]]}\n");
    assertThat(check(together).err()).contains("here, faults can only be a number of crashes");
    assertThat(check(together, "-f", "1", "--ballots", "2").exitCode()).isZero();
    String idle = file("processes: [a, b, c]\nquorums: all of {a, b}\n");
    assertThat(check(idle).err()).contains("process c is in no quorum; leave it out");
    assertThat(check("none.yaml").err()).contains("none.yaml: there is no such file");
  }
}
