package org.quorate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.options.Candidates;
import org.quorate.cli.options.Flags;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "List the models with their options, invariants and mutants.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:listed", "2:bad usage", "4:internal error"},
    footer = {"", "Examples:", "  quorate models paxos"})
final class ModelsCommand implements Runnable {

  private final List<Protocol> protocols;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      completionCandidates = Candidates.Models.class,
      description = "just this one")
  private @Nullable String name;

  ModelsCommand(List<Protocol> protocols) {
    this.protocols = protocols;
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Protocol protocol : Arguments.protocols(spec, protocols, name)) {
      out.printf("%s: %s%n", protocol.name(), protocol.description());
      Model model = protocol.configure(Settings.of(protocol, Map.of())).model();
      out.println("  options");
      for (Option o : protocol.options()) {
        String flag = Flags.of(o.name());
        out.printf("    %-24s %s (default: %s)%n", flag, o.meaning(), o.fallback());
      }
      invariants(out, "invariants", model.invariants());
      invariants(out, "lemmas, looked at along a counterexample", model.lemmas());
      out.println("  goals");
      for (Goal goal : model.goals()) {
        out.printf("    %-24s %s%n", goal.name(), goal.meaning());
      }
      mutants(out, "mutants", protocol, false);
      mutants(out, "controls, which look wrong and are safe", protocol, true);
    }
  }

  private static void invariants(PrintWriter out, String title, List<Invariant> invariants) {
    out.println("  " + title);
    for (Invariant i : invariants) {
      out.printf("    %-24s %s%n", i.name(), i.meaning());
    }
  }

  /** The command for the smallest settings that show a mutant, or that a control must pass. */
  private static String command(Protocol protocol, Mutant mutant) {
    List<Map<String, String>> settings = mutant.control() ? mutant.missed() : mutant.caught();
    return "quorate check " + protocol.name() + Flags.line(settings.get(0));
  }

  private static void mutants(PrintWriter out, String title, Protocol protocol, boolean controls) {
    out.println("  " + title);
    for (Mutant mutant : protocol.mutants()) {
      if (mutant.control() == controls) {
        out.printf("    %-24s %s%n", mutant.name(), mutant.breaks());
        out.printf("    %-24s seen: %s%n", "", mutant.seen());
        out.printf("    %-24s type: %s%n", "", command(protocol, mutant));
      }
    }
  }
}
