package org.quorate.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.state.Draft;
import org.quorate.state.Field;
import org.quorate.state.FieldArray;
import org.quorate.state.RandomLayout;
import org.quorate.state.Scalarset;
import org.quorate.state.SetArray;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

class RenamingTest {

  private record Voting(Field leader, FieldArray ballot, SetArray trusts) {}

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @Test
  void aMemberTakesEverythingAlongToItsNewName() {
    Scalarset nodes = new Scalarset("nodes", 3, "n");
    var declared =
        StateLayout.declare(
            d ->
                new Voting(
                    d.field("leader", nodes.orNone()),
                    d.array("ballot", nodes, Subrange.of("ballots", 8)),
                    d.sets("trusts", nodes, nodes)));
    Voting v = declared.variables();
    Draft source = new Draft(declared.layout().words());
    v.leader().set(source, 0);
    v.ballot().set(source, 0, 5);
    v.ballot().set(source, 1, 6);
    v.ballot().set(source, 2, 7);
    v.trusts().add(source, 0, 2);

    Draft image = new Draft(declared.layout().words());
    rename(declared.layout(), nodes, new int[] {1, 2, 0}).apply(source, image);

    assertThat(v.leader().get(image)).isEqualTo(1);
    assertThat(v.ballot().get(image, 1)).isEqualTo(5);
    assertThat(v.ballot().get(image, 2)).isEqualTo(6);
    assertThat(v.ballot().get(image, 0)).isEqualTo(7);
    assertThat(v.trusts().has(image, 1, 0)).isTrue();
    assertThat(IntStream.range(0, 3).map(n -> v.trusts().size(image, n)).sum()).isEqualTo(1);
  }

  private static Renaming rename(StateLayout layout, Scalarset set, int[] image) {
    return new Renaming(layout, new Permutations(List.of(set), List.of(image)));
  }

  @Test
  void everyRenamingOfAllScalarsetsIsListedOnceAndTheIdentityFirst() {
    Scalarset nodes = new Scalarset("nodes", 4, "n");
    Scalarset values = new Scalarset("values", 3, "v");
    List<String> images =
        Permutations.all(List.of(nodes, values)).stream()
            .map(p -> Arrays.deepToString(p.images().toArray()))
            .toList();
    assertThat(images).hasSize(24 * 6).doesNotHaveDuplicates();
    assertThat(images.get(0)).isEqualTo("[[0, 1, 2, 3], [0, 1, 2]]");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tablesRenameLikeTheDefinition(int seed) {
    Random random = new Random(seed);
    StateLayout layout = RandomLayout.small(random);
    List<Scalarset> sets = layout.scalarsets().stream().filter(s -> random.nextInt(4) > 0).toList();
    long[] image = new long[layout.words()];
    for (Permutations permutations : Permutations.all(sets)) {
      Renaming renaming = new Renaming(layout, permutations);
      RenamingTable table = RenamingTable.of(layout, permutations, sets);
      for (int i = 0; i < 3; i++) {
        long[] state = RandomLayout.state(layout, random);
        table.apply(state, image);
        assertThat(image).isEqualTo(renamed(layout, renaming, state));
      }
    }
  }

  private static long[] renamed(StateLayout layout, Renaming renaming, long[] state) {
    State source = new State(layout.words());
    source.load(state, 0);
    Draft image = new Draft(layout.words());
    renaming.apply(source, image);
    return image.toWords();
  }
}
