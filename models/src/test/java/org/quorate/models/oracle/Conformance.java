package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.search.SearchResult;

/** Checks that a model has the states and steps that it should have, however it is explored. */
public final class Conformance {

  private Conformance() {}

  /** Checks that a model has as many states at each depth, and steps by each action, as another. */
  public static <S> SearchResult sameGraph(Model model, NaiveSearch<S> expected) {
    SearchResult found = Explore.upTo().all(model);
    assertThat(found.levels()).isEqualTo(expected.levels());
    assertThat(withoutZeros(found.fired())).isEqualTo(expected.fired());
    return found;
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> fired) {
    Map<String, Long> some = new HashMap<>(fired);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  /** Checks at which depth an invariant of a model first fails, if it ever does. */
  public static <S> void sameViolation(
      Model model, String invariant, NaiveSearch<S> expected, Predicate<S> holds) {
    Model only = Variant.withInvariants(model, Variant.find(model, invariant));
    assertThat(Explore.depthOfViolation(only))
        .as(invariant)
        .isEqualTo(expected.depthOfFirstWithout(holds));
  }

  /** Checks that a model explored up to each of some symmetries, in each way, is the same one. */
  public static void sameUpTo(Collection<List<String>> symmetries, Model model) {
    SearchResult plain = Explore.upTo().all(model);
    for (List<String> symmetry : symmetries) {
      List<SearchResult> results = ways(symmetry).map(way -> way.all(model)).toList();
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
                    new Explore(Strategy.BFS, 1, store, symmetry),
                    new Explore(Strategy.BFS, 2, store, symmetry),
                    new Explore(Strategy.DFS, 1, store, symmetry)));
  }
}
