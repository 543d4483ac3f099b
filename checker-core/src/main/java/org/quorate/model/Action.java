package org.quorate.model;

import java.util.List;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * A named step of a protocol. Its body loops over the step's parameters and emits a successor for
 * each choice that is enabled.
 *
 * @param name as in the literature, such as {@code Promise}
 * @param parameters what {@code begin(…)} is given, in that order; at most three
 * @param body emits the successors
 */
public record Action(String name, List<Parameter> parameters, Body body) {

  public Action {
    parameters = List.copyOf(parameters);
    if (parameters.size() > Successors.MAX_ARGUMENTS) {
      throw new IllegalArgumentException(
          name + ": an action has at most " + Successors.MAX_ARGUMENTS + " parameters");
    }
  }

  /** A parameter of an action. */
  public record Parameter(String name, Domain domain) {}

  /** Emits the successors of a state under one action; called by several threads at once. */
  @FunctionalInterface
  public interface Body {
    /** For each enabled choice: {@code begin(arguments)}, writes to the draft, {@code end()}. */
    void generate(State s, Successors out);
  }

  /** An action without parameters. */
  public static Action of(String name, Body body) {
    return new Action(name, List.of(), body);
  }

  /** This action with one more parameter. */
  public Action with(String parameter, Domain domain) {
    List<Parameter> more = new java.util.ArrayList<>(parameters);
    more.add(new Parameter(parameter, domain));
    return new Action(name, more, body);
  }
}
