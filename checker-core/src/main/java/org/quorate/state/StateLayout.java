package org.quorate.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The places of all variables in the words of a state: the one description of the bits.
 *
 * <p>Variables that the chosen {@link Columns} do not own come first, from the top of word 0 down;
 * then the columns, the first one on top. A cell never straddles two words. States compare as
 * unsigned words, so the smallest state of an orbit has the smallest globals and, among those, the
 * smallest columns in ascending order.
 */
public final class StateLayout {

  private final List<Variable> variables;
  private final List<Scalarset> scalarsets;
  private final Optional<Columns> columns;
  private final int words;

  StateLayout(List<Variable> variables, Optional<Columns> columns, int words) {
    Set<Scalarset> mentioned = new LinkedHashSet<>();
    for (Variable v : variables) {
      new Shape(v.name(), v.rows(), v.columns(), v.element()).collect(mentioned);
    }
    this.variables = List.copyOf(variables);
    this.scalarsets = List.copyOf(mentioned);
    this.columns = columns;
    this.words = words;
  }

  /**
   * A layout and the handles on it.
   *
   * @param <V> what the declaring function returns, typically a record of handles
   */
  public record Declared<V>(StateLayout layout, V variables) {}

  /**
   * Lays out the variables that {@code declaration} declares. The function is called twice and must
   * declare the same variables both times.
   *
   * @throws IllegalArgumentException if nothing is declared, a name is taken twice, or a cell is
   *     wider than a word
   */
  public static <V> Declared<V> declare(Function<Declarations, V> declaration) {
    List<Shape> shapes = new ArrayList<>();
    var unplaced =
        declaration.apply(
            new Declarations() {
              @Override
              Variable place(Shape shape) {
                shapes.add(shape);
                return Variable.of(shape, Placement.of(new int[shape.cells()], 1, shape.cells()));
              }
            });
    Objects.requireNonNull(unplaced);
    StateLayout layout = new Packing(shapes).layout();
    Iterator<Variable> placed = layout.variables.iterator();
    V handles =
        declaration.apply(
            new Declarations() {
              @Override
              Variable place(Shape shape) {
                return placed.next();
              }
            });
    return new Declared<>(layout, handles);
  }

  /** The variables in the order of their declaration. */
  public List<Variable> variables() {
    return variables;
  }

  /** The scalarsets that some variable mentions, in the order of their first mention. */
  public List<Scalarset> scalarsets() {
    return scalarsets;
  }

  /** The columns of the scalarset that can be made canonical by sorting, if there is one. */
  public Optional<Columns> columns() {
    return columns;
  }

  /** The number of 64-bit words of a state. */
  public int words() {
    return words;
  }

  /** The number of bits that carry meaning, at most 64 times {@link #words}. */
  public int bits() {
    int sum = 0;
    for (Variable v : variables) {
      sum += v.rows().size() * v.columns().size() * v.element().bits();
    }
    return sum;
  }

  /** The size in one line. */
  @Override
  public String toString() {
    return "%d bits in %d word%s".formatted(bits(), words(), words() == 1 ? "" : "s");
  }

  /**
   * A picture of the bits: for each word its ranges from the top bit down, with the cell that each
   * range holds; neighbouring cells of one variable and row are drawn together.
   */
  public String describe() {
    return new LayoutPicture(this).toString();
  }
}
