package org.quorate.models.pbft;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Explore;
import org.quorate.models.tla.Tlc;
import org.quorate.models.tla.TlcComparison;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;

/** PBFT against TLC on {@code specs/tla/Pbft.tla}, the specification that it implements. */
class PbftTlcTest {

  private static final List<String> NOTHING = List.of();
  private static final List<String> REPLICAS = List.of("replicas");
  private static final List<String> VALUES = List.of("values");
  private static final List<String> BOTH = List.of("replicas", "values");

  static Stream<Arguments> spaces() {
    return Stream.of(
        Arguments.of(PbftConfig.of(4, 1, 1), NOTHING),
        Arguments.of(PbftConfig.of(4, 1, 1), BOTH),
        Arguments.of(PbftConfig.of(4, 1, 2), BOTH),
        Arguments.of(PbftConfig.of(3, 1, 2), NOTHING),
        Arguments.of(PbftConfig.of(3, 1, 2).withByzantine(2), NOTHING),
        Arguments.of(PbftConfig.of(3, 1, 3), VALUES));
  }

  static Stream<Arguments> moreSpaces() {
    PbftConfig four = PbftConfig.of(4, 1, 2);
    return Stream.of(
        Arguments.of(four, NOTHING),
        Arguments.of(PbftConfig.of(4, 0, 1).withSize(1, 3), VALUES),
        Arguments.of(PbftConfig.of(3, 1, 2).withSize(2, 1), NOTHING),
        Arguments.of(four, REPLICAS),
        Arguments.of(four, VALUES),
        Arguments.of(four.withByzantine(0), NOTHING),
        Arguments.of(four.withByzantine(0), BOTH),
        Arguments.of(four.withByzantine(2), NOTHING),
        Arguments.of(four.withQuorums(2, 3, 3), BOTH),
        Arguments.of(four.withQuorums(3, 3, 2), VALUES),
        Arguments.of(PbftConfig.of(3, 1, 3), NOTHING),
        Arguments.of(PbftConfig.of(3, 1, 3).withByzantine(0), NOTHING),
        Arguments.of(PbftConfig.of(3, 0, 2).withSize(2, 1), NOTHING),
        Arguments.of(PbftConfig.of(4, 1, 3).withSize(1, 1), NOTHING));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void sameStatesAndDepth(PbftConfig config, List<String> symmetry)
      throws IOException, InterruptedException {
    SearchResult found = Explore.upTo(symmetry).all(Pbft.of(config));

    TlcComparison.sameSpace(found, TlcComparison.upTo(symmetry, tlc(config)).run());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreSpaces")
  void sameStatesAndDepthInMore(PbftConfig config, List<String> symmetry)
      throws IOException, InterruptedException {
    sameStatesAndDepth(config, symmetry);
  }

  static Stream<PbftConfig> violated() {
    return Stream.of(
        PbftConfig.of(4, 1, 1).withQuorum(2),
        PbftConfig.of(5, 1, 1).withQuorum(3),
        PbftConfig.of(4, 1, 2).withQuorums(3, 2, 3));
  }

  static Stream<PbftConfig> moreViolated() {
    return Stream.of(
        PbftConfig.of(4, 1, 2).withQuorums(3, 3, 2), PbftConfig.of(4, 1, 2).withQuorums(2, 3, 3));
  }

  @ParameterizedTest
  @MethodSource("violated")
  void sameShortestCounterexample(PbftConfig config) throws IOException, InterruptedException {
    Verdict verdict = Explore.upTo(BOTH).run(Pbft.of(config)).verdict();

    Tlc.Result expected =
        TlcComparison.upTo(BOTH, tlc(config))
            .invariant("TypeOK")
            .invariant("Agreement")
            .invariant("Validity")
            .run();
    TlcComparison.sameViolationOfAgreement(verdict, expected);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreViolated")
  void sameShortestCounterexampleInMore(PbftConfig config)
      throws IOException, InterruptedException {
    sameShortestCounterexample(config);
  }

  private static Tlc tlc(PbftConfig config) {
    return Tlc.spec("Pbft")
        .workers(1)
        .timeout(Duration.ofMinutes(10))
        .constant("Others", others(config))
        .modelValues("Values", "v", config.values())
        .modelValue("Null")
        .modelValue("None")
        .constant("ViewCount", config.views())
        .constant("SlotCount", config.slots())
        .constant("Byzantine", config.byzantine())
        .constant("PrepareQuorum", config.prepareQuorum())
        .constant("CommitQuorum", config.commitQuorum())
        .constant("ViewChangeQuorum", config.viewChangeQuorum());
  }

  private static String others(PbftConfig config) {
    return IntStream.range(config.views(), config.replicas())
        .mapToObj(r -> "r" + r)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
