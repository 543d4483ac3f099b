package org.quorate.selfcheck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.state.State;
import org.quorate.trace.Transition;

/**
 * Whether the guards of a model's actions, which explain why a step is not enabled, say the same as
 * the bodies: a choice of arguments is offered if and only if all guards hold for it.
 */
public final class Guards {

  private final Model model;

  /** A check of a model. */
  public Guards(Model model) {
    this.model = model;
  }

  /**
   * Checks one choice of arguments; actions without guards say nothing that could be wrong.
   *
   * @param offered all that the action offers in the state
   * @throws ModelException if guards and body disagree
   */
  public void check(Action action, State state, List<Transition> offered, int... arguments) {
    if (action.guards().isEmpty()) {
      return;
    }
    boolean isOffered = offered.stream().anyMatch(t -> Arrays.equals(t.arguments(), arguments));
    Action.Guard missing = firstThatFails(action, state, arguments);
    if (isOffered && missing != null) {
      throw disagreement(
          action,
          arguments,
          "is offered by its body although its guard '%s' fails".formatted(missing.meaning()),
          state);
    }
    if (!isOffered && missing == null) {
      throw disagreement(
          action, arguments, "is not offered by its body although all its guards hold", state);
    }
  }

  private Action.@Nullable Guard firstThatFails(Action action, State state, int[] arguments) {
    for (Action.Guard guard : action.guards()) {
      if (!holds(action, guard, state, arguments)) {
        return guard;
      }
    }
    return null;
  }

  private boolean holds(Action action, Action.Guard guard, State state, int[] arguments) {
    return Steps.ask(
        "action " + action.name() + ", guard '" + guard.meaning() + "'",
        model,
        state.toWords(),
        () -> guard.test().holds(state, arguments));
  }

  private ModelException disagreement(Action action, int[] arguments, String how, State state) {
    String call =
        IntStream.range(0, arguments.length)
            .mapToObj(i -> argument(action.parameters().get(i), arguments[i]))
            .collect(Collectors.joining(", ", action.name() + "(", ")"));
    return new ModelException(
        "action %s %s; make body and needs(…) say the same".formatted(call, how), model, state);
  }

  private static String argument(Action.Parameter parameter, int argument) {
    return parameter.name() + " " + parameter.domain().format(argument);
  }
}
