package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Model;
import org.quorate.model.Settings;
import org.quorate.models.oracle.Explore;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.symmetry.Symmetry;

/** The exercise: with n = k·f + 1 replicas, f of them Byzantine, which quorum is needed? */
class LeastSafeQuorumTest {

  private static final String LEAST_SAFE = "ceil((n+f+1)/2)";

  static Stream<Arguments> points() {
    return IntStream.rangeClosed(2, 6)
        .boxed()
        .flatMap(k -> IntStream.rangeClosed(1, 2).mapToObj(f -> Arguments.of(k, f)));
  }

  @ParameterizedTest
  @MethodSource("points")
  void leastSafeQuorumInOneView(int k, int f) {
    assertThat(holds(k, f, 1, LEAST_SAFE)).isTrue();
    assertThat(holds(k, f, 1, LEAST_SAFE + " - 1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 1", "5, 1", "2, 2"})
  void leastSafeQuorumInTwoViews(int k, int f) {
    assertThat(holds(k, f, 2, LEAST_SAFE)).isTrue();
    assertThat(holds(k, f, 2, LEAST_SAFE + " - 1")).isFalse();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"6, 1", "3, 2"})
  void leastSafeQuorumInTwoViewsOfMoreReplicas(int k, int f) {
    leastSafeQuorumInTwoViews(k, f);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, true", "4, 1, false", "5, 1, false", "6, 1, false"})
  @CsvSource({"3, 2, true", "4, 2, false", "5, 2, false", "6, 2, false"})
  void twiceFPlusOneIsEnoughForThreeFPlusOneOnly(int k, int f, boolean safe) {
    assertThat(holds(k, f, 1, "2*f+1")).isEqualTo(safe);
  }

  /**
   * One less than the least safe quorum, for one kind of quorum alone. Where n + f + 1 is odd, the
   * least safe quorum has a margin that any one kind may use up.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 1, prepare-quorum,     false",
    "3, 1, commit-quorum,      false",
    "3, 1, view-change-quorum, false",
    "4, 1, prepare-quorum,     true",
    "4, 1, commit-quorum,      true",
    "4, 1, view-change-quorum, true",
  })
  void oneQuorumLessThanLeastSafe(int k, int f, String kind, boolean safe) {
    Map<String, String> settings = settings(k, f, 2, LEAST_SAFE);
    assertThat(holds(with(settings, kind, LEAST_SAFE + " - 1"))).isEqualTo(safe);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"prepare-quorum", "commit-quorum", "view-change-quorum"})
  void oneQuorumLessThanLeastSafeOfSix(String kind) {
    oneQuorumLessThanLeastSafe(5, 1, kind, false);
  }

  /** The condition on the sizes of quorums is exact: it fails if and only if some run does. */
  @ParameterizedTest
  @CsvSource({"3, 1, 1", "3, 0, 2", "3, 1, 2", "4, 1, 1", "4, 2, 1", "5, 1, 1"})
  void quorumsMustMeetExactlyAsTheFindingsSay(int replicas, int byzantine, int views) {
    Set<List<Integer>> wrong = new TreeSet<>(Comparator.comparing(List::toString));
    for (int prepare = 1; prepare <= replicas; prepare++) {
      for (int commit = 1; commit <= replicas; commit++) {
        for (int change = 1; change <= (views == 1 ? 1 : replicas); change++) {
          Pbft model =
              Pbft.of(
                  PbftConfig.of(replicas, byzantine, views).withQuorums(prepare, commit, change));
          if (model.findings().isEmpty() != holds(model)) {
            wrong.add(List.of(prepare, commit, change));
          }
        }
      }
    }
    assertThat(wrong).as("prepare, commit and view-change quorums").isEmpty();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"4, 1, 2", "4, 0, 2", "4, 2, 2", "3, 1, 3"})
  void quorumsMustMeetExactlyAsTheFindingsSayInMore(int replicas, int byzantine, int views) {
    quorumsMustMeetExactlyAsTheFindingsSay(replicas, byzantine, views);
  }

  /** A quorum of correct replicas exists if and only if k is at least 3. */
  @ParameterizedTest
  @MethodSource("points")
  void decidesWithoutTheFaultyFromThreeOn(int k, int f) {
    SearchResult found = check(settings(k, f, 1, LEAST_SAFE));
    assertThat(found.goals())
        .containsEntry("decided", true)
        .containsEntry("decided-without-faulty", k >= 3);
  }

  @Test
  void aQuorumOfAllIsSafeAndDecidesNothingWithoutTheFaulty() {
    SearchResult found = check(settings(3, 1, 2, "n"));
    assertThat(found.verdict()).isInstanceOf(Verdict.Holds.class);
    assertThat(found.goals()).containsEntry("decided-without-faulty", false);
  }

  private static boolean holds(int k, int f, int views, String quorum) {
    return holds(settings(k, f, views, quorum));
  }

  private static boolean holds(Map<String, String> settings) {
    return check(settings).verdict() instanceof Verdict.Holds;
  }

  private static boolean holds(Model model) {
    return check(model).verdict() instanceof Verdict.Holds;
  }

  private static SearchResult check(Map<String, String> settings) {
    PbftProtocol protocol = new PbftProtocol();
    return check(protocol.configure(Settings.of(protocol, settings)).model());
  }

  private static SearchResult check(Model model) {
    return Explore.upTo(Symmetry.all(model.layout()).names().toArray(String[]::new)).run(model);
  }

  private static Map<String, String> settings(int k, int f, int views, String quorum) {
    return Map.of("k", "" + k, "f", "" + f, "views", "" + views, "quorum", quorum);
  }

  private static Map<String, String> with(Map<String, String> settings, String name, String value) {
    Map<String, String> more = new java.util.TreeMap<>(settings);
    more.put(name, value);
    return more;
  }
}
