package org.quorate.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.Checker;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.output.OutputFiles;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.report.CheckResult;
import org.quorate.report.JsonReport;
import org.quorate.report.SequenceChart;
import org.quorate.report.TextReport;
import org.quorate.search.SearchOptions;
import org.quorate.trace.Counterexample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code check MODEL}. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:holds",
      "1:violated",
      "2:bad usage",
      "3:a limit was reached",
      "4:internal error"
    })
final class CheckModelCommand implements Callable<Integer> {

  private final Protocol protocol;

  @Spec private CommandSpec spec;

  @Mixin private SearchArguments search = new SearchArguments();

  @Mixin private ChartArguments charts = new ChartArguments();

  @Mixin private OutputArguments output = new OutputArguments();

  @picocli.CommandLine.Option(
      names = "--layout",
      description = "print what the bits of a state mean, and stop")
  private boolean layout;

  CheckModelCommand(Protocol protocol) {
    this.protocol = protocol;
  }

  @Override
  public Integer call() {
    if (output.json() && charts.prints()) {
      throw new ParameterException(spec.commandLine(), "give either --json or --chart, not both");
    }
    Protocol.Configured configured;
    SearchOptions options;
    try {
      Map<String, String> given = new ModelOptions(protocol.options()).given(spec);
      configured = protocol.configure(Settings.of(protocol, given));
      options = search.options(configured.model().layout());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    if (layout) {
      spec.commandLine().getOut().print(configured.model().layout().describe());
      return ExitCode.HOLDS.code();
    }
    return check(configured, options);
  }

  private int check(Protocol.Configured configured, SearchOptions options) {
    OutputFiles<SequenceChart> files = charts.open();
    output.tell(() -> Setup.of(protocol.name(), configured, options).text());
    try (StatusLine status = output.statusLine();
        Interrupt interrupt = Interrupt.install()) {
      ProgressLine progress = new ProgressLine(status, options.maxBytes());
      CheckResult result =
          Checker.of(protocol.name(), configured.model())
              .parameters(configured.parameters())
              .search(defaults -> options.watchedBy(progress, interrupt::isRequested))
              .check();
      status.close();
      spec.commandLine().getOut().print(report(result));
      charts.show(
          result.counterexample().flatMap(this::chart),
          files,
          spec.commandLine().getOut(),
          spec.commandLine().getErr());
      spec.commandLine().getOut().flush();
      return interrupt.finish(ExitCode.of(result.outcome()).code());
    }
  }

  private Optional<SequenceChart> chart(Counterexample found) {
    return SequenceChart.of(
        "%s: %s fails".formatted(protocol.name(), found.invariant()),
        found.explanation(),
        found.trace());
  }

  private String report(CheckResult result) {
    if (output.json()) {
      return new JsonReport(Version.number()).write(result);
    }
    TextReport text = new TextReport(output.palette());
    return output.quiet() ? text.verdict(result) : text.write(result);
  }
}
