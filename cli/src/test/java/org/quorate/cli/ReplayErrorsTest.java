package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users see of a scenario that is wrong: where, what, and what would be right. */
class ReplayErrorsTest {

  private static final String SCENARIO =
      """
      model: paxos
      options: {acceptors: 3, ballots: 2, ballot-names: [5, 7], value-names: [8, 2]}
      none: 0
      steps:
        - Prepare: {ballot: 5}
        - Promise: {acceptor: a1, ballot: 5}
      expect: holds
      """;

  private static final String BYZANTINE =
      """
      model: pbft
      options: {replicas: 4, views: 2}
      initial: {faulty: [r3]}
      steps:
        - PrePrepare: {view: 0, request: v1, slot: 0}
      """;

  @TempDir private Path folder;

  private CommandLineRun replay(String text, String... models) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), text);
    String[] args = new String[models.length + 2];
    args[0] = "replay";
    System.arraycopy(models, 0, args, 1, models.length);
    args[args.length - 1] = file.toString();
    return CommandLineRun.of(args);
  }

  private void assertRefused(String text, String message) throws IOException {
    assertRefused(replay(text), message);
  }

  private void assertRefused(CommandLineRun run, String message) {
    assertThat(run.err().replace(folder + "/", "")).isEqualTo("error: " + message + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void scenariosOfThisTestAreRight() throws IOException {
    assertThat(replay(SCENARIO).exitCode()).isZero();
    assertThat(replay(BYZANTINE.replace(", slot: 0", "")).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps:         | step:    | s.yaml:4:1: unknown key 'step' of a scenario (did you mean"
            + " 'steps'?); known: model, options, none, initial, steps, expect",
        "model: paxos   | options2: 1 | s.yaml:1:1: unknown key 'options2' of a scenario (did you"
            + " mean 'options'?); known: model, options, none, initial, steps, expect",
        "model: paxos   | none: 0  | s.yaml:3:1: the key 'none' is there already, in line 1",
        "model: paxos   | ''       | s.yaml:2:1: the key 'model' is missing",
        "paxos          | paxo     | s.yaml:1:8: unknown model 'paxo' (did you mean 'paxos'?);"
            + " known: paxos, multipaxos, pbft",
        "model: paxos   | model: [paxos] | s.yaml:1:8: expected the name of a model, not a list",
        "acceptors: 3   | acceptor: 3 | s.yaml:2:11: unknown option 'acceptor' of paxos (did you"
            + " mean 'acceptors'?); known: k, f, acceptors, ballots, values, quorum, phase1-quorum,"
            + " phase2-quorum, quorum-system, proposers-per-ballot, forget, byzantine, mutant,"
            + " network, faults, value-names, ballot-names",
        "acceptors: 3   | acceptors: 13 | s.yaml:2:11: acceptors must be a whole number from 1 to"
            + " 12, not '13'",
        "acceptors: 3   | acceptors: {n: 3} | s.yaml:2:22: expected a value, or a list of values,"
            + " not a mapping",
        "acceptors: 3   | k: 2, acceptors: 3 | s.yaml:2:10: give either acceptors, or k"
            + " (n = k·f + 1); not both",
        "acceptors: 3   | mutant: skip-phase2 | s.yaml:2:11: unknown mutant 'skip-phase2' (did you"
            + " mean 'skip-phase1'?); known: none, shared-ballot, small-quorum, skip-phase1,"
            + " ignore-promises, choose-lowest, choose-any, promise-not-stored, accept-unchecked,"
            + " accept-keeps-nmax, stale-promise, forget-promise, forget-vote, forget-all,"
            + " learn-by-value, promise-on-equal, accept-only-above, promise-unchecked,"
            + " accept-keeps-highest",
        "'[8, 2]'       | '[8]'    | s.yaml:2:10: value-names must be 2 names, one for each, not 1",
        "'[8, 2]'       | '[\"8,2\"]' | s.yaml:2:73: '8,2' has a comma; give each word on its own",
        "'{acceptors: 3, ballots: 2, ballot-names: [5, 7], value-names: [8, 2]}' | many |"
            + " s.yaml:2:10: expected a mapping with a value for each name, not 'many'",
        "none: 0        | 'none: \"a b\"' | s.yaml:3:7: 'none' is shown in tables: give 1 to 8"
            + " letters, digits or signs",
        "Prepare:       | Prepar:  | s.yaml:5:5: unknown action 'Prepar' (did you mean 'Prepare'?);"
            + " known: Accept, Prepare, Promise, Propose",
        "'Prepare: {ballot: 5}' | Prepare | s.yaml:5:5: Prepare needs the argument ballot: one of"
            + " 5, 7",
        "'Prepare: {ballot: 5}' | 'Prepare:' | s.yaml:5:13: Prepare needs the argument ballot: one"
            + " of 5, 7",
        "'- Prepare: {ballot: 5}' | '- {Prepare: {ballot: 5}, Propose: {}}' | s.yaml:5:5: a step"
            + " is one action, such as '- Prepare: {ballot: 0}'; this has 2 keys",
        "'- Prepare: {ballot: 5}' | '- [Prepare, 5]' | s.yaml:5:5: expected a mapping with an"
            + " action and its arguments, not a list",
        "'acceptor: a1' | 'acceptr: a1' | s.yaml:6:15: unknown argument 'acceptr' of Promise (did"
            + " you mean 'acceptor'?); known: acceptor, ballot",
        "'acceptor: a1, ' | ''    | s.yaml:6:14: Promise needs the argument acceptor: one of a1,"
            + " a2, a3",
        "'acceptor: a1' | 'acceptor: a4' | s.yaml:6:25: acceptor cannot be 'a4'; it is one of a1,"
            + " a2, a3",
        "'acceptor: a1' | 'acceptor: [a1]' | s.yaml:6:25: expected a value of acceptor, not a list",
        "'{ballot: 5}'  | '{ballot: 0}' | s.yaml:5:23: ballot cannot be '0'; it is one of 5, 7",
        "'a1, ballot: 5' | 'a1, ballot: 7' | s.yaml:6:5: step 2: Promise is not enabled: it needs"
            + " that 1a(ballot) was sent",
        "'Promise: {acceptor: a1, ballot: 5}' | 'Prepare: {ballot: 5}' | s.yaml:6:5: step 2:"
            + " Prepare is not enabled: it needs that 1a(ballot) was not sent before",
        "expect: holds  | expect: agrement | s.yaml:7:9: unknown expectation 'agrement' (did you"
            + " mean 'agreement'?); known: holds, agreement, validity, quorum-intersection",
        "none: 0        | 'initial: {n_mx: {a1: 0}}' | s.yaml:3:11: unknown view 'n_mx' of the"
            + " model (did you mean 'n_max'?); known: x_last, n_last, n_max, 1a, 1b, 2a, 2b,"
            + " chosen",
        "none: 0        | 'initial: {n_max: {a4: 0}}' | s.yaml:3:19: unknown index 'a4' of n_max;"
            + " known: a1, a2, a3",
        "none: 0        | 'initial: {n_max: {a1: 5}}' | s.yaml:3:23: initially n_max[a1] is null,"
            + " not 5",
      })
  void scenarioThatIsWrong(String right, String wrong, String message) throws IOException {
    assertThat(SCENARIO).contains(right);
    assertRefused(
        SCENARIO.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)), message);
  }

  @Test
  void stepThatWouldChangeNothing() throws IOException {
    String text =
        SCENARIO.replace("acceptors: 3,", "acceptors: 3, mutant: promise-on-equal,")
            + "# the same promise again\n";
    String again = "  - Promise: {acceptor: a1, ballot: 5}\n";
    assertRefused(
        text.replace(again, again + again),
        "s.yaml:7:5: step 3: Promise is not enabled: it would change nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'initial: {faulty: [r3]}' | '' | s.yaml:1:1: the model has 4 initial states; select one"
            + " by the key 'initial', with faulty: [r0] or faulty: [r1] or faulty: [r2] or faulty:"
            + " [r3]",
        "'faulty: [r3]' | 'faulty: [r4]' | s.yaml:3:10: no initial state is like this; there are"
            + " those with faulty: [r0] or faulty: [r1] or faulty: [r2] or faulty: [r3]",
        "'faulty: [r3]' | 'view: {r3: 0}' | s.yaml:3:10: 3 initial states are like this; tell them"
            + " apart by faulty: [r0] or faulty: [r1] or faulty: [r2]",
        "'slot: 0' | 'slot: 1' | s.yaml:5:40: unknown argument 'slot' of PrePrepare; known: view,"
            + " request",
      })
  void modelWithSeveralInitialStates(String right, String wrong, String message)
      throws IOException {
    assertThat(BYZANTINE).contains(right);
    assertRefused(BYZANTINE.replace(right, wrong), message);
  }

  @Test
  void anotherModelThanTheCommandLineSays() throws IOException {
    assertThat(replay(SCENARIO, "paxos").exitCode()).isZero();
    assertRefused(
        replay(SCENARIO, "pbft"), "s.yaml:1:8: this file is about the model paxos, not pbft");
    assertThat(replay(SCENARIO, "paxo").err()).contains("unknown model 'paxo' (did you mean");
  }

  @Test
  void usage() {
    assertThat(CommandLineRun.of("replay").err()).contains("[MODEL] FILE");
    assertThat(CommandLineRun.of("replay", "paxos", "a", "b").exitCode()).isEqualTo(2);
  }
}
