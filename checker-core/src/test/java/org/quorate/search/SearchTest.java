package org.quorate.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions.StoreKind;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.search.SearchSuite.Case;
import org.quorate.symmetry.Symmetry;
import org.quorate.tutorial.TwoPhaseCommit;

class SearchTest {

  private static SearchOptions breadthFirst(Symmetry symmetry, int threads) {
    return SearchOptions.defaults(symmetry).withStrategy(Strategy.BFS, threads);
  }

  private static SearchOptions depthFirst(Symmetry symmetry) {
    return SearchOptions.defaults(symmetry).withStrategy(Strategy.DFS, 1);
  }

  @Nested
  class BreadthFirst extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return breadthFirst(symmetry, 1);
    }
  }

  @Nested
  class BreadthFirstByTwo extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return breadthFirst(symmetry, 2);
    }
  }

  @Nested
  class BreadthFirstByThree extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return breadthFirst(symmetry, 3);
    }
  }

  @Nested
  class BreadthFirstFingerprint extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return breadthFirst(symmetry, 2).withStore(StoreKind.FINGERPRINT);
    }
  }

  @Nested
  class DepthFirst extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return depthFirst(symmetry);
    }
  }

  @Nested
  class DepthFirstFingerprint extends SearchSuite {
    @Override
    SearchOptions options(Symmetry symmetry) {
      return depthFirst(symmetry).withStore(StoreKind.FINGERPRINT);
    }
  }

  /** As TLC and other checkers count them. */
  @ParameterizedTest
  @CsvSource({"3, 288", "5, 8832", "7, 296448"})
  void twoPhaseCommitHasTheKnownNumberOfStates(int managers, long states) {
    Model model = TwoPhaseCommit.of(managers);
    SearchResult none = Search.run(model, breadthFirst(Symmetry.none(model.layout()), 2));
    assertThat(none.explored()).isEqualTo(states);
    assertThat(none.represented()).isEqualTo(states);
    SearchResult all = Search.run(model, breadthFirst(Symmetry.all(model.layout()), 2));
    assertThat(all.explored()).isLessThan(states / 2);
    assertThat(all.represented()).isEqualTo(states);
    assertThat(all.levels()).hasSameSizeAs(none.levels());
  }

  @Test
  void gridsHaveTheNumberOfStatesThatCombinatoricsSays() {
    Model model = Grid.of(10, 5);
    SearchResult result = Search.run(model, breadthFirst(Symmetry.all(model.layout()), 2));
    assertThat(result.represented()).isEqualTo(100_000);
    assertThat(result.explored()).isEqualTo(2_002); // 14 over 5
    assertThat(result.depth()).hasValue(45);
  }

  private static final Model COMMIT = TwoPhaseCommit.of(5);
  private static final Symmetry EACH = Symmetry.none(COMMIT.layout());
  private static final Symmetry UP_TO_ALL = Symmetry.all(COMMIT.layout());
  private static final SearchResult EACH_BY_ONE = Search.run(COMMIT, breadthFirst(EACH, 1));
  private static final SearchResult ALL_BY_ONE = Search.run(COMMIT, breadthFirst(UP_TO_ALL, 1));

  @RepeatedTest(20)
  void twoThreadsCountAsOne() {
    assertSame(Search.run(COMMIT, breadthFirst(EACH, 2)), EACH_BY_ONE);
    assertSame(Search.run(COMMIT, breadthFirst(UP_TO_ALL, 2)), ALL_BY_ONE);
  }

  private static void assertSame(SearchResult result, SearchResult expected) {
    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("seconds", "levelSeconds", "bytes")
        .isEqualTo(expected);
  }

  static List<Case> violating() {
    List<Case> cases = new ArrayList<>(SearchSuite.violating().toList());
    Model fan = new Fan(200_000, 77_777);
    cases.add(new Case("a fan", fan, Symmetry.none(fan.layout())));
    Model border = Grid.of(40, 3).forbidding(58);
    cases.add(new Case("a large grid", border, Symmetry.none(border.layout())));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("violating")
  void thePathIsTheSameForAnyNumberOfThreads(Case c) {
    Verdict one = Search.run(c.model(), breadthFirst(c.symmetry(), 1)).verdict();
    for (int threads = 2; threads <= 4; threads++) {
      Verdict more = Search.run(c.model(), breadthFirst(c.symmetry(), threads)).verdict();
      assertThat(Paths.words(more)).isEqualTo(Paths.words(one));
    }
  }

  @Test
  void theFirstOfSeveralFailingInvariantsIsReported() {
    Model model = Grid.of(3, 2).forbidding(2);
    Verdict verdict = Search.run(model, breadthFirst(Symmetry.none(model.layout()), 1)).verdict();
    assertThat(((Verdict.Violated) verdict).invariant().name()).isEqualTo("near");
  }

  @Test
  void anActionThatNeverFiresHasCountZero() {
    Model model = Grid.of(4, 2);
    for (SearchOptions options :
        List.of(
            breadthFirst(Symmetry.none(model.layout()), 1),
            depthFirst(Symmetry.none(model.layout())))) {
      SearchResult result = Search.run(model, options);
      assertThat(result.fired()).containsEntry("Jump", 0L).containsEntry("Step", 24L);
      assertThat(result.goals()).containsEntry("arrived", true).containsEntry("beyond", false);
    }
  }

  @Test
  void aStepThatChangesNothingIsNoStep() {
    Model model = new Counter(0, 5, -1);
    SearchResult result = Search.run(model, breadthFirst(Symmetry.none(model.layout()), 1));
    assertThat(result.fired())
        .containsEntry("Increment", 5L)
        .containsEntry("Stutter", 0L)
        .containsEntry("Reset", 5L);
    assertThat(result.transitions()).isEqualTo(10);
  }
}
