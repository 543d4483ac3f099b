package org.quorate.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.Scenario.PlannedStep;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Position;
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
  static final String MARK = "tool";

  private final Yaml.Mapping file;
  private final Yaml.Mapping violation;
  private final String version;

  private CounterexampleReader(Yaml.Mapping file, String version) {
    this.file = file;
    this.version = version;
    String tool = scalar(file, MARK).text();
    if (!tool.equals("quorate")) {
      throw file.get(MARK).at().error("this was written by '%s', not by quorate".formatted(tool));
    }
    Yaml.Scalar verdict = scalar(file, "verdict");
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
    Protocol protocol = models.protocol(file);
    Configured configured =
        ModelReader.configured(
            protocol, file.get("parameters").mapping("the parameters of the model"));
    List<PlannedStep> steps = steps(configured.model());
    return new Scenario(
        protocol.name(),
        configured,
        start(configured.model(), steps.isEmpty()),
        TextReport.NONE,
        steps,
        Optional.empty(),
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
      same(scalar(step, "step"), "the number of the step", steps.size() + 1);
      Action action = reader.action(scalar(step, "action"));
      int[] arguments =
          StepReader.arguments(action, step.get("arguments").mapping("the arguments by name"));
      steps.add(new PlannedStep(step.at(), action, arguments, taken -> compare(step, taken)));
    }
    same(scalar(violation, "length"), "the number of steps", steps.size());
    return steps;
  }

  private void compare(Yaml.Mapping step, Trace.Step taken) {
    StatedViews stated = new StatedViews(step.get("state").mapping("a value for each view"), true);
    stated
        .difference(taken.state())
        .ifPresent(
            d -> {
              throw differs(d.at(), "after step %d, %s".formatted(taken.number(), d.what()));
            });
    compareExchange(step, taken);
    compare(step, "breaks", taken.brokenLemmas());
    compare(step, "violates", taken.brokenInvariants());
  }

  /** Files of older versions say nothing of messages. */
  private void compareExchange(Yaml.Mapping step, Trace.Step taken) {
    step.find("exchange")
        .filter(stated -> !Objects.equals(taken.exchangeValue(), stated.value()))
        .ifPresent(
            stated -> {
              throw differs(stated.at(), "this step exchanges other messages");
            });
  }

  private void compare(Yaml.Mapping step, String key, List<Trace.Broken> broken) {
    Yaml stated = step.get(key);
    List<String> names = broken.stream().map(Trace.Broken::name).toList();
    if (!names.equals(stated.value())) {
      throw differs(stated.at(), "this step %s %s, not %s".formatted(key, names, stated.value()));
    }
  }

  private void compare(ReplayResult result) {
    Yaml.Scalar invariant = scalar(violation, "invariant");
    Finding failure =
        result
            .failure()
            .orElseThrow(() -> differs(invariant.at(), "no invariant fails on this run"));
    same(invariant, "the invariant that fails", failure.invariant());
    int step = result.violation().map(ReplayResult.Violation::step).orElse(0);
    if (step != result.trace().length()) {
      throw differs(invariant.at(), "%s fails after step %d".formatted(invariant.text(), step));
    }
    same(scalar(violation, "explanation"), "the explanation", failure.explanation());
  }

  private void same(Yaml.Scalar stated, String what, Object actual) {
    if (!stated.text().equals(actual.toString())) {
      throw differs(stated.at(), "%s is '%s', not '%s'".formatted(what, actual, stated.text()));
    }
  }

  /** An error that the file is not what the model does. */
  private BadFileException differs(Position at, String message) {
    String written = scalar(file, "version").text();
    String other =
        written.equals(version)
            ? ""
            : "; the file is of version %s, this is %s".formatted(written, version);
    return at.error(message + other);
  }

  private static Yaml.Scalar scalar(Yaml.Mapping mapping, String key) {
    return mapping.get(key).scalar("a value of '" + key + "'");
  }
}
