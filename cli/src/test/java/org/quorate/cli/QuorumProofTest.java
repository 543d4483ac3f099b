package org.quorate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code quorum --prove}. */
class QuorumProofTest {

  @TempDir private Path folder;

  private static CommandLineRun prove(String args) {
    return CommandLineRun.words("quorum --prove " + args);
  }

  @Test
  void provenForAllF() {
    CommandLineRun run = prove("-k 3 --quorum 2*f+1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith(
            """
            n = k·f + 1 processes, f Byzantine; q = 2*f+1

            k = 3, every f ≥ 1
              well-formed  1 ≤ q ≤ n, whole    proven
              consistent   2q ≥ n + f + 1      proven
              available    q ≤ n − f           proven
              least safe   2q − 2 < n + f + 1  proven
              safe and available for all f ≥ 1

            SMTInterpol\
            """);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theSmallestCounterexample() {
    CommandLineRun run = prove("-k 4 --quorum 2*f+1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
              consistent   2q ≥ n + f + 1      fails for all f ≥ 1, first at f = 1: n = 5, q = 3, \
            2·3 = 6 < 7 = 5 + 1 + 1
              available    q ≤ n − f           proven
              least safe   2q − 2 < n + f + 1  meaningless: never consistent
              safe for none, available for all f ≥ 1
            """);
  }

  @Test
  void theLeastSafeQuorumForEachK() {
    CommandLineRun run = prove("-k 3..7 --quorum ceil((n+f+1)/2)");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("k = 3, every f ≥ 1", "k = 7, every f ≥ 1");
    assertThat(run.out()).doesNotContain("fails").doesNotContain("not decided");
  }

  @Test
  void safeForAllAvailableForNone() {
    CommandLineRun run = prove("-k 2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("  safe for all f ≥ 1, available for none\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-k 3.. -f 1..                          | 0 | safe and available for all k ≥ 3 and f ≥ 1",
        "-k 3.. -f 1.. --quorum 2*f+1           | 1 | fails first at k = 4, f = 1: n = 5, q = 3",
        "-k 3.. -f 2 --quorum k*f+1-f           | 0 | no first at k = 4: n = 9, q = 7",
        "-k 2.. -f 2,3                          | 1 | fails first at k = 2: n = 5, q = 4",
        "-k 3 -f 2 --quorum 2*f+1               | 0 | k = 3, f = 2",
        "-k 3 --quorum n/2                      | 1 | fails first at f = 2: n = 7, q = 7/2",
        "-k 3 --quorum n/2 | 1 | where well-formed: safe for none, available for all f ≥ 1",
        "-k 3 --quorum n+1                      | 1 | never the size of a quorum",
        "-k 3 --quorum 0                        | 1 | first at f = 1: n = 4, q = 0, 0 < 1",
        "-k 3 --quorum min(2*f+1,999999999)     | 1 | fails first at f = 500000000: n = 1500000001",
        "--faults crash                         | 0 | k = 2, every f ≥ 1",
        "--faults crash --phase1 n-f --phase2 f+1 | 0 | q1 + q2 ≥ n + 1",
        "--faults crash --phase1 f --phase2 f+1 | 1 | first at f = 1: n = 3, q1 = 1, q2 = 2, 1 + 2",
        "--faults hybrid -b 0.. -c 0..          | 0 | available for all b ≥ 0 and c ≥ 0",
        "--faults hybrid --quorum 2*b+c+1       | 0 | 2q ≥ n + b + 1",
        "--faults hybrid -c 0.. --quorum floor(n/2)+1 | 1 | first at b = 2, c = 0: n = 7, q = 4",
      })
  void verdicts(String args, int exitCode, String text) {
    CommandLineRun run = prove(args);
    assertThat(run.out()).contains(text);
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  /** Wrong at n = 3f + 2 only, which is no k·f + 1 if f ≥ 2. */
  @Test
  void notDecided() {
    CommandLineRun run =
        prove("-k 3.. -f 2.." + " --quorum ceil((n+f+1)/2)-min(n-3*f-1,1)+min(max(n-3*f-2,0),1)");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "not decided: it holds for all k where f < 22; for larger f, a proof needs the stronger"
                + " claim for every n ≥ 3f + 1, which is false for f = 2, n = 8")
        .contains("safe or not: not decided, available for all k ≥ 3 and f ≥ 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-k 3 --quorum 2f+1     | formula '2f+1', column 2: expected an operator: write 2*f, not"
            + " 2f",
        "-k 3 --quorum ceil(n   | formula 'ceil(n', column 7: expected ')', found the end",
        "-k 3 --quorum n/0      | --prove: 'n/0' divides by zero",
        "-k 3 --quorum n/f      | --prove: 'n/f' divides by a variable; a proof for all of them"
            + " needs",
        "-k 3 --quorum b        | --prove: 'b' uses b, which has no value here",
        "-k 3.. -f 1.. --quorum k*f | --prove: a formula that uses k has no proof for all k and f",
        "-k 1..50 -f 1..50      | --prove: 2,500 combinations of fixed values are too many",
        "-n 4                   | -n does not go with --prove",
        "-b 1                   | -b does not go with --faults byzantine",
        "--faults hybrid -k 3   | -k does not go with --faults hybrid",
      })
  void badUsage(String args, String message) {
    CommandLineRun run = prove(args);
    assertThat(run.err()).contains("error: " + message).hasLineCount(2);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void longFormulasAreRefused() {
    CommandLineRun run = prove("--quorum " + "1+".repeat(5_000));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a formula of 10,000 characters is too long; at most 200");
  }

  @Test
  void obligationsInAFile() throws IOException {
    Path file = folder.resolve("proof.smt2");
    assertThat(prove("-k 4 --quorum 2*f+1 --smt2 " + file).exitCode()).isEqualTo(1);
    assertThat(Files.readString(file, US_ASCII))
        .startsWith("; Are quorums right in every system of n = k*f + 1 processes, f Byzantine?\n")
        .contains("\n; ---- k = 4, every f >= 1\n(push 1)\n", "(check-sat)\n; answer: unsat\n");
  }

  @Test
  void obligationsThatCannotBeWritten() {
    CommandLineRun run = prove("-k 3 --smt2 " + folder.resolve("no/such/folder.smt2"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot write ", "there is no such folder");
    assertThat(CommandLineRun.words("quorum --smt2 x").err())
        .contains("--smt2 goes with --prove only");
  }

  @Test
  void json() {
    CommandLineRun run = prove("-k 4 --quorum 2*f+1 --json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("\"faults\" : \"byzantine\", \"formulas\" : { \"q\" : \"2*f+1\" }")
        .contains("\"verdict\" : \"refuted\", \"families\" : [ { \"fixed\" : { \"k\" : 4 }")
        .contains("\"from\" : { \"f\" : 1 }, \"verdict\" : \"refuted\"")
        .contains(
            "\"statement\" : \"consistent\", \"condition\" : \"2q ≥ n + f + 1\", \"verdict\" :"
                + " \"refuted\", \"counterexample\" : { \"k\" : 4, \"f\" : 1, \"n\" : 5, \"q\" : 3"
                + " }, \"smallest\" : true, \"never\" : true, \"why\" : \"2·3 = 6 < 7 = 5 + 1 +"
                + " 1\"")
        .contains("\"verdict\" : \"meaningless\", \"why\" : \"never consistent\"");
  }
}
