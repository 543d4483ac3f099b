package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.models.oracle.Explore;
import org.quorate.models.tla.Tlc;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;

/** Multi-Paxos against TLC on {@code specs/tla/MultiPaxos.tla}, which it implements. */
class MultiPaxosTlcTest {

  /** A symmetry, as the checker and as the specification name it. */
  enum SymmetryOf {
    NOTHING(List.of(), ""),
    ACCEPTORS(List.of("acceptors"), "AcceptorSymmetry"),
    VALUES(List.of("values"), "ValueSymmetry"),
    ALL(List.of("acceptors", "values"), "AllSymmetry"),
    ALL_AND_PROPOSERS(List.of("acceptors", "values", "proposers"), "AllSymmetry");

    final String[] scalarsets;
    final String definition;

    SymmetryOf(List<String> scalarsets, String definition) {
      this.scalarsets = scalarsets.toArray(String[]::new);
      this.definition = definition;
    }
  }

  static Stream<Arguments> spaces() {
    MultiPaxosConfig small = MultiPaxosConfig.of(2, 2, 2, 2);
    return Stream.of(
        Arguments.of(small, SymmetryOf.NOTHING),
        Arguments.of(small, SymmetryOf.ACCEPTORS),
        Arguments.of(small, SymmetryOf.VALUES),
        Arguments.of(small, SymmetryOf.ALL),
        Arguments.of(MultiPaxosConfig.of(2, 2, 2, 1).withQuorums(1, 2), SymmetryOf.ALL),
        Arguments.of(
            MultiPaxosConfig.of(2, 1, 2, 2).withProposersPerBallot(2),
            SymmetryOf.ALL_AND_PROPOSERS));
  }

  static Stream<Arguments> moreSpaces() {
    return Stream.of(
        Arguments.of(MultiPaxosConfig.of(3, 2, 2, 2), SymmetryOf.NOTHING),
        Arguments.of(MultiPaxosConfig.of(3, 2, 2, 2), SymmetryOf.ACCEPTORS),
        Arguments.of(MultiPaxosConfig.of(3, 2, 2, 2), SymmetryOf.VALUES),
        Arguments.of(MultiPaxosConfig.of(3, 2, 2, 2), SymmetryOf.ALL),
        Arguments.of(MultiPaxosConfig.of(2, 3, 2, 2), SymmetryOf.NOTHING),
        Arguments.of(MultiPaxosConfig.of(2, 2, 3, 2), SymmetryOf.NOTHING),
        Arguments.of(MultiPaxosConfig.of(2, 2, 2, 3), SymmetryOf.ALL),
        Arguments.of(MultiPaxosConfig.of(2, 2, 2, 2).withQuorums(1, 2), SymmetryOf.NOTHING),
        Arguments.of(MultiPaxosConfig.of(2, 2, 2, 2).withQuorums(2, 1), SymmetryOf.NOTHING),
        Arguments.of(MultiPaxosConfig.of(2, 2, 1, 2).withProposersPerBallot(2), SymmetryOf.NOTHING),
        Arguments.of(
            MultiPaxosConfig.of(2, 1, 2, 2).withProposersPerBallot(2), SymmetryOf.NOTHING));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void sameStatesAndDepth(MultiPaxosConfig config, SymmetryOf symmetry)
      throws IOException, InterruptedException {
    SearchResult found = Explore.upTo(symmetry.scalarsets).all(MultiPaxos.of(config));

    Tlc.Result expected = upTo(symmetry, tlc(config)).run();
    assertThat(found.explored()).isEqualTo(expected.distinctStates());
    assertThat(found.depth()).hasValue(expected.depth());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("moreSpaces")
  void sameStatesAndDepthInMore(MultiPaxosConfig config, SymmetryOf symmetry)
      throws IOException, InterruptedException {
    sameStatesAndDepth(config, symmetry);
  }

  static Stream<MultiPaxosConfig> violated() {
    return Stream.of(
        MultiPaxosConfig.of(2, 2, 2, 2).withQuorums(1, 1),
        MultiPaxosConfig.of(2, 1, 2, 2).withProposersPerBallot(2));
  }

  @ParameterizedTest
  @MethodSource("violated")
  void sameShortestCounterexample(MultiPaxosConfig config)
      throws IOException, InterruptedException {
    Verdict verdict = Explore.upTo("acceptors", "values").run(MultiPaxos.of(config)).verdict();

    Tlc.Result expected =
        upTo(SymmetryOf.ALL, tlc(config))
            .invariant("TypeOK")
            .invariant("Agreement")
            .invariant("Validity")
            .run();
    assertThat(expected.violated()).hasValue("Agreement");
    assertThat(verdict).isInstanceOf(Verdict.Violated.class);
    Verdict.Violated violated = (Verdict.Violated) verdict;
    assertThat(violated.invariant().name()).isEqualTo("agreement");
    assertThat(violated.shortest()).isTrue();
    assertThat(violated.path()).hasSize(expected.depth() + 1);
  }

  private static Tlc upTo(SymmetryOf symmetry, Tlc tlc) {
    return symmetry == SymmetryOf.NOTHING ? tlc : tlc.symmetry(symmetry.definition);
  }

  private static Tlc tlc(MultiPaxosConfig config) {
    return Tlc.spec("MultiPaxos")
        .workers(1)
        .modelValues("Acceptors", "a", config.acceptors())
        .modelValues("Values", "v", config.values())
        .modelValues("Proposers", "p", config.proposersPerBallot())
        .modelValue("None")
        .constant("BallotCount", config.ballots())
        .constant("SlotCount", config.slots())
        .constant("Phase1Quorum", config.quorums().phase1())
        .constant("Phase2Quorum", config.quorums().phase2());
  }
}
