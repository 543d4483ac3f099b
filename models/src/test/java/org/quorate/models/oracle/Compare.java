package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quorate.models.oracle.Variant.find;
import static org.quorate.models.oracle.Variant.withInvariants;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.search.SearchResult;
import org.quorate.state.Scalarset;

/** Compares models with naive ones, with each other, and with themselves explored in other ways. */
public final class Compare {

  private Compare() {}

  /**
   * Checks that a model has the graph of a naive implementation, as many orbits of states, and
   * shortest counterexamples of the same length.
   *
   * @param images every image of a naive state under the model's whole symmetry
   * @param invariants for names of the model's invariants the same properties of naive states
   */
  public static <S> void withNaive(
      Model model,
      NaiveSearch<S> expected,
      Function<S, Collection<S>> images,
      Map<String, Predicate<S>> invariants) {
    graph(model, expected);
    assertThat(upToAll(model).all(model).explored()).isEqualTo(expected.orbits(images));
    violations(model, expected, invariants);
  }

  /** Checks that a model has as many states at each depth, and steps by each action, as another. */
  public static <S> SearchResult graph(Model model, NaiveSearch<S> expected) {
    SearchResult found = Explore.upTo().all(model);
    assertThat(found.levels()).isEqualTo(expected.levels());
    assertThat(withoutZeros(found.fired())).isEqualTo(expected.fired());
    return found;
  }

  /** Checks at which depths invariants first fail, if they ever do. */
  public static <S> void violations(
      Model model, NaiveSearch<S> expected, Map<String, Predicate<S>> invariants) {
    invariants.forEach(
        (name, property) ->
            assertThat(Explore.depthOfViolation(withInvariants(model, find(model, name))))
                .as(name)
                .isEqualTo(expected.depthOfFirstWithout(property)));
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> fired) {
    Map<String, Long> some = new HashMap<>(fired);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  private static Explore upToAll(Model model) {
    return Explore.upTo(scalarsets(model));
  }

  /** The names of a model's scalarsets: its whole symmetry. */
  public static List<String> scalarsets(Model model) {
    return names(model.layout().scalarsets());
  }

  private static List<String> names(Collection<Scalarset> scalarsets) {
    return scalarsets.stream().map(Scalarset::name).toList();
  }

  /** Checks that two models that differ only in what they store have the same graph. */
  public static void representations(Model compact, Model general) {
    assertThat(compact.layout().bits()).isLessThan(general.layout().bits());
    for (Explore way : List.of(Explore.upTo(), upToAll(general))) {
      SearchResult expected = way.all(general);
      SearchResult found = way.all(compact);
      assertThat(found.levels()).isEqualTo(expected.levels());
      assertThat(found.fired()).isEqualTo(expected.fired());
      assertThat(found.goals()).isEqualTo(expected.goals());
    }
    assertThat(Explore.depthOfViolation(compact)).isEqualTo(Explore.depthOfViolation(general));
  }

  /** Checks that every symmetry, strategy and store represents the states of a plain search. */
  public static void waysToExplore(Model model) {
    SearchResult plain = Explore.upTo().all(model);
    for (Set<Scalarset> some : Sets.powerSet(Set.copyOf(model.layout().scalarsets()))) {
      List<SearchResult> results = ways(names(some)).map(way -> way.all(model)).toList();
      assertThat(results).allSatisfy(r -> assertSame(r, plain, results.get(0).explored()));
    }
  }

  private static void assertSame(SearchResult found, SearchResult plain, long explored) {
    assertThat(found.represented()).isEqualTo(plain.explored());
    assertThat(represented(found)).isEqualTo(represented(plain));
    assertThat(found.explored()).isEqualTo(explored);
    assertThat(found.goals()).isEqualTo(plain.goals());
    if (found.depth().isPresent()) {
      assertThat(found.depth()).isEqualTo(plain.depth());
    }
  }

  /** How many states there are of each class, where the model tells classes apart. */
  public static Map<String, Long> represented(SearchResult result) {
    Map<String, Long> counts = new TreeMap<>();
    result.partition().forEach((name, count) -> counts.put(name, count.represented()));
    return counts;
  }

  private static Stream<Explore> ways(List<String> symmetry) {
    return Stream.of(StoreKind.values())
        .flatMap(
            store ->
                Stream.of(
                    new Explore(Strategy.BFS, 1, store, symmetry, false),
                    new Explore(Strategy.BFS, 2, store, symmetry, false),
                    new Explore(Strategy.DFS, 1, store, symmetry, false)));
  }
}
