package org.quorate.state;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every cell its address: globals from the top of word 0 down, then one column after another.
 * Unused bits are at the bottom of a word.
 */
final class Packing {

  /** A scalarset to sort, and the dimension that gives each of its members a column. */
  private record Sorted(Scalarset set, Domain dimension) {}

  private final List<Shape> shapes;
  private final Optional<Sorted> sorted;
  private int word;
  private int used;

  Packing(List<Shape> shapes) {
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("a state needs at least one variable");
    }
    this.shapes = shapes;
    this.sorted = sortable(shapes);
  }

  /**
   * The largest scalarset that only ever indexes, and always in the same dimension; the first
   * declared among equals.
   */
  private static Optional<Sorted> sortable(List<Shape> shapes) {
    Set<Scalarset> all = new LinkedHashSet<>();
    for (Shape shape : shapes) {
      shape.collect(all);
    }
    Sorted best = null;
    for (Scalarset set : all) {
      Set<Optional<Domain>> dimensions =
          shapes.stream().filter(s -> s.mentions(set)).map(s -> s.indexOf(set)).collect(toSet());
      Optional<Domain> only =
          dimensions.size() == 1 ? dimensions.iterator().next() : Optional.empty();
      if (only.isPresent() && (best == null || set.size() > best.set().size())) {
        best = new Sorted(set, only.get());
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
    Optional<Columns> columns = sorted.map(each -> placeColumns(each, addresses));
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
    return sorted.isPresent() && shape.mentions(sorted.get().set());
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
   * Places the columns, those of the pinned part of a union too, and adds to the addresses of their
   * cells. The cells of a column run from its lowest bit up, so that a set in a column has its
   * members in ascending bits.
   */
  private Columns placeColumns(Sorted columns, List<int[]> addresses) {
    Domain dimension = columns.dimension();
    int count = dimension.size();
    int part = 0;
    int width = 0;
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      for (int k = 0; inColumns(shape) && k < shape.cells() / count; k++) {
        int bits = shape.element().bits();
        if (width + bits > Long.SIZE) {
          part++;
          width = 0;
        }
        for (int member = 0; member < count; member++) {
          addresses.get(i)[shape.cellOf(dimension, member, k)] = part * Long.SIZE + width;
        }
        width += bits;
      }
    }
    int[] starts = part == 0 ? narrow(count, width) : wide(count, part + 1);
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      for (int k = 0; inColumns(shape) && k < shape.cells() / count; k++) {
        for (int member = 0; member < count; member++) {
          addresses.get(i)[shape.cellOf(dimension, member, k)] += starts[member];
        }
      }
    }
    long mask = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
    // The pinned part of a union comes first; its columns stay where they are.
    int[] movable = Arrays.copyOfRange(starts, count - columns.set().size(), count);
    return new Columns(columns.set(), part + 1, movable, part == 0 ? mask : -1L);
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
