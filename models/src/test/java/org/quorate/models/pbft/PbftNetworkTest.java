package org.quorate.models.pbft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Mutant;
import org.quorate.model.Settings;
import org.quorate.model.StatePredicate;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Variant;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.state.State;
import org.quorate.symmetry.Symmetry;

/** PBFT over an explicit network, against itself explored in other ways and in other networks. */
class PbftNetworkTest {

  /** A request that is decided in a view and slot. */
  private record Decision(int view, int slot, int request) {}

  private static final Environment ALL = Environment.explicit(true, true, true);

  /** Every combination of the faults of the network, without crashes and with one. */
  private static Stream<Environment> environments() {
    return networks().flatMap(e -> Stream.of(e, e.withCrashes(1, false)));
  }

  private static Stream<Environment> networks() {
    return Enumerate.subsets(3, 0)
        .map(f -> Environment.explicit(f.contains(0), f.contains(1), f.contains(2)));
  }

  /** Configurations with few states in every environment. */
  static Stream<PbftConfig> small() {
    return Stream.of(
        PbftConfig.of(2, 0, 1),
        PbftConfig.of(3, 1, 1),
        PbftConfig.of(3, 1, 1).withQuorum(2).withSize(1, 1),
        PbftConfig.of(3, 1, 1).withDeviation(Deviation.COMMIT_WITHOUT_PREPREPARE),
        PbftConfig.of(3, 2, 2));
  }

  /** Configurations with more states. */
  static Stream<PbftConfig> large() {
    return Stream.of(
        PbftConfig.of(2, 0, 2).withSize(1, 1),
        PbftConfig.of(3, 1, 1).withSize(2, 1),
        PbftConfig.of(3, 1, 1).withQuorum(2),
        PbftConfig.of(3, 1, 1).withDeviation(Deviation.COMMIT_ON_QUORUM),
        PbftConfig.of(3, 1, 1).withDeviation(Deviation.ACCEPT_TWO),
        PbftConfig.of(3, 1, 2).withSize(1, 1),
        PbftConfig.of(4, 2, 1).withQuorum(3));
  }

  static Stream<PbftConfig> smallConfigs() {
    return small().flatMap(c -> environments().map(c::in));
  }

  static Stream<PbftConfig> largeConfigs() {
    return large().flatMap(c -> environments().map(c::in));
  }

