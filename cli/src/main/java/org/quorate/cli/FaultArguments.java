package org.quorate.cli;

import java.util.function.UnaryOperator;
import org.quorate.cli.faults.FaultAnswer;
import org.quorate.cli.faults.FaultJson;
import org.quorate.cli.faults.FaultRun;
import org.quorate.cli.faults.FaultText;
import org.quorate.search.SearchOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether to look for the least faults that break a model. */
final class FaultArguments {

  @Option(
      names = "--least-faults",
      description = {
        "which faults does a violation need? Checks the sets of those that --faults names, or of"
            + " one of each kind, even if the protocol need not bear it, and tells the least that"
            + " break an invariant"
      })
  private boolean wanted;

  boolean isGiven() {
    return wanted;
  }

  /** Finds and prints the answer; the result is the exit code. */
  int find(FaultRun run, CommandLine command, OutputArguments output) {
    try (StatusLine status = output.statusLine();
        Interrupt interrupt = Interrupt.install()) {
      FaultRun.Watcher watcher = watching(status, interrupt, output);
      FaultAnswer answer = run.shorten(run.run(watcher), watcher);
      status.close();
      command.getOut().print(report(run, answer, output));
      command.getOut().flush();
      return interrupt.finish(code(answer).code());
    }
  }

  /** Shows each check of a search for the least faults. */
  static FaultRun.Watcher watching(StatusLine status, Interrupt interrupt, OutputArguments output) {
    return (decided, sets, set) -> {
      String place = "%d/%d %s".formatted(decided, sets, set);
      output.tell(() -> place);
      return watching(place, status, interrupt);
    };
  }

  private static UnaryOperator<SearchOptions> watching(
      String place, StatusLine status, Interrupt interrupt) {
    return options -> {
      ProgressLine progress = new ProgressLine(status, options.maxBytes());
      return options.watchedBy(
          snapshot -> status.update(() -> place + "  " + progress.text(snapshot)),
          interrupt::isRequested);
    };
  }

  private static String report(FaultRun run, FaultAnswer answer, OutputArguments output) {
    if (output.json()) {
      return FaultJson.write(Version.number(), run, answer);
    }
    FaultText text = new FaultText(output.palette());
    return output.quiet() ? text.verdict(answer) : text.write(run, answer);
  }

  private static ExitCode code(FaultAnswer answer) {
    if (!answer.needed().isEmpty()) {
      return ExitCode.VIOLATED;
    }
    return answer.unknown().isEmpty() ? ExitCode.HOLDS : ExitCode.INCOMPLETE;
  }
}
