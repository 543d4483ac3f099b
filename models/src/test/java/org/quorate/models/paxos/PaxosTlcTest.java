package org.quorate.models.paxos;

import java.io.IOException;
import java.util.List;
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

/** Paxos against TLC on {@code specs/tla/Paxos.tla}, the specification that it implements. */
class PaxosTlcTest {

  private static final List<String> BOTH = List.of("acceptors", "values");

  private static final List<List<String>> SYMMETRIES =
      List.of(List.of(), List.of("acceptors"), List.of("values"), BOTH);

  static Stream<Arguments> spaces() {
    return Stream.concat(
        Stream.of(PaxosConfig.of(2, 2, 2), PaxosConfig.of(3, 2, 2))
            .flatMap(c -> SYMMETRIES.stream().map(s -> Arguments.of(c, s))),
        others().map(c -> Arguments.of(c, BOTH)));
  }

  static Stream<Arguments> moreSpaces() {
    PaxosConfig large = PaxosConfig.of(3, 3, 2);
    return Stream.concat(
        Stream.of(
                large,
                large.withQuorums(3, 3).withFaults(1, 1, 1).withDeviation(Deviation.FORGET_PROMISE))
            .flatMap(c -> SYMMETRIES.stream().map(s -> Arguments.of(c, s))),
        others().map(c -> Arguments.of(c, List.of())));
  }

  private static Stream<PaxosConfig> others() {
    return Stream.of(
        PaxosConfig.of(3, 2, 3),
        PaxosConfig.of(4, 2, 2).withQuorums(3, 2),
        PaxosConfig.of(3, 2, 2).withQuorums(1, 3),
        PaxosConfig.of(2, 2, 2).withFaults(2, 0, 0),
        forgetting(2, Deviation.FORGET_PROMISE),
        forgetting(2, Deviation.FORGET_VOTE),
        forgetting(3, Deviation.FORGET_ALL),
        PaxosConfig.of(3, 2, 2).withFaults(1, 0, 1),
        everythingAtOnce());
  }

  /** Everything at once: proposers that share a ballot, a crash, and a Byzantine acceptor. */
  private static PaxosConfig everythingAtOnce() {
    return PaxosConfig.of(2, 2, 2).withFaults(2, 1, 1);
  }

  private static PaxosConfig forgetting(int acceptors, Deviation loss) {
    return PaxosConfig.of(acceptors, 2, 2).withFaults(1, 1, 0).withDeviation(loss);
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void sameStatesAndDepth(PaxosConfig config, List<String> symmetry)
      throws IOException, InterruptedException {
    SearchResult found = Explore.upTo(symmetry).all(Paxos.of(config));

    TlcComparison.sameSpace(found, TlcComparison.upTo(symmetry, tlc(config)).run());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreSpaces")
  void sameStatesAndDepthInMore(PaxosConfig config, List<String> symmetry)
      throws IOException, InterruptedException {
    sameStatesAndDepth(config, symmetry);
  }

  static Stream<PaxosConfig> violated() {
    return Stream.of(
        PaxosConfig.of(3, 2, 2).withQuorums(1, 2),
        PaxosConfig.of(2, 2, 2).withFaults(2, 0, 0),
        forgetting(3, Deviation.FORGET_VOTE),
        PaxosConfig.of(3, 2, 2).withFaults(1, 0, 1));
  }

  @ParameterizedTest
  @MethodSource("violated")
  void sameShortestCounterexample(PaxosConfig config) throws IOException, InterruptedException {
    Verdict verdict = Explore.upTo(BOTH).run(Paxos.of(config)).verdict();

    Tlc.Result expected =
        TlcComparison.upTo(BOTH, tlc(config))
            .invariant("TypeOK")
            .invariant("Agreement")
            .invariant("Validity")
            .run();
    TlcComparison.sameViolationOfAgreement(verdict, expected);
  }

  private static Tlc tlc(PaxosConfig config) {
    return Tlc.spec("Paxos")
        .workers(1)
        .modelValues("Acceptors", "a", config.correct())
        .modelValues("Values", "v", config.values())
        .modelValue("None")
        .constant("BallotCount", config.ballots())
        .constant("Phase1Quorum", config.phase1().threshold())
        .constant("Phase2Quorum", config.phase2().threshold())
        .constant("ProposersPerBallot", config.proposersPerBallot())
        .constant("MaxForgets", config.forgets())
        .constant("Forgets", forgets(config.deviation()))
        .constant("Byzantine", config.byzantine());
  }

  private static String forgets(Deviation deviation) {
    return switch (deviation) {
      case NONE, FORGET_ALL -> "\"all\"";
      case FORGET_PROMISE -> "\"promise\"";
      case FORGET_VOTE -> "\"vote\"";
      default -> throw new AssertionError("the specification has no " + deviation);
    };
  }
}
