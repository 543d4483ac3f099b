package org.quorate.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads options from a file as if they stood on a command line: same names without dashes, same
 * types, same messages but for the dashes.
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

  /**
   * What comes of options whose values fit, but which may be no use, or not go together.
   *
   * @param fresh makes an object with annotated fields
   * @param use what is done with it; throws an {@code IllegalArgumentException} if it is no use
   * @throws org.quorate.cli.yaml.BadFileException then, at the option that causes it if it is one
   */
  public static <A, T> T use(
      Supplier<A> fresh, String owner, Yaml.Mapping given, Function<A, T> use) {
    A options = read(fresh.get(), owner, given);
    try {
      return use.apply(options);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Position at =
          given.entries().entrySet().stream()
              .filter(each -> message.equals(problem(fresh, owner, alone(given, each), use)))
              .map(each -> each.getValue().value().at())
              .findFirst()
              .orElse(given.at());
      throw at.error(withoutDashes(message, CommandSpec.forAnnotatedObject(options)));
    }
  }

  private static Yaml.Mapping alone(Yaml.Mapping given, Map.Entry<String, Yaml.Entry> option) {
    return new Yaml.Mapping(given.at(), Map.of(option.getKey(), option.getValue()));
  }

  private static <A> String problem(
      Supplier<A> fresh, String owner, Yaml.Mapping given, Function<A, ?> use) {
    try {
      var unused = use.apply(read(fresh.get(), owner, given));
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A message about a command line, in which options have the names that files give them. */
  private static String withoutDashes(String message, CommandSpec command) {
    String names = names(command).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return message.replaceAll("(?<![\\w-])--?(" + names + ")(?![\\w-])", "$1");
  }

  private static void parse(CommandLine line, Yaml place, String... arguments) {
    try {
      line.parseArgs(arguments);
    } catch (ParameterException e) {
      String message = String.valueOf(e.getMessage());
      throw place.at().error(withoutDashes(message, line.getCommandSpec()));
    }
  }
}
