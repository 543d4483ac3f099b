package org.quorate.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Exchange;
import org.quorate.model.Group;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;

/**
 * A run of a model: an initial state and steps, all with concrete process names that stay the same
 * throughout. Or, where no run is known, just a state.
 *
 * @param isRun whether {@code initial} is an initial state of the model
 * @param lifelines the processes between which messages go; none where the model does not say
 * @param registers the names of the views that a reader follows from step to step
 * @param initial the initial state, as the model's views show it
 * @param steps the steps in order
 */
public record Trace(
    boolean isRun,
    List<Lifeline> lifelines,
    List<String> registers,
    Map<String, @Nullable Object> initial,
    List<Step> steps) {

  /**
   * One step.
   *
   * @param number 1 for the first
   * @param action the name of the action
   * @param arguments the arguments by parameter name, as JSON-like values
   * @param exchange who took the step, and what it received and sent, where the model says so
   * @param state the state after the step: for each view its value, or a map from index to value,
   *     where an index is a number or a text
   * @param changes what the step changed
   * @param brokenLemmas the lemmas that hold before this step and fail after it, for the first time
   * @param brokenInvariants likewise the invariants
   */
  public record Step(
      int number,
      String action,
      Map<String, @Nullable Object> arguments,
      Optional<Exchange> exchange,
      Map<String, @Nullable Object> state,
      List<Change> changes,
      List<Broken> brokenLemmas,
      List<Broken> brokenInvariants) {

    /** The exchange as a JSON-like value; null where the model does not say. */
    public @Nullable Map<String, Object> exchangeValue() {
      return exchange.map(Step::value).orElse(null);
    }

    private static Map<String, Object> value(Exchange exchange) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("process", exchange.process());
      value.put("received", values(exchange.received()));
      value.put("sent", values(exchange.sent()));
      return value;
    }

    private static List<Map<String, String>> values(List<Message> messages) {
      List<Map<String, String>> values = new ArrayList<>();
      for (Message message : messages) {
        Map<String, String> value = new LinkedHashMap<>();
        value.put("from", message.sender());
        value.put("text", message.text());
        values.add(value);
      }
      return values;
    }
  }

  /**
   * A value that a step changed.
   *
   * @param view the name of the view
   * @param index the index of the value, or null if the view has just one
   * @param before the value before the step
   * @param after the value after it
   */
  public record Change(
      String view, @Nullable String index, @Nullable Object before, @Nullable Object after) {}

  /**
   * A lemma or an invariant that a step broke.
   *
   * @param name its name
   * @param meaning what it says
   * @param groups the groups of processes that its explanation is about
   */
  public record Broken(String name, String meaning, List<Group> groups) {}

  /** A state without a run that leads to it. */
  public static Trace ofState(Map<String, @Nullable Object> state) {
    return new Trace(false, List.of(), List.of(), state, List.of());
  }

  /** The number of steps. */
  public int length() {
    return steps.size();
  }

  /** The state after the last step; the initial one if there is no step. */
  public Map<String, @Nullable Object> last() {
    return steps.isEmpty() ? initial : steps.get(steps.size() - 1).state();
  }
}
