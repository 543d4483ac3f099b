package org.quorate.cli;

import java.util.List;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sweep}: a subcommand for each model of n = k·f + 1 processes. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "MODEL",
    description = "Check a model at many k and f, beside what the formula of its quorums says.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:the check and the formula agree at every point",
      "1:they disagree at some point",
      "2:bad usage",
      "3:some point is incomplete",
      "4:internal error"
    },
    footer = {
      "",
      "'quorate sweep MODEL --help' lists the options of a model.",
      "",
      "Examples:",
      "  quorate sweep pbft -k 2..5 -f 1 --views 1 --svg map.svg"
    })
final class SweepCommand implements Runnable {

  @Spec private CommandSpec spec;

  static CommandLine of(List<Protocol> protocols) {
    CommandLine sweep = new CommandLine(new SweepCommand());
    protocols.stream()
        .filter(SweepCommand::isCounted)
        .forEach(p -> sweep.addSubcommand(p.name(), modelCommand(p)));
    return sweep;
  }

  private static boolean isCounted(Protocol protocol) {
    List<String> names = protocol.options().stream().map(Option::name).toList();
    return names.containsAll(SweepModelCommand.SWEPT);
  }

  private static CommandSpec modelCommand(Protocol protocol) {
    SweepModelCommand model = new SweepModelCommand(protocol);
    CommandSpec command = CommandSpec.forAnnotatedObject(model);
    model.options().addTo(command);
    return command;
  }

  @Override
  public void run() {
    String models = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "say which model to sweep: " + models);
  }
}
