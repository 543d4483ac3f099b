package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.symmetry.Symmetry;

/** More states than a log without need for them holds: finished levels are forgotten. */
class LargeSearchTest {

  private static final int SIDE = 107;

  @ParameterizedTest
  @CsvSource({"EXACT, 1, false", "EXACT, 2, false", "FINGERPRINT, 2, true"})
  void aViolationAtTheEndIsTracedBack(StoreKind store, int threads, boolean wide) {
    int last = 3 * (SIDE - 1);
    Grid grid = Grid.of(SIDE, 3).forbidding(last);
    Grid model = wide ? grid.wide() : grid;
    Symmetry symmetry = Symmetry.none(model.layout());
    SearchOptions options =
        SearchOptions.defaults(symmetry).withStrategy(Strategy.BFS, threads).withStore(store);
    SearchResult result = Search.run(model, options);
    Verdict.Violated violated = (Verdict.Violated) result.verdict();
    assertThat(violated.path()).hasSize(last + 1);
    Paths.assertLeadsToViolation(model, symmetry, violated);
    if (!wide) {
      assertThat(result.explored()).isEqualTo(1_225_043);
      // All states in a log would take 9.8 MB beside a table of about 17 MB.
      assertThat(result.levels()).hasSize(last + 1);
    }
  }
}
