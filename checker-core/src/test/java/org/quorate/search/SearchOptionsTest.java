package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.symmetry.Symmetry;

class SearchOptionsTest {

  private static final SearchOptions DEFAULTS =
      SearchOptions.defaults(Symmetry.none(Grid.of(2, 2).layout()));

  private static SearchOptions limited(SearchOptions options, OptionalLong states, int depth) {
    return options.withLimits(
        states, OptionalInt.of(depth), Optional.empty(), OptionalLong.empty());
  }

  @Test
  void byDefaultTheSearchIsBreadthFirstExactAndUnlimited() {
    assertThat(DEFAULTS.strategy()).isEqualTo(Strategy.BFS);
    assertThat(DEFAULTS.store()).isEqualTo(SearchOptions.StoreKind.EXACT);
    assertThat(DEFAULTS.maxStates()).isEmpty();
    assertThat(DEFAULTS.maxDepth()).isEmpty();
    assertThat(DEFAULTS.timeout()).isEmpty();
    assertThat(DEFAULTS.maxBytes()).isEmpty();
  }

  @Test
  void depthFirstRefusesSeveralThreads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withStrategy(Strategy.DFS, 2))
        .withMessage("depth-first search uses one thread; leave out threads, or use bfs");
  }

  @Test
  void depthFirstRefusesALimitOnDepth() {
    SearchOptions depthFirst = DEFAULTS.withStrategy(Strategy.DFS, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limited(depthFirst, OptionalLong.empty(), 5))
        .withMessageStartingWith("max-depth needs breadth-first search");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1025})
  void aStrangeNumberOfThreadsIsRefused(int threads) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withStrategy(Strategy.BFS, threads))
        .withMessage("threads must be between 1 and 1024, not " + threads);
  }

  @Test
  void limitsBelowTheLeastAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limited(DEFAULTS, OptionalLong.of(0), 0))
        .withMessage("max-states must be at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limited(DEFAULTS, OptionalLong.of(1), -1))
        .withMessage("max-depth must not be negative: -1");
  }
}
