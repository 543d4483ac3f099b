package org.quorate.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quorate.cli.yaml.Yaml;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads options from a file as if they stood on a command line: same names without dashes, same
 * types, same messages.
 */
public final class OptionReader {

  private OptionReader() {}

  /** The names of the options of an object with annotated fields, in their order. */
  public static List<String> names(Object options) {
    return names(CommandSpec.forAnnotatedObject(options));
  }

  private static List<String> names(CommandSpec command) {
    return command.options().stream()
        .map(OptionSpec::longestName)
        .map(name -> name.replaceFirst("^-+", ""))
        .toList();
  }

  /**
   * Sets the annotated fields of an object.
   *
   * @param owner whose options they are, for messages
   * @throws org.quorate.cli.yaml.BadFileException if an option is unknown or a value does not fit
   */
  public static <T> T read(T options, String owner, Yaml.Mapping given) {
    CommandSpec command = CommandSpec.forAnnotatedObject(options);
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    given.only("option", owner, names(command));
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, Yaml.Entry> each : given.entries().entrySet()) {
      String argument = Flags.of(each.getKey()) + "=" + ModelReader.words(each.getValue().value());
      // Alone first, so that an error has the position of the option that causes it.
      parse(line, each.getValue().value(), argument);
      arguments.add(argument);
    }
    parse(line, given, arguments.toArray(String[]::new));
    return options;
  }

  private static void parse(CommandLine line, Yaml place, String... arguments) {
    try {
      line.parseArgs(arguments);
    } catch (ParameterException e) {
      throw place.at().error(String.valueOf(e.getMessage()));
    }
  }
}
