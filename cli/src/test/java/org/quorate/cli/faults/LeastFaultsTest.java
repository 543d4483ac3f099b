package org.quorate.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.Checker;
import org.quorate.model.Model;
import org.quorate.model.Option.FaultSet;
import org.quorate.model.Settings;
import org.quorate.models.paxos.PaxosProtocol;
import org.quorate.search.SearchOptions;
import org.quorate.search.Verdict;
import org.quorate.symmetry.Symmetry;

/** The least faults against checks of every set of faults. */
class LeastFaultsTest {

  private static final PaxosProtocol PAXOS = new PaxosProtocol();

  static Stream<Map<String, String>> settings() {
    return Stream.of(
        settings("1", "2", "loss,reordering,forget=1,forget-vote=1,reuse=1", "none"),
        settings("2", "1", "duplication,crash=1,recovery,reuse=1", "none"),
        settings("2", "2", "loss,reordering,crash=2,forget-promise=2", "none"),
        settings("2", "2", "loss,reordering", "skip-phase1"),
        settings("2", "2", "loss,reordering", "accept-only-above"));
  }

  private static Map<String, String> settings(
      String acceptors, String ballots, String faults, String mutant) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("acceptors", acceptors);
    settings.put("ballots", ballots);
    settings.put("values", "2");
    settings.put("faults", faults);
    settings.put("mutant", mutant);
    return settings;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void sameAsCheckingEverySet(Map<String, String> settings) {
    FaultRun run =
        FaultRun.of(PAXOS, settings, layout -> SearchOptions.defaults(Symmetry.all(layout)));

    FaultAnswer answer = run.run((decided, sets, set) -> UnaryOperator.identity());

    Lattice lattice =
        Lattice.below((FaultSet) run.faults().type(), run.most(), LeastFaultsTest::isModel);
    Set<List<Integer>> unsafe = new HashSet<>();
    for (List<Integer> set : lattice.sets()) {
      if (isUnsafe(run, lattice.faults(set))) {
        unsafe.add(set);
      }
    }
    assertThat(answer.sets()).isEqualTo(lattice.sets().size());
    assertThat(answer.unknown()).isEmpty();
    assertThat(faults(answer.needed()))
        .containsExactlyInAnyOrderElementsOf(
            unsafe.stream()
                .filter(set -> unsafe.stream().noneMatch(o -> isLess(o, set)))
                .map(lattice::faults)
                .toList());
    assertThat(faults(answer.harmless()))
        .containsExactlyInAnyOrderElementsOf(
            lattice.sets().stream()
                .filter(set -> !unsafe.contains(set))
                .filter(
                    set ->
                        lattice.sets().stream()
                            .allMatch(o -> !isLess(set, o) || unsafe.contains(o)))
                .map(lattice::faults)
                .toList());
  }

  private static List<Map<String, Integer>> faults(List<FaultAnswer.Found> sets) {
    return sets.stream().map(FaultAnswer.Found::faults).toList();
  }

  private static boolean isLess(List<Integer> set, List<Integer> other) {
    return !set.equals(other) && Lattice.isWithin(set, other);
  }

  /** Recovery needs crashes, and crashes lose one and the same thing. */
  private static boolean isModel(Map<String, Integer> set) {
    return (!set.containsKey("recovery") || set.containsKey("crash"))
        && !(set.containsKey("forget") && set.containsKey("forget-vote"));
  }

  private static boolean isUnsafe(FaultRun run, Map<String, Integer> set) {
    Model model = PAXOS.configure(Settings.of(PAXOS, run.settings(set))).model();
    return Checker.of("paxos", model).check().search().verdict() instanceof Verdict.Violated;
  }
}
