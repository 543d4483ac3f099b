package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.models.oracle.Explore;
import org.quorate.search.SearchResult;

/** Exact numbers of states; TLC finds the same ones on {@code specs/tla/MultiPaxos.tla}. */
class MultiPaxosCountsTest {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | ballots | slots | values |  plain | acceptors | values' |  both | depth
          1 |       2 |     2 |      2 |    428 |       428 |     222 |   222 |    14
          2 |       2 |     1 |      2 |    172 |       116 |     104 |    71 |    14
          2 |       2 |     2 |      2 |   3180 |      1804 |    1608 |   915 |    20
          2 |       2 |     2 |      3 |   8892 |      5066 |    1832 |  1047 |    20
          2 |       3 |     2 |      2 | 105528 |     56084 |   52872 | 28112 |    30
          3 |       1 |     2 |      2 |   1101 |       267 |     557 |   137 |    13
          3 |       1 |     3 |      2 |  17485 |      3531 |    8749 |  1769 |    17
          3 |       2 |     1 |      2 |   4545 |      1012 |    2357 |   535 |    18
          3 |       2 |     2 |      2 | 569873 |    102504 |  285021 | 51281 |    26
          """)
  void multiPaxos(
      int n,
      int ballots,
      int slots,
      int values,
      long plain,
      long byAcceptors,
      long byValues,
      long byBoth,
      int depth) {
    MultiPaxosConfig config = MultiPaxosConfig.of(n, ballots, slots, values);
    expect(config, plain, depth);
    expect(config, byAcceptors, depth, "acceptors");
    expect(config, byValues, depth, "values");
    expect(config, byBoth, depth, "acceptors", "values");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | ballots | slots | q1 | q2 | proposers |  plain |   all | depth
          2 |       1 |     2 |  2 |  2 |         2 |   4646 |   662 |    17
          2 |       2 |     1 |  2 |  2 |         2 |   5600 |   892 |    22
          2 |       2 |     2 |  1 |  2 |         1 |  34780 |  8822 |    20
          2 |       2 |     2 |  2 |  1 |         1 |   3180 |   915 |    20
          """)
  void withOtherQuorumsOrProposers(
      int n,
      int ballots,
      int slots,
      int q1,
      int q2,
      int proposers,
      long plain,
      long byAll,
      int depth) {
    MultiPaxosConfig config =
        MultiPaxosConfig.of(n, ballots, slots, 2)
            .withQuorums(q1, q2)
            .withProposersPerBallot(proposers);
    expect(config, plain, depth);
    String[] all = {"acceptors", "values", "proposers"};
    expect(config, byAll, depth, proposers > 1 ? all : new String[] {"acceptors", "values"});
  }

  private static void expect(MultiPaxosConfig config, long states, int depth, String... symmetry) {
    SearchResult found = Explore.upTo(symmetry).all(MultiPaxos.of(config));
    assertThat(found.explored()).isEqualTo(states);
    assertThat(found.depth()).hasValue(depth);
  }

  @Tag("long")
  @Test
  void threeAcceptorsThreeBallots() {
    MultiPaxos paxos = MultiPaxos.of(MultiPaxosConfig.of(3, 3, 2, 2));

    SearchResult found = Explore.upTo("acceptors", "values").threads(2).all(paxos);

    assertThat(found.explored()).isEqualTo(18_803_441);
    assertThat(found.represented()).isEqualTo(222_025_045);
    assertThat(found.depth()).hasValue(39);
  }
}
