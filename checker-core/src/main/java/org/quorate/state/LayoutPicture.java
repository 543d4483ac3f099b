package org.quorate.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the bits of a layout as text, a line for each run of cells of one variable and row. */
final class LayoutPicture {

  /** A run of neighbouring cells: bits {@code low} to {@code high} of a word. */
  private record Run(int word, int high, int low, String text) {}

  private final StateLayout layout;

  LayoutPicture(StateLayout layout) {
    this.layout = layout;
  }

  @Override
  public String toString() {
    List<Run> runs = new ArrayList<>();
    for (Variable v : layout.variables()) {
      if (v.element().bits() > 0) {
        addRuns(v, runs);
      }
    }
    runs.sort(Comparator.comparingInt(Run::word).thenComparing(Run::high, (a, b) -> b - a));
    StringBuilder out = new StringBuilder(layout.toString());
    int word = -1;
    for (Run run : runs) {
      if (run.word() != word) {
        word = run.word();
        out.append("\nword ").append(word);
      }
      String range = run.high() == run.low() ? "" + run.high() : run.high() + ".." + run.low();
      out.append("\n  %-7s %s".formatted(range, run.text()));
    }
    return out.append('\n').toString();
  }

  private static void addRuns(Variable v, List<Run> runs) {
    int bits = v.element().bits();
    for (int r = v.rows().first(); r <= v.rows().last(); r++) {
      int from = v.columns().first();
      while (from <= v.columns().last()) {
        int to = from;
        while (to < v.columns().last() && isNeighbour(v, r, to, bits)) {
          to++;
        }
        int a = v.address(r, from);
        int b = v.address(r, to);
        int low = Math.min(a, b) % Long.SIZE;
        int high = Math.max(a, b) % Long.SIZE + bits - 1;
        runs.add(new Run(a / Long.SIZE, high, low, text(v, r, from, to)));
        from = to + 1;
      }
    }
  }

  private static boolean isNeighbour(Variable v, int row, int column, int bits) {
    int here = v.address(row, column);
    int there = v.address(row, column + 1);
    return here / Long.SIZE == there / Long.SIZE && Math.abs(here - there) == bits;
  }

  private static String text(Variable v, int row, int from, int to) {
    StringBuilder out = new StringBuilder(v.name());
    if (v.rows() != Variable.UNIT) {
      out.append('[').append(v.rows().format(row)).append(']');
    }
    if (v.columns() != Variable.UNIT) {
      String first = v.columns().format(from);
      String range = from == to ? first : first + ".." + v.columns().format(to);
      out.append(v.isSet() ? '{' : '[').append(range).append(v.isSet() ? '}' : ']');
    }
    if (!v.isSet()) {
      out.append(" : ").append(v.element().name());
    }
    return out.toString();
  }
}
