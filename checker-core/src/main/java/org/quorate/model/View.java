package org.quorate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.state.Domain;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Variable;

/**
 * A quantity that traces show: a variable, or something derived from variables that people think
 * in.
 *
 * @param name such as {@code n_max}
 * @param index what the quantity is given for, one value an element; a domain of one element where
 *     there is just one value
 * @param value the value: an {@code Integer}, a {@code String}, a {@code Set} or a {@code List} of
 *     such, or null for none
 * @param isRegister whether it is among the few that a reader follows from step to step, which a
 *     replay shows after each one
 */
public record View(String name, Domain index, Value value, boolean isRegister) {

  /** Reads a quantity off a state. */
  @FunctionalInterface
  public interface Value {
    /** The value for an element of the index domain. */
    @Nullable Object of(State s, int index);
  }

  /** A quantity that is no register. */
  public View(String name, Domain index, Value value) {
    this(name, index, value, false);
  }

  /** This quantity as a register. */
  public View asRegister() {
    return new View(name, index, value, true);
  }

  /** Whether there is just one value, without an index. */
  public boolean isScalar() {
    return index.equals(Variable.UNIT);
  }

  /** A quantity without an index. */
  public static View scalar(String name, java.util.function.Function<State, @Nullable Object> of) {
    return new View(name, Variable.UNIT, (s, index) -> of.apply(s));
  }

  /** A view of every variable of a layout. */
  public static List<View> ofVariables(StateLayout layout) {
    return layout.variables().stream()
        .map(v -> new View(v.name(), v.rows(), (s, row) -> row(v, s, row)))
        .toList();
  }

  private static @Nullable Object row(Variable v, State s, int row) {
    if (!v.isSet() && v.columns().equals(Variable.UNIT)) {
      return v.element().value(v.get(s, row, 0));
    }
    Collection<@Nullable Object> values = v.isSet() ? new LinkedHashSet<>() : new ArrayList<>();
    for (int c = v.columns().first(); c <= v.columns().last(); c++) {
      int cell = v.get(s, row, c);
      if (!v.isSet()) {
        values.add(v.element().value(cell));
      } else if (cell != 0) {
        values.add(v.columns().value(c));
      }
    }
    return values;
  }
}
