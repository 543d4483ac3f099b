package org.quorate.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.faults.FaultAnswer;
import org.quorate.cli.faults.FaultRun;
import org.quorate.cli.faults.FaultTable;
import org.quorate.cli.mutants.MutantRun;
import org.quorate.cli.mutants.MutantsJson;
import org.quorate.cli.mutants.MutantsText;
import org.quorate.cli.options.Candidates;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;
import org.quorate.search.SearchOptions;
import org.quorate.symmetry.Symmetry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mutants}. */
@Command(
    name = "mutants",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Run the catalogue of mutants: each must be caught by a run of the protocol at the smallest"
          + " sizes, and missed just below; each control must hold.",
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:all as expected",
      "1:something is not",
      "2:bad usage",
      "3:--least-faults was stopped",
      "4:internal error"
    },
    footer = {"", "Examples:", "  quorate mutants paxos", "  quorate mutants paxos --least-faults"})
final class MutantsCommand implements Callable<Integer> {

  private final List<Protocol> protocols;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      completionCandidates = Candidates.Models.class,
      description = "just the mutants of this model")
  private @Nullable String name;

  @Option(
      names = "--least-faults",
      description = "tell the least faults by which each mutant, no control, is caught, instead")
  private boolean leastFaults;

  @Mixin private OutputArguments output = new OutputArguments();

  MutantsCommand(List<Protocol> protocols) {
    this.protocols = protocols;
  }

  @Override
  public Integer call() {
    if (leastFaults) {
      return leastFaults();
    }
    MutantsText text = new MutantsText(output.palette());
    List<MutantRun.Result> results = new ArrayList<>();
    try (StatusLine status = output.statusLine()) {
      for (Protocol protocol : Arguments.protocols(spec, protocols, name)) {
        row(status, text.titles(protocol.name()));
        protocol.mutants().stream()
            .flatMap(mutant -> MutantRun.of(protocol, mutant).stream())
            .forEach(
                run -> {
                  MutantRun.Result result = run(run, status);
                  results.add(result);
                  row(status, text.row(result));
                });
      }
    }
    spec.commandLine().getOut().print(report(text, results));
    boolean expected = results.stream().allMatch(MutantRun.Result::isAsExpected);
    return expected ? ExitCode.HOLDS.code() : ExitCode.VIOLATED.code();
  }

  /** A row for each mutant. */
  private int leastFaults() {
    FaultTable table = new FaultTable(output.palette());
    try (StatusLine status = output.statusLine();
        Interrupt interrupt = Interrupt.install()) {
      for (Protocol protocol : Arguments.protocols(spec, protocols, name)) {
        row(status, table.titles(protocol.name()));
        for (Mutant mutant : protocol.mutants()) {
          if (!mutant.control()) {
            FaultRun run =
                FaultRun.of(
                    protocol, mutant, layout -> SearchOptions.defaults(Symmetry.all(layout)));
            FaultAnswer answer = run.run(FaultArguments.watching(status, interrupt, output));
            row(status, table.row(mutant, run, answer));
          }
        }
      }
      spec.commandLine().getOut().print(output.json() ? table.json(Version.number()) : "");
      return interrupt.finish(
          table.isComplete() ? ExitCode.HOLDS.code() : ExitCode.INCOMPLETE.code());
    }
  }

  private MutantRun.Result run(MutantRun run, StatusLine status) {
    return run.run(
        defaults -> {
          output.tell(() -> Setup.of(title(run), run.configured(), defaults).text());
          return defaults.watchedBy(
              new ProgressLine(status, defaults.maxBytes()), defaults.cancelled());
        });
  }

  private static String title(MutantRun run) {
    return "%s, expected: %s".formatted(run.protocol().name(), run.expected());
  }

  /** Rows come as soon as they are known, where there is a table at all. */
  private void row(StatusLine status, String text) {
    if (!output.json() && !output.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      status.clear();
      out.print(text);
      out.flush();
    }
  }

  private String report(MutantsText text, List<MutantRun.Result> results) {
    if (output.json()) {
      return MutantsJson.write(Version.number(), results);
    }
    return output.quiet() ? text.verdict(results) : "\n" + text.summary(results);
  }
}
