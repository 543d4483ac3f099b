package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users see of {@code check}: exit codes, the fixed JSON keys, the counts, the explanations.
 */
class CheckCommandTest {

  private static final String SMALL = "check paxos --acceptors 3 --ballots 2 --values 2 --json ";

  @ParameterizedTest
  @CsvSource({
    "'',                                        443",
    "--symmetry none,                           3921",
    "--symmetry acceptors,                      857",
    "--symmetry values,                         2001",
    "'--symmetry acceptors,values',             443",
    "--threads 1,                               443",
    "--threads 2 --store fingerprint,           443",
    "--symmetry none --threads 1 --store exact, 3921",
  })
  void breadthFirstCounts(String options, long explored) throws IOException {
    CommandLineRun run = CommandLineRun.words(SMALL + options);
    assertThat(run.exitCode()).isZero();
    assertThat(scalars(run.out()))
        .containsEntry("verdict", "holds")
        .containsEntry("states.explored", Long.toString(explored))
        .containsEntry("states.represented", "3921")
        .containsEntry("depth", "16")
        .containsEntry("goals.decided", "true")
        .containsEntry("exact", "true");
  }

  @ParameterizedTest
  @CsvSource({"none, 3921", "acceptors, 857", "all, 443"})
  void depthFirstCounts(String symmetry, long explored) throws IOException {
    CommandLineRun run = CommandLineRun.words(SMALL + "--strategy dfs --symmetry " + symmetry);
    assertThat(run.exitCode()).isZero();
    assertThat(scalars(run.out()))
        .containsEntry("states.explored", Long.toString(explored))
        .containsEntry("states.represented", "3921")
        .containsEntry("depth", "null");
  }

