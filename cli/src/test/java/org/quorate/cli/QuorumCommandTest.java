package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumCommandTest {

  @TempDir private Path folder;

  private static CommandLineRun quorum(String args) {
    return CommandLineRun.words("quorum " + args);
  }

  private CommandLineRun file(String content, String args) throws IOException {
    Path file = folder.resolve("quorums.yaml");
    Files.writeString(file, content);
    return quorum("--system " + file + " " + args);
  }

  @ParameterizedTest(name = "quorum {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "-k 3 -f 1 --quorum 2*f+1                         | 0 | SAFE AND AVAILABLE  q = 3 is the"
            + " least safe",
        "-k 4 -f 1 --quorum 2*f+1                         | 1 | UNSAFE  two quorums",
        "-n 21 -f 3 --quorum 7                            | 1 | UNSAFE  two quorums",
        "-k 2 -f 1                                        | 1 | SAFE, NOT AVAILABLE",
        "-k 4 -f 1 --quorum 5                             | 1 | SAFE, NOT AVAILABLE",
        "-k 4 -f 1                                        | 0 | SAFE AND AVAILABLE  q = 4 is the"
            + " least safe",
        "-k 4 -f 2 --quorum n-f                           | 0 | SAFE AND AVAILABLE  any two",
        "-n 3 -f 3 --quorum 2                             | 1 | UNSAFE, NOT AVAILABLE",
        "--faults crash                                   | 0 | SAFE AND AVAILABLE  q = 2 is the"
            + " least safe",
        "--faults crash -n 4 --phase1 3 --phase2 2        | 0 | SAFE AND AVAILABLE",
        "--faults crash -n 4 --phase1 2 --phase2 2        | 1 | UNSAFE  two quorums need not share"
            + " a process",
        "-k 1000 -f 100                                   | 0 | n = 100001",
      })
  void verdicts(String args, int exitCode, String text) {
    CommandLineRun run = quorum(args);
    assertThat(run.out()).contains(text);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void onePointIsExplained() {
    assertThat(quorum("-k 4 -f 1 --quorum 2*f+1").out())
        .isEqualTo(
            """
            byzantine  k = 4, f = 1, n = 5, q = 2*f+1 = 3

            UNSAFE  two quorums need not share an honest process

              consistent     no    2q − n = 2·3 − 5 = 1 < f + 1 = 2
                               {p1, p2, p3} and {p3, p4, p5} share only {p3}, which may lie

                                        p1 p2 p3 p4 p5
                               quorum 1  ■  ■  ■  ·  ·
                               quorum 2  ·  ·  ■  ■  ■
                               may lie   ·  ·  ×  ·  ·

              available      yes   q = 3 ≤ n − f = 4
              least safe     4     ceil((n+f+1)/2); available
              resilience     0 Byzantine, or 2 crashed: safe and available up to there
              decided by     counting, and by listing all minimal quorums
            """);
  }

  @Test
  void rangesMakeATable() {
    CommandLineRun run = quorum("-k 2..3 -f 1,3 --quorum 2*f+1");
    assertThat(run.out())
        .isEqualTo(
            """
            byzantine  q = 2*f+1

              k  f   n  q  shared  n − f  least safe q  verdict
              2  1   3  3   3 ≥ 2      2             3  safe, not available
              2  3   7  7   7 ≥ 4      4             6  safe, not available
              3  1   4  3   2 ≥ 2      3             3  safe and available
              3  3  10  7   4 ≥ 4      7             7  safe and available

              4 points: 2 safe, not available · 2 safe and available
              decided by counting; listing all quorums gives the same at every point
            """);
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theWholeTableOfTheExerciseIsLeastSafe() {
    List<String> rows =
        quorum("-k 2..6 -f 1..5").out().lines().filter(l -> l.contains("≥")).toList();
    assertThat(rows).hasSize(25);
    for (String row : rows) {
      List<String> cells = Splitter.onPattern(" +").splitToList(row.strip());
      int k = Integer.parseInt(cells.get(0));
      int f = Integer.parseInt(cells.get(1));
      int least = ((k + 1) * f + 1) / 2 + 1;
      assertThat(cells.get(2)).isEqualTo(Integer.toString(k * f + 1));
      assertThat(cells.get(3)).as(row).isEqualTo(Integer.toString(least)).isEqualTo(cells.get(8));
      assertThat(row).endsWith(k < 3 ? "safe, not available" : "safe and available");
    }
  }

  @Test
  void phasesHaveAWitnessInThePhaseThatIsLost() {
    CommandLineRun run = quorum("--faults crash -n 4 --phase1 1 --phase2 4");
    assertThat(run.out()).contains("q2 = 4 > n − f = 3\n").contains("no phase-2 quorum is left");
  }

  @Test
  void gridsMeetByRowsAndColumns() throws IOException {
    CommandLineRun safe =
        file(
            """
            processes: 9
            phase1: rows of 3x3
            phase2: columns of 3x3
            faults: {crash: 1}
            """,
            "");
    assertThat(safe.out()).contains("SAFE AND AVAILABLE", "0 Byzantine, or 2 crashed");
    assertThat(safe.exitCode()).isZero();
    CommandLineRun split =
        file("phase1: rows of 3x3\nphase2: rows of 3x3\nfaults: {crash: 1}\n", "");
    assertThat(split.out()).contains("{p1, p2, p3} and {p4, p5, p6} share no process");
    assertThat(split.exitCode()).isEqualTo(1);
  }

  @Test
  void weightsAndProcessesThatFailTogether() throws IOException {
    String weights = "quorums: 4 of {3*big, x, y, z}\n";
    assertThat(file(weights, "--faults crash").out()).contains("without {big}, no quorum is left");
    assertThat(file(weights + "faults: {crash: [[x, y, z]]}\n", "").exitCode()).isEqualTo(1);
    assertThat(file(weights + "faults: {crash: [[x, y], [z]]}\n", "").exitCode()).isZero();
    assertThat(file(weights + "faults: {byzantine: [[big]]}\n", "").out())
        .contains("share only {big}, which may lie");
  }

  @ParameterizedTest(name = "quorum {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--quorum 2f+1        | formula '2f+1', column 2: expected an operator: write 2*f, not 2f,"
            + " found 'f'",
        "--quorum n/0         | 'n/0' divides by zero at n = 4, k = 3, f = 1",
        "--quorum ceil(n      | formula 'ceil(n', column 7: expected ')', found the end",
        "-k 4 --quorum n/2    | 'n/2' is 5/2 at n = 5, k = 4, f = 1, which is not a whole number;"
            + " wrap it in ceil(…) or floor(…)",
        "--quorum 0           | '0' is 0 at n = 4, k = 3, f = 1; a quorum has from 1 to n = 4"
            + " processes",
        "--quorum n+1         | 'n+1' is 5 at n = 4, k = 3, f = 1; a quorum has from 1 to n = 4"
            + " processes",
        "-k 3 -n 4            | give either -n, or -k (n = k·f + 1); not both",
        "-k 3..               | -k 3.. has no end; give one",
        "-k 5..3              | '5..3' is empty: 3 is less than 5",
        "--phase1 3           | give either --quorum, or both --phase1 and --phase2",
        "-b 1                 | -b does not go with --faults byzantine",
        "--faults hybrid -f 1 | -f does not go with --faults hybrid",
        "-k 999999 -f 999999  | k·f + 1 = 999,998,000,002 processes are too many; at most"
            + " 1,000,000",
        "-n 2000000           | there are from 1 to 1,000,000 processes, not 2,000,000",
        "--system x.yaml -n 3 | -n does not go with --system",
        "--system none.yaml   | none.yaml",
        "-n 0                 | there are from 1 to 1,000,000 processes, not 0",
        "--faults hybrid -b 999999999 -c 1 | there are from 1 to 1,000,000 processes",
        "--faults crash -k 2..9999 -f 1..100 --quorum n | at most 10,000 points",
        "-n 3 -f 5            | 5 of n = 3 processes cannot be faulty",
      })
  void badUsageIsOneClearLine(String args, String message) {
    CommandLineRun run = quorum(args);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().findFirst().orElseThrow()).startsWith("error: ").contains(message);
    assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aHugeFormulaIsRefusedInOneLine() {
    CommandLineRun run = quorum("--quorum " + "n+".repeat(5_000) + "1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: a formula of 10,001 characters is too long; at most");
    assertThat(run.err().length()).isLessThan(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "quorums: 2 of {a, b                       | :1:10: quorum system '2 of {a, b', column 11:"
            + " expected '}', found the end",
        "processes: [a, a]                         | :1:16: there are two processes 'a'",
        "processes: 63                             | :1:12: expected a whole number from 1 to 62,"
            + " not '63'",
        "quorum: 2 of 3                            | :1:1: unknown key 'quorum' of a quorum file"
            + " (did you mean 'quorums'?)",
        "phase1: 2 of 3                            | the key 'phase2' is missing",
        "{quorums: 1 of 1, phase1: 1 of 1}         | give either quorums, or phase1 and phase2; not"
            + " both",
        "{quorums: 2 of 3, faults: {byzantine: 4}} | expected a whole number from 0 to 3, not '4'",
        "{quorums: 2 of 3, faults: {crash: [[p9]]}} | unknown process 'p9'",
        "{quorums: 2 of 3, faults: 1}              | expected a mapping with byzantine, crash, or"
            + " both, not '1'",
        "[2 of 3]                                  | expected a mapping with quorums, or phase1 and"
            + " phase2, not a list",
      })
  void badFilesAreRefusedWithTheirPlace(String content, String message) throws IOException {
    CommandLineRun run = file(content, "");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("quorums.yaml:1:").contains(message);
  }

  @Test
  void aFileIsAskedAboutAtOnePoint() throws IOException {
    CommandLineRun run = file("quorums: 2 of 3\n", "-f 0..1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("with --system, give -f, -b and -c one number each");
    assertThat(file("quorums: 2 of 3\nfaults: {crash: 1}\n", "--json").out())
        .contains("\"mayLie\" : \"none\"", "\"mayFail\" : \"at most 1\"");
  }

  @Test
  void theFileAloneSaysWhatMayFail() throws IOException {
    CommandLineRun run = file("quorums: 2 of 3\nfaults: {crash: 1}\n", "-f 1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("says what may fail; leave out --faults, -f, -b and -c");
  }

  @Test
  void jsonHasTheVerdictAndTheWitnessOfEachPoint() throws IOException {
    CommandLineRun run = quorum("-k 3,4 --quorum 2*f+1 --json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(strings(run.out(), "verdict"))
        .containsExactly("violated", "safe and available", "unsafe");
    assertThat(run.out().replaceAll("\\s+", ""))
        .contains(
            "\"overlap\":{\"first\":[\"p1\",\"p2\",\"p3\"],\"second\":[\"p3\",\"p4\",\"p5\"],\"common\":[\"p3\"]}")
        .contains("\"overlap\":null,\"blockedBy\":null");
  }

  private static List<String> strings(String json, String field) throws IOException {
    List<String> found = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && field.equals(parser.currentName())) {
          found.add(parser.getText());
        }
      }
    }
    return found;
  }
}
