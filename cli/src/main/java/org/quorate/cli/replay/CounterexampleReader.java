package org.quorate.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.Scenario.PlannedStep;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.report.ReplayResult;
import org.quorate.report.TextReport;
import org.quorate.trace.Execution;
import org.quorate.trace.Trace;

/**
 * Reads a counterexample that {@code check --json} wrote. Everything that it says of the run is
 * compared with what the model says, so that an altered file, or one of a model that has changed,
 * is told from a true one.
 */
final class CounterexampleReader {

  /** The key that a scenario does not have. */
  static final String MARK = Heading.TOOL;

  private final Yaml.Mapping violation;
  private final Heading heading;

  private CounterexampleReader(Yaml.Mapping file, String version) {
    this.heading = Heading.read(file, version);
    Yaml.Scalar verdict = Heading.scalar(file, "verdict");
    if (!verdict.text().equals("violated")) {
      throw verdict
          .at()
          .error(
              "there is no counterexample to replay: the verdict is '%s', not 'violated'"
                  .formatted(verdict.text()));
    }
    this.violation = file.get("violation").mapping("the counterexample");
  }

  /**
   * The counterexample of a file.
   *
   * @param version of this program
   * @throws BadFileException if it is none
   */
  static Scenario read(ModelReader models, Yaml.Mapping file, String version) {
    return new CounterexampleReader(file, version).read(models);
  }

  private Scenario read(ModelReader models) {
    Protocol protocol = heading.protocol(models);
    Configured configured = heading.configured(protocol);
    List<PlannedStep> steps = steps(configured.model());
    return new Scenario(
        protocol.name(),
        configured,
        start(configured.model(), steps.isEmpty()),
        TextReport.NONE,
        steps,
        Optional.empty(),
        true,
        this::compare);
  }

  private Execution start(Model model, boolean noSteps) {
    Yaml.Mapping initial = violation.get("initial").mapping("the initial state");
    if (initial.entries().isEmpty() && noSteps) {
      // The configuration itself is what fails; its report has no state.
      return Execution.ofEachInitialState(model).get(0);
    }
    try {
      return StartReader.matching(model, new StatedViews(initial, true));
    } catch (BadFileException e) {
      throw noSteps
          ? initial.at().error("the check kept the last state only, so there is nothing to replay")
          : e;
    }
  }

  private List<PlannedStep> steps(Model model) {
    StepReader reader = StepReader.of(model);
    List<PlannedStep> steps = new ArrayList<>();
    for (Yaml item : violation.get("trace").sequence("steps").items()) {
      Yaml.Mapping step = item.mapping("a step");
      heading.same(Heading.scalar(step, "step"), "the number of the step", steps.size() + 1);
      Action action = reader.action(Heading.scalar(step, "action"));
      int[] arguments =
          StepReader.arguments(action, step.get("arguments").mapping("the arguments by name"));
      steps.add(new PlannedStep(step.at(), action, arguments, taken -> compare(step, taken)));
    }
    heading.same(Heading.scalar(violation, "length"), "the number of steps", steps.size());
    return steps;
  }

  private void compare(Yaml.Mapping step, Trace.Step taken) {
    heading.compare(step.get("state").mapping("a value for each view"), taken);
    compareExchange(step, taken);
    heading.compareBroken(step, taken);
  }

  /** Files of older versions say nothing of messages. */
  private void compareExchange(Yaml.Mapping step, Trace.Step taken) {
    step.find("exchange")
        .filter(stated -> !Objects.equals(taken.exchangeValue(), stated.value()))
        .ifPresent(
            stated -> {
              throw heading.differs(stated.at(), "this step exchanges other messages");
            });
  }

  private void compare(ReplayResult result) {
    Yaml.Scalar invariant = Heading.scalar(violation, "invariant");
    Finding failure =
        result
            .failure()
            .orElseThrow(() -> heading.differs(invariant.at(), "no invariant fails on this run"));
    heading.same(invariant, "the invariant that fails", failure.invariant());
    int step = result.violation().map(ReplayResult.Violation::step).orElse(0);
    if (step != result.trace().length()) {
      throw heading.differs(
          invariant.at(), "%s fails after step %d".formatted(invariant.text(), step));
    }
    heading.same(
        Heading.scalar(violation, "explanation"), "the explanation", failure.explanation());
  }
}
