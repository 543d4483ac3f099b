package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Mutant;
import org.quorate.model.Settings;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Explore;
import org.quorate.search.Verdict;

/** Multi-Paxos over an explicit network, explored in other ways, and against a growing network. */
class MultiPaxosNetworkTest {

  private static final Environment ALL_FAULTS = Environment.explicit(true, true, true);

  private static final Explore PLAIN = Explore.upTo();
  private static final Explore BY_ACCEPTORS = Explore.upTo("acceptors");

  /** Every combination of the faults of the network. */
  static List<Environment> environments() {
    List<Boolean> either = List.of(false, true);
    return Lists.cartesianProduct(either, either, either).stream()
        .map(f -> Environment.explicit(f.get(0), f.get(1), f.get(2)))
        .toList();
  }

  /** Every combination of the faults of the network, and one crash that is or is not for good. */
  private static Stream<Environment> withCrash() {
    return environments().stream()
        .flatMap(e -> Stream.of(e.withCrashes(1, false), e.withCrashes(1, true)));
  }

  static Stream<MultiPaxosConfig> smallConfigs() {
    MultiPaxosConfig oneAcceptor = MultiPaxosConfig.of(1, 2, 1, 2);
    MultiPaxosConfig oneBallot = MultiPaxosConfig.of(1, 1, 2, 2);
    Stream<MultiPaxosConfig> all =
        Stream.of(
                oneAcceptor,
                oneAcceptor.withDeviation(Deviation.LEAVE_FREE),
                oneBallot,
                oneBallot.withDeviation(Deviation.SINGLE_REGISTER),
                MultiPaxosConfig.of(2, 1, 1, 2),
                MultiPaxosConfig.of(1, 1, 1, 2).withDeviation(Deviation.TWO_VALUES),
                MultiPaxosConfig.of(1, 1, 1, 2).withProposersPerBallot(2))
            .flatMap(c -> environments().stream().map(c::in));
    Stream<MultiPaxosConfig> someMore =
        Stream.of(
                MultiPaxosConfig.of(1, 2, 2, 2).withDeviation(Deviation.REPORT_LAST_SLOT),
                MultiPaxosConfig.of(2, 1, 2, 2))
            .flatMap(c -> environments().stream().filter(e -> !e.duplication()).map(c::in));
    Stream<MultiPaxosConfig> inOrder =
        Stream.of(
                MultiPaxosConfig.of(2, 2, 1, 2), MultiPaxosConfig.of(2, 2, 1, 2).withQuorums(1, 1))
            .map(c -> c.in(Environment.explicit(false, false, false)));
    Stream<MultiPaxosConfig> crashing =
        Stream.of(
                MultiPaxosConfig.of(1, 1, 1, 2),
                MultiPaxosConfig.of(2, 1, 1, 2),
                MultiPaxosConfig.of(1, 2, 1, 1))
            .flatMap(c -> withCrash().map(c::in));
    return Stream.of(all, someMore, inOrder, crashing).flatMap(c -> c);
  }

  @ParameterizedTest
  @MethodSource("smallConfigs")
  void everyWayToExploreLeadsToTheSame(MultiPaxosConfig config) {
    MultiPaxos model = MultiPaxos.of(config);
    Explore upToAll = Explore.upTo(Compare.scalarsets(model));
    int values = config.values();

    Outcome all = Outcome.of(model, PLAIN);
    assertThat(Outcome.of(model, upToAll).underAllNames(values)).isEqualTo(all);
    Outcome most = all.ofMostDecided();
    assertThat(Outcome.of(model, PLAIN.reduced()).ofMostDecided()).isEqualTo(most);
    assertThat(Outcome.of(model, upToAll.reduced()).underAllNames(values).ofMostDecided())
        .isEqualTo(most);
  }

  static Stream<MultiPaxosConfig> representedConfigs() {
    return Stream.of(
        MultiPaxosConfig.of(2, 1, 2, 1).in(Environment.explicit(true, false, false)),
        MultiPaxosConfig.of(1, 1, 1, 2).withProposersPerBallot(2).in(ALL_FAULTS),
        MultiPaxosConfig.of(2, 1, 1, 1)
            .in(Environment.explicit(false, true, false).withCrashes(1, true)));
  }

  @ParameterizedTest
  @MethodSource("representedConfigs")
  void everySymmetryRepresentsEveryState(MultiPaxosConfig config) {
    Compare.waysToExplore(MultiPaxos.of(config));
  }

