package org.quorate.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.state.Declarations;
import org.quorate.state.Draft;
import org.quorate.state.PermutationGroup;
import org.quorate.state.RandomLayout;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** The fast canonicaliser against the one that tries every renaming, and both against orbits. */
class CanonicaliserTest {

  private static final Scalarset ACCEPTORS = new Scalarset("acceptors", 4, "a");
  private static final Scalarset VALUES = new Scalarset("values", 3, "v");
  private static final Subrange BALLOTS = Subrange.of("ballots", 3);

  static Stream<Arguments> typicalLayouts() {
    return Stream.of(
        layout(
            "values in columns",
            d -> {
              d.set("proposed", VALUES);
              d.array("vote", ACCEPTORS, VALUES.orNone());
              d.array("n_max", ACCEPTORS, BALLOTS.orNone());
            }),
        layout(
            "a single value in columns",
            d -> {
              d.array("vote", ACCEPTORS, new Scalarset("value", 1, "v").orNone());
              d.array("n_max", ACCEPTORS, BALLOTS.orNone());
            }),
        layout(
            "values in globals only",
            d -> {
              d.array("proposal", BALLOTS, VALUES.orNone());
              d.sets("promised", BALLOTS, ACCEPTORS);
            }),
        layout("values beside columns that are all alike", d -> d.sets("x", ACCEPTORS, VALUES)),
        layout(
            "referenced scalarsets only",
            d -> {
              d.field("leader", ACCEPTORS.orNone());
              d.array("vote", ACCEPTORS, VALUES.times(BALLOTS).orNone());
              d.field("chosen", VALUES.orNone());
            }),
        layout(
            "a referenced one alone",
            d -> {
              d.sets("trusts", ACCEPTORS, ACCEPTORS);
              d.field("leader", ACCEPTORS);
            }),
        layout(
            "narrow columns in several words",
            d -> {
              d.array("proposal", BALLOTS, VALUES.orNone());
              d.sets("log", ACCEPTORS, Subrange.of("slots", 25));
              d.array("vote", ACCEPTORS, VALUES.orNone());
            }),
        layout(
            "columns of a word each",
            d -> {
              d.field("chosen", VALUES.orNone());
              d.sets("log", ACCEPTORS, Subrange.of("slots", 62));
              d.array("vote", ACCEPTORS, VALUES.orNone());
            }),
        layout(
            "wide columns with values",
            d -> {
              d.field("chosen", VALUES.orNone());
              d.sets("log", ACCEPTORS, Subrange.of("slots", 22).times(VALUES));
              d.array("n_max", ACCEPTORS, BALLOTS);
            }),
        layout(
            "wide columns alone",
            d -> {
              d.sets("log", ACCEPTORS, Subrange.of("slots", 70));
              d.array("n_max", ACCEPTORS, BALLOTS);
            }),
        layout(
            "two columns of half a word",
            d -> d.sets("log", new Scalarset("pair", 2, "p"), Subrange.of("slots", 32))),
        layout(
            "six columns in one word",
            d -> d.array("vote", new Scalarset("six", 6, "s"), BALLOTS.orNone())),
        layout(
            "two scalarsets that only index",
            d -> {
              d.sets("votes", ACCEPTORS, VALUES);
              d.set("proposed", VALUES);
            }));
  }

  private static Arguments layout(String name, Consumer<Declarations> declaration) {
    return Arguments.of(
        name,
        StateLayout.declare(
                d -> {
                  declaration.accept(d);
                  return name;
                })
            .layout());
  }

  /** Members that turn and flip in a ring: no two can be exchanged alone. */
  private static final PermutationGroup RING =
      new PermutationGroup(
          List.of(List.of(0), List.of(1), List.of(2), List.of(3)),
          List.of(
              List.of(0, 1, 2, 3),
              List.of(1, 2, 3, 0),
              List.of(2, 3, 0, 1),
              List.of(3, 0, 1, 2),
              List.of(3, 2, 1, 0),
              List.of(2, 1, 0, 3),
              List.of(1, 0, 3, 2),
              List.of(0, 3, 2, 1)));

  /** Two pairs that lie across each other and can be exchanged as pairs. */
  private static final PermutationGroup PAIRS =
      new PermutationGroup(
          List.of(List.of(0, 2), List.of(1, 3)), List.of(List.of(0, 1, 2, 3), List.of(1, 0, 3, 2)));

  /** Three that are alike, one of which stands apart from the others, and another. */
  private static final PermutationGroup THREE_AND_ONE =
      new PermutationGroup(List.of(List.of(0, 1, 3), List.of(2)), List.of(List.of(0, 1, 2, 3)));

  static Stream<Arguments> restrictedLayouts() {
    return Stream.of(RING, PAIRS, THREE_AND_ONE)
        .map(group -> new Scalarset("four", 4, Scalarset.labels("m", 1, 4), group))
        .flatMap(CanonicaliserTest::layoutsWith);
  }

  private static Stream<Arguments> layoutsWith(Scalarset four) {
    return Stream.of(
        layout(
            "in one word",
            d -> {
              d.field("chosen", VALUES.orNone());
              d.array("vote", four, VALUES.orNone());
            }),
        layout(
            "in one word, without values",
            d -> {
              d.array("n_max", four, BALLOTS.orNone());
              d.sets("promised", four, BALLOTS);
            }),
        layout("in words of their own", d -> d.sets("log", four, Subrange.of("slots", 61))),
        layout(
            "two in a word",
            d -> {
              d.field("chosen", VALUES.orNone());
              d.sets("log", four, Subrange.of("slots", 25));
            }),
        layout(
            "in several words each",
            d -> {
              d.sets("log", four, Subrange.of("slots", 50));
              d.sets("votes", four, VALUES.times(BALLOTS));
              d.field("chosen", VALUES.orNone());
            }),
        layout(
            "referenced",
            d -> {
              d.field("leader", four.orNone());
              d.sets("trusts", four, four);
              d.array("vote", ACCEPTORS, VALUES.orNone());
            }));
  }

