package org.quorate.state;

import java.util.Optional;
import java.util.Set;

/** What a declaration says of a grid of cells, before the layout has given it a place. */
record Shape(String name, Domain rows, Domain columns, Domain element) {

  Shape {
    if (element.bits() > 31) {
      throw new IllegalArgumentException(name + ": an element takes more than 31 bits");
    }
  }

  int cells() {
    return Math.multiplyExact(rows.size(), columns.size());
  }

  boolean mentions(Scalarset set) {
    return rows.mentions(set) || columns.mentions(set) || element.mentions(set);
  }

  /**
   * The dimension in which each member of the scalarset has exactly one row, or one column, if the
   * shape mentions the scalarset there and nowhere else: the scalarset itself or a union with it.
   */
  Optional<Domain> indexOf(Scalarset set) {
    if (element.mentions(set)) {
      return Optional.empty();
    }
    if (rangesOver(rows, set) && !columns.mentions(set)) {
      return Optional.of(rows);
    }
    return rangesOver(columns, set) && !rows.mentions(set)
        ? Optional.of(columns)
        : Optional.empty();
  }

  private static boolean rangesOver(Domain dimension, Scalarset set) {
    return dimension.equals(set) || (dimension instanceof Union union && union.rest().equals(set));
  }

  /** The number, row by row, of the k-th cell that belongs to an element of a dimension. */
  int cellOf(Domain dimension, int element, int k) {
    return rows.equals(dimension) ? element * columns.size() + k : k * columns.size() + element;
  }

  /** Adds the scalarsets that this shape mentions. */
  void collect(Set<Scalarset> found) {
    collect(rows, found);
    collect(columns, found);
    collect(element, found);
  }

  private static void collect(Domain domain, Set<Scalarset> found) {
    if (domain instanceof Scalarset set) {
      found.add(set);
    } else if (domain instanceof OrNone optional) {
      collect(optional.inner(), found);
    } else if (domain instanceof Pair pair) {
      collect(pair.left(), found);
      collect(pair.right(), found);
    } else if (domain instanceof Union union) {
      collect(union.rest(), found);
    }
  }
}
