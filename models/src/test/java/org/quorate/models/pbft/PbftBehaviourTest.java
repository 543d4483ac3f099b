package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Mutant;
import org.quorate.model.Settings;
import org.quorate.models.oracle.Compare;
import org.quorate.models.oracle.Environments;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Reduction;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.state.State;

/** What Byzantine replicas of PBFT can do that do not do anything they like. */
class PbftBehaviourTest {

  private static final PbftProtocol PROTOCOL = new PbftProtocol();

  /** {@link NaivePbft} finds the same numbers, but for those of four replicas and two views. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          n | views | quorum | behaviour    |  plain | up to all
          3 |     2 |      3 | ANYTHING     |    565 |       292
          3 |     2 |      3 | SILENT       |     44 |        28
          3 |     2 |      3 | EQUIVOCATING |    479 |       249
          3 |     2 |      3 | LYING        |   2268 |      1152
          3 |     2 |      2 | ANYTHING     |   3441 |      1737
          3 |     2 |      2 | SILENT       |    206 |       111
          3 |     2 |      2 | EQUIVOCATING |   2091 |      1062
          3 |     2 |      2 | LYING        |  22424 |     11248
          4 |     1 |      3 | SILENT       |     70 |        10
          4 |     1 |      3 | EQUIVOCATING |    182 |        25
          4 |     1 |      3 | LYING        |    356 |        47
          4 |     2 |      3 | SILENT       |   1552 |       417
          4 |     2 |      3 | EQUIVOCATING |  25548 |      6615
          4 |     2 |      3 | LYING        | 204840 |     52951
          """)
  void counts(int n, int views, int quorum, Behaviour behaviour, long plain, long upToAll) {
    PbftConfig config = PbftConfig.of(n, 1, views).withQuorum(quorum).withBehaviour(behaviour);
    Pbft model = Pbft.of(config);
    assertThat(Explore.upTo().all(model).explored()).isEqualTo(plain);
    assertThat(Explore.upTo(Compare.scalarsets(model)).all(model).explored()).isEqualTo(upToAll);
  }

  /** The mutants that are caught with two views, and the behaviours that it takes. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          mutant                 | ANYTHING | SILENT | EQUIVOCATING | LYING
          more-byzantine-than-f  | caught   | safe   | caught       | safe
          n-is-3f                | caught   | safe   | caught       | safe
          quorum-2f+1            | caught   | safe   | caught       | safe
          commit-quorum-2f       | caught   | safe   | caught       | caught
          prepare-quorum-2f      | caught   | safe   | caught       | safe
          no-prepare-phase       | caught   | safe   | caught       | safe
          view-change-quorum-2f  | caught   | safe   | caught       | caught
          ignore-certificates    | caught   | caught | caught       | caught
          omit-certificates      | caught   | caught | caught       | caught
          keep-voting            | caught   | caught | caught       | caught
          accept-two             | caught   | safe   | caught       | safe
          """)
  void whatMutantsNeed(
      String mutant, String anything, String silent, String equivocating, String lying) {
    PbftConfig host = caught(mutant);
    assertThat(Stream.of(Behaviour.values()).map(b -> verdict(host.withBehaviour(b))))
        .containsExactly(anything, silent, equivocating, lying);
  }

  /** At the first size with at most two views that catches it. */
  private static PbftConfig caught(String name) {
    Mutant mutant =
        PROTOCOL.mutants().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    return mutant.caught().stream()
        .map(PbftBehaviourTest::configured)
        .filter(c -> c.views() <= 2)
        .findFirst()
        .orElseThrow();
  }

  private static String verdict(PbftConfig config) {
    Pbft model = Pbft.of(config);
    SearchResult found = Explore.upTo(Compare.scalarsets(model)).run(model);
    return found.verdict() instanceof Verdict.Violated ? "caught" : "safe";
  }

  @ParameterizedTest
  @EnumSource
  void pbftHolds(Behaviour behaviour) {
    assertThat(verdict(PbftConfig.of(4, 1, 2).withBehaviour(behaviour))).isEqualTo("safe");
  }

  static Stream<PbftConfig> hosts() {
    return Stream.of(Deviation.NONE, Deviation.KEEP_VOTING, Deviation.OMIT_CERTIFICATES)
        .flatMap(
            d ->
                Stream.of(
                        PbftConfig.of(3, 1, 2).withQuorum(2),
                        PbftConfig.of(3, 2, 2).withQuorums(1, 2, 2),
                        PbftConfig.of(4, 1, 1).withQuorum(2))
                    .map(c -> c.withDeviation(d)));
  }

  /** Silence allows less than anything else does; whatever is done could be said as well. */
  @ParameterizedTest
  @MethodSource("hosts")
  void restrictedReplicasDecideNothingMore(PbftConfig host) {
    Function<Behaviour, Set<Set<Object>>> decided =
        b -> {
          Pbft model = Pbft.of(host.withBehaviour(b));
          return Reduction.decided(model, Explore.upTo(), s -> decisions(model, s));
        };
    Set<Set<Object>> ofAnything = decided.apply(Behaviour.ANYTHING);
    Set<Set<Object>> ofSilence = decided.apply(Behaviour.SILENT);
    for (Behaviour some : List.of(Behaviour.EQUIVOCATING, Behaviour.LYING)) {
      Set<Set<Object>> ofSome = decided.apply(some);
      assertAllWithin(ofSome, ofAnything);
      assertAllWithin(ofSilence, ofSome);
    }
  }

