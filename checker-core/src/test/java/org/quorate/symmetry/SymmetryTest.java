package org.quorate.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.state.PermutationGroup;
import org.quorate.state.Scalarset;
import org.quorate.state.StateLayout;

class SymmetryTest {

  private static final Scalarset ACCEPTORS = new Scalarset("acceptors", 9, "a");
  private static final Scalarset VALUES = new Scalarset("values", 3, "v");

  private static final StateLayout LAYOUT =
      StateLayout.declare(
              d -> {
                d.array("vote", ACCEPTORS, VALUES.orNone());
                return "";
              })
          .layout();

  @Test
  void scalarsetsAreNamedInTheOrderOfTheLayout() {
    assertThat(Symmetry.all(LAYOUT).names()).containsExactly("acceptors", "values");
    assertThat(Symmetry.of(LAYOUT, List.of("values", "acceptors")).names())
        .containsExactly("acceptors", "values");
    assertThat(Symmetry.of(LAYOUT, List.of("values")).names()).containsExactly("values");
    assertThat(Symmetry.none(LAYOUT).names()).isEmpty();
  }

  @Test
  void theOrderIsTheProductOfTheFactorials() {
    assertThat(Symmetry.all(LAYOUT).groupOrder()).isEqualTo(362_880 * 6);
    assertThat(Symmetry.of(LAYOUT, List.of("values")).groupOrder()).isEqualTo(6);
    assertThat(Symmetry.none(LAYOUT).groupOrder()).isEqualTo(1);
  }

  private static Symmetry restricted() {
    PermutationGroup pairs =
        new PermutationGroup(
            List.of(List.of(0, 1), List.of(2, 3)),
            List.of(List.of(0, 1, 2, 3), List.of(2, 3, 0, 1)));
    Scalarset four = new Scalarset("four", 4, Scalarset.labels("m", 1, 4), pairs);
    return Symmetry.all(StateLayout.declare(d -> d.array("vote", four, VALUES.orNone())).layout());
  }

  @Test
  void randomRenamingsAreThoseOfTheGroup() {
    Random random = new Random(1);
    Set<String> drawn =
        Stream.generate(() -> restricted().randomRenaming(random).toString())
            .limit(1_000)
            .collect(Collectors.toSet());
    Set<String> all =
        restricted().renamings().stream().map(Renaming::toString).collect(Collectors.toSet());
    assertThat(all).hasSize(8 * 6).contains("four m3→m4, m4→m3 and values v1→v2, v2→v1");
    assertThat(drawn).isEqualTo(all);
  }

  @Test
  void aRestrictedGroupIsDescribedByItsOrder() {
    Symmetry symmetry = restricted();
    assertThat(symmetry.names()).containsExactly("four", "values");
    assertThat(symmetry.descriptions()).containsExactly("four (8 of 24 ways)", "values");
    assertThat(symmetry.groupOrder()).isEqualTo(8 * 6);
    assertThat(symmetry.renamings()).hasSize(8 * 6);
  }

  @Test
  void permutationsMustBePermutations() {
    List<List<Integer>> one = List.of(List.of(0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PermutationGroup(one, List.of(List.of(1, 0))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PermutationGroup(one, List.of(List.of(0, 1), List.of(0, 0))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PermutationGroup(List.of(List.of(0)), List.of(List.of(0, 1))));
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Symmetry.of(LAYOUT, List.of("acceptors", "vlaues")))
        .withMessage("unknown symmetry 'vlaues'; this model has: acceptors, values");
  }

  @Test
  void tooManyRenamingsAreRefused() {
    StateLayout referenced =
        StateLayout.declare(
                d -> {
                  d.field("leader", new Scalarset("nodes", 7, "n"));
                  d.field("value", new Scalarset("pair", 2, "p"));
                  return "";
                })
            .layout();
    assertThat(Symmetry.of(referenced, List.of("nodes")).renamings()).hasSize(5_040);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Symmetry.all(referenced))
        .withMessage(
            "symmetry over [nodes, pair] needs 10,080 renamings a state;"
                + " at most 5,040 are allowed; leave one out");
  }
}
