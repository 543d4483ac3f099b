package org.quorate.symmetry;

import java.util.List;
import org.quorate.state.Draft;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Variable;

/**
 * Renames scalarset members in a state by the meaning of its cells, one cell after another: the
 * definition that every faster way is tested against and built from.
 */
public final class Renaming {

  /** Where the indices and the elements of a variable go, each counted from the first one. */
  private record Images(Variable variable, int[] rows, int[] columns, int[] elements) {

    static Images of(Variable v, Permutations permutations) {
      return new Images(
          v,
          permutations.images(v.rows()),
          permutations.images(v.columns()),
          permutations.images(v.element()));
    }

    void apply(State source, Draft target) {
      int firstRow = variable.rows().first();
      int firstColumn = variable.columns().first();
      int first = variable.element().first();
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < columns.length; c++) {
          int value = variable.get(source, r + firstRow, c + firstColumn);
          variable.set(target, rows[r], columns[c], elements[value - first]);
        }
      }
    }
  }

  private final Permutations permutations;
  private final List<Images> images;

  Renaming(StateLayout layout, Permutations permutations) {
    this.permutations = permutations;
    this.images = layout.variables().stream().map(v -> Images.of(v, permutations)).toList();
  }

  /** Every renaming of the members of the given scalarsets, the identity first. */
  public static List<Renaming> all(StateLayout layout, List<Scalarset> sets) {
    return Permutations.all(sets).stream().map(p -> new Renaming(layout, p)).toList();
  }

  /** Writes the renamed {@code source} to {@code target}. */
  public void apply(State source, Draft target) {
    for (Images each : images) {
      each.apply(source, target);
    }
  }

  /** The renamed words of a state. */
  public long[] apply(long[] words) {
    Draft image = new Draft(words.length);
    apply(State.of(words), image);
    return image.toWords();
  }

  /** Which members become which, such as {@code acceptors a1→a2, a2→a1}. */
  @Override
  public String toString() {
    return permutations.toString();
  }
}