  private static void assertAllWithin(Set<Set<Object>> smaller, Set<Set<Object>> larger) {
    assertThat(smaller).allMatch(set -> larger.stream().anyMatch(l -> l.containsAll(set)));
  }

  private record Decided(int view, int slot, int request) {}

  private record Faulty(int replica) {}

  /** What is decided, and who is Byzantine. */
  private static Set<Object> decisions(Pbft model, State s) {
    Set<Object> found = new HashSet<>();
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        for (int d = 0; d < model.domains().requests().size(); d++) {
          if (model.certificates().isDecided(s, v, slot, d)) {
            found.add(new Decided(v, slot, d));
          }
        }
      }
    }
    for (int r = 0; r < model.config().replicas(); r++) {
      if (model.replicas().isFaulty(s, r)) {
        found.add(new Faulty(r));
      }
    }
    return found;
  }

  static Stream<PbftConfig> small() {
    return Stream.of(
            PbftConfig.of(2, 1, 2).withQuorum(2),
            PbftConfig.of(2, 1, 2).withSize(1, 1).withQuorums(1, 1, 2),
            PbftConfig.of(3, 1, 1).withSize(1, 1).withQuorum(2))
        .flatMap(PbftConfigs::restricted);
  }

  /** Loss and duplication together make many states. */
  @ParameterizedTest
  @MethodSource("small")
  void reducedSearchesOfNetworksAnswerTheSame(PbftConfig config) {
    Environments.networks().stream()
        .filter(e -> !e.loss() && !e.duplication())
        .map(e -> Pbft.of(config.in(e)))
        .forEach(model -> Reduction.check(model, s -> decisions(model, s)));
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("small")
  void reducedSearchesOfWorseNetworksAnswerTheSame(PbftConfig config) {
    Environments.networks().stream()
        .filter(e -> e.loss() != e.duplication())
        .map(e -> Pbft.of(config.in(e)))
        .forEach(model -> Reduction.check(model, s -> decisions(model, s)));
  }

  static Stream<PbftConfig> larger() {
    return Stream.concat(
        small(), PbftConfigs.restricted(PbftConfig.of(3, 1, 2).withSize(1, 1).withQuorum(2)));
  }

  /** A network that has every fault decides what messages do that stay available. */
  @ParameterizedTest
  @MethodSource("larger")
  void theWorstNetworkDecidesAsMuch(PbftConfig config) {
    Pbft growing = Pbft.of(config);
    Pbft network = Pbft.of(config.in(Environments.WORST));
    assertThat(largest(network, Explore.upTo().reduced()))
        .isEqualTo(largest(growing, Explore.upTo()));
  }

  private static Set<Set<Object>> largest(Pbft model, Explore way) {
    return Reduction.largest(Reduction.decided(model, way, s -> decisions(model, s)));
  }

  @Test
  void faultsTellTheBehaviour() {
    assertThat(configured(Map.of("faults", "loss,lying=2")))
        .extracting(PbftConfig::behaviour, PbftConfig::byzantine)
        .containsExactly(Behaviour.LYING, 2);
    assertThat(configured(Map.of("faults", "loss")))
        .extracting(PbftConfig::behaviour, PbftConfig::byzantine)
        .containsExactly(Behaviour.ANYTHING, 0);
    PbftConfig growing =
        configured(
            Map.of("network", "growing", "faults", "loss,duplication,reordering,equivocating=1"));
    assertThat(growing).isEqualTo(PbftConfig.of(4, 1, 3).withBehaviour(Behaviour.EQUIVOCATING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "byzantine=1,lying=1 | | give one of byzantine, lying",
        "silent=1,equivocating=1 | | give one of silent, equivocating",
        "silent=5 | | silent is at most the number of replicas, 4, not 5",
        "lying=1 | 2 | give either byzantine, or lying=N in faults; not both",
      })
  void faultsThatContradictEachOther(String faults, String byzantine, String message) {
    Map<String, String> settings =
        byzantine == null
            ? Map.of("faults", faults)
            : Map.of("faults", faults, "byzantine", byzantine);
    assertThatThrownBy(() -> configured(settings))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void inWords() {
    assertThat(Arrays.stream(Behaviour.values()).map(b -> b.fault().words(1)))
        .containsExactly(
            "one Byzantine replica",
            "one Byzantine replica that is silent",
            "one Byzantine replica that equivocates outside of view-changes",
            "one Byzantine replica that lies in view-changes");
    assertThat(Arrays.stream(Behaviour.values()).map(b -> b.fault().words(2)))
        .containsExactly(
            "2 Byzantine replicas",
            "2 Byzantine replicas that are silent",
            "2 Byzantine replicas that equivocate outside of view-changes",
            "2 Byzantine replicas that lie in view-changes");
  }

  private static PbftConfig configured(Map<String, String> settings) {
    Pbft model = (Pbft) PROTOCOL.configure(Settings.of(PROTOCOL, settings)).model();
    return model.config();
  }
}
