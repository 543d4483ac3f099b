package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.models.oracle.Explore;
import org.quorate.search.SearchResult;

/**
 * Exact numbers of states. {@link NaivePbft} finds the same ones, but for those of "long" tests;
 * and so does TLC on {@code specs/tla/Pbft.tla}, which has no deviations.
 */
class PbftCountsTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | b | views | slots | values | pq | cq | vq | plain | replicas | values' |  both | depth
          4 | 1 |     1 |     1 |      2 |  3 |  3 |  3 |   182 |       47 |      93 |    25 |     6
          4 | 1 |     1 |     1 |      2 |  2 |  2 |  2 |   236 |       60 |     120 |    32 |     6
          5 | 1 |     1 |     1 |      2 |  3 |  3 |  3 |   849 |       90 |     427 |    48 |     8
          5 | 1 |     1 |     1 |      2 |  4 |  4 |  4 |   579 |       68 |     292 |    36 |     8
          3 | 1 |     2 |     1 |      2 |  3 |  3 |  3 |   565 |      565 |     292 |   292 |    10
          3 | 2 |     2 |     1 |      2 |  3 |  3 |  3 |    91 |       91 |      50 |    50 |     5
          3 | 1 |     2 |     2 |      1 |  3 |  3 |  3 |  4549 |     4549 |    4549 |  4549 |    16
          4 | 1 |     2 |     1 |      2 |  3 |  3 |  3 | 38052 |    19537 |   19080 |  9806 |    16
          4 | 0 |     2 |     1 |      2 |  3 |  3 |  3 | 40232 |    21546 |   20144 | 10792 |    21
          4 | 2 |     2 |     1 |      2 |  3 |  3 |  3 |  8365 |     4574 |    4217 |  2315 |    11
          4 | 1 |     2 |     1 |      2 |  2 |  3 |  3 | 61820 |    31795 |   30964 | 15939 |    16
          4 | 1 |     2 |     1 |      2 |  3 |  2 |  3 | 38052 |    19537 |   19080 |  9806 |    16
          4 | 1 |     2 |     1 |      2 |  3 |  3 |  2 | 91419 |    46536 |   45792 | 23323 |    17
          """)
  void pbft(
      int n,
      int b,
      int views,
      int slots,
      int values,
      int pq,
      int cq,
      int vq,
      long plain,
      long byReplicas,
      long byValues,
      long byBoth,
      int depth) {
    check(
        PbftConfig.of(n, b, views).withSize(slots, values).withQuorums(pq, cq, vq),
        plain,
        byReplicas,
        byValues,
        byBoth,
        depth);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          deviation                 | plain | replicas | values |  both | depth
          IGNORE_CERTIFICATES       |  9213 |     5001 |   4641 |  2529 |    12
          OMIT_CERTIFICATES         | 10581 |     5793 |   5325 |  2925 |    12
          KEEP_VOTING               | 14499 |     7922 |   7284 |  3992 |    12
          ACCEPT_TWO                | 39544 |    20194 |  20098 | 10286 |    18
          COMMIT_ON_QUORUM          | 10619 |     5750 |   5344 |  2903 |    11
          COMMIT_WITHOUT_PREPREPARE | 15283 |     8175 |   7676 |  4122 |    11
          """)
  void fourReplicasOfWhichTwoAreByzantine(
      Deviation deviation, long plain, long byReplicas, long byValues, long byBoth, int depth) {
    PbftConfig config = PbftConfig.of(4, 2, 2).withQuorum(3).withDeviation(deviation);
    check(config, plain, byReplicas, byValues, byBoth, depth);
  }

  /** What a new-view follows matters where there are certificates of two views. */
  @ParameterizedTest
  @CsvSource({"NONE, 577", "CHOOSE_ANY, 609", "CHOOSE_LOWEST, 601"})
  void threeViews(Deviation deviation, long states) {
    PbftConfig config = PbftConfig.of(3, 2, 3).withQuorums(2, 3, 3).withDeviation(deviation);
    assertThat(Explore.upTo().all(Pbft.of(config)).explored()).isEqualTo(states);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"3, 0, 2, 2, 2, 270302, 26", "4, 1, 3, 1, 3, 791700, 26"})
  void oneValue(int n, int b, int views, int slots, int quorum, long states, int depth) {
    PbftConfig config = PbftConfig.of(n, b, views).withSize(slots, 1).withQuorum(quorum);
    expect(config, states, depth);
  }

  private static void check(
      PbftConfig config, long plain, long byReplicas, long byValues, long byBoth, int depth) {
    expect(config, plain, depth);
    expect(config, byReplicas, depth, "replicas");
    expect(config, byValues, depth, "values");
    expect(config, byBoth, depth, "replicas", "values");
  }

  private static void expect(PbftConfig config, long states, int depth, String... symmetry) {
    SearchResult found = Explore.upTo(symmetry).threads(2).all(Pbft.of(config));
    assertThat(found.explored()).isEqualTo(states);
    assertThat(found.depth()).hasValue(depth);
  }
}
