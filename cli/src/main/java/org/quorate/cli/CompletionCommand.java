package org.quorate.cli;

import org.quorate.cli.options.Candidates;
import org.quorate.cli.shell.FishCompletion;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
  private Shell shell = Shell.BASH;

  /** The shells that are known. */
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }

  /** Their names. */
  static final class Shells extends Candidates {
    Shells() {
      super(Shell.values());
    }
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    String script =
        switch (shell) {
          // One script for both: zsh has a mode for such.
          case BASH, ZSH -> AutoComplete.bash(root.getCommandName(), root);
          case FISH -> FishCompletion.of(root.getCommandSpec());
        };
    spec.commandLine().getOut().print(script);
  }
}
