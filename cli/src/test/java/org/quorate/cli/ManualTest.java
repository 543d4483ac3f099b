package org.quorate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.cli.shell.Commands;
import org.quorate.models.Protocols;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual has what the help texts have. */
class ManualTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Manual.main(new String[] {folder.toString(), "1.2.3", "2025-01-31T00:00:00Z"});
  }

  private static Stream<CommandSpec> commands() {
    return Commands.all(Quorate.commandLine(Protocols.all()).getCommandSpec()).stream();
  }

  /** The page of a command; decoding fails if it is not ASCII, which old readers need. */
  private static String page(CommandSpec command) {
    try {
      return Files.readString(folder.resolve(command.qualifiedName("-") + ".1"), US_ASCII);
    } catch (IOException e) {
      throw new AssertionError(command.qualifiedName(), e);
    }
  }

  @Test
  void everyCommandHasAPageWithAllSections() throws IOException {
    List<String> sections =
        List.of("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "ENVIRONMENT");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize((int) commands().count());
    }
    commands()
        .forEach(
            c -> {
              assertThat(page(c)).startsWith(".TH QUORATE").contains("2025-01-31", "quorate 1.2.3");
              sections.forEach(s -> assertThat(page(c)).contains("\n.SH " + s + "\n"));
              assertThat(page(c)).contains("\n.SH EXAMPLES\n.RS 4\n.nf\n");
              assertThat(page(c)).contains("\n.B QUORATE_JAVA_OPTS\n", "\n.B NO_COLOR\n");
            });
  }

  @Test
  void everyOptionIsThere() {
    commands()
        .forEach(
            c -> {
              for (OptionSpec option : c.options()) {
                String names = String.join(", ", option.names()).replace("-", "\\-");
                assertThat(page(c)).contains("\n.B " + names);
              }
            });
  }

  @Test
  void everyExampleAndExitCodeIsThatOfTheHelp() {
    commands()
        .forEach(
            c -> {
              Stream.of(c.usageMessage().footer())
                  .filter(line -> line.startsWith("  quorate "))
                  .forEach(line -> assertThat(page(c)).contains(roff(line.strip())));
              assertThat(c.usageMessage().exitCodeList()).containsKeys("0", "2", "4");
              c.usageMessage()
                  .exitCodeList()
                  .forEach((code, what) -> assertThat(page(c)).contains("\n.B " + code + "\n"));
            });
  }

  private static String roff(String text) {
    return text.replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("·", "\\[u00B7]")
        .replace("~", "\\(ti");
  }

  @Test
  void noTextIsTakenForAMacro() {
    assertThat(commands().flatMap(c -> page(c).lines()))
        .allMatch(
            line ->
                !line.startsWith("'")
                    && (!line.startsWith(".")
                        || line.matches("\\.(TH|SH|TP|B|BR|PP|RS|RE|nf|fi)( .*)?")));
  }

  @Test
  void linesOfTextAreShortAndEndWithALetter() {
    assertThat(commands().flatMap(c -> page(c).lines())).noneMatch(line -> line.endsWith(" "));
    assertThat(page(commands().findFirst().orElseThrow()).lines())
        .allMatch(line -> line.length() <= 100);
  }
}
