package org.quorate.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.Goal;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.trace.Counterexample;

/**
 * Everything that a check found out.
 *
 * @param model the name of the model
 * @param parameters the parameters of the model, in the order in which to show them
 * @param invariants the names of the invariants that were checked
 * @param goals the goals of the model
 * @param partition what the classes differ in that states were counted by, if the model has such
 * @param options how the search was run
 * @param search what the search found
 * @param counterexample a run to a violating state, or the initial state for a configuration that
 *     violates a requirement by itself
 * @param notes facts beside the verdict that its reader must know
 */
public record CheckResult(
    String model,
    Map<String, Object> parameters,
    List<String> invariants,
    List<Goal> goals,
    Optional<String> partition,
    SearchOptions options,
    SearchResult search,
    Optional<Counterexample> counterexample,
    List<String> notes) {

  /** The answer in one word. */
  public enum Outcome {
    HOLDS,
    VIOLATED,
    INCOMPLETE
  }

  /** Whether everything that was checked holds; a configuration counts as much as a state. */
  public Outcome outcome() {
    if (counterexample.isPresent()) {
      return Outcome.VIOLATED;
    }
    return search.verdict() instanceof Verdict.Holds ? Outcome.HOLDS : Outcome.INCOMPLETE;
  }

  /** The goals that no visited state reached. */
  public List<Goal> missedGoals() {
    return goals.stream().filter(g -> !search.goals().getOrDefault(g.name(), false)).toList();
  }
}
