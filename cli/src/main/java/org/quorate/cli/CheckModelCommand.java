package org.quorate.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quorate.Checker;
import org.quorate.cli.faults.FaultRun;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.output.OutputFiles;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.report.CheckResult;
import org.quorate.report.HtmlReport;
import org.quorate.report.JsonReport;
import org.quorate.report.Run;
import org.quorate.report.TextCoverage;
import org.quorate.report.TextReport;
import org.quorate.search.SearchOptions;
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

  @picocli.CommandLine.Option(
      names = "--coverage",
      description = "print how often each action and invariant was used, and the states by depth")
  private boolean coverage;

  @picocli.CommandLine.Option(
      names = "--report",
      paramLabel = "FILE",
      description = "write a page with all that is known of the run")
  private @Nullable String page;

  @Mixin private RunArguments run = new RunArguments();

  @Mixin private GraphArguments graph = new GraphArguments();

  @Mixin private OutputArguments output = new OutputArguments();

  @Mixin private FaultArguments faults = new FaultArguments();

  @picocli.CommandLine.Option(
      names = "--layout",
      description = "print what the bits of a state mean, and stop")
  private boolean layout;

  CheckModelCommand(Protocol protocol) {
    this.protocol = protocol;
  }

  @Override
  public Integer call() {
    if (output.json() && (run.prints() || coverage)) {
      String other = coverage ? "--coverage" : "--chart";
      throw new ParameterException(
          spec.commandLine(), "give either --json or " + other + ", not both");
    }
    Protocol.Configured configured;
    SearchOptions options;
    try {
      Map<String, String> given = new ModelOptions(protocol.options()).given(spec);
      if (faults.isGiven()) {
        refuse("--layout", layout);
        refuse("--coverage", coverage);
        refuse("--report", page != null);
        refuse("--dot", graph.isGiven());
        refuse("--chart or --trace-…", run.isGiven());
        FaultRun least = FaultRun.of(protocol, given, search::options);
        return faults.find(least, spec.commandLine(), output);
      }
      configured = protocol.configure(Settings.of(protocol, given));
      options = search.options(configured.model().layout());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    if (layout) {
      spec.commandLine().getOut().print(configured.model().layout().describe());
      return ExitCode.HOLDS.code();
    }
    RunArguments.Files files = run.open(new ModelOptions(protocol.options()).files(spec));
    return check(configured, options, files);
  }

  private int check(
      Protocol.Configured configured, SearchOptions options, RunArguments.Files files) {
    OutputFiles<CheckResult> pages =
        files.charts().<CheckResult>more().with(page, r -> HtmlReport.write(Version.number(), r));
    Optional<GraphArguments.Drawing> drawing =
        graph.draw(spec.commandLine(), protocol, configured.model(), options, files.charts());
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
      run.show(Run.of(result), files, spec.commandLine().getOut(), spec.commandLine().getErr());
      drawing.ifPresent(d -> d.write(result, spec.commandLine().getErr()));
      pages.write(result);
      spec.commandLine().getOut().flush();
      return interrupt.finish(ExitCode.of(result.outcome()).code());
    }
  }

  /** An option that shows one run goes with one check. */
  private void refuse(String option, boolean given) {
    if (given) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is about one check, and --least-faults makes many; give %s to a check with the faults"
                  .formatted(option, option)
              + " that it finds");
    }
  }

  private String report(CheckResult result) {
    if (output.json()) {
      return new JsonReport(Version.number()).write(result);
    }
    TextReport text = new TextReport(output.palette());
    String report = output.quiet() ? text.verdict(result) : text.write(result);
    return coverage ? report + TextCoverage.write(result) : report;
  }
}
