package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Mutant;

/** The catalogues of all models are run by {@link SuiteSpecsTest}. */
class MutantsCommandTest {

  @Test
  void everyMutantIsCaughtWhereTheCatalogueSaysAndEveryControlHolds() {
    CommandLineRun run = CommandLineRun.words("mutants paxos");
    assertThat(run.out()).contains("37 checks, all as expected");
    assertThat(run.exitCode()).isZero();
  }

  /** Of a counter that goes too far, and of which one mutant is said not to. */
  private static CommandLineRun mutantsOfTheCounter(String... options) {
    List<Map<String, String>> once = List.of(Map.of());
    Mutant caught = new Mutant("caught", false, "the bound", "here", once, List.of());
    Mutant dud = new Mutant("dud", false, "nothing", "nowhere", List.of(), once);
    List<String> args = new ArrayList<>(List.of("mutants"));
    args.addAll(List.of(options));
    return CommandLineRun.of(
        List.of(new StubProtocol(() -> {}, 7, List.of(caught, dud))), args.toArray(String[]::new));
  }

  @Test
  void quietSaysWhatIsNotAsExpected() {
    CommandLineRun run = mutantsOfTheCounter("-q");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines().toList()).hasSize(2);
    assertThat(run.out())
        .startsWith("  dud                       missed     caught         8         9 ")
        .endsWith("\n2 checks, 1 not as expected\n");
  }

  @Test
  void jsonHasEveryCheck() {
    CommandLineRun run = mutantsOfTheCounter("--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{")
        .contains("\"asExpected\" : false", "\"mutant\" : \"caught\"", "\"mutant\" : \"dud\"")
        .contains("\"expected\" : \"missed\"", "\"invariant\" : \"bounded\"", "\"length\" : 8")
        .endsWith("}\n");
  }

  @Test
  void verboseSaysWhatEachRunWasToldToDo() {
    assertThat(mutantsOfTheCounter().err()).isEmpty();
    assertThat(mutantsOfTheCounter("-v").err())
        .contains("counter, expected: caught\n  options     none\n  state       4 bits in 1 word")
        .contains("counter, expected: missed");
  }
}
