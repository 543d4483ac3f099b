package org.quorate.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * A step of a model with everything that is known of it: the slow way to expand a state, which
 * notices what a model does wrong.
 *
 * @param arguments one of each parameter of the action
 * @param target the words of the state that the step leads to
 */
public record Transition(Action action, int[] arguments, long[] target) {

  /**
   * @throws IllegalStateException if an argument is missing, or is not in its parameter's domain;
   *     the message speaks of {@code begin}
   */
  public Transition {
    for (int i = 0; i < arguments.length; i++) {
      Action.Parameter parameter = action.parameters().get(i);
      int argument = arguments[i];
      if (argument == Successors.NOT_GIVEN) {
        throw new IllegalStateException(
            "begin was given %d of %d arguments; it needs one for each parameter: %s"
                .formatted(i, arguments.length, names(action)));
      }
      Domain domain = parameter.domain();
      if (argument < domain.first() || argument > domain.last()) {
        throw new IllegalStateException(
            "begin was given %d for %s, which is one of %s %d..%d"
                .formatted(
                    argument, parameter.name(), domain.name(), domain.first(), domain.last()));
      }
    }
  }

  private static String names(Action action) {
    return action.parameters().stream().map(p -> p.name()).collect(Collectors.joining(", "));
  }

  /** All steps from a state, in the order in which the model generates them. */
  public static List<Transition> from(Model model, long[] source) {
    return model.actions().stream().flatMap(action -> steps(action, source).stream()).toList();
  }

  /** The steps of one action from a state. */
  public static List<Transition> steps(Action action, long[] source) {
    return choices(action, source).stream()
        .filter(step -> !Arrays.equals(step.target(), source))
        .toList();
  }

  /**
   * Whatever an action offers in a state, also what changes nothing and so is not a step.
   *
   * @throws IllegalStateException if {@code begin} and {@code end} do not match, or {@code begin}
   *     has not the arguments that the action declares
   */
  public static List<Transition> choices(Action action, long[] source) {
    List<Transition> found = new ArrayList<>();
    State state = State.of(source);
    Successors[] self = new Successors[1];
    self[0] =
        Successors.withUnchanged(
            state,
            source.length,
            draft ->
                found.add(
                    new Transition(
                        action, self[0].arguments(action.parameters().size()), draft.toWords())));
    action.body().generate(state, self[0]);
    self[0].requireEnded();
    return found;
  }

  /**
   * All initial states of a model.
   *
   * @throws IllegalStateException if {@code begin} and {@code end} do not match
   */
  public static List<long[]> initialStates(Model model) {
    List<long[]> found = new ArrayList<>();
    Successors out =
        Successors.initial(model.layout().words(), draft -> found.add(draft.toWords()));
    model.initialStates(out);
    out.requireEnded();
    return found;
  }
}
