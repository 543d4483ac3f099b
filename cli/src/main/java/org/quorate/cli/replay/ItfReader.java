package org.quorate.cli.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.Scenario.PlannedStep;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.model.View;
import org.quorate.report.ReplayResult;
import org.quorate.report.TextReport;
import org.quorate.trace.Execution;

/**
 * Reads a run in the Informal Trace Format that {@code --trace-itf} wrote. As with a
 * counterexample, everything that it says of the run is compared with what the model says.
 */
final class ItfReader {

  /** The key that no other file has. */
  static final String MARK = "vars";

  private static final String META = "#meta";
  private static final String STATES = "states";

  private final Yaml.Mapping file;
  private final Yaml.Mapping meta;
  private final Heading heading;

  private ItfReader(Yaml.Mapping file, String version) {
    file.only("key", "a trace that can be replayed", List.of(META, MARK, STATES));
    this.file = file;
    this.meta = meta(file);
    this.heading = Heading.read(meta, version);
    heading.same(Heading.scalar(meta, "format"), "the format", "ITF");
  }

  /**
   * The run of a file.
   *
   * @param version of this program
   * @throws BadFileException if it is none
   */
  static Scenario read(ModelReader models, Yaml.Mapping file, String version) {
    return new ItfReader(file, version).read(models);
  }

  private Scenario read(ModelReader models) {
    Protocol protocol = heading.protocol(models);
    Configured configured = heading.configured(protocol);
    Model model = configured.model();
    compareVariables(model);
    List<Yaml.Mapping> states =
        file.get(STATES).sequence(STATES).items().stream()
            .map(s -> s.mapping("a value for each variable"))
            .toList();
    if (states.isEmpty()) {
      throw file.get(STATES).at().error("a run has at least one state");
    }
    return new Scenario(
        protocol.name(),
        configured,
        start(model, states.get(0)),
        TextReport.NONE,
        steps(model, states),
        Optional.empty(),
        true,
        this::compare);
  }

  private void compareVariables(Model model) {
    Yaml stated = file.get(MARK);
    List<String> views = model.views().stream().map(View::name).toList();
    if (!views.equals(stated.sequence("variables").value())) {
      throw heading.differs(stated.at(), "the variables are " + String.join(", ", views));
    }
  }

  private Execution start(Model model, Yaml.Mapping state) {
    heading.same(Heading.scalar(meta(state), "index"), "the index of the state", 0);
    return StartReader.matching(model, new StatedViews(views(state), true));
  }

  private List<PlannedStep> steps(Model model, List<Yaml.Mapping> states) {
    StepReader reader = StepReader.of(model);
    List<PlannedStep> steps = new ArrayList<>();
    for (Yaml.Mapping state : states.subList(1, states.size())) {
      steps.add(step(reader, state, steps.size() + 1));
    }
    return steps;
  }

  private PlannedStep step(StepReader reader, Yaml.Mapping state, int number) {
    Yaml.Mapping step = meta(state);
    heading.same(Heading.scalar(step, "index"), "the index of the state", number);
    Action action = reader.action(Heading.scalar(step, "action"));
    Yaml.Mapping arguments = step.get("arguments").mapping("the arguments by name");
    Yaml.Mapping views = views(state);
    return new PlannedStep(
        step.at(),
        action,
        StepReader.arguments(action, ItfValues.fields(arguments)),
        taken -> {
          heading.compare(views, taken);
          heading.compareBroken(step, taken);
        });
  }

  private static Yaml.Mapping meta(Yaml.Mapping owner) {
    return owner.get(META).mapping("what quorate says of it");
  }

  private static Yaml.Mapping views(Yaml.Mapping state) {
    Map<String, Yaml.Entry> variables = new LinkedHashMap<>(state.entries());
    variables.remove(META);
    return ItfValues.fields(new Yaml.Mapping(state.at(), variables));
  }

  private void compare(ReplayResult result) {
    same("invariant", result.failure().map(Finding::invariant).orElse(null));
    same("explanation", result.failure().map(Finding::explanation).orElse(null));
  }

  private void same(String key, @Nullable String actual) {
    Yaml stated = meta.get(key);
    if (!Objects.equals(stated.value(), actual)) {
      String what = actual == null ? "nothing: no invariant fails" : "'" + actual + "'";
      throw heading.differs(stated.at(), "'%s' is %s, not %s".formatted(key, what, stated.kind()));
    }
  }
}
