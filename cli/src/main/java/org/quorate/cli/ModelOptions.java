package org.quorate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Option;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of a protocol as options of a command. To picocli they are texts; {@code Settings} checks
 * them.
 *
 * @param options those that the command takes as they are
 */
record ModelOptions(List<Option> options) {

  /** Adds them to a command. */
  void addTo(CommandSpec command) {
    for (Option option : options) {
      command.addOption(
          OptionSpec.builder(flag(option.name()))
              .type(String.class)
              .paramLabel(label(option.type()))
              .completionCandidates(candidates(option.type()))
              .description(option.meaning() + " (default: " + option.fallback() + ")")
              .build());
    }
  }

  /** What the user gave, in the order of the options. */
  Map<String, String> given(CommandSpec command) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Option option : options) {
      String value =
          command.commandLine().getParseResult().matchedOptionValue(flag(option.name()), "");
      if (!value.isEmpty()) {
        given.put(option.name(), value);
      }
    }
    return given;
  }

  /** How an option of a model is written on the command line. */
  static String flag(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }

  private static String label(Option.Type type) {
    return type instanceof Option.WholeNumber n ? n.least() + ".." + n.most() : "NAME";
  }

  private static List<String> candidates(Option.Type type) {
    return type instanceof Option.Choice choice ? choice.names() : List.of();
  }
}
