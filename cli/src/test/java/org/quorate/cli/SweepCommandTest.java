package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {

  /** Safe and live, and the formula says so. */
  private static final StubQuorums GOOD =
      new StubQuorums(k -> false, k -> true, k -> true, k -> true);

  @TempDir private Path folder;

  private static CommandLineRun sweep(String args) {
    return CommandLineRun.words("sweep " + args);
  }

  private static CommandLineRun stub(StubQuorums stub, String args) {
    return CommandLineRun.of(List.of(stub), ("sweep stub " + args).split(" "));
  }

  /** A row of the table without the seconds, which nobody knows. */
  private static List<String> rows(CommandLineRun run) {
    return run.out()
        .lines()
        .filter(l -> l.matches("  +\\d+ +\\d+ +\\d+ .*"))
        .map(l -> l.strip().replaceFirst("( \\d+\\.\\d\\d )", " ").replaceAll(" {2,}", " | "))
        .toList();
  }

  @Test
  void pbftIsLiveFromThreeOnAndTheFormulaSaysSo() {
    CommandLineRun run = sweep("pbft -k 2..5 -f 1 --views 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            pbft  views 1

              k   f = 1
              2   ○ safe only
              3   ● safe and live
              4   ● safe and live
              5   ● safe and live
            """)
        .contains("  4 points: 3 safe and live, 1 safe only, in ")
        .endsWith("  the formula agrees at every point\n");
    assertThat(rows(run))
        .containsExactly(
            "2 | 1 | 3 | 3 | 12 | 37 | 4 | safe only | safe only | yes",
            "3 | 1 | 4 | 3 | 25 | 182 | 6 | safe and live | safe and live | yes",
            "4 | 1 | 5 | 4 | 36 | 579 | 8 | safe and live | safe and live | yes",
            "5 | 1 | 6 | 4 | 61 | 2,660 | 10 | safe and live | safe and live | yes");
  }

  @Test
  void twoFPlusOneIsTooFewFromFourOn() {
    CommandLineRun run = sweep("pbft -k 2..5 -f 1..2 --views 1 --quorum 2*f+1 --threads 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            """
              k   f = 1             f = 2
              2   ○ safe only       ○ safe only
              3   ● safe and live   ● safe and live
              4   × unsafe          × unsafe
              5   × unsafe          × unsafe
            """)
        .contains("8 points: 2 safe and live, 2 safe only, 4 unsafe");
  }

  @Test
  void paxosIsLiveFromTwoOn() {
    CommandLineRun run = sweep("paxos -k 1..4 --ballots 2");
    assertThat(run.exitCode()).isZero();
    assertThat(rows(run))
        .containsExactly(
            "1 | 1 | 2 | 2 | 56 | 145 | 12 | safe only | safe only | yes",
            "2 | 1 | 3 | 2 | 443 | 3,921 | 16 | safe and live | safe and live | yes",
            "3 | 1 | 4 | 3 | 834 | 20,609 | 20 | safe and live | safe and live | yes",
            "4 | 1 | 5 | 3 | 5,811 | 701,505 | 24 | safe and live | safe and live | yes");
  }

  @Test
  void anyNumberOfThreadsGivesTheSameMap() {
    List<String> one = rows(sweep("paxos -k 1..5 -f 1,2 --ballots 1 --threads 1"));
    assertThat(one).hasSize(10);
    assertThat(rows(sweep("paxos -k 1..5 -f 1,2 --ballots 1 --threads 4"))).isEqualTo(one);
  }

  @Test
  void pointsThatTheModelRefusesAreShown() {
    CommandLineRun run = sweep("paxos -k 2..3 -f 3..4 --ballots 1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("  3   ● safe and live   – refused\n")
        .contains("  k = 3, f = 4: k·f + 1 = 13 acceptors are too many; at most 12\n")
        .contains("the formula agrees at each of the 3 that were checked to their end");
    assertThat(rows(run).get(3)).isEqualTo("3 | 4 | 13 | – | – | – | – | – | refused | – | –");
  }

  @Test
  void pointsThatReachALimitAreIncompleteAndNeverSafe() {
    CommandLineRun run = sweep("paxos -k 2..3 --ballots 2 --max-states 500");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("  2   ● safe and live\n  3   ? incomplete\n".indent(0))
        .contains("  k = 3, f = 1: the limit on states was reached\n")
        .contains("2 points: 1 safe and live, 1 incomplete");
    assertThat(rows(run).get(1)).contains("| incomplete | safe and live | –");
  }

  @Test
  void noTimeMakesEveryPointIncomplete() {
    CommandLineRun run = sweep("paxos -k 2..3 --ballots 4 --timeout 0s");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("no point was checked to its end").doesNotContain("●");
  }

  @Test
  void fingerprintsAreMentioned() {
    String args = "paxos -k 10 --ballots 4 --max-states 100 --store ";
    assertThat(sweep(args + "fingerprint").out()).contains("fingerprints");
    assertThat(sweep(args + "exact").out()).doesNotContain("fingerprints");
  }

  @ParameterizedTest(name = "violates {0}, decides {1}, meets {2}, available {3}")
  @CsvSource({
    "false, true,  true,  true,  ● safe and live,   safe and live, 0",
    "false, true,  true,  false, ● safe and live ≠, safe only,     1",
    "false, true,  false, true,  ● safe and live ≠, unsafe,        1",
    "false, false, true,  true,  ○ safe only ≠,     safe and live, 1",
    "false, false, true,  false, ○ safe only,       safe only,     0",
    "false, false, false, false, ○ safe only ≠,     unsafe,        1",
    "true,  false, true,  true,  × unsafe ≠,        safe and live, 1",
    "true,  true,  true,  false, × unsafe ≠,        safe only,     1",
    "true,  false, false, true,  × unsafe,          unsafe,        0",
    "true,  false, false, false, × unsafe,          unsafe,        0",
  })
  void theCheckIsComparedWithTheFormula(
      boolean violates,
      boolean decides,
      boolean meets,
      boolean available,
      String cell,
      String formula,
      int exitCode) {
    StubQuorums stub = new StubQuorums(k -> violates, k -> decides, k -> meets, k -> available);
    CommandLineRun run = stub(stub, "-k 3 -f 1");
    assertThat(run.out()).contains("  3   " + cell + "\n");
    assertThat(rows(run).get(0)).endsWith(formula + " | " + (exitCode == 0 ? "yes" : "no"));
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void theSummarySaysWhereTheFormulaIsWrong() {
    StubQuorums stub = new StubQuorums(k -> k == 4, k -> true, k -> true, k -> true);
    CommandLineRun run = stub(stub, "-k 3..5 -f 2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .endsWith("  the formula says otherwise at k = 4, f = 2\n")
        .contains("k = 4, f = 2: bounded fails after 9 steps: it is too high; the formula says");
  }

  @Test
  void aDisagreementOutweighsAnIncompletePoint() {
    StubQuorums stub = new StubQuorums(k -> k == 4, k -> true, k -> true, k -> true);
    assertThat(stub(stub, "-k 3..5 --max-states 10").exitCode()).isEqualTo(1);
    assertThat(stub(stub, "-k 3..5 --max-depth 3").exitCode()).isEqualTo(3);
  }

  @Test
  void quorumsOfTwoKindsAreBothShown() {
    CommandLineRun run = stub(GOOD, "-k 2..3");
    assertThat(rows(run).get(0)).startsWith("2 | 1 | 3 | 2 | 10");
    assertThat(rows(run).get(1)).startsWith("3 | 1 | 4 | 3/2 | 10");
  }

  @Test
  void exceptionInAModelIsNoMap() {
    CommandLineRun run = stub(GOOD, "-k 11..14");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no verdict").contains("a bug in the model");
  }

  @ParameterizedTest(name = "sweep {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "                               | say which model to sweep: paxos",
        "paxoss                         | unknown model 'paxoss' (did you mean 'paxos'?)",
        "pbft -k 2..                    | -k 2.. has no end; give one",
        "pbft -f 1.. -k 2               | -f 1.. has no end; give one",
        "pbft -k two                    | 'two' is not a number such as 3",
        "pbft -k 1..100 -f 1..100       | at most 1,000 points",
        "pbft --quorum 2f+1             | formula '2f+1', column 2",
        "pbft --quorum n/0 -k 3..4      | the model takes none of the 2 points; at k = 3, f = 1:",
        "pbft --replicas 4              | give either replicas, or k (n = k·f + 1); not both",
        "paxos --quorum-system x.yaml   | unknown option '--quorum-system'",
        "pbft --symmetry nobody         | nobody",
        "pbft --threads 0               | threads must be at least 1, not 0",
        "pbft --max-states 0            | max-states must be at least 1, not 0",
        "pbft --timeout soon            | --timeout takes a duration",
        "pbft --memory 900g             | --memory 900g is more than the heap",
        "pbft -k 99                     | k must be a whole number from 1 to 15, not '99'",
        "paxos -k 2 --svg /no/map.svg   | cannot write /no/map.svg: there is no such folder",
      })
  void badUsageIsOneClearLine(String args, String message) {
    CommandLineRun run = sweep(args == null ? "" : args);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElseThrow()).startsWith("error: ").contains(message);
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void twoOutputsCannotBeOneFile() {
    String file = folder.resolve("map").toString();
    CommandLineRun run = stub(GOOD, "--svg " + file + " --html " + file);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("two things cannot be written to the same file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void modelsWithoutKAndFAreNotSwept() {
    StubProtocol counter = new StubProtocol(() -> {}, 9, List.of());
    assertThat(CommandLineRun.of(List.of(counter), "sweep", "counter").exitCode()).isEqualTo(2);
  }
}