  /** Groups whose classes may be apart, or lie across each other. */
  static Stream<Arguments> layoutsWithRandomGroups() {
    return IntStream.range(0, 16)
        .mapToObj(seed -> RandomGroup.of(3 + seed % 4, new Random(seed)).toPermutationGroup())
        .filter(g -> g.order() <= 24)
        .map(g -> new Scalarset("some", g.size(), Scalarset.labels("m", 1, g.size()), g))
        .flatMap(CanonicaliserTest::layoutsWith);
  }

  static Stream<Arguments> randomLayouts() {
    return IntStream.range(0, 50)
        .mapToObj(seed -> Arguments.of("seed " + seed, RandomLayout.small(new Random(seed))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"typicalLayouts", "restrictedLayouts", "layoutsWithRandomGroups", "randomLayouts"})
  void representativesAreTheSmallestStatesOfTheirOrbits(String name, StateLayout layout) {
    Random random = new Random(layout.bits());
    for (Symmetry symmetry : everySymmetryOf(layout)) {
      Canonicaliser fast = symmetry.canonicaliser();
      Canonicaliser exhaustive = symmetry.exhaustiveCanonicaliser();
      for (int i = 0; i < 6; i++) {
        long[] state = RandomLayout.state(layout, random);
        List<long[]> images = images(symmetry, state);
        long[] smallest = images.stream().min(State::compare).orElseThrow();
        int orbit = distinct(images);

        assertThat(representative(exhaustive, state)).isEqualTo(smallest);
        assertThat(exhaustive.orbitSize(smallest)).isEqualTo(orbit);
        assertThat(images).allMatch(x -> Arrays.equals(representative(fast, x), smallest));
        assertThat(fast.orbitSize(smallest)).isEqualTo(orbit);
      }
    }
  }

  private static List<Symmetry> everySymmetryOf(StateLayout layout) {
    Stream<Symmetry> each =
        layout.scalarsets().stream().map(set -> Symmetry.of(layout, List.of(set.name())));
    return Stream.concat(Stream.of(Symmetry.none(layout), Symmetry.all(layout)), each).toList();
  }

  private static List<long[]> images(Symmetry symmetry, long[] state) {
    State source = new State(state.length);
    source.load(state, 0);
    Draft image = new Draft(state.length);
    return symmetry.renamings().stream()
        .map(
            renaming -> {
              renaming.apply(source, image);
              return image.toWords();
            })
        .toList();
  }

  private static int distinct(List<long[]> states) {
    Set<String> different = new HashSet<>();
    states.forEach(state -> different.add(Arrays.toString(state)));
    return different.size();
  }

  private static long[] representative(Canonicaliser canonicaliser, long[] state) {
    long[] copy = state.clone();
    canonicaliser.canonicalise(copy);
    return copy;
  }

  static Stream<Scalarset> voters() {
    return Stream.of(
        new Scalarset("acceptors", 3, "a"),
        new Scalarset("four", 4, Scalarset.labels("m", 1, 4), RING),
        new Scalarset("four", 4, Scalarset.labels("m", 1, 4), PAIRS),
        new Scalarset("four", 4, Scalarset.labels("m", 1, 4), THREE_AND_ONE));
  }

  @ParameterizedTest
  @MethodSource("voters")
  void orbitsOfAllStatesAddUpToTheNumberOfStates(Scalarset voters) {
    StateLayout layout =
        StateLayout.declare(
                d -> {
                  d.field("chosen", VALUES.orNone());
                  d.array("vote", voters, VALUES.orNone());
                  d.sets("trusts", Subrange.of("ballots", 2), VALUES);
                  return "";
                })
            .layout();
    assertThat(layout.words()).isEqualTo(1);
    int unused = Long.SIZE - layout.bits();
    for (Symmetry symmetry : everySymmetryOf(layout)) {
      Canonicaliser canonicaliser = symmetry.canonicaliser();
      Set<Long> representatives = new HashSet<>();
      long represented = 0;
      for (long bits = 0; bits < 1L << layout.bits(); bits++) {
        long[] state = {bits << unused};
        canonicaliser.canonicalise(state);
        if (representatives.add(state[0])) {
          represented += canonicaliser.orbitSize(state);
        }
      }
      assertThat(represented).as("%s", symmetry.names()).isEqualTo(1L << layout.bits());
      assertThat(representatives.size() * symmetry.groupOrder())
          .isGreaterThanOrEqualTo(1L << layout.bits());
    }
  }

  @Test
  void twentyColumnsOfDifferentContentHaveAnOrbitOfTwentyFactorial() {
    Scalarset twenty = new Scalarset("twenty", 20, "t");
    var declared = StateLayout.declare(d -> d.array("x", twenty, Subrange.of("range", 20)));
    Draft draft = new Draft(declared.layout().words());
    for (int i = 0; i < 20; i++) {
      declared.variables().set(draft, i, 19 - i);
    }
    Canonicaliser canonicaliser = Symmetry.all(declared.layout()).canonicaliser();
    canonicaliser.canonicalise(draft.words());
    for (int i = 0; i < 20; i++) {
      assertThat(declared.variables().get(draft, i)).isEqualTo(i);
    }
    assertThat(canonicaliser.orbitSize(draft.words())).isEqualTo(2_432_902_008_176_640_000L);
  }
}