  @Test
  void fixedKeysAreThere() throws IOException {
    CommandLineRun run =
        CommandLineRun.words("check paxos --proposers-per-ballot 2 --ballots 1 --json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(scalars(run.out()))
        .containsKeys(
            "tool",
            "version",
            "model",
            "parameters.acceptors",
            "verdict",
            "exact",
            "strategy",
            "threads",
            "symmetry[0]",
            "states.explored",
            "states.represented",
            "transitions",
            "depth",
            "goals.decided",
            "violation.invariant",
            "violation.explanation",
            "violation.length",
            "violation.trace[0].step",
            "violation.trace[0].action",
            "violation.trace[0].arguments.ballot",
            "violation.trace[0].state.n_max.a1",
            "seconds",
            "peakMemoryBytes")
        .containsEntry("violation.length", "9")
        .containsEntry("violation.trace[8].step", "9");
  }

  @Test
  void explainsInTermsOfQuorums() {
    CommandLineRun run = CommandLineRun.words("check paxos --proposers-per-ballot 2 --ballots 1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("VIOLATED  agreement")
        .contains("v1 was chosen in ballot 0 by {a1, a2}; v2 was chosen in ballot 0 by {a1, a2}.")
        .contains("The two quorums meet in {a1, a2}, which voted for both")
        .contains("9 steps, and no run is shorter")
        .contains("breaks one-value-per-ballot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check paxos --proposers-per-ballot 2 --ballots 1",
        "check paxos --mutant choose-lowest",
        "check paxos --mutant forget-all --ballots 2",
        "check paxos --acceptors 4 --byzantine 1 --quorum 2 --ballots 2",
        "check paxos --quorum 1 --ballots 2 --store fingerprint"
      })
  void counterexamplesAreTheSameForAnyNumberOfThreads(String command) {
    String one = trace(CommandLineRun.words(command + " --threads 1"));
    assertThat(one).contains("VIOLATED");
    assertThat(trace(CommandLineRun.words(command + " --threads 2"))).isEqualTo(one);
    assertThat(trace(CommandLineRun.words(command + " --threads 3"))).isEqualTo(one);
  }

  /** The output without the line about this very run. */
  private static String trace(CommandLineRun run) {
    return run.out().replaceAll("(?m)^ *run .*$", "");
  }

  @Test
  void configurationWhoseQuorumsNeedNotMeetIsViolatedEvenWhereNoRunShowsIt() {
    CommandLineRun run = CommandLineRun.words("check paxos --quorum 1 --ballots 1");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("VIOLATED  quorum-intersection")
        .contains("may share no acceptor: {a1} and {a3}");
  }

  @Test
  void unreachableGoalIsPartOfTheVerdict() {
    CommandLineRun run = CommandLineRun.words("check paxos --mutant accept-only-above");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("but nothing is ever decided: this holds because nothing happens");
  }

  @ParameterizedTest
  @CsvSource({
    "--max-states 100, limit on states",
    "--max-depth 3,    limit on depth",
    "--timeout 0s,     time limit",
    "--memory 1k,      memory limit",
  })
  void limitsEndIncompleteWithCounts(String limit, String reason) {
    CommandLineRun run = CommandLineRun.words("check paxos " + limit);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("INCOMPLETE").contains(reason).containsPattern("states +\\d+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | say what to do",
        "frob                                        | unknown command 'frob'",
        "check                                       | say which model",
        "check paxo                                  | did you mean 'paxos'",
        "check pfbt                                  | did you mean 'pbft'",
        "check paxos --acceptor 3                    | --acceptors",
        "check paxos --mutant skipphase1             | did you mean 'skip-phase1'",
        "check paxos --symmetry acceptor             | this model has: acceptors, values",
        "check paxos --acceptors 13                  | from 1 to 12",
        "check paxos --acceptors many                | from 1 to 12",
        "check paxos --ballots 0                     | from 1 to 8",
        "check paxos --quorum 4                      | quorum: '4' is 4 at n = 3, k = 2, f = 1; a"
            + " quorum has from 1 to n = 3",
        "check paxos --phase2-quorum 0               | from 1 to n = 3",
        "check paxos --quorum n/2                    | 3/2 at n = 3, k = 2, f = 1, which is not a"
            + " whole",
        "check paxos --quorum 2f+1                   | column 2: expected an operator: write 2*f",
        "check paxos --quorum ceil(n                 | column 7: expected ')', found the end",
        "check paxos --quorum n/0                    | divides by zero",
        "check paxos --acceptors 4 -f 2 --quorum k   | uses k, which has no value here",
        "check paxos --value-names x                 | value-names must be 2 names",
        "check paxos --value-names x,x               | differ from each other",
        "check paxos --ballot-names a+b,c,d          | 'a+b' is none",
        "check paxos --byzantine 3                   | less than the number of acceptors",
        "check paxos --acceptors 3 -k 1              | not both",
        "check paxos -k 5 -f 5                       | at most 12",
        "check paxos --strategy dfs --threads 2      | one thread",
        "check paxos --strategy dfs --max-depth 4    | breadth-first",
        "check paxos --strategy sideways             | BFS, DFS",
        "check paxos --threads 0                     | between 1 and 1024",
        "check paxos --memory much                   | such as 512m",
        "check paxos --memory 999t                   | QUORATE_JAVA_OPTS",
        "check paxos --timeout soon                  | such as 90s",
        "check paxos --mutant small-quorum --quorum 2| leave out quorum",
        "mutants paxo                                | did you mean 'paxos'",
        "models paxo                                 | did you mean 'paxos'",
      })
  void badUsageSaysWhatWouldBeRight(String args, String hint) {
    CommandLineRun run = CommandLineRun.words(args);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "check paxos --help", "mutants --help"})
  void helpShowsExamplesOrExitCodes(String args) {
    CommandLineRun run = CommandLineRun.words(args);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).containsAnyOf("Example", "Exit codes");
  }

  @Test
  void modelsListsOptionsInvariantsAndMutants() {
    CommandLineRun run = CommandLineRun.words("models");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("--phase1-quorum", "agreement", "skip-phase1", "decided");
  }

  @Test
  void layoutIsDrawn() {
    CommandLineRun run = CommandLineRun.words("check paxos --ballots 4 --layout");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("36 bits in 1 word").contains("promised[a3]{0..3}");
  }

  /** The scalar values of a JSON text by their paths. */
  private static Map<String, String> scalars(String json) throws IOException {
    Map<String, String> found = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t.isScalarValue()) {
          String path = parser.getParsingContext().pathAsPointer().toString();
          found.put(dotted(path), parser.getText());
        }
      }
    }
    return found;
  }

  private static String dotted(String pointer) {
    return pointer.substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
  }
}
