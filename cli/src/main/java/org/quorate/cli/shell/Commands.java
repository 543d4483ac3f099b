package org.quorate.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What picocli knows about commands, as plain text. */
public final class Commands {

  private Commands() {}

  /** A command and all below it, each before its own. */
  public static List<CommandSpec> all(CommandSpec root) {
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    for (CommandLine line : root.subcommands().values()) {
      all.addAll(all(line.getCommandSpec()));
    }
    return all;
  }

  /** The options that users are told of. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(o -> !o.hidden()).toList();
  }

  /** The arguments without names that users are told of. */
  static List<PositionalParamSpec> positionals(CommandSpec command) {
    return command.positionalParameters().stream().filter(p -> !p.hidden()).toList();
  }

  /** What a command is for: the first sentence of its description, without the full stop. */
  static String purpose(CommandSpec command) {
    String description = text(command.usageMessage().description());
    return description.replaceFirst("[.:?](\\s.*)?$", "");
  }

  /** Lines of a help text as one, without the marks that picocli replaces. */
  static String text(String... lines) {
    return Ansi.OFF.string(String.join(" ", lines).replace("%%", "%")).strip();
  }

  /** Whether a file is to be named; the labels say so. */
  static boolean isFile(ArgSpec arg) {
    return arg.paramLabel().toUpperCase(Locale.ROOT).matches(".*\\b(FILE|PATH)\\b.*");
  }
}
