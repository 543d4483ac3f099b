package org.quorate.cli.replay;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Action;
import org.quorate.model.Action.Parameter;
import org.quorate.model.Model;
import org.quorate.state.Domain;

/**
 * Reads actions and their arguments, which are written as the model shows them.
 *
 * @param actions the model's actions by name
 */
record StepReader(Map<String, Action> actions) {

  /** How many values of a domain a message lists. */
  private static final int MAX_LISTED = 20;

  static StepReader of(Model model) {
    return new StepReader(
        model.actions().stream().collect(Collectors.toMap(Action::name, Function.identity())));
  }

  Action action(Yaml.Scalar name) {
    List<String> known = actions.keySet().stream().sorted().toList();
    return Objects.requireNonNull(actions.get(name.oneOf("action", known)));
  }

  /** The arguments of an action, given by parameter name, in the order of the parameters. */
  static int[] arguments(Action action, Yaml.Mapping given) {
    List<String> names = action.parameters().stream().map(Parameter::name).toList();
    given.only("argument", action.name(), names);
    return action.parameters().stream().mapToInt(p -> argument(action, p, given)).toArray();
  }

  private static int argument(Action action, Parameter parameter, Yaml.Mapping given) {
    Yaml value =
        given
            .find(parameter.name())
            .orElseThrow(
                () ->
                    given
                        .at()
                        .error(
                            "%s needs the argument %s: %s"
                                .formatted(action.name(), parameter.name(), listed(parameter))));
    return element(parameter, value.scalar("a value of " + parameter.name()));
  }

  private static int element(Parameter parameter, Yaml.Scalar value) {
    Domain domain = parameter.domain();
    if (value.isNull() && domain.first() == Domain.NONE) {
      return Domain.NONE;
    }
    return elements(domain)
        .filter(element -> domain.format(element).equals(value.text()))
        .findFirst()
        .orElseThrow(
            () ->
                value
                    .at()
                    .error(
                        "%s cannot be '%s'; it is %s"
                            .formatted(parameter.name(), value.text(), listed(parameter))));
  }

  private static IntStream elements(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last());
  }

  private static String listed(Parameter parameter) {
    Domain domain = parameter.domain();
    String all =
        elements(domain)
            .limit(MAX_LISTED)
            .mapToObj(domain::format)
            .collect(Collectors.joining(", "));
    String more = domain.size() > MAX_LISTED ? ", … (%d in all)".formatted(domain.size()) : "";
    return (domain.size() == 1 ? "" : "one of ") + all + more;
  }
}
