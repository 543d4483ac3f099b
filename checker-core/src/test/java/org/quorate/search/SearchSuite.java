package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.state.Scalarset;
import org.quorate.symmetry.Symmetry;
import org.quorate.tutorial.TwoPhaseCommit;

/** What every way to search must find out, by the word of the {@link Oracle}. */
abstract class SearchSuite {

  /** A model under a symmetry. */
  record Case(String name, Model model, Symmetry symmetry) {

    private static final Map<String, Oracle> ORACLES = new ConcurrentHashMap<>();

    Oracle oracle() {
      return ORACLES.computeIfAbsent(toString(), key -> Oracle.explore(model, symmetry));
    }

    Case withoutSymmetry() {
      return new Case(name, model, Symmetry.none(model.layout()));
    }

    @Override
    public String toString() {
      return name + " up to " + symmetry.names();
    }
  }

  abstract SearchOptions options(Symmetry symmetry);

  private boolean isBreadthFirst(Symmetry symmetry) {
    return options(symmetry).strategy() == Strategy.BFS;
  }

  private boolean isExact(Symmetry symmetry) {
    return options(symmetry).store() == StoreKind.EXACT;
  }

  static Stream<Case> holding() {
    return Stream.of(
            cases("a counter", new Counter(3, 9, -1)),
            cases("a state alone", Grid.of(1, 1)),
            cases("a grid", Grid.of(9, 4)),
            cases("a wide grid", Grid.of(9, 4).wide()),
            cases("passing a token", new TokenPassing(4, true)),
            cases("two-phase commit", TwoPhaseCommit.of(5)),
            cases("voting", new Voting(5, 3, 3)))
        .flatMap(s -> s);
  }

  static Stream<Case> violating() {
    return Stream.of(
            cases("a counter that starts forbidden", new Counter(3, 9, 3)),
            cases("a counter that wraps", new Counter(3, 9, 1)),
            cases("a grid with a border", Grid.of(9, 4).forbidding(15)),
            cases("a wide grid with a border", Grid.of(9, 4).wide().forbidding(15)),
            cases("a grid with a last corner", Grid.of(9, 3).forbidding(24)),
            cases("ignoring a token", new TokenPassing(4, false)),
            cases("voting with a small quorum", new Voting(5, 3, 2)))
        .flatMap(s -> s);
  }

  /** The model with no symmetry, with that of each scalarset, and with that of all. */
  private static Stream<Case> cases(String name, Model model) {
    List<Symmetry> symmetries = new ArrayList<>();
    symmetries.add(Symmetry.none(model.layout()));
    for (Scalarset set : model.layout().scalarsets()) {
      symmetries.add(Symmetry.of(model.layout(), List.of(set.name())));
    }
    if (model.layout().scalarsets().size() > 1) {
      symmetries.add(Symmetry.all(model.layout()));
    }
    return symmetries.stream().map(symmetry -> new Case(name, model, symmetry));
  }

  @ParameterizedTest
  @MethodSource("holding")
  void countsEverythingOnce(Case c) {
    SearchResult result = Search.run(c.model(), options(c.symmetry()));
    assertThat(result.verdict()).isEqualTo(new Verdict.Holds());
    assertThat(result.exact()).isEqualTo(isExact(c.symmetry()) || c.model().layout().words() == 1);
    assertCountsOf(c.oracle(), result);
    assertThat(result.represented()).isEqualTo(c.withoutSymmetry().oracle().explored());
    if (isBreadthFirst(c.symmetry())) {
      assertLevelsOf(c.oracle(), result);
    } else {
      assertThat(result.depth()).isEmpty();
      assertThat(result.levels()).isEmpty();
      assertThat(result.levelSeconds()).isEmpty();
      assertThat(result.coverage().actions()).allMatch(a -> a.firstStep().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("violating")
  void findsAPathToAViolation(Case c) {
    SearchResult result = Search.run(c.model(), options(c.symmetry()));
    assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
    Verdict.Violated violated = (Verdict.Violated) result.verdict();
    Paths.assertLeadsToViolation(c.model(), c.symmetry(), violated);
    assertThat(violated.shortest()).isEqualTo(isBreadthFirst(c.symmetry()));
    if (isBreadthFirst(c.symmetry())) {
      assertThat(violated.path()).hasSameSizeAs(c.oracle().levels());
      assertThat(violated.state()).isEqualTo(c.oracle().violating().orElseThrow());
      assertCountsOf(c.oracle(), result);
      assertLevelsOf(c.oracle(), result);
    }
  }

  private static void assertCountsOf(Oracle oracle, SearchResult result) {
    assertThat(result.explored()).isEqualTo(oracle.explored());
    assertThat(result.represented()).isEqualTo(oracle.represented());
    assertThat(result.transitions()).isEqualTo(oracle.transitions());
    assertThat(result.fired()).containsExactlyEntriesOf(oracle.fired());
    assertThat(result.goals()).containsExactlyEntriesOf(oracle.goals());
    for (Coverage.OfInvariant each : result.coverage().invariants()) {
      assertThat(each.evaluated()).isEqualTo(oracle.evaluated().getOrDefault(each.name(), 0L));
      assertThat(each.failed()).isEqualTo(oracle.failed().getOrDefault(each.name(), 0L));
    }
    assertThat(result.bytes()).isPositive();
  }

  private static void assertLevelsOf(Oracle oracle, SearchResult result) {
    assertThat(result.levels()).isEqualTo(oracle.levels());
    assertThat(result.depth()).hasValue(oracle.levels().size() - 1);
    assertThat(result.levelSeconds()).hasSameSizeAs(oracle.levels()).isSorted();
    for (Coverage.OfAction each : result.coverage().actions()) {
      assertThat(each.firstStep()).isEqualTo(orEmpty(oracle.firstSteps().get(each.name())));
    }
    for (Coverage.OfGoal each : result.coverage().goals()) {
      assertThat(each.depth()).isEqualTo(orEmpty(oracle.goalDepths().get(each.name())));
    }
  }

  private static OptionalInt orEmpty(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
