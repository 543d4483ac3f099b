package org.quorate.cli.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.replay.Scenario.PlannedStep;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.report.ReplayResult;
import org.quorate.report.TextReport;
import org.quorate.trace.Execution;

/** Reads a scenario that a person wrote. */
final class ScenarioReader {

  private static final List<String> KEYS =
      List.of("model", "options", "none", "initial", "steps", "expect");

  private static final Pattern NONE = Pattern.compile("[^\\p{C}\\p{Z}]{1,8}");

  private ScenarioReader() {}

  /**
   * The scenario of a file.
   *
   * @throws org.quorate.cli.yaml.BadFileException if it is none
   */
  static Scenario read(ModelReader models, Yaml.Mapping file) {
    file.only("key", "a scenario", KEYS);
    Protocol protocol = models.protocol(file);
    Configured configured = ModelReader.configured(protocol, mapping(file, "options"));
    Model model = configured.model();
    return new Scenario(
        protocol.name(),
        configured,
        start(model, file),
        none(file),
        steps(model, file.get("steps").sequence("steps")),
        file.find("expect").map(e -> expected(model, e)),
        false,
        result -> {});
  }

  /** The mapping of a key; an empty one where there is none. */
  private static Yaml.Mapping mapping(Yaml.Mapping file, String key) {
    return file.find(key)
        .map(value -> value.mapping("a value for each name"))
        .orElseGet(() -> new Yaml.Mapping(file.at(), Map.of()));
  }

  private static Execution start(Model model, Yaml.Mapping file) {
    return file.find("initial").isPresent()
        ? StartReader.matching(model, new StatedViews(mapping(file, "initial"), false))
        : StartReader.only(model, file.at());
  }

  private static String none(Yaml.Mapping file) {
    Optional<Yaml> given = file.find("none");
    if (given.isEmpty()) {
      return TextReport.NONE;
    }
    Yaml.Scalar none = given.get().scalar("what to show for no value");
    if (!NONE.matcher(none.text()).matches()) {
      throw none.at().error("'none' is shown in tables: give 1 to 8 letters, digits or signs");
    }
    return none.text();
  }

  private static String expected(Model model, Yaml value) {
    List<String> known = new ArrayList<>(List.of(ReplayResult.HOLDS));
    model.invariants().stream().map(Invariant::name).forEach(known::add);
    model.findings().stream().map(Finding::invariant).forEach(known::add);
    return value
        .scalar("'holds' or the name of an invariant")
        .oneOf("expectation", known.stream().distinct().toList());
  }

  private static List<PlannedStep> steps(Model model, Yaml.Sequence list) {
    StepReader reader = StepReader.of(model);
    return list.items().stream().map(item -> step(reader, item)).toList();
  }

  /** A step is an action with its arguments, or just an action. */
  private static PlannedStep step(StepReader reader, Yaml item) {
    if (item instanceof Yaml.Scalar name) {
      return step(reader, name, new Yaml.Mapping(name.at(), Map.of()));
    }
    Yaml.Mapping step = item.mapping("an action and its arguments");
    if (step.entries().size() != 1) {
      throw step.at()
          .error(
              "a step is one action, such as '- Prepare: {ballot: 0}'; this has %d keys"
                  .formatted(step.entries().size()));
    }
    Map.Entry<String, Yaml.Entry> only = step.entries().entrySet().iterator().next();
    Yaml.Scalar name = new Yaml.Scalar(only.getValue().at(), only.getKey(), false);
    return step(reader, name, arguments(only.getValue().value()));
  }

  private static Yaml.Mapping arguments(Yaml value) {
    return value instanceof Yaml.Scalar scalar && scalar.isNull()
        ? new Yaml.Mapping(value.at(), new LinkedHashMap<>())
        : value.mapping("the arguments by name");
  }

  private static PlannedStep step(StepReader reader, Yaml.Scalar name, Yaml.Mapping arguments) {
    Action action = reader.action(name);
    return new PlannedStep(name.at(), action, StepReader.arguments(action, arguments), taken -> {});
  }
}