  @ParameterizedTest
  @MethodSource("smallConfigs")
  void reductionAndSymmetryChangeNoAnswer(PbftConfig config) {
    Pbft model = Pbft.of(config);
    Explore plain = Explore.upTo();
    Explore symmetric = Explore.upTo(Symmetry.all(model.layout()).names());
    Answer expected = Answer.of(plain, model);

    Answer found = Answer.of(symmetric, model);
    assertThat(found.represented()).isEqualTo(expected.represented());
    assertThat(found.events()).isEqualTo(expected.events());
    assertThat(closed(config, found.decided())).isEqualTo(expected.decided());
    for (Explore way : List.of(plain.reduced(), symmetric.reduced())) {
      Answer reduced = Answer.of(way, model);
      assertThat(reduced.events()).isEqualTo(expected.events());
      assertThat(expected.decided()).containsAll(reduced.decided());
      assertThat(greatest(closed(config, reduced.decided())))
          .isEqualTo(greatest(expected.decided()));
    }
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("largeConfigs")
  void reductionAndSymmetryChangeNoAnswerOfLargeConfigs(PbftConfig config) {
    reductionAndSymmetryChangeNoAnswer(config);
  }

  /**
   * What a search finds.
   *
   * @param events which goals are reached, and which invariants fail
   * @param decided what can be decided together
   */
  private record Answer(long represented, Set<String> events, Set<Set<Decision>> decided) {

    static Answer of(Explore way, Pbft model) {
      Set<String> events = new HashSet<>();
      Set<Set<Decision>> decided = new HashSet<>();
      List<Invariant> invariants = model.invariants();
      StatePredicate recorder =
          s -> {
            decided.add(PbftNetworkTest.decided(model, s));
            invariants.stream()
                .filter(i -> !i.holds().test(s))
                .forEach(i -> events.add(i.name() + " fails"));
            return true;
          };
      SearchResult result =
          way.run(Variant.withInvariants(model, Variant.property("recorder", recorder)));
      result.goals().forEach((goal, reached) -> events.add(goal + " " + reached));
      return new Answer(result.represented(), events, decided);
    }
  }

  private static Set<Decision> decided(Pbft model, State s) {
    Set<Decision> decided = new HashSet<>();
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        for (int d = 0; d < model.domains().requests().size(); d++) {
          if (model.certificates().isDecided(s, v, slot, d)) {
            decided.add(new Decision(v, slot, d));
          }
        }
      }
    }
    return decided;
  }

  /** Some sets and all that renaming the values makes of them; there are no null requests. */
  private static Set<Set<Decision>> closed(PbftConfig config, Set<Set<Decision>> sets) {
    assertThat(config.slots() == 1 || config.views() == 1).isTrue();
    return Enumerate.permutations(config.values()).stream()
        .flatMap(image -> sets.stream().map(set -> renamed(set, image)))
        .collect(Collectors.toSet());
  }

  private static Set<Decision> renamed(Set<Decision> set, List<Integer> image) {
    return set.stream()
        .map(d -> new Decision(d.view(), d.slot(), image.get(d.request())))
        .collect(Collectors.toSet());
  }

  /** Those sets that no other one contains. */
  private static Set<Set<Decision>> greatest(Set<Set<Decision>> sets) {
    return sets.stream()
        .filter(set -> sets.stream().noneMatch(o -> o.size() > set.size() && o.containsAll(set)))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("small")
  void allFaultsOfTheNetworkAreWhatAGrowingSetOfMessagesCovers(PbftConfig config) {
    assertThat(decisions(config.in(ALL))).isEqualTo(decisions(config));
    assertThat(decisions(config.in(ALL.withCrashes(1, false)))).isEqualTo(decisions(config));
    assertThat(decisions(config.in(ALL.withCrashes(1, true)))).isEqualTo(decisions(config));
  }

  @ParameterizedTest
  @MethodSource("small")
  void fewerFaultsAllowNoMore(PbftConfig config) {
    networks().forEach(e -> assertThat(decisions(config)).containsAll(decisions(config.in(e))));
  }

  private static Set<Set<Decision>> decisions(PbftConfig config) {
    return Answer.of(Explore.upTo(), Pbft.of(config)).decided();
  }

  static Stream<PbftConfig> forgetful() {
    return Stream.of(Deviation.IGNORE_CERTIFICATES, Deviation.OMIT_CERTIFICATES)
        .flatMap(d -> networks().map(PbftConfig.of(2, 0, 2).withDeviation(d)::in));
  }

  /** A view change that loses a decision needs no fault of the network. */
  @ParameterizedTest
  @MethodSource("forgetful")
  void lostDecisionsAreFound(PbftConfig config) {
    assertThat(verdict(Pbft.of(config))).isInstanceOf(Verdict.Violated.class);
  }

  /** A configuration of the catalogue at which a mutant must be caught. */
  private record Entry(String mutant, Map<String, String> settings) {

    boolean isSmall() {
      return number("views", 2) == 1;
    }

    /** More replicas are too many to go through their renamings. */
    boolean isPossible() {
      return number("replicas", 4) <= 6;
    }

    private int number(String option, int otherwise) {
      return Integer.parseInt(settings.getOrDefault(option, Integer.toString(otherwise)));
    }

    @Override
    public String toString() {
      return mutant + " " + settings;
    }
  }

  private static Stream<Entry> mutants() {
    return PbftCatalogue.mutants().stream()
        .flatMap(m -> m.caught().stream().map(settings -> new Entry(m.name(), settings)))
        .filter(Entry::isPossible);
  }

  static Stream<Entry> smallMutants() {
    return mutants().filter(Entry::isSmall);
  }

  static Stream<Entry> largeMutants() {
    return mutants().filter(e -> !e.isSmall());
  }

  @ParameterizedTest
  @MethodSource("smallMutants")
  void mutantsAreCaught(Entry entry) {
    PbftProtocol pbft = new PbftProtocol();
    Map<String, String> settings = Mutant.with(entry.settings(), "network", "explicit");
    Model model = pbft.configure(Settings.of(pbft, settings)).model();

    assertThat(verdict(model)).isInstanceOf(Verdict.Violated.class);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("largeMutants")
  void largeMutantsAreCaught(Entry entry) {
    mutantsAreCaught(entry);
  }

  private static Verdict verdict(Model model) {
    List<String> all = Symmetry.all(model.layout()).names();
    return Explore.upTo(all).threads(2).reduced().run(model).verdict();
  }
}
