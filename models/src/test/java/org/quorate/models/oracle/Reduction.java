package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.state.Scalarset;
import org.quorate.state.State;

/** Compares searches that leave out what other steps cover with searches that do not. */
public final class Reduction {

  private Reduction() {}

  /**
   * Checks that both give the same verdict on every invariant, reach the same goals, and, up to
   * what only adds to it, the same decisions.
   *
   * @param decisions what is decided in a state; a run never takes it back
   */
  public static <D> void check(Model model, Function<State, Set<D>> decisions) {
    assertThat(largest(decided(model, Explore.upTo().reduced(), decisions)))
        .isEqualTo(largest(decided(model, Explore.upTo(), decisions)));
    sameAnswers(model);
  }

  /** Checks that verdicts and goals are the same with and without reduction and symmetry. */
  public static void sameAnswers(Model model) {
    List<String> all = model.layout().scalarsets().stream().map(Scalarset::name).toList();
    SearchResult plain = Explore.upTo(all).all(model);
    for (Explore way : List.of(Explore.upTo(), Explore.upTo(all))) {
      SearchResult reduced = way.reduced().all(model);
      assertThat(reduced.goals()).as(way.toString()).isEqualTo(plain.goals());
      assertThat(reduced.explored()).isLessThanOrEqualTo(way.all(model).explored());
    }
    for (Invariant invariant : model.invariants()) {
      Model one = Variant.withInvariants(model, invariant);
      boolean holds = Explore.upTo(all).run(one).verdict() instanceof Verdict.Holds;
      for (Explore way : List.of(Explore.upTo(), Explore.upTo(all))) {
        assertThat(way.reduced().run(one).verdict() instanceof Verdict.Holds)
            .as("%s, %s", invariant.name(), way)
            .isEqualTo(holds);
      }
    }
  }

  /** Everything that is decided in some state. */
  public static <D> Set<Set<D>> decided(
      Model model, Explore way, Function<State, Set<D>> decisions) {
    Set<Set<D>> found = new HashSet<>();
    Invariant collecting =
        Variant.property(
            "nothing",
            s -> {
              found.add(decisions.apply(s));
              return true;
            });
    SearchResult result = way.run(Variant.withInvariants(model, collecting));
    assertThat(result.verdict()).isInstanceOf(Verdict.Holds.class);
    return found;
  }

  /** Those sets that are in no other one. */
  public static <D> Set<Set<D>> largest(Set<Set<D>> sets) {
    Set<Set<D>> largest = new HashSet<>(sets);
    largest.removeIf(
        set ->
            sets.stream().anyMatch(other -> other.size() > set.size() && other.containsAll(set)));
    return largest;
  }
}
