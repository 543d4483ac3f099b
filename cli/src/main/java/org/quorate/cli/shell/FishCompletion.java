package org.quorate.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for the shell fish, for which picocli has none: a rule for each word. */
public final class FishCompletion {

  /** Finds the command that the words before the cursor name; values of options may be like it. */
  private static final String CONDITION =
      """
      function __quorate_is
          set -l command
          for word in (commandline -opc)[2..]
              set -l longer (string trim -- "$command $word")
              contains -- $longer $__quorate_commands; and set command $longer
          end
          test "$command" = "$argv"
      end
      """
          .indent(0);

  private final StringBuilder out = new StringBuilder();

  private FishCompletion() {}

  /** The script for a command and those below it, ending in a line break. */
  public static String of(CommandSpec root) {
    FishCompletion completion = new FishCompletion();
    completion.write(root);
    return completion.out.toString();
  }

  private void write(CommandSpec root) {
    List<CommandSpec> all = Commands.all(root);
    String names = all.stream().skip(1).map(c -> quoted(below(c))).collect(Collectors.joining(" "));
    out.append("# Completion of quorate for fish; made by 'quorate completion fish'.\n")
        .append("set -g __quorate_commands ")
        .append(names)
        .append('\n')
        .append(CONDITION)
        .append("complete -c quorate -f\n");
    all.forEach(this::command);
  }

  /** A command's name without that of the root. */
  private static String below(CommandSpec command) {
    return command.qualifiedName().replaceFirst("^\\S+ ?", "");
  }

  private void command(CommandSpec command) {
    command
        .subcommands()
        .forEach(
            (name, line) -> rule(command, "-a " + name, Commands.purpose(line.getCommandSpec())));
    Commands.options(command).forEach(o -> option(command, o));
    Commands.positionals(command).forEach(p -> positional(command, p));
  }

  private void option(CommandSpec command, OptionSpec option) {
    List<String> words = new ArrayList<>();
    for (String name : option.names()) {
      words.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      words.add(values(option));
    }
    rule(command, String.join(" ", words), Commands.text(option.description()));
  }

  private void positional(CommandSpec command, PositionalParamSpec parameter) {
    String values = values(parameter);
    if (!values.equals("-x")) {
      rule(command, values, Commands.text(parameter.description()));
    }
  }

  /** Which words may stand there: some that are known, files, or any. */
  private static String values(ArgSpec arg) {
    Iterable<String> candidates = arg.completionCandidates();
    if (candidates != null && candidates.iterator().hasNext()) {
      return StreamSupport.stream(candidates.spliterator(), false)
          .collect(Collectors.joining(" ", "-x -a '", "'"));
    }
    return Commands.isFile(arg) ? "-r -F" : "-x";
  }

  private void rule(CommandSpec command, String words, String meaning) {
    String condition = ("__quorate_is " + below(command)).strip();
    out.append(
        "complete -c quorate -n '%s' %s -d %s\n".formatted(condition, words, quoted(meaning)));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
