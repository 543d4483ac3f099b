package org.quorate.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every cell its address: globals from the top of word 0 down, then one column after another.
 * Unused bits are at the bottom of a word.
 */
final class Packing {

  private final List<Shape> shapes;
  private final Optional<Scalarset> sorted;
  private int word;
  private int used;

  Packing(List<Shape> shapes) {
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("a state needs at least one variable");
    }
    this.shapes = shapes;
    this.sorted = sortable(shapes);
  }

  /** The largest scalarset that only ever indexes; the first declared among equals. */
  private static Optional<Scalarset> sortable(List<Shape> shapes) {
    Set<Scalarset> all = new LinkedHashSet<>();
    for (Shape shape : shapes) {
      shape.collect(all);
    }
    Scalarset best = null;
    for (Scalarset set : all) {
      boolean indexesOnly = shapes.stream().allMatch(s -> !s.mentions(set) || s.isIndexedBy(set));
      if (indexesOnly && (best == null || set.size() > best.size())) {
        best = set;
      }
    }
    return Optional.ofNullable(best);
  }

  StateLayout layout() {
    List<int[]> addresses = new ArrayList<>();
    for (Shape shape : shapes) {
      int[] cells = new int[shape.cells()];
      if (!inColumns(shape)) {
        for (int cell = 0; cell < cells.length; cell++) {
          cells[cell] = next(shape.element().bits());
        }
      }
      addresses.add(cells);
    }
    Optional<Columns> columns = sorted.map(set -> placeColumns(set, addresses));
    List<Variable> variables = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      Placement placement =
          Placement.of(addresses.get(i), shape.rows().size(), shape.columns().size());
      variables.add(Variable.of(shape, placement));
    }
    return new StateLayout(variables, columns, word + 1);
  }

  private boolean inColumns(Shape shape) {
    return sorted.isPresent() && shape.mentions(sorted.get());
  }

  /** The address of the next free bits that lie in one word. */
  private int next(int bits) {
    if (used + bits > Long.SIZE) {
      word++;
      used = 0;
    }
    used += bits;
    return (word + 1) * Long.SIZE - used;
  }

  /**
   * Places the columns, and adds to the addresses of their cells. The cells of a column run from
   * its lowest bit up, so that a set in a column has its members in ascending bits.
   */
  private Columns placeColumns(Scalarset set, List<int[]> addresses) {
    int part = 0;
    int width = 0;
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      for (int k = 0; inColumns(shape) && k < shape.cells() / set.size(); k++) {
        int bits = shape.element().bits();
        if (width + bits > Long.SIZE) {
          part++;
          width = 0;
        }
        for (int member = 0; member < set.size(); member++) {
          addresses.get(i)[shape.cellOf(set, member, k)] = part * Long.SIZE + width;
        }
        width += bits;
      }
    }
    int[] starts = part == 0 ? narrow(set.size(), width) : wide(set.size(), part + 1);
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      for (int k = 0; inColumns(shape) && k < shape.cells() / set.size(); k++) {
        for (int member = 0; member < set.size(); member++) {
          addresses.get(i)[shape.cellOf(set, member, k)] += starts[member];
        }
      }
    }
    long mask = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
    return new Columns(set, part + 1, starts, part == 0 ? mask : -1L);
  }

  /**
   * Columns of at most a word, as many in a word as fit. They start beside the globals if all fit
   * there or a word is saved, and otherwise in a fresh word, where their addresses stay linear.
   */
  private int[] narrow(int count, int width) {
    int beside = width == 0 ? count : Math.min(count, (Long.SIZE - used) / width);
    if (beside < count && wordsFor(count - beside, width) == wordsFor(count, width)) {
      used = Long.SIZE;
    }
    int[] starts = new int[count];
    for (int member = 0; member < count; member++) {
      starts[member] = next(width);
    }
    return starts;
  }

  private static int wordsFor(int columns, int width) {
    int each = Long.SIZE / width;
    return (columns + each - 1) / each;
  }

  /** Columns of several whole words each. */
  private int[] wide(int count, int wordsPerColumn) {
    int first = used == 0 ? word : word + 1;
    int[] starts = new int[count];
    for (int member = 0; member < count; member++) {
      starts[member] = (first + member * wordsPerColumn) * Long.SIZE;
    }
    word = first + count * wordsPerColumn - 1;
    return starts;
  }
}
