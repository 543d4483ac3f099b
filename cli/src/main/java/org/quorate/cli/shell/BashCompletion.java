package org.quorate.cli.shell;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Completion for bash, and for zsh in its mode for such scripts: that of picocli, in which the
 * shell completes names of files itself. It knows how to quote them.
 */
public final class BashCompletion {

  /** Takes names of files from a whole command, also where some are to be named. */
  private static final String NO_FILES = "type compopt &>/dev/null && compopt +o default\n";

  /** An option whose value may be anything. */
  private static final Pattern ANY_VALUE =
      Pattern.compile("^    ('[^\n]*')\\)\n(?=      return\n)", Pattern.MULTILINE);

  private BashCompletion() {}

  /** The script for a command and those below it. */
  public static String of(CommandSpec root) {
    Set<String> files =
        Commands.all(root).stream()
            .flatMap(c -> c.options().stream())
            .filter(Commands::isFile)
            .map(o -> "'" + o.longestName() + "'")
            .collect(Collectors.toSet());
    String script = AutoComplete.bash(root.name(), root.commandLine());
    return ANY_VALUE
        .matcher(script.replace("  " + NO_FILES, ""))
        .replaceAll(m -> Matcher.quoteReplacement(withoutFiles(m.group(), m.group(1), files)));
  }

  private static String withoutFiles(String matched, String names, Set<String> files) {
    return files.stream().anyMatch(names::contains) ? matched : matched + "      " + NO_FILES;
  }
}
