package org.quorate.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quorate.cli.shell.Commands;
import org.quorate.cli.shell.ManPage;
import org.quorate.models.Protocols;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the manual, a page for each command; the build calls it. */
public final class Manual {

  /** Letters of a date; a time has more. */
  private static final int DATE = "2025-01-31".length();

  private Manual() {}

  /**
   * Writes the pages, as {@code quorate-check.1}.
   *
   * @param args the folder, which is made if it is not there; the version of the program; its date
   *     or time, such as {@code 2025-01-31}
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (CommandSpec command :
        Commands.all(Quorate.commandLine(Protocols.all()).getCommandSpec())) {
      Path file = folder.resolve(ManPage.name(command) + ".1");
      Files.writeString(file, ManPage.of(command, args[1], args[2].substring(0, DATE)), US_ASCII);
    }
  }
}
