package org.quorate.model;

import java.util.Objects;
import java.util.StringJoiner;
import org.quorate.state.State;

/**
 * A model that throws, or that breaks what its search relies on; there is no verdict then. The
 * message says which part of the model is wrong, in which state, and what would be right.
 */
public final class ModelException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** An exception about a model as a whole. */
  public ModelException(String problem) {
    super(problem);
  }

  /**
   * An exception about what a model does in one state.
   *
   * @param problem in one line, such as {@code action Enter: …}
   */
  public ModelException(String problem, Model model, State state) {
    super(message(problem, model, state));
  }

  /**
   * What the code of a model threw in a state; an exception of this class already says it all.
   *
   * @param part such as {@code action Enter}
   */
  public static ModelException thrown(String part, Model model, State state, Throwable thrown) {
    return thrown instanceof ModelException known
        ? known
        : because(new ModelException(said(part, thrown), model, state), thrown);
  }

  /** What the code of a model threw where there was no state. */
  public static ModelException thrown(String part, Throwable thrown) {
    return because(new ModelException(said(part, thrown)), thrown);
  }

  private static ModelException because(ModelException exception, Throwable cause) {
    exception.initCause(cause);
    return exception;
  }

  /** Exceptions about arguments and states speak for themselves; others are named. */
  private static String said(String part, Throwable thrown) {
    boolean speaks =
        thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException;
    String message = thrown.getMessage();
    return part + ": " + (speaks && message != null ? message : thrown.toString());
  }

  private static String message(String problem, Model model, State state) {
    StringJoiner text = new StringJoiner("\n");
    text.add(problem);
    text.add("in the state");
    try {
      model.views().forEach(view -> text.add("  " + view.name() + "  " + values(view, state)));
    } catch (RuntimeException | AssertionError e) {
      text.add("  that has no views: " + e);
    }
    return text.toString();
  }

  private static String values(View view, State state) {
    StringJoiner values = new StringJoiner(", ");
    for (int i = view.index().first(); i <= view.index().last(); i++) {
      String value = Objects.toString(view.value().of(state, i), "–");
      values.add(view.isScalar() ? value : view.index().format(i) + " " + value);
    }
    return values.toString();
  }
}
