package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Explore;
import org.quorate.quorum.Threshold;
import org.quorate.search.SearchResult;

/** Exact numbers of states; TLC finds the same ones on {@code specs/tla/Paxos.tla}. */
class PaxosCountsTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | ballots | values |  plain | acceptors | values' |  both | depth
          1 |       2 |      2 |     45 |        45 |      27 |    27 |     8
          2 |       2 |      2 |    145 |        95 |      85 |    56 |    12
          2 |       3 |      2 |   1501 |       888 |     813 |   482 |    18
          3 |       1 |      2 |     73 |        25 |      41 |    15 |     8
          3 |       2 |      2 |   3921 |       857 |    2001 |   443 |    16
          3 |       2 |      3 |   6801 |      1481 |    2001 |   443 |    16
          4 |       2 |      2 |  20609 |      1622 |   10449 |   834 |    20
          3 |       3 |      2 | 185369 |     34113 |   93049 | 17153 |    24
          """)
  void paxos(
      int n,
      int ballots,
      int values,
      long plain,
      long byAcceptors,
      long byValues,
      long by2,
      int d) {
    check(PaxosConfig.of(n, ballots, values), plain, byAcceptors, byValues, by2, d);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | q1 | q2 | proposers | forgets | byzantine | deviation      | plain | acceptors | values | both | depth
          3 |  1 |  3 |         1 |       0 |         0 | NONE           | 12513 |      2461 |   6297 | 1245 |    16
          2 |  2 |  2 |         2 |       0 |         0 | SHARED_BALLOT  |   806 |       454 |    421 |  252 |    18
          2 |  2 |  2 |         1 |       1 |         0 | FORGET_ALL     |  1134 |       610 |    610 |  330 |    15
          2 |  2 |  2 |         1 |       1 |         0 | FORGET_PROMISE |  1446 |       766 |    766 |  408 |    16
          2 |  2 |  2 |         1 |       1 |         0 | FORGET_VOTE    |   441 |       253 |    233 |  135 |    13
          3 |  2 |  2 |         1 |       1 |         0 | FORGET_ALL     | 51446 |      9444 |  25910 | 4772 |    18
          3 |  2 |  2 |         1 |       1 |         0 | FORGET_PROMISE | 75686 |     13776 |  38030 | 6938 |    20
          3 |  2 |  2 |         1 |       1 |         0 | FORGET_VOTE    | 19073 |      3681 |   9577 | 1855 |    17
          3 |  2 |  2 |         1 |       0 |         1 | NONE           |   841 |       445 |    433 |  231 |    12
          4 |  3 |  3 |         1 |       0 |         1 | NONE           |  5329 |      1125 |   2705 |  577 |    16
          3 |  2 |  2 |         1 |       1 |         1 | FORGET_PROMISE | 10606 |      5350 |   5346 | 2700 |    16
          2 |  2 |  2 |         2 |       1 |         0 | FORGET_PROMISE | 18468 |      9334 |   9304 | 4733 |    22
          """)
  void withFaults(
      int n,
      int q1,
      int q2,
      int proposers,
      int forgets,
      int byzantine,
      Deviation deviation,
      long plain,
      long byAcceptors,
      long byValues,
      long byBoth,
      int depth) {
    PaxosConfig config =
        new PaxosConfig(
            n,
            (n - 1) / 2,
            2,
            2,
            new Threshold(n, q1),
            new Threshold(n, q2),
            proposers,
            forgets,
            deviation.loss().orElse(Loss.ALL),
            byzantine,
            Environment.GROWING,
            deviation);
    check(config, plain, byAcceptors, byValues, byBoth, depth);
  }

  private static void check(
      PaxosConfig config, long plain, long byAcceptors, long byValues, long byBoth, int depth) {
    expect(config, plain, depth);
    expect(config, byAcceptors, depth, "acceptors");
    expect(config, byValues, depth, "values");
    expect(config, byBoth, depth, "acceptors", "values");
  }

  private static void expect(PaxosConfig config, long states, int depth, String... symmetry) {
    SearchResult found = Explore.upTo(symmetry).all(Paxos.of(config));
    assertThat(found.explored()).isEqualTo(states);
    assertThat(found.depth()).hasValue(depth);
  }

  @Tag("long")
  @Test
  void threeAcceptorsFourBallots() {
    Paxos paxos = Paxos.of(PaxosConfig.of(3, 4, 2));

    SearchResult plain = Explore.upTo().threads(2).all(paxos);
    SearchResult reduced = Explore.upTo("acceptors", "values").threads(2).all(paxos);

    assertThat(plain.explored()).isEqualTo(8_220_065);
    assertThat(plain.transitions()).isEqualTo(23_340_612);
    assertThat(reduced.explored()).isEqualTo(710_709);
    assertThat(reduced.represented()).isEqualTo(plain.explored());
    assertThat(reduced.depth()).isEqualTo(plain.depth());
  }

  @Tag("long")
  @Test
  void fiveAcceptorsThreeBallots() {
    SearchResult found =
        Explore.upTo("acceptors", "values").threads(2).all(Paxos.of(PaxosConfig.of(5, 3, 2)));

    assertThat(found.explored()).isEqualTo(2_088_565);
  }
}
