package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.model.Successors;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.state.State;
import org.quorate.symmetry.Symmetry;

/** Models that throw, or run out of memory. */
class FailureTest {

  private static final class Bug extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Grid GRID = Grid.of(40, 3);

  static Stream<SearchOptions> everyWay() {
    SearchOptions defaults = SearchOptions.defaults(Symmetry.none(GRID.layout()));
    return Stream.of(
        defaults.withStrategy(Strategy.BFS, 1),
        defaults.withStrategy(Strategy.BFS, 2),
        defaults.withStrategy(Strategy.BFS, 3),
        defaults.withStrategy(Strategy.DFS, 1));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void whatAnActionThrowsReachesTheCaller(SearchOptions options) {
    Bug bug = new Bug();
    Model model = Hooked.onExpansion(GRID, s -> throwIf(GRID.distance(s) == 60, bug));
    assertReported(() -> Search.run(model, options), "action Hook", bug);
  }

  private static void assertReported(ThrowingCallable search, String part, Bug bug) {
    assertThatThrownBy(search)
        .isInstanceOf(ModelException.class)
        .hasMessageMatching(
            "(?s)%s: %s.*\nin the state\n  .*".formatted(part, Pattern.quote(Bug.class.getName())))
        .hasCause(bug);
  }

  private static void throwIf(boolean condition, Bug bug) {
    if (condition) {
      throw bug;
    }
  }

  /** The caller waits in its first large level until a helper has met the bug. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void whatAHelperThrowsReachesTheCaller(int threads) {
    Bug bug = new Bug();
    Fan fan = new Fan(50_000, -1);
    Thread caller = Thread.currentThread();
    CountDownLatch met = new CountDownLatch(1);
    Consumer<State> hook =
        s -> {
          if (fan.depth(s) == 0) {
            return;
          }
          if (Thread.currentThread() != caller) {
            met.countDown();
            throw bug;
          }
          awaitQuietly(met);
        };
    SearchOptions options =
        SearchOptions.defaults(Symmetry.none(fan.layout())).withStrategy(Strategy.BFS, threads);
    assertReported(() -> Search.run(Hooked.onExpansion(fan, hook), options), "action Hook", bug);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void whatAnInvariantThrowsReachesTheCaller(SearchOptions options) {
    Bug bug = new Bug();
    Model model = Hooked.onInspection(GRID, s -> throwIf(GRID.distance(s) == 60, bug));
    assertReported(() -> Search.run(model, options), "invariant hook", bug);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void runningOutOfMemoryIsALimit(SearchOptions options) {
    Model model =
        Hooked.onExpansion(
            GRID,
            s -> {
              if (GRID.distance(s) == 60) {
                throw new OutOfMemoryError("for a test");
              }
            });
    SearchResult result = Search.run(model, options);
    assertThat(result.verdict()).isEqualTo(new Verdict.Incomplete(Limit.MEMORY));
    assertThat(result.explored()).isBetween(60L, 63_999L);
    assertThat(result.represented()).isEqualTo(result.explored());
    assertThat(result.transitions()).isPositive();
  }

  @Test
  void aModelWithoutInitialStatesHasNoStates() {
    Model model =
        new Hooked(GRID, s -> {}, s -> {}) {
          @Override
          public void initialStates(Successors out) {}
        };
    for (SearchOptions options : everyWay().toList()) {
      SearchResult result = Search.run(model, options);
      assertThat(result.verdict()).isEqualTo(new Verdict.Holds());
      assertThat(result.explored()).isZero();
      assertThat(result.goals()).containsEntry("arrived", false);
    }
  }
}
