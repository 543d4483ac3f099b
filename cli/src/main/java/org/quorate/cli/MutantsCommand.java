package org.quorate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.mutants.MutantRun;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;
import org.quorate.report.CheckResult;
import org.quorate.report.Palette;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mutants}. */
@Command(
    name = "mutants",
    mixinStandardHelpOptions = true,
    description = {
      "Run the catalogue of mutants: each must be caught by a run of the protocol at the smallest"
          + " sizes, and missed just below; each control must hold.",
    },
    footer = {"", "Example: quorate mutants paxos", "", "Exit codes: 0 as expected, 1 not."})
final class MutantsCommand implements Callable<Integer> {

  /** As wide as the longest name of a mutant. */
  private static final int NAME_WIDTH = 25;

  private final List<Protocol> protocols;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "MODEL", description = "just the mutants of this model")
  private @Nullable String name;

  private final Palette palette = Ansi.AUTO.enabled() ? Palette.ANSI : Palette.PLAIN;
  private int checks;
  private int surprises;

  MutantsCommand(List<Protocol> protocols) {
    this.protocols = protocols;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (Protocol protocol : Arguments.protocols(spec, protocols, name)) {
      out.println(palette.strong(protocol.name()));
      out.printf(
          "  %-" + NAME_WIDTH + "s %-10s %-10s %5s %9s %7s  %s%n",
          "mutant",
          "expected",
          "found",
          "steps",
          "explored",
          "time",
          "at");
      for (Mutant mutant : protocol.mutants()) {
        MutantRun.of(protocol, mutant).forEach(run -> row(out, run.run(defaults -> defaults)));
      }
    }
    out.printf(
        "%n%d checks, %s%n",
        checks,
        surprises == 0
            ? palette.good("all as expected")
            : palette.bad(surprises + " not as expected"));
    return surprises == 0 ? ExitCode.HOLDS.code() : ExitCode.VIOLATED.code();
  }

  private void row(PrintWriter out, MutantRun.Result result) {
    MutantRun run = result.run();
    CheckResult check = result.check();
    boolean expected = result.isAsExpected();
    checks++;
    surprises += expected ? 0 : 1;
    String padded = String.format(Locale.ROOT, "%-10s", result.found());
    out.printf(
        Locale.ROOT,
        "  %-" + NAME_WIDTH + "s %-10s %s %5s %,9d %6.2fs  %s%n",
        run.mutant().name(),
        run.expected(),
        expected ? palette.good(padded) : palette.bad(padded),
        result.isCaught() ? check.counterexample().orElseThrow().trace().length() : "",
        check.search().explored(),
        check.search().seconds(),
        run.at());
    out.flush();
  }
}
