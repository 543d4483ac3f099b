package org.quorate.cli;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Protocol;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code check}: a subcommand for each model, with the model's own options beside the common ones.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "MODEL",
    description = "Explore every reachable state of a model, and check its invariants.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:holds",
      "1:violated",
      "2:bad usage",
      "3:a limit was reached",
      "4:internal error"
    },
    footer = {
      "",
      "'quorate check MODEL --help' lists the options of a model.",
      "",
      "Examples:",
      "  quorate check paxos --acceptors 3 --ballots 2 --json"
    })
final class CheckCommand implements Runnable {

  @Spec private CommandSpec spec;

  static CommandLine of(List<Protocol> protocols) {
    CommandLine check = new CommandLine(new CheckCommand());
    protocols.forEach(p -> check.addSubcommand(p.name(), modelCommand(p)));
    return check;
  }

  private static CommandSpec modelCommand(Protocol protocol) {
    CommandSpec command = CommandSpec.forAnnotatedObject(new CheckModelCommand(protocol));
    command.usageMessage().description("Check " + protocol.description() + ".");
    command.usageMessage().footer(footer(protocol));
    new ModelOptions(protocol.options()).addTo(command);
    return command;
  }

  private static String[] footer(Protocol protocol) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    for (Protocol.Example example : protocol.examples()) {
      lines.add("  # " + example.shows());
      lines.add("  quorate check " + protocol.name() + " " + example.options());
    }
    return lines.toArray(String[]::new);
  }

  @Override
  public void run() {
    String models = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "say which model to check: " + models);
  }
}
