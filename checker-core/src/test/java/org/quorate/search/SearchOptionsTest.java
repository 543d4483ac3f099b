package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.symmetry.Symmetry;

class SearchOptionsTest {

  private static final SearchOptions DEFAULTS =
      SearchOptions.defaults(Symmetry.none(Grid.of(2, 2).layout()));

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
        .isThrownBy(() -> depthFirst.withMaxDepth(5))
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
    assertRefused(() -> DEFAULTS.withMaxStates(0), "max-states must be at least 1, not 0");
    assertRefused(() -> DEFAULTS.withMaxDepth(-1), "max-depth must not be negative: -1");
    assertRefused(() -> DEFAULTS.withMemory(0), "memory must be at least 1 byte, not 0");
    assertRefused(
        () -> DEFAULTS.withTimeout(Duration.ofSeconds(-1)), "timeout must not be negative: PT-1S");
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatIllegalArgumentException().isThrownBy(change).withMessage(message);
  }

  @Test
  void eachLimitLeavesTheOthersAlone() {
    SearchOptions all =
        DEFAULTS
            .withMaxStates(1)
            .withMaxDepth(2)
            .withTimeout(Duration.ofSeconds(3))
            .withMemory(4)
            .withMaxStates(5);
    assertThat(all.maxStates()).hasValue(5);
    assertThat(all.maxDepth()).hasValue(2);
    assertThat(all.timeout()).hasValue(Duration.ofSeconds(3));
    assertThat(all.maxBytes()).hasValue(4);
  }
}
