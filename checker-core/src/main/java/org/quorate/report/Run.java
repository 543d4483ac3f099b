package org.quorate.report;

import java.util.Map;
import java.util.Optional;
import org.quorate.model.Model.Finding;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/**
 * A run with what it is a run of: all that an export of it says.
 *
 * @param model the name of the model
 * @param parameters the parameters of the model, in the order in which to show them
 * @param failure what fails, if anything does
 * @param trace the states and steps, from an initial state on
 */
public record Run(
    String model, Map<String, Object> parameters, Optional<Finding> failure, Trace trace) {

  /** The run that a check has found; empty if there is none, or only its last state is known. */
  public static Optional<Run> of(CheckResult result) {
    return result
        .counterexample()
        .filter(c -> c.trace().isRun())
        .map(c -> new Run(result.model(), result.parameters(), Optional.of(failure(c)), c.trace()));
  }

  private static Finding failure(Counterexample found) {
    return new Finding(found.invariant(), found.meaning(), found.explanation());
  }

  /** The run that was replayed. */
  public static Run of(ReplayResult result) {
    return new Run(result.model(), result.parameters(), result.failure(), result.trace());
  }

  /** What the run is about, such as {@code paxos: agreement fails}. */
  String title() {
    String what = failure.map(f -> f.invariant() + " fails").orElse("no invariant fails");
    return model + ": " + what;
  }

  /** The run as a chart; empty if it has no steps, or its model does not speak of messages. */
  public Optional<SequenceChart> chart() {
    return SequenceChart.of(title(), failure.map(Finding::explanation).orElse(""), trace);
  }

  /**
   * The run in the Informal Trace Format, which tools for TLA+ read.
   *
   * @param version of this program
   */
  public String itf(String version) {
    return new ItfTrace(this, version).write();
  }
}
