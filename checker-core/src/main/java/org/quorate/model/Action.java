package org.quorate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * A named step of a protocol. Its body loops over the step's parameters and emits a successor for
 * each choice that is enabled.
 *
 * @param name as in the literature, such as {@code Promise}
 * @param parameters what {@code begin(…)} is given, in that order, or the first few of it; at most
 *     four
 * @param guards what the step needs, for people; a choice is enabled in the body if and only if all
 *     of them hold
 * @param body emits the successors
 * @param communication who takes the step, and which messages it receives and sends, where the
 *     model says so
 * @param reduction what a reduced search may make of its steps
 */
public record Action(
    String name,
    List<Parameter> parameters,
    List<Guard> guards,
    Body body,
    Optional<Communication> communication,
    Reduction reduction) {

  public Action {
    parameters = List.copyOf(parameters);
    guards = List.copyOf(guards);
    if (parameters.size() > Successors.MAX_ARGUMENTS) {
      throw new IllegalArgumentException(
          name + ": an action has at most " + Successors.MAX_ARGUMENTS + " parameters");
    }
  }

  /**
   * What a search may leave out because other steps cover it. A state covers another if for every
   * run from the other there is one from it that violates every invariant and reaches every goal
   * that the other run does; steps may be missing in it.
   */
  public enum Reduction {
    /** Nothing. */
    NONE,
    /**
     * The state after each step covers the state before it, so that taking any one such step, and
     * no other step, is enough: an ample set of one. No run has infinitely many of these steps in a
     * row.
     */
    EAGER,
    /**
     * Each step leads to a state that the state before it covers, or that another step from there
     * covers, so that it need not be taken.
     */
    REDUNDANT
  }

  /** A parameter of an action. */
  public record Parameter(String name, Domain domain) {}

  /**
   * One requirement of a step. Guards restate what the body decides in its loops, where speed
   * matters, so that a tool can say why a step is not enabled.
   *
   * @param meaning the requirement in words, such as {@code the ballot is above n_max}
   * @param test whether it is met
   */
  public record Guard(String meaning, Test test) {

    /** Whether a requirement is met in a state, for some arguments. */
    @FunctionalInterface
    public interface Test {
      /** The arguments are in the order of the action's parameters. */
      boolean holds(State s, int[] arguments);
    }
  }

  /** Emits the successors of a state under one action; called by several threads at once. */
  @FunctionalInterface
  public interface Body {
    /** For each enabled choice: {@code begin(arguments)}, writes to the draft, {@code end()}. */
    void generate(State s, Successors out);
  }

  /** Tells the messages of a step; for traces, so it need not be fast. */
  @FunctionalInterface
  public interface Communication {
    /**
     * What is received and sent by the step with these arguments, in the order of the action's
     * parameters, from a state in which it is enabled.
     */
    Exchange of(State before, int[] arguments);
  }

  /** An action without parameters. */
  public static Action of(String name, Body body) {
    return new Action(name, List.of(), List.of(), body, Optional.empty(), Reduction.NONE);
  }

  /** This action with one more parameter. */
  public Action with(String parameter, Domain domain) {
    return new Action(
        name,
        plus(parameters, new Parameter(parameter, domain)),
        guards,
        body,
        communication,
        reduction);
  }

  /** This action with one more requirement; tools name the first one that is not met. */
  public Action needs(String meaning, Guard.Test test) {
    return new Action(
        name, parameters, plus(guards, new Guard(meaning, test)), body, communication, reduction);
  }

  /** This action with another body. */
  public Action withBody(Body other) {
    return new Action(name, parameters, guards, other, communication, reduction);
  }

  /** This action with what it receives and sends. */
  public Action communicates(Communication exchange) {
    return new Action(name, parameters, guards, body, Optional.of(exchange), reduction);
  }

  /** This action with what a reduced search may make of it. */
  public Action reducedAs(Reduction other) {
    return new Action(name, parameters, guards, body, communication, other);
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
