package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cli.shell.Commands;
import org.quorate.cli.shell.FishCompletion;
import org.quorate.cli.shell.ManPage;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells are told about the commands. */
class CompletionTest {

  private static final String FISH = CommandLineRun.words("completion fish").out();
  private static final String BASH = CommandLineRun.words("completion bash").out();

  @TempDir private Path folder;

  private static Stream<CommandSpec> commands() {
    return Commands.all(Quorate.commandLine(Protocols.all()).getCommandSpec()).stream();
  }

  /** A rule of fish for a command, as words that are known begin. */
  private static String rule(CommandSpec command, String words) {
    String path = command.qualifiedName().replaceFirst("^quorate", "");
    return "complete -c quorate -n '__quorate_is%s' %s ".formatted(path, words);
  }

  @TestFactory
  Stream<DynamicTest> fishKnowsEveryCommandAndOption() {
    return commands().map(c -> DynamicTest.dynamicTest(c.qualifiedName(), () -> isInFish(c)));
  }

  private static void isInFish(CommandSpec command) {
    command
        .subcommands()
        .keySet()
        .forEach(s -> assertThat(FISH).contains(rule(command, "-a " + s)));
    for (OptionSpec option : command.options()) {
      for (String name : option.names()) {
        String word = name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1);
        assertThat(FISH.lines().filter(line -> line.startsWith(rule(command, "").strip())))
            .as("%s %s", command.qualifiedName(), name)
            .anyMatch(line -> line.contains(" " + word + " "));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> bashKnowsEveryCommandAndOption() {
    return commands()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.qualifiedName(),
                    () -> {
                      String function = "function _picocli_" + c.qualifiedName("_") + "() {";
                      assertThat(BASH).contains(function);
                      String body = BASH.substring(BASH.indexOf(function));
                      body = body.substring(0, body.indexOf("\n}"));
                      List<String> words = new ArrayList<>(c.subcommands().keySet());
                      c.options().forEach(o -> words.addAll(List.of(o.names())));
                      assertThat(body).contains(words);
                    }));
  }

  @Test
  void zshTakesTheScriptOfBash() {
    String zsh = CommandLineRun.words("completion zsh").out();
    assertThat(zsh).contains("bashcompinit").isEqualTo(BASH);
    assertThat(CommandLineRun.words("completion").out()).isEqualTo(BASH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check paxos | -l strategy -x -a 'bfs dfs'",
        "check pbft  | -l store -x -a 'exact fingerprint'",
        "check paxos | -l symmetry -x -a 'all none'",
        "check paxos | -l trace-svg -r -F",
        "check paxos | -l threads -x -d",
        "check paxos | -s q -l quiet -d",
        "quorum      | -l faults -x -a 'byzantine crash hybrid'",
        "quorum      | -l system -r -F",
        "mutants     | -x -a 'paxos multipaxos pbft'",
        "suite       | -r -F",
        "completion  | -x -a 'bash zsh fish'",
      })
  void fishKnowsWhatValuesAre(String command, String words) {
    assertThat(FISH).contains("'__quorate_is %s' %s ".formatted(command, words));
  }

  @Test
  void fishKnowsTheMutantsOfEachModel() {
    for (Protocol protocol : Protocols.all()) {
      String rule =
          "'__quorate_is check %s' -l mutant -x -a '%s' "
              .formatted(protocol.name(), String.join(" ", mutants(protocol)));
      assertThat(FISH).contains(rule);
    }
  }

  private static List<String> mutants(Protocol protocol) {
    return protocol.options().stream()
        .filter(o -> o.name().equals("mutant"))
        .map(o -> ((Option.Choice) o.type()).names())
        .findFirst()
        .orElseThrow();
  }

  /** Options whose values have the same label share them in picocli's script. */
  @Test
  void bashKnowsTheValuesOfChoices() {
    assertThat(BASH)
        .contains("MUTANT_option_args=(\"none\" \"shared-ballot\"")
        .contains("bfsdfs_option_args=(\"bfs\" \"dfs\")");
  }

  @Test
  void unknownShellIsRefused() {
    CommandLineRun run = CommandLineRun.words("completion tcsh");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: unknown shell 'tcsh'; known: bash, zsh, fish\n");
  }

  @Test
  void optionsOfOneLetterAreLikeNoOther() {
    assertThat(CommandLineRun.words("quorum -x").err())
        .contains("'-x'; known")
        .doesNotContain("mean");
  }

  /** What bash does after the words of a line: its candidates, and whether it takes files. */
  private String bash(String... words) throws IOException, InterruptedException {
    String quoted = Stream.of(words).map(w -> "'" + w + "'").collect(Collectors.joining(" "));
    String script =
        """
        . ./quorate.bash
        complete -p quorate
        compopt() { echo "compopt $*"; }
        COMP_WORDS=(quorate %s)
        COMP_CWORD=%d
        COMP_LINE="${COMP_WORDS[*]}"
        _complete_quorate
        echo "${COMPREPLY[*]}"
        """
            .formatted(quoted, words.length);
    Files.writeString(folder.resolve("quorate.bash"), BASH);
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay p.j",
        "replay paxos p.j",
        "suite ../",
        "suite --junit-xml x",
        "check paxos --trace-svg b.s",
        "check paxos --report b.s",
        "check paxos --quorum-system b.s",
        "quorum --system g",
        "sweep pbft --csv m",
      })
  void bashCompletesFilesItself(String line) throws Exception {
    assertThat(bash(line.split(" ")))
        .isEqualTo("complete -o default -F _complete_quorate quorate\n\n");
  }

  @Test
  void bashOffersNoFilesAsNumbers() throws Exception {
    assertThat(bash("check", "paxos", "--threads", "")).contains("compopt +o default");
    assertThat(bash("suite", "--filter", "")).contains("compopt +o default");
  }

  @Test
  void helpIsOfferedCommands() throws Exception {
    assertThat(bash("help", "")).contains("check sweep quorum replay");
    assertThat(FISH).contains("'__quorate_is help' -x -a 'check sweep quorum replay ");
  }

  @Test
  void hiddenOptionsAreHidden() {
    CommandSpec command = CommandSpec.create().name("x");
    command.usageMessage().description("A test.").footer("Examples:", "  x");
    command.addOption(OptionSpec.builder("--secret").hidden(true).build());
    assertThat(ManPage.of(command, "1", "2025-01-31")).doesNotContain("secret");
    assertThat(FishCompletion.of(command)).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check", "check paxos", "sweep pbft", "quorum", "suite"})
  void helpIsThatOfTheCommand(String command) {
    CommandLineRun help = CommandLineRun.words("help " + command);
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).isEqualTo(CommandLineRun.words(command + " --help").out());
  }

  @Test
  void helpKnowsNoOtherCommand() {
    CommandLineRun run = CommandLineRun.words("help check paxo");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("unknown command 'paxo' (did you mean 'paxos'?)");
  }
}
