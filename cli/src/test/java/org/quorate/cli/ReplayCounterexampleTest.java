package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.models.paxos.PaxosProtocol;

/** What {@code check --json} wrote is executed again, and an altered file is told from it. */
class ReplayCounterexampleTest {

  private static final String SMALL = "check paxos --mutant skip-phase1 --acceptors 2 --ballots 2";

  @TempDir private Path folder;

  private CommandLineRun replay(String text, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("replay"));
    args.addAll(List.of(options));
    args.add(Files.writeString(folder.resolve("bug.json"), text).toString());
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private static String json(String command) {
    return CommandLineRun.words(command + " --json").out();
  }

  static Stream<String> caughtMutants() {
    return new PaxosProtocol()
        .mutants().stream().flatMap(mutant -> mutant.caught().stream().map(s -> command(s)));
  }

  private static String command(Map<String, String> settings) {
    StringBuilder command = new StringBuilder("check paxos");
    settings.forEach((name, value) -> command.append(" --%s %s".formatted(name, value)));
    return command.toString();
  }

  @ParameterizedTest
  @MethodSource("caughtMutants")
  @ValueSource(
      strings = {
        "check paxos --acceptors 4 --byzantine 1 --quorum 2 --ballots 2",
        "check paxos --ballots 1 --ballot-names 5 --value-names 8,2 --proposers-per-ballot 2",
        "check paxos --quorum 1 --ballots 2 --strategy dfs",
        "check pbft -k 4 -f 1 --views 1 --quorum 2*f+1",
        "check pbft --views 2 --slots 2 --values 1 --view-change-quorum 2",
      })
  void counterexampleIsExecutedAgain(String command) throws IOException {
    String checked = json(command);
    assertThat(checked).contains("\"verdict\" : \"violated\"");
    CommandLineRun run = replay(checked, "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(between(checked, "    \"initial\" :", "\n  },\n  \"seconds\""))
        .contains(between(checked, "    \"invariant\" :", "    \"shortest\" :"));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start, text.indexOf("\"violation\" :"));
    return text.substring(from, text.indexOf(end, from));
  }

  @Test
  void configurationThatFailsByItself() throws IOException {
    CommandLineRun run = replay(json("check paxos --quorum 1 --ballots 1"), "paxos");
    assertThat(run.out()).contains("VIOLATED  quorum-intersection: a phase-1 and a phase-2 quorum");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void truncatedFileIsRefusedWhereverItEnds() throws IOException {
    String whole = json(SMALL);
    int end = whole.lastIndexOf('}');
    for (int length = 0; length <= end; length += length < 2_000 ? 7 : 61) {
      assertRefused(replay(whole.substring(0, length)), length == 0 ? "empty" : "");
    }
    assertRefused(replay(whole.substring(0, end)), "the file ends too early");
    assertThat(replay(whole.substring(0, end + 1)).exitCode()).isEqualTo(1);
  }

  private static void assertRefused(CommandLineRun run, String message) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).startsWith("error: ").hasLineCount(1).contains("bug.json", message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void everyAlteredValueOfTheRunIsFound() throws IOException {
    String whole = json(SMALL);
    for (JsonLeaf leaf : JsonLeaf.of(whole)) {
      CommandLineRun run = replay(leaf.altered(whole));
      boolean checked =
          leaf.path().matches("/(tool|model|verdict|violation/.*)")
              && !leaf.path().equals("/violation/shortest");
      assertThat(run.exitCode()).as("%s: %s", leaf, run.err()).isBetween(1, 2);
      if (checked) {
        assertThat(run.exitCode()).as("%s: %s", leaf, run.err()).isEqualTo(2);
        assertThat(run.err()).containsPattern("bug.json:\\d+:\\d+: ").hasLineCount(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"tool\" : \"quorate\"' | '\"tool\" : \"tlc\"' | 2:12: this was written by 'tlc', not by"
            + " quorate",
        "'\"n_max\" : {'         | '\"n_min\" : {'      | unknown view 'n_min' of the model (did"
            + " you mean 'n_max'?)",
        "'\"length\" : '         | '\"length\" : 1'     | the number of steps is '",
        "'\"step\" : 1,'         | '\"step\" : 2,'      | the number of the step is '1', not '2'",
        "'\"action\" : \"Prop'   | '\"action\" : \"Prap' | unknown action 'Prapose' (did you mean"
            + " 'Propose'?)",
        "'\"invariant\" : \"agreement' | '\"invariant\" : \"validity' | the invariant that fails is"
            + " 'agreement', not 'validity'",
        "'\"1a\" : [ 0 ]'        | '\"1a\" : [ 1 ]'     | after step 1, 1a is [0], not [1]",
        "'\"1a\" : [ ],'         | ''                   | 1a is missing",
        "'\"violation\" :'       | '\"violations\" :'   | the key 'violation' is missing",
      })
  void alteredFileSaysWhatIsWrong(String right, String wrong, String message) throws IOException {
    String whole = json(SMALL.replace("skip-phase1", "ignore-promises"));
    assertThat(whole).contains(right);
    String altered = whole.replaceFirst(Pattern.quote(right), wrong);
    assertRefused(replay(altered), message);
  }

  @Test
  void runThatEndsEarlierThanItsViolation() throws IOException {
    String whole = json(SMALL);
    int last = whole.lastIndexOf(", {\n      \"step\" : ");
    int steps = Integer.parseInt(between(whole, "\"length\" : ", ",").substring(11));
    String shorter =
        (whole.substring(0, last) + " ]" + whole.substring(whole.indexOf("\n  },\n  \"seconds\"")))
            .replace("\"length\" : " + steps, "\"length\" : " + (steps - 1));
    assertRefused(replay(shorter), "no invariant fails on this run");
  }

  @Test
  void otherVersionIsNamedWhereTheRunDiffers() throws IOException {
    String old = json(SMALL).replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.9\"");
    assertThat(replay(old).exitCode()).isEqualTo(1);
    assertRefused(
        replay(old.replace("was chosen", "is chosen")), "; the file is of version 0.0.9, this is ");
  }

  @Test
  void checkThatHolds() throws IOException {
    assertRefused(
        replay(json("check paxos --acceptors 1 --ballots 1")),
        "there is no counterexample to replay: the verdict is 'holds', not 'violated'");
  }

  @Test
  void lastStateAloneCannotBeReplayed() throws IOException {
    String whole = json(SMALL);
    String last = whole.substring(whole.lastIndexOf("\"state\" :") + "\"state\" :".length());
    last = last.substring(0, last.indexOf("\"breaks\""));
    String alone =
        whole.substring(0, whole.indexOf("\"length\""))
            + "\"length\" : 0, \"shortest\" : false, \"initial\" : "
            + last
            + "\"trace\" : [ ]"
            + whole.substring(whole.indexOf("\n  },\n  \"seconds\""));
    assertRefused(replay(alone), "the check kept the last state only");
  }
}
