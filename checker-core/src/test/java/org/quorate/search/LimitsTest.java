package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.symmetry.Symmetry;

/** Limits end a search early, with the counts so far. */
class LimitsTest {

  private static final Grid GRID = Grid.of(25, 3);
  private static final long ALL = 25 * 25 * 25;

  private record Limited(Limit limit, UnaryOperator<SearchOptions> set) {
    @Override
    public String toString() {
      return limit.name();
    }
  }

  private static SearchOptions options(Model model, int threads) {
    return SearchOptions.defaults(Symmetry.none(model.layout()))
        .withStrategy(Strategy.BFS, threads);
  }

  private static SearchOptions depthFirst(Model model) {
    return options(model, 1).withStrategy(Strategy.DFS, 1);
  }

  static Stream<Limited> limits() {
    return Stream.of(
        new Limited(Limit.STATES, o -> o.withMaxStates(1_000)),
        new Limited(Limit.TIME, o -> o.withTimeout(Duration.ZERO)),
        new Limited(Limit.MEMORY, o -> o.withMemory(1)),
        new Limited(Limit.CANCELLED, o -> o.watchedBy(Progress.NONE, () -> true)));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void endASearchWithItsCounts(Limited limited) {
    for (SearchOptions options : List.of(options(GRID, 2), depthFirst(GRID))) {
      SearchResult result = Search.run(GRID, limited.set().apply(options));
      assertThat(result.verdict()).isEqualTo(new Verdict.Incomplete(limited.limit()));
      assertThat(result.explored()).isBetween(1L, ALL - 1);
      assertThat(result.represented()).isEqualTo(result.explored());
      assertThat(result.transitions()).isGreaterThanOrEqualTo(result.explored() - 1);
      assertThat(result.bytes()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void onStatesStopsAtTheEndOfTheBlockThatReachesIt(int threads) {
    SearchResult result = Search.run(GRID, options(GRID, threads).withMaxStates(1_000));
    // The tetrahedral numbers 969 and 1,140.
    assertThat(result.explored()).isEqualTo(1_140);
    assertThat(result.depth()).hasValue(17);
    assertThat(result.transitions()).isEqualTo(3 * 969);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void onStatesStopsInTheMiddleOfALargeLevel(int threads) {
    Fan fan = new Fan(400_000, -1);
    SearchResult result = Search.run(fan, options(fan, threads).withMaxStates(600_000));
    assertThat(result.verdict()).isEqualTo(new Verdict.Incomplete(Limit.STATES));
    assertThat(result.explored()).isBetween(600_000L, 800_000L);
    assertThat(result.levels()).containsExactly(1L, 400_000L, result.explored() - 400_001);
    assertThat(result.transitions()).isEqualTo(result.explored() - 1);
    SearchResult one = Search.run(fan, options(fan, 1).withMaxStates(600_000));
    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("seconds", "levelSeconds", "bytes")
        .isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 71})
  void onDepthExpandsNoStateThatFarAway(int depth) {
    Oracle oracle = Oracle.explore(GRID, Symmetry.none(GRID.layout()));
    for (int threads = 1; threads <= 3; threads++) {
      SearchResult result = Search.run(GRID, options(GRID, threads).withMaxDepth(depth));
      assertThat(result.verdict()).isEqualTo(new Verdict.Incomplete(Limit.DEPTH));
      assertThat(result.depth()).hasValue(depth);
      assertThat(result.levels()).isEqualTo(oracle.levels().subList(0, depth + 1));
    }
  }

  @Test
  void onDepthBeyondTheLastLevelDoesNotMatter() {
    SearchResult result = Search.run(GRID, options(GRID, 1).withMaxDepth(73));
    assertThat(result.verdict()).isEqualTo(new Verdict.Holds());
    assertThat(result.explored()).isEqualTo(ALL);
  }

  @Test
  void thatAreNotReachedDoNotMatter() {
    SearchOptions patient =
        options(GRID, 2)
            .withMaxStates(ALL + 1)
            .withMaxDepth(1_000)
            .withTimeout(Duration.ofHours(1))
            .withMemory(1L << 32);
    assertThat(Search.run(GRID, patient).verdict()).isEqualTo(new Verdict.Holds());
  }

  @Test
  void aViolationInTheLevelThatReachesALimitIsReported() {
    Grid forbidding = GRID.forbidding(17);
    SearchResult result = Search.run(forbidding, options(forbidding, 2).withMaxStates(1_000));
    assertThat(result.verdict()).isInstanceOf(Verdict.Violated.class);
    Paths.assertLeadsToViolation(
        forbidding, Symmetry.none(GRID.layout()), (Verdict.Violated) result.verdict());
    SearchResult shallow = Search.run(forbidding, options(forbidding, 2).withMaxDepth(17));
    assertThat(shallow.verdict()).isInstanceOf(Verdict.Violated.class);
    SearchResult shallower = Search.run(forbidding, options(forbidding, 2).withMaxDepth(16));
    assertThat(shallower.verdict()).isEqualTo(new Verdict.Incomplete(Limit.DEPTH));
  }

  @Test
  void aViolationInTheInitialStateNeedsNoStep() {
    Counter counter = new Counter(4, 9, 4);
    SearchResult result = Search.run(counter, options(counter, 1).withMaxDepth(0));
    assertThat(Paths.words(result.verdict())).hasSize(1);
  }

  @Test
  void cancellingStopsASearchThatIsUnderWay() {
    AtomicInteger asked = new AtomicInteger();
    SearchOptions options =
        options(GRID, 2).watchedBy(Progress.NONE, () -> asked.incrementAndGet() >= 10);
    SearchResult result = Search.run(GRID, options);
    assertThat(result.verdict()).isEqualTo(new Verdict.Incomplete(Limit.CANCELLED));
    assertThat(result.depth()).hasValue(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BFS", "DFS"})
  void progressIsToldOnTheCallersThread(Strategy strategy) {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    Progress progress =
        snapshot -> {
          snapshots.add(snapshot);
          threads.add(Thread.currentThread());
        };
    int crew = strategy == Strategy.BFS ? 2 : 1;
    SearchOptions options =
        options(GRID, crew).withStrategy(strategy, crew).watchedBy(progress, () -> false);
    SearchResult result = Search.run(GRID, options);
    assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
    assertThat(snapshots).isSortedAccordingTo((a, b) -> Long.compare(a.explored(), b.explored()));
    assertThat(snapshots).allMatch(s -> s.frontier() >= 0 && s.depth() >= 0 && s.bytes() > 0);
    Progress.Snapshot last = snapshots.get(snapshots.size() - 1);
    assertThat(last.explored()).isBetween(ALL / 2, ALL);
    assertThat(result.bytes()).isGreaterThanOrEqualTo(last.bytes());
  }

  @Test
  void progressComparesLevels() {
    List<Progress.Snapshot> snapshots = new ArrayList<>();
    SearchResult result = Search.run(GRID, options(GRID, 1).watchedBy(snapshots::add, () -> false));
    assertThat(snapshots).hasSameSizeAs(result.levels());
    for (int depth = 0; depth < snapshots.size(); depth++) {
      Progress.Snapshot snapshot = snapshots.get(depth);
      assertThat(snapshot.depth()).isEqualTo(depth);
      assertThat(snapshot.frontier()).isEqualTo(result.levels().get(depth));
      assertThat(snapshot.previousFrontier())
          .isEqualTo(
              depth == 0
                  ? OptionalLong.empty()
                  : OptionalLong.of(snapshots.get(depth - 1).frontier()));
    }
    assertThat(snapshots).extracting(Progress.Snapshot::frontier).startsWith(1L, 3L, 6L, 10L);
  }
}
