package org.quorate.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.quorate.report.Palette;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a command says, and in which form. */
final class OutputArguments {

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Option(names = "--no-progress", description = "do not show the progress of long runs")
  private boolean noProgress;

  @ArgGroup private Detail detail = new Detail();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** How much to say; at most one of them. */
  private static final class Detail {

    @Option(
        names = {"-q", "--quiet"},
        description = "print the verdict alone, and errors; no progress")
    private boolean quiet;

    @Option(
        names = {"-v", "--verbose"},
        description = "say on stderr what was configured")
    private boolean verbose;
  }

  /** Whether the answer is to be one JSON object; nothing else then goes to stdout. */
  boolean json() {
    return json;
  }

  /** Whether the answer is to be the verdict alone. */
  boolean quiet() {
    return detail.quiet;
  }

  /** Whether to say more than usual. */
  boolean verbose() {
    return detail.verbose;
  }

  /** The colours for stdout. */
  Palette palette() {
    return line().getColorScheme().ansi().enabled() ? Palette.ANSI : Palette.PLAIN;
  }

  /** Where to show progress, if at all. */
  StatusLine statusLine() {
    return new StatusLine(line().getErr(), style());
  }

  private StatusLine.Style style() {
    if (noProgress || detail.quiet) {
      return StatusLine.Style.NONE;
    }
    return Terminal.isOnStderr() && !Terminal.isDumb()
        ? StatusLine.Style.REWRITTEN
        : StatusLine.Style.LINES;
  }

  /** Says something only to those who want to know more; on stderr, where JSON is not. */
  void tell(Supplier<String> more) {
    if (detail.verbose) {
      PrintWriter err = line().getErr();
      err.println(more.get());
      err.flush();
    }
  }

  private CommandLine line() {
    return command.commandLine();
  }
}