  static Stream<MultiPaxosConfig> comparedConfigs() {
    return Stream.of(
        MultiPaxosConfig.of(1, 2, 2, 2),
        MultiPaxosConfig.of(3, 1, 2, 2),
        MultiPaxosConfig.of(2, 2, 1, 2),
        MultiPaxosConfig.of(2, 2, 1, 2).withQuorums(1, 1),
        MultiPaxosConfig.of(2, 2, 1, 2).withDeviation(Deviation.LEAVE_FREE),
        MultiPaxosConfig.of(2, 1, 1, 2).withDeviation(Deviation.TWO_VALUES),
        MultiPaxosConfig.of(1, 2, 2, 2).withDeviation(Deviation.REPORT_LAST_SLOT),
        MultiPaxosConfig.of(1, 2, 1, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(2, 1, 2, 2).withDeviation(Deviation.SINGLE_REGISTER));
  }

  static Stream<MultiPaxosConfig> largerConfigs() {
    return Stream.of(
        MultiPaxosConfig.of(3, 2, 1, 2),
        MultiPaxosConfig.of(2, 2, 2, 2),
        MultiPaxosConfig.of(2, 3, 1, 2),
        MultiPaxosConfig.of(2, 2, 1, 2).withProposersPerBallot(2),
        MultiPaxosConfig.of(3, 2, 1, 2).withDeviation(Deviation.REPLAN));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("largerConfigs")
  void faultsDecideAsMuchInMore(MultiPaxosConfig config) {
    allFaultsDecideWhatAGrowingNetworkDoes(config);
    fewerFaultsDecideNoMore(config);
  }

  @ParameterizedTest
  @MethodSource("comparedConfigs")
  void allFaultsDecideWhatAGrowingNetworkDoes(MultiPaxosConfig config) {
    Outcome growing = Outcome.of(MultiPaxos.of(config), BY_ACCEPTORS);
    Outcome explicit = Outcome.of(MultiPaxos.of(config.in(ALL_FAULTS)), BY_ACCEPTORS.reduced());

    assertThat(explicit.ofMostDecided()).isEqualTo(growing.ofMostDecided());
  }

  @ParameterizedTest
  @MethodSource("comparedConfigs")
  void fewerFaultsDecideNoMore(MultiPaxosConfig config) {
    Outcome growing = Outcome.of(MultiPaxos.of(config), BY_ACCEPTORS);

    Stream<Environment> crashing =
        Stream.of(
            Environment.explicit(false, false, false).withCrashes(1, false),
            Environment.explicit(true, false, true).withCrashes(1, true));
    Stream.concat(environments().stream(), crashing)
        .map(e -> Outcome.of(MultiPaxos.of(config.in(e)), BY_ACCEPTORS.reduced()))
        .forEach(
            fewer -> {
              assertThat(growing.failed()).containsAll(fewer.failed());
              assertThat(fewer.decisions())
                  .allSatisfy(d -> assertThat(growing.decisions()).anyMatch(g -> g.containsAll(d)));
            });
  }

  /** The smallest settings at which each mutant is caught; the catalogue has them first. */
  static Stream<Arguments> caught() {
    return MultiPaxosCatalogue.mutants().stream()
        .flatMap(m -> m.caught().stream().limit(1).map(s -> arguments(m.name(), s)));
  }

  static Stream<Arguments> caughtToo() {
    return MultiPaxosCatalogue.mutants().stream()
        .flatMap(m -> m.caught().stream().skip(1).map(s -> arguments(m.name(), s)));
  }

  @ParameterizedTest
  @MethodSource("caught")
  void mutantsAreCaughtWithAllFaults(String mutant, Map<String, String> settings) {
    assertThat(verdict(settings)).isInstanceOf(Verdict.Violated.class);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("caughtToo")
  void mutantsAreCaughtAtLargerSizesToo(String mutant, Map<String, String> settings) {
    mutantsAreCaughtWithAllFaults(mutant, settings);
  }

  static Stream<Arguments> missed() {
    return MultiPaxosCatalogue.mutants().stream()
        .flatMap(m -> m.missed().stream().map(s -> arguments(m.name(), s)));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("missed")
  void controlsAndSmallMutantsHoldWithAllFaults(String mutant, Map<String, String> settings) {
    assertThat(verdict(settings)).isEqualTo(new Verdict.Holds());
  }

  private static Verdict verdict(Map<String, String> settings) {
    MultiPaxosProtocol protocol = new MultiPaxosProtocol();
    Map<String, String> explicit = Mutant.with(settings, "network", "explicit");
    var model = protocol.configure(Settings.of(protocol, explicit)).model();
    return Explore.upTo(Compare.scalarsets(model)).reduced().run(model).verdict();
  }
}
