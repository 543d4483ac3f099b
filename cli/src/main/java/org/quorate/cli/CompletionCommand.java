package org.quorate.cli;

import com.google.common.collect.ForwardingList;
import java.util.List;
import java.util.Locale;
import org.quorate.cli.shell.BashCompletion;
import org.quorate.cli.shell.FishCompletion;
import org.quorate.model.Names;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Print what a shell needs to complete commands, options and their values.",
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {"0:printed", "2:bad usage", "4:internal error"},
    footer = {
      "",
      "Examples:",
      "  # bash, in ~/.bashrc; zsh likewise, after compinit",
      "  . <(quorate completion bash)",
      "  # fish",
      "  quorate completion fish > ~/.config/fish/completions/quorate.fish"
    })
final class CompletionCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "bash|zsh|fish",
      defaultValue = "bash",
      completionCandidates = Shells.class,
      description = "for which shell (default: bash)")
  private String shell = "bash";

  /** The shells that are known. */
  static final class Shells extends ForwardingList<String> {
    @Override
    protected List<String> delegate() {
      return List.of("bash", "zsh", "fish");
    }
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (shell.toLowerCase(Locale.ROOT)) {
          // One script for both: zsh has a mode for such.
          case "bash", "zsh" -> BashCompletion.of(root.getCommandSpec());
          case "fish" -> FishCompletion.of(root.getCommandSpec());
          default ->
              throw new ParameterException(
                  spec.commandLine(), Names.unknown("shell", shell, new Shells()));
        };
    spec.commandLine().getOut().print(script);
  }
}
