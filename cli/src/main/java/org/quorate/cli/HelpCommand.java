package org.quorate.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.quorate.model.Names;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}: that of picocli knows the commands of one level only. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Show the help of a command: the same as its --help.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:printed", "2:bad usage", "4:internal error"},
    footer = {"", "Examples:", "  quorate help check paxos"})
final class HelpCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "which command")
  private List<String> words = List.of();

  private HelpCommand() {}

  /** The command, of which shells know these others. */
  static CommandSpec of(Collection<String> others) {
    CommandSpec command = CommandSpec.forAnnotatedObject(new HelpCommand());
    PositionalParamSpec words = command.positionalParameters().get(0);
    command.remove(words);
    List<String> candidates = List.copyOf(others);
    return command.addPositional(
        PositionalParamSpec.builder(words).completionCandidates(candidates).build());
  }

  @Override
  public void run() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        throw new ParameterException(spec.commandLine(), Names.unknown("command", word, known));
      }
      command = next;
    }
    command.usage(spec.commandLine().getOut());
  }
}
