package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.model.Names;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code quorate}. */
@Command(
    name = "quorate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Exhaustive model checking of consensus protocols.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:holds", "1:violated", "2:bad usage", "3:incomplete", "4:internal error"},
    footer = {
      "",
      "Examples:",
      "  quorate check paxos                          3 acceptors, 3 ballots, 2 values",
      "  quorate check paxos --proposers-per-ballot 2 --ballots 1",
      "  quorate sweep pbft -k 2..5 -f 1 --views 1    which n = k·f + 1 are safe, which live",
      "  quorate replay specs/seed/another-proposer.yaml",
      "                                               follow a run by hand",
      "  quorate mutants paxos                        is every known bug caught?",
      "  quorate suite specs                          run files of checks",
      "  quorate models                               what can be checked"
    })
public final class Quorate implements Runnable {

  @Spec private CommandSpec spec;

  private Quorate() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    CommandLine line = commandLine(Protocols.all());
    // JSON is UTF-8, and names have letters that other encodings lack.
    line.setOut(new PrintWriter(System.out, true, UTF_8));
    line.setErr(new PrintWriter(System.err, true, UTF_8));
    System.exit(run(line, args));
  }

  /** Runs a command line; the result is its exit code, whatever happens. */
  static int run(CommandLine line, String... args) {
    int exitCode;
    try {
      exitCode = line.execute(args);
    } catch (Error e) {
      exitCode = internalError(e, line);
    }
    // A report that is lost, on a full disk for instance, must not look like a success.
    if (line.getOut().checkError()) {
      line.getErr().println("error: the output could not be written");
      return ExitCode.INTERNAL.code();
    }
    return exitCode;
  }

  static CommandLine commandLine(List<Protocol> protocols) {
    CommandLine line = new CommandLine(new Quorate());
    line.addSubcommand(CheckCommand.of(protocols));
    line.addSubcommand(SweepCommand.of(protocols));
    line.addSubcommand(new QuorumCommand());
    line.addSubcommand(new ReplayCommand(protocols));
    line.addSubcommand(new MutantsCommand(protocols));
    line.addSubcommand(new SuiteCommand(protocols));
    line.addSubcommand(new ModelsCommand(protocols));
    line.addSubcommand(new CompletionCommand());
    line.addSubcommand("help", HelpCommand.of(line.getSubcommands().keySet()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.colours()));
    line.setParameterExceptionHandler(Quorate::badUsage);
    line.setExecutionExceptionHandler(
        (e, command, parsed) ->
            e instanceof BadFileException ? badFile(e, command) : internalError(e, command));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to do: check, sweep, quorum, replay, mutants, suite or models");
  }

  private static int badUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    error(command, message(e));
    command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE.code();
  }

  private static int badFile(Exception e, CommandLine command) {
    error(command, String.valueOf(e.getMessage()));
    return ExitCode.USAGE.code();
  }

  /** Says on stderr, in one line, what went wrong. */
  static void error(CommandLine command, String message) {
    Ansi ansi = command.getColorScheme().ansi();
    command.getErr().println(ansi.string("@|bold,red error:|@ ") + message);
  }

  /** What was wrong in one line, with what would be right. */
  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
    }
    String word = unmatched.getUnmatched().get(0);
    CommandSpec command = e.getCommandLine().getCommandSpec();
    boolean option = unmatched.isUnknownOption();
    List<String> known = new ArrayList<>(command.subcommands().keySet());
    String kind = List.of("check", "sweep").contains(command.name()) ? "model" : "command";
    if (option || known.isEmpty()) {
      known = new ArrayList<>(command.optionsMap().keySet());
      kind = option ? "option" : "argument";
    }
    return Names.unknown(kind, word, known);
  }

  private static int internalError(Throwable e, CommandLine command) {
    command.getErr().println("internal error; there is no verdict. Please report this:");
    e.printStackTrace(command.getErr());
    return ExitCode.INTERNAL.code();
  }
}
