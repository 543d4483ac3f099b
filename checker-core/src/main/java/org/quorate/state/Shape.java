package org.quorate.state;

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

  /** Whether each member of the scalarset has exactly one row, or one column, and nothing else. */
  boolean isIndexedBy(Scalarset set) {
    boolean byRow = rows.equals(set) && !columns.mentions(set);
    boolean byColumn = columns.equals(set) && !rows.mentions(set);
    return (byRow || byColumn) && !element.mentions(set);
  }

  /** The number, row by row, of the k-th cell that belongs to a member of an indexing scalarset. */
  int cellOf(Scalarset set, int member, int k) {
    return rows.equals(set) ? member * columns.size() + k : k * columns.size() + member;
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
    }
  }
}
