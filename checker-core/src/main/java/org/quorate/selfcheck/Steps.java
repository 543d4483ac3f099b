package org.quorate.selfcheck;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.state.State;
import org.quorate.trace.Transition;

/** Asks a model, and says where it was when it throws. */
final class Steps {

  private Steps() {}

  /** What an action offers in a state. */
  static List<Transition> offered(Model model, Action action, long[] words) {
    return ask("action " + action.name(), model, words, () -> Transition.choices(action, words));
  }

  /** The steps among what is offered: those that change something. */
  static List<Transition> changing(List<Transition> offered, long[] words) {
    return offered.stream().filter(t -> !Arrays.equals(t.target(), words)).toList();
  }

  /** The answer of a part of the model in a state. */
  static <T> T ask(String part, Model model, long[] words, Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown(part, model, State.of(words), e);
    }
  }
}
