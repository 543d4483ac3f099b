package org.quorate.models.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.paxos.NaiveNetworkPaxos.Budget;
import org.quorate.models.paxos.NaiveNetworkPaxos.Faults;
import org.quorate.models.paxos.NaiveNetworkPaxos.World;
import org.quorate.models.tla.Tlc;

/** {@link NaiveNetworkPaxos} against TLC on {@code specs/tla/NetworkPaxos.tla}. */
class NetworkPaxosTlcTest {

  private static final Faults NONE = Faults.ofNetwork(false, false, false);
  private static final Faults ALL = Faults.ofNetwork(true, true, true);

  static Stream<Arguments> spaces() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    return Stream.of(NONE, Faults.ofNetwork(false, true, false), ALL)
        .map(f -> Arguments.of(one, f));
  }

  static Stream<Arguments> moreSpaces() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    PaxosConfig two = PaxosConfig.of(2, 1, 2);
    PaxosConfig large = PaxosConfig.of(2, 2, 2);
    return Stream.concat(
        networks().flatMap(f -> Stream.of(one, two).map(c -> Arguments.of(c, f))),
        Stream.of(
            Arguments.of(one.withFaults(2, 0, 0), ALL),
            Arguments.of(two, ALL.with(Budget.CRASH, 1)),
            Arguments.of(two, ALL.with(Budget.CRASH, 2).withRecovery()),
            Arguments.of(two, ALL.with(Budget.FORGET, 1)),
            Arguments.of(two, ALL.with(Budget.FORGET_PROMISE, 1)),
            Arguments.of(two, ALL.with(Budget.FORGET_VOTE, 1)),
            Arguments.of(PaxosConfig.of(2, 2, 1), Faults.ofNetwork(false, true, false)),
            Arguments.of(large, Faults.ofNetwork(true, false, true)),
            Arguments.of(large, NONE.with(Budget.CRASH, 1).withRecovery().with(Budget.FORGET, 1))));
  }

  /** Every combination of faults of the network. */
  private static Stream<Faults> networks() {
    List<Boolean> either = List.of(false, true);
    return either.stream()
        .flatMap(
            loss ->
                either.stream()
                    .flatMap(
                        duplication ->
                            either.stream()
                                .map(
                                    reordering ->
                                        Faults.ofNetwork(loss, duplication, reordering))));
  }

  private static Faults everyForgetting(Faults faults) {
    return faults.with(Budget.FORGET, 1).with(Budget.FORGET_PROMISE, 1).with(Budget.FORGET_VOTE, 1);
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void sameStatesAndDepth(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    NaiveSearch<World> found = new NaiveNetworkPaxos(config, faults).search();

    Tlc.Result expected = tlc(config, faults).run();
    assertThat(found.states().size()).isEqualTo(expected.distinctStates());
    assertThat(found.levels().size() - 1).isEqualTo(expected.depth());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreSpaces")
  void sameStatesAndDepthInMore(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    sameStatesAndDepth(config, faults);
  }

  static Stream<Arguments> orbits() {
    Faults crashes = NONE.with(Budget.CRASH, 1).withRecovery();
    return Stream.of(Arguments.of(PaxosConfig.of(2, 1, 2), everyForgetting(crashes)));
  }

  static Stream<Arguments> moreOrbits() {
    PaxosConfig large = PaxosConfig.of(2, 2, 2);
    return Stream.of(
        Arguments.of(large, NONE),
        Arguments.of(large, Faults.ofNetwork(true, false, true)),
        Arguments.of(PaxosConfig.of(2, 1, 2), ALL));
  }

  @ParameterizedTest
  @MethodSource("orbits")
  void sameStatesUpToRenaming(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    NaiveNetworkPaxos paxos = new NaiveNetworkPaxos(config, faults);

    Tlc.Result expected = tlc(config, faults).symmetry("BothSymmetry").run();
    assertThat(paxos.search().orbits(paxos::images)).isEqualTo(expected.distinctStates());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreOrbits")
  void sameStatesUpToRenamingInMore(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    sameStatesUpToRenaming(config, faults);
  }

  static Stream<Arguments> violated() {
    PaxosConfig one = PaxosConfig.of(1, 2, 2);
    return Stream.of(Arguments.of(one, NONE.with(Budget.FORGET_VOTE, 1)));
  }

  static Stream<Arguments> moreViolated() {
    PaxosConfig large = PaxosConfig.of(2, 2, 2);
    return Stream.of(
        Arguments.of(large.withQuorums(1, 1), NONE), Arguments.of(large.withFaults(2, 0, 0), NONE));
  }

  @ParameterizedTest
  @MethodSource("violated")
  void sameShortestCounterexample(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    NaiveNetworkPaxos paxos = new NaiveNetworkPaxos(config, faults);

    Tlc.Result expected =
        tlc(config, faults).invariant("TypeOK").invariant("Validity").invariant("Agreement").run();
    assertThat(expected.violated()).hasValue("Agreement");
    assertThat(paxos.search().depthOfFirstWithout(paxos::agreement)).hasValue(expected.depth());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreViolated")
  void sameShortestCounterexampleInMore(PaxosConfig config, Faults faults)
      throws IOException, InterruptedException {
    sameShortestCounterexample(config, faults);
  }

  private static Tlc tlc(PaxosConfig config, Faults faults) {
    return Tlc.spec("NetworkPaxos")
        .workers(1)
        .modelValues("Acceptors", "a", config.acceptors())
        .modelValues("Values", "v", config.values())
        .modelValue("None")
        .constant("BallotCount", config.ballots())
        .constant("Phase1Quorum", config.phase1().threshold())
        .constant("Phase2Quorum", config.phase2().threshold())
        .constant("ProposersPerBallot", config.proposersPerBallot())
        .constant("Loss", literal(faults.loss()))
        .constant("Duplication", literal(faults.duplication()))
        .constant("Reordering", literal(faults.reordering()))
        .constant("Recovery", literal(faults.recovery()))
        .constant("MaxCrashes", faults.budget(Budget.CRASH))
        .constant("MaxForgets", faults.budget(Budget.FORGET))
        .constant("MaxForgetsPromise", faults.budget(Budget.FORGET_PROMISE))
        .constant("MaxForgetsVote", faults.budget(Budget.FORGET_VOTE));
  }

  private static String literal(boolean b) {
    return b ? "TRUE" : "FALSE";
  }
}
