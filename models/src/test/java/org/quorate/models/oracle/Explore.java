package org.quorate.models.oracle;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.model.Model;
import org.quorate.search.Progress;
import org.quorate.search.Search;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.symmetry.Symmetry;

/**
 * A way to explore a model to the end, or to the first violation.
 *
 * @param symmetry the names of the scalarsets to use
 * @param reduces whether steps that others cover are left out
 */
public record Explore(
    Strategy strategy, int threads, StoreKind store, List<String> symmetry, boolean reduces) {

  /** No way but the plainest: breadth-first, on one thread, exact. */
  public static Explore upTo(String... symmetry) {
    return upTo(Arrays.asList(symmetry));
  }

  /** The same, by a list of names. */
  public static Explore upTo(List<String> symmetry) {
    return new Explore(Strategy.BFS, 1, StoreKind.EXACT, symmetry, false);
  }

  /** The same on several threads. */
  public Explore threads(int count) {
    return new Explore(strategy, count, store, symmetry, reduces);
  }

  /** The same without what other steps cover. */
  public Explore reduced() {
    return new Explore(strategy, threads, store, symmetry, true);
  }

  /** Explores the whole model, whatever invariants fail. */
  public SearchResult all(Model model) {
    SearchResult result = run(Variant.withoutInvariants(model));
    if (!(result.verdict() instanceof Verdict.Holds)) {
      throw new AssertionError("not explored to the end: " + result.verdict());
    }
    return result;
  }

  /** Explores until an invariant fails. */
  public SearchResult run(Model model) {
    return Search.run(
        model,
        new SearchOptions(
            strategy,
            threads,
            Symmetry.of(model.layout(), symmetry),
            reduces,
            store,
            OptionalLong.empty(),
            OptionalInt.empty(),
            Optional.of(Duration.ofMinutes(10)),
            OptionalLong.empty(),
            () -> false,
            Progress.NONE));
  }

  /** How many steps the shortest way to a violation of an invariant has, if there is one. */
  public static OptionalInt depthOfViolation(Model model) {
    return upTo().run(model).verdict() instanceof Verdict.Violated violated
        ? OptionalInt.of(violated.path().size() - 1)
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return "%s, %d threads, %s, symmetry %s%s"
        .formatted(strategy, threads, store, symmetry, reduces ? ", reduced" : "");
  }
}
