package org.quorate.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Action.Parameter;
import org.quorate.model.View;
import org.quorate.state.State;

/** Tells states and steps of a model in terms of its views. */
record Narrator(List<View> views) {

  /** For each view its value, or a map from index to value. */
  Map<String, @Nullable Object> show(long[] words) {
    State state = State.of(words);
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (View view : views) {
      shown.put(view.name(), view.isScalar() ? view.value().of(state, 0) : values(view, state));
    }
    return shown;
  }

  private static Map<Object, @Nullable Object> values(View view, State state) {
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = view.index().first(); i <= view.index().last(); i++) {
      Object index = view.index().value(i);
      values.put(index == null ? view.index().format(i) : index, view.value().of(state, i));
    }
    return values;
  }

  /** The values that differ between two states. */
  List<Trace.Change> changes(long[] before, long[] after) {
    State was = State.of(before);
    State is = State.of(after);
    List<Trace.Change> changes = new ArrayList<>();
    for (View view : views) {
      for (int i = view.index().first(); i <= view.index().last(); i++) {
        Object old = view.value().of(was, i);
        Object now = view.value().of(is, i);
        if (!Objects.equals(old, now)) {
          String index = view.isScalar() ? null : view.index().format(i);
          changes.add(new Trace.Change(view.name(), index, old, now));
        }
      }
    }
    return changes;
  }

  /** The arguments of a step by parameter name, as JSON-like values. */
  static Map<String, @Nullable Object> arguments(Action action, int[] arguments) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = action.parameters().get(i);
      named.put(parameter.name(), parameter.domain().value(arguments[i]));
    }
    return named;
  }
}
