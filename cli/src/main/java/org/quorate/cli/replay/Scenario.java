package org.quorate.cli.replay;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quorate.cli.yaml.Position;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Protocol.Configured;
import org.quorate.report.ReplayResult;
import org.quorate.report.ReplayResult.Violation;
import org.quorate.trace.Execution;
import org.quorate.trace.NotEnabledException;
import org.quorate.trace.Trace;

/**
 * A run that a file describes, and what the file says of it.
 *
 * @param protocol the name of the protocol
 * @param configured the model
 * @param execution at the initial state
 * @param none how to show that there is no value
 * @param steps what to do
 * @param expected what must come of it; see {@link ReplayResult#expected}
 * @param isRecord whether it is a record of a run that was, all of which the witnesses compare
 * @param witness compares the result with the file's; throws if they differ
 */
public record Scenario(
    String protocol,
    Configured configured,
    Execution execution,
    String none,
    List<PlannedStep> steps,
    Optional<String> expected,
    boolean isRecord,
    Consumer<ReplayResult> witness) {

  /**
   * A step of the file.
   *
   * @param at where it stands
   * @param action what to do
   * @param arguments elements of the domains of the action's parameters
   * @param witness compares the step, once it is taken, with the file's; throws if they differ
   */
  public record PlannedStep(
      Position at, Action action, int[] arguments, Consumer<Trace.Step> witness) {}

  /**
   * Executes the steps; to be called once.
   *
   * @throws org.quorate.cli.yaml.BadFileException if a step is not enabled, or what comes of it is
   *     not what the file says
   */
  public ReplayResult run() {
    Optional<Violation> violation = violation(0);
    for (int i = 1; i <= steps.size(); i++) {
      take(i, steps.get(i - 1));
      int step = i;
      violation = violation.or(() -> violation(step));
    }
    ReplayResult result = result(violation);
    witness.accept(result);
    return result;
  }

  private void take(int number, PlannedStep step) {
    try {
      step.witness().accept(execution.take(step.action(), step.arguments()));
    } catch (NotEnabledException e) {
      throw step.at().error("step %d: %s".formatted(number, e.getMessage()));
    }
  }

  private Optional<Violation> violation(int step) {
    return execution.violations().stream().findFirst().map(what -> new Violation(step, what));
  }

  private ReplayResult result(Optional<Violation> violation) {
    Model model = configured.model();
    return new ReplayResult(
        protocol,
        configured.parameters(),
        model.invariants().stream().map(Invariant::name).toList(),
        execution.trace(),
        violation,
        execution.violations(),
        model.findings(),
        expected);
  }
}
