package org.quorate.cli.shell;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command in roff, from the same description as its help text. */
public final class ManPage {

  /** The variables that every command knows, with what they do. */
  private static final Map<String, String> ENVIRONMENT =
      new TreeMap<>(
          Map.of(
              "JAVA_HOME", "the Java to use; otherwise the one on the PATH",
              "QUORATE_JAVA_OPTS", "more options for Java, such as -Xmx8g for more memory",
              "NO_COLOR", "if set, there are no colours",
              "CLICOLOR_FORCE", "if set and not 0, there are colours even in files",
              "TERM", "if 'dumb', there are no colours, and progress is one line after the other"));

  /** What begins the examples, which end a help text's last part. */
  private static final String EXAMPLES = "Examples:";

  /** Bytes of a line of roff. */
  private static final int LINE = 80;

  private final CommandSpec command;
  private final StringBuilder out = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The page's name, as {@code quorate-check-paxos}. */
  public static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /**
   * The page, ending in a line break.
   *
   * @param version of the program
   * @param date of the program, such as {@code 2025-01-31}
   */
  public static String of(CommandSpec command, String version, String date) {
    ManPage page = new ManPage(command);
    page.write(version, date);
    return page.out.toString();
  }

  private void write(String version, String date) {
    macro(
        "TH %s 1 \"%s\" \"quorate %s\" \"Quorate\""
            .formatted(escaped(name(command).toUpperCase(Locale.ROOT)), date, escaped(version)));
    section("NAME");
    text(name(command) + " - " + Commands.purpose(command));
    section("SYNOPSIS");
    text(
        new Help(command, Help.defaultColorScheme(Help.Ansi.OFF))
            .synopsis(0)
            .replaceAll("\\s+", " "));
    section("DESCRIPTION");
    prose(Arrays.stream(command.usageMessage().description()).map(Commands::text).toList());
    prose(footer(false));
    arguments();
    if (!command.subcommands().isEmpty()) {
      section("COMMANDS");
      command
          .subcommands()
          .forEach((name, line) -> item(name, Commands.purpose(line.getCommandSpec())));
    }
    exitStatus();
    section("ENVIRONMENT");
    ENVIRONMENT.forEach(this::item);
    section("EXAMPLES");
    prose(footer(true));
    seeAlso();
  }

  /** The lines of the footer before or after the line that begins the examples. */
  private List<String> footer(boolean examples) {
    List<String> lines = Arrays.asList(command.usageMessage().footer());
    int start = lines.indexOf(EXAMPLES);
    if (start < 0) {
      throw new IllegalStateException(command.qualifiedName() + " has no line " + EXAMPLES);
    }
    return examples ? lines.subList(start + 1, lines.size()) : lines.subList(0, start);
  }

  private void arguments() {
    section("OPTIONS");
    for (PositionalParamSpec parameter : Commands.positionals(command)) {
      item(parameter.paramLabel(), Commands.text(parameter.description()));
    }
    for (OptionSpec option : Commands.options(command)) {
      item(names(option), Commands.text(option.description()));
    }
  }

  private static String names(OptionSpec option) {
    String names = String.join(", ", option.names());
    String between = option.longestName().startsWith("--") ? "=" : " ";
    return option.arity().max() == 0 ? names : names + between + option.paramLabel();
  }

  private void exitStatus() {
    section("EXIT STATUS");
    command.usageMessage().exitCodeList().forEach((code, meaning) -> item(code, meaning));
  }

  private void seeAlso() {
    TreeSet<String> others = new TreeSet<>();
    if (command.parent() != null) {
      others.add(name(command.parent()));
    }
    command.subcommands().values().forEach(line -> others.add(name(line.getCommandSpec())));
    section("SEE ALSO");
    List<String> pages = new ArrayList<>(others);
    for (int i = 0; i < pages.size(); i++) {
      macro("BR " + escaped(pages.get(i)) + " (1)" + (i + 1 < pages.size() ? "," : ""));
    }
  }

  /** Paragraphs, between which lines are empty; indented lines stay as they are. */
  private void prose(List<String> lines) {
    boolean verbatim = false;
    boolean gap = false;
    for (String line : lines) {
      if (line.isBlank()) {
        gap = true;
        continue;
      }
      boolean indented = line.startsWith(" ");
      if (indented != verbatim) {
        macro(indented ? "RS 4\n.nf" : "fi\n.RE");
      } else if (gap && !verbatim) {
        macro("PP");
      }
      verbatim = indented;
      gap = false;
      if (indented) {
        line(escaped(line.substring(2)));
      } else {
        text(line);
      }
    }
    if (verbatim) {
      macro("fi\n.RE");
    }
  }

  private void section(String title) {
    macro("SH " + title);
  }

  private void item(String what, String meaning) {
    macro("TP\n.B " + escaped(what));
    text(meaning);
  }

  private void macro(String line) {
    out.append('.').append(line).append('\n');
  }

  /** A paragraph, broken into lines as short as the linters of roff want them. */
  private void text(String paragraph) {
    StringBuilder line = new StringBuilder();
    for (String word : Splitter.on(' ').omitEmptyStrings().split(escaped(paragraph))) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
        line(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(line.toString());
  }

  /** A line; one that begins like a macro is none. */
  private void line(String escaped) {
    out.append(escaped.startsWith(".") ? "\\&" : "").append(escaped).append('\n');
  }

  /** Every letter as it is: roff makes typographic signs of some, and takes ASCII only. */
  private static String escaped(String text) {
    return text.codePoints().mapToObj(ManPage::escaped).collect(Collectors.joining());
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '\\' -> "\\(rs";
      case '-' -> "\\-";
      case '\'' -> "\\(aq";
      case '"' -> "\\(dq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default -> letter < 128 ? Character.toString(letter) : "\\[u%04X]".formatted(letter);
    };
  }
}
