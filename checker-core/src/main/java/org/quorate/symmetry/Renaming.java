package org.quorate.symmetry;

import java.util.List;
import org.quorate.state.Domain;
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

  private final StateLayout layout;
  private final Permutations permutations;

  Renaming(StateLayout layout, Permutations permutations) {
    this.layout = layout;
    this.permutations = permutations;
  }

  /** Every renaming of the members of the given scalarsets, the identity first. */
  public static List<Renaming> all(StateLayout layout, List<Scalarset> sets) {
    return of(layout, Permutations.all(sets));
  }

  static List<Renaming> of(StateLayout layout, List<Permutations> permutations) {
    return permutations.stream().map(p -> new Renaming(layout, p)).toList();
  }

  /** Writes the renamed {@code source} to {@code target}. */
  public void apply(State source, Draft target) {
    for (Variable v : layout.variables()) {
      for (int r = v.rows().first(); r <= v.rows().last(); r++) {
        for (int c = v.columns().first(); c <= v.columns().last(); c++) {
          int value = v.get(source, r, c);
          v.set(target, image(v.rows(), r), image(v.columns(), c), image(v.element(), value));
        }
      }
    }
  }

  /** Where the renaming takes an element of a domain. */
  int image(Domain domain, int element) {
    int renamed = element;
    for (int i = 0; i < permutations.sets().size(); i++) {
      renamed = domain.rename(permutations.sets().get(i), permutations.images().get(i), renamed);
    }
    return renamed;
  }
}
