package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteCommandTest {

  private static final String VIOLATION = "check pbft -k 4 --views 1 --quorum 2*f+1";

  private static final String MIXED =
      """
      checks:
        - name: holds
          model: paxos
          options: {ballots: 2}
          expect: {explored: 443, goals: {decided: true}}
        - name: wrong count
          model: paxos
          options: {ballots: 2}
          expect:
            explored: 444
            represented: 3921
        - name: wrong verdict
          model: pbft
          options: {k: 4, views: 1, quorum: 2*f+1}
        - name: wrong length
          model: pbft
          options: {k: 4, views: 1, quorum: 2*f+1}
          expect: {invariant: agreement, length: 7}
        - name: wrong goal
          model: paxos
          options: {ballots: 2}
          expect: {goals: {decided: false}}
        - name: stopped
          model: paxos
          search: {max-depth: 3}
        - name: stopped on purpose
          model: paxos
          search: {max-depth: 3}
          expect: {verdict: incomplete}
        - name: sizes
          quorum: {k: 3..4, f: 1, quorum: 2*f+1}
        - name: unsafe
          quorum: {k: 4, f: 1, quorum: 2*f+1}
          expect: {verdict: unsafe}
        - name: mutant
          mutants: {model: paxos, mutant: forget-all}
      """;

  @TempDir private Path folder;
  private SuiteRun suite;

  @BeforeEach
  void suite() {
    suite = new SuiteRun(folder);
  }

  @Test
  void allAsExpected() throws IOException {
    CommandLineRun run = suite.of(SuiteRun.GOOD, "--no-progress");
    assertThat(run.out())
        .containsPattern("  ok          small  holds +443 +3,921 +16 +\\d+\\.\\d\\d s\n")
        .contains("\n1 check: 1 ok; ");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void failuresSayWhatWasExpectedAndFoundAndWhere() throws IOException {
    CommandLineRun run = suite.of(MIXED);
    assertThat(run.out())
        .contains("s.yaml:10:17: explored: expected 444, found 443\n")
        .contains("s.yaml:12:11: verdict: expected holds, found violated\n")
        .contains("agreement: v1 was decided in view 0")
        .contains("see  quorate check pbft -k 4 --views 1 --quorum '2*f+1'\n")
        .contains("s.yaml:18:44: length: expected 7, found 8\n")
        .contains("s.yaml:22:31: goals.decided: expected false, found true\n")
        .contains("s.yaml:23:11: verdict: expected holds, found incomplete\n")
        .contains("the limit on depth was reached\n")
        .contains(
            "s.yaml:30:11: k = 4, f = 1, n = 5: expected 'safe and available', found 'unsafe'")
        .contains("\n10 checks: 4 ok, 5 failed, 1 incomplete; ");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "holds, 0",
    "stopped on purpose, 0",
    "^unsafe$, 0",
    "wrong, 1",
    "^stopped$, 3",
    "[, 2",
    "nothing, 2"
  })
  void exitCodes(String filter, int exitCode) throws IOException {
    assertThat(suite.of(MIXED, "--filter", filter).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void filterThatFindsNothingIsRefused() throws IOException {
    assertThat(suite.of(MIXED, "--filter", "(").err())
        .contains("--filter: no check has '(' in its name; --list shows them");
  }

  @Test
  void filterMayBePartOfANameThatIsNoExpression() throws IOException {
    assertThat(
            suite.of(SuiteRun.GOOD.replace("small", "'small (x'"), "--filter", "l (x").exitCode())
        .isZero();
  }

  @Test
  void internalErrorIsNoVerdictAndDoesNotHideTheOthers() throws IOException {
    StubProtocol crashing =
        new StubProtocol(
            () -> {
              throw new IllegalStateException("a bug in the model");
            },
            9,
            List.of());
    StubProtocol fine = new StubProtocol(() -> {}, 9, List.of());
    String file = suite.write("s.yaml", "checks: [{name: x, model: counter}]").toString();
    CommandLineRun run = CommandLineRun.of(List.of(crashing), "suite", file);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("internal error; there is no verdict").contains("1 error");
    assertThat(run.err()).contains("a bug in the model");
    assertThat(CommandLineRun.of(List.of(fine), "suite", file).exitCode()).isZero();
  }

  @Test
  void failFastStopsAtTheFirstFailure() throws IOException {
    for (int i = 0; i < 3; i++) {
      CommandLineRun run = suite.of(MIXED, "--fail-fast", "--json");
      assertThat(run.out())
          .contains("\"failed\" : 1,")
          .contains("\"skipped\" : 9,")
          .contains("\"ok\" : 0,");
      assertThat(run.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void listRunsNothing() throws IOException {
    CommandLineRun run = suite.of(MIXED, "--list", "--filter", "wrong c|^sizes|mut");
    assertThat(run.out())
        .isEqualTo("s.yaml\n  model    wrong count\n  quorum   sizes\n  mutants  mutant\n");
    assertThat(run.exitCode()).isZero();
    assertThat(suite.of(MIXED, "--list", "--update").err()).contains("--list runs nothing");
  }

  @Test
  void runsAreTheSameApartFromTimes() throws IOException {
    String first = suite.of(MIXED, "--json").out();
    String second = suite.of(MIXED, "--json").out();
    assertThat(withoutTimes(second)).isEqualTo(withoutTimes(first));
    assertThat(first).contains("\"seconds\"");
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\"");
  }

  @Test
  void jsonHasWhatWasExpectedAndFound() throws IOException {
    assertThat(suite.of(MIXED, "--json", "--filter", "wrong count").out())
        .contains("\"status\" : \"failed\",\n  \"ok\" : 0,\n  \"failed\" : 1,")
        .contains("\"expected\" : {\n      \"verdict\" : \"holds\",\n      \"explored\" : 444,")
        .contains("\"represented\" : 3921,\n      \"transitions\" : 1099,\n      \"depth\" : 16,")
        .contains("\"goals\" : {\n        \"decided\" : true")
        .contains("\"s.yaml:10:17: explored: expected 444, found 443\"");
  }

  @Test
  void folderIsWalkedInOrder() throws IOException {
    suite.write("b.yaml", SuiteRun.GOOD);
    suite.write("a/z.yml", SuiteRun.GOOD);
    suite.write("long/never.yaml", "no checks");
    suite.write(".hidden/never.yaml", "no checks");
    suite.write(".never.yaml", "no checks");
    suite.write("notes.txt", "no checks");
    suite.write("quorums.yaml", "processes: 3\nquorums: majority of all\n");
    suite.write("run.yaml", "model: paxos\nsteps:\n  - Prepare: {ballot: 0}\nexpect: holds\n");
    assertThat(suite.onFolder("--list").out())
        .isEqualTo(
            "a/z.yml\n  model    small\nb.yaml\n  model    small\nrun.yaml\n  replay   run\n");
    assertThat(suite.onFolder().exitCode()).isZero();
  }

  @Test
  void fileThatIsNamedTwiceRunsOnce() throws IOException {
    String file = suite.write("s.yaml", SuiteRun.GOOD).toString();
    CommandLineRun run = CommandLineRun.of("suite", file, folder.toString(), file);
    assertThat(run.out()).contains("\n1 check: 1 ok; ");
  }

  @Test
  void folderThatIsCalledLongRunsWhenItIsNamed() throws IOException {
    suite.write("long/s.yaml", SuiteRun.GOOD);
    assertThat(suite.onFolder().err()).contains("there is no spec file in this folder");
    assertThat(CommandLineRun.of("suite", folder.resolve("long").toString()).exitCode()).isZero();
  }

  @Test
  void runOfAFileIsAFailureIfItIsNotPossible() throws IOException {
    suite.write("run.yaml", "model: paxos\nsteps:\n  - Promise: {acceptor: a1, ballot: 0}\n");
    CommandLineRun run = suite.of("checks: [{name: x, replay: run.yaml}]");
    assertThat(run.out()).contains("run.yaml:3:5: step 1: Promise is not enabled");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void runThatEndsInAnotherWayIsAFailure() throws IOException {
    suite.write("run.yaml", "model: paxos\nsteps: [Prepare: {ballot: 0}]\nexpect: agreement\n");
    CommandLineRun run = suite.of("checks: [{name: x, replay: run.yaml}]");
    assertThat(run.out()).contains("run.yaml expects 'agreement', found 'holds'");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void recordsExpectWhatTheyRecord() throws IOException {
    Path json = suite.write("p.json", CommandLineRun.words(VIOLATION + " --json").out());
    Path itf = folder.resolve("p.itf.json");
    CommandLineRun.words(VIOLATION + " --trace-itf " + itf);
    CommandLineRun run =
        suite.of(
            "checks: [{name: x, replay: p.json}, {name: y, replay: p.itf.json}]",
            json.toString(),
            itf.toString());
    assertThat(run.out()).contains("\n4 checks: 4 ok; ");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void recordThatIsNotTrueIsAFailure() throws IOException {
    String json = CommandLineRun.words(VIOLATION + " --json").out();
    suite.write("p.json", json.replaceFirst("\"explanation\" : \"", "$0not "));
    CommandLineRun run = suite.of("checks: [{name: x, replay: p.json}]");
    assertThat(run.out()).contains("the explanation is");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void failureOfQuorumsShowsAWitnessAndTheCommand() throws IOException {
    String check = "checks: [{name: x, quorum: {%s}}]";
    assertThat(suite.of(check.formatted("k: 3..4, f: 1, quorum: 2*f+1")).out())
        .contains("k = 4, f = 1, n = 5: {p1, p2, p3} and {", " share only {", "}, which may lie\n")
        .contains("see  quorate quorum -k 3..4 -f 1 --quorum '2*f+1'\n");
    suite.write("q.yaml", "processes: [a, b, c, d]\nquorums: 2 of {a, b, c, d}\n");
    CommandLineRun run = suite.of(check.formatted("system: q.yaml, f: 1"), "-v");
    assertThat(run.out()).contains("} share no process\n");
    assertThat(run.err()).contains("  x  quorate quorum --system q.yaml -f 1");
  }

  @Test
  void wrongExpectationOfAScenarioIsSaidWhereItStands() throws IOException {
    CommandLineRun run =
        suite.of(
            SuiteRun.GOOD,
            suite
                .write(
                    "a b.yaml", "model: paxos\nsteps: [Prepare: {ballot: 0}]\nexpect: agreement\n")
                .toString());
    assertThat(run.out())
        .contains("a b.yaml:3:9: ", "expects 'agreement', found 'holds'", "see  quorate replay '")
        .contains("a b.yaml'\n");
  }
}
