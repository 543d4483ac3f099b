package org.quorate.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quorate.model.Model.Finding;
import org.quorate.trace.Trace;

/**
 * What became of a run that was given step by step.
 *
 * @param model the name of the model
 * @param parameters the parameters of the model, in the order in which to show them
 * @param invariants the names of the invariants that were evaluated
 * @param trace the run
 * @param violation the first violation on the run
 * @param failing what fails in the last state, in the order of the model
 * @param findings the requirements on the configuration itself that fail
 * @param expected {@link #HOLDS} or the name of the invariant that must fail in the last state
 */
public record ReplayResult(
    String model,
    Map<String, Object> parameters,
    List<String> invariants,
    Trace trace,
    Optional<Violation> violation,
    List<Finding> failing,
    List<Finding> findings,
    Optional<String> expected) {

  /** The expectation that nothing fails anywhere on the run. */
  public static final String HOLDS = "holds";

  /**
   * A violation on a run.
   *
   * @param step the number of the step after which it shows; 0 for the initial state
   * @param what the invariant, and why it fails
   */
  public record Violation(int step, Finding what) {}

  /** Whether nothing fails; a configuration counts as much as a state. */
  public boolean holds() {
    return violation.isEmpty() && findings.isEmpty();
  }

  /** Whether the run ended as it should: as expected, or else without a violation. */
  public boolean asExpected() {
    return expected.filter(e -> !e.equals(HOLDS)).map(e -> failure(e).isPresent()).orElse(holds());
  }

  /** The failure of an invariant in the last state, or of a requirement on the configuration. */
  public Optional<Finding> failure(String invariant) {
    return Stream.concat(failing.stream(), findings.stream())
        .filter(f -> f.invariant().equals(invariant))
        .findFirst();
  }

  /** What to report: the first violation on the run, or else what the configuration fails. */
  public Optional<Finding> failure() {
    return violation.map(Violation::what).or(() -> findings.stream().findFirst());
  }
}
