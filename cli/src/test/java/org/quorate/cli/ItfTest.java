package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Protocol;

/** Runs in the Informal Trace Format: as its schema says, and as replay takes them. */
class ItfTest {

  private static final String SMALL = "check paxos --mutant skip-phase1 --acceptors 2 --ballots 2";

  private static final Schema SCHEMA = schema();

  @TempDir private Path folder;

  private Path file;

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("../specs/itf.schema.json")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void nameFile() {
    file = folder.resolve("run.itf.json");
  }

  private String itf(String command) throws IOException {
    CommandLineRun.words(command + " --trace-itf " + file);
    return Files.readString(file);
  }

  private CommandLineRun replay(String text) throws IOException {
    return CommandLineRun.of("replay", Files.writeString(file, text).toString());
  }

  private static void assertValid(String text) {
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
  }

  private void assertReplays(String text, int exitCode) throws IOException {
    Path again = folder.resolve("again.itf.json");
    Files.writeString(file, text);
    CommandLineRun run =
        CommandLineRun.of("replay", file.toString(), "--trace-itf", again.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(again).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SMALL,
        "check paxos --acceptors 4 --byzantine 1 --quorum 2 --ballots 2",
        "check paxos --ballots 1 --ballot-names 5 --value-names 8,2 --proposers-per-ballot 2",
        "check paxos --ballots 1 --ballot-names 05 --proposers-per-ballot 2",
        "check paxos --quorum 1 --ballots 2 --strategy dfs",
        "check multipaxos --mutant single-register --slots 2 --ballots 1",
        "check pbft -k 4 -f 1 --views 1 --quorum 2*f+1",
        "check pbft --views 2 --slots 2 --values 1 --view-change-quorum 2",
      })
  void counterexampleIsValidAndReplays(String command) throws IOException {
    String text = itf(command);
    assertValid(text);
    assertReplays(text, 1);
  }

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../specs/seed"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenarioIsValidAndReplays(Path scenario) throws IOException {
    String text = itf("replay " + scenario);
    assertValid(text);
    assertReplays(text, text.contains("\"invariant\" : null") ? 0 : 1);
  }

  @Test
  void modelWithoutLifelines() throws IOException {
    List<Protocol> counter = List.of(new StubProtocol(() -> {}, 6, List.of()));
    CommandLineRun.of(counter, "check", "counter", "--trace-itf", file.toString());
    String text = Files.readString(file);
    assertValid(text);
    assertThat(text)
        .contains(
            "\"#meta\" : {\"index\":7,\"action\":\"Count\",\"arguments\":{},\"breaks\":[],"
                + "\"violates\":[\"bounded\"]},\n    \"count\" : 7\n  } ]\n}");
    assertThat(CommandLineRun.of(counter, "replay", file.toString()).out())
        .contains("VIOLATED  bounded");
  }

  @Test
  void valuesAreSpelledAsTheFormatSays() throws IOException {
    assertThat(itf("check paxos --ballots 1 --proposers-per-ballot 2"))
        .contains(
            "\"vars\" : [\"x_last\",\"n_last\",\"n_max\",\"1a\",\"1b\",\"2a\",\"2b\",\"chosen\"]")
        .contains("\"n_max\" : {\"#map\":[[\"a1\",{\"#tup\":[]}],[\"a2\",{\"#tup\":[]}]")
        .contains("\"1a\" : {\"#set\":[0]}")
        .contains("\"2a\" : {\"#map\":[[0,{\"#set\":[\"v1\",\"v2\"]}]]}")
        .contains("\"arguments\":{\"ballot\":0,\"value\":\"v1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"#set\":[\"0:v1\",\"1:v2\"]} | {\"#set\":[\"1:v2\",\"0:v1\"]}",
        "[[0,{\"#set\":[]}],[1,{\"#set\":[]}]] | [[1,{\"#set\":[]}],[0,{\"#set\":[]}]]",
        "[\"a1\",0] | [\"a1\",{\"#bigint\":\"0\"}]",
        "\"ballot\":0 | \"ballot\":{\"#bigint\":\"0\"}",
      })
  void otherSpellingsOfTheSameRun(String one, String other) throws IOException {
    String text = itf(SMALL);
    assertThat(text).contains(one);
    String respelled = text.replace(one, other);
    assertValid(respelled);
    assertThat(replay(respelled).exitCode()).isEqualTo(1);
  }

  @Test
  void everyAlteredValueOfTheRunIsFound() throws IOException {
    String whole = itf(SMALL);
    for (JsonLeaf leaf : JsonLeaf.of(whole)) {
      CommandLineRun run = replay(leaf.altered(whole));
      boolean checked =
          leaf.path().matches("/(vars|states)/.*|/#meta/(tool|model|invariant|explanation)");
      assertThat(run.exitCode()).as("%s: %s", leaf, run.err()).isBetween(1, 2);
      if (checked) {
        assertThat(run.exitCode()).as("%s: %s", leaf, run.err()).isEqualTo(2);
        assertThat(run.err()).containsPattern("run.itf.json:\\d+:\\d+: ").hasLineCount(1);
      }
    }
  }

  @Test
  void truncatedFileIsRefusedWhereverItEnds() throws IOException {
    String whole = itf(SMALL);
    for (int length = 0; length < whole.lastIndexOf('}'); length += 61) {
      CommandLineRun run = replay(whole.substring(0, length));
      assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1).contains("run.itf.json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"tool\" : \"quorate\" | \"tool\" : \"apalache\" | 6:14: this was written by 'apalache',"
            + " not by quorate",
        "\"tool\" : \"quorate\", | ~~ | the key 'tool' is missing",
        "\"vars\" : [\"x_last\", | \"loop\" : 0, \"vars\" : [\"x_last\", | unknown key 'loop' of a"
            + " trace that can be replayed",
        "\"vars\" : [\"x_last\", | \"vars\" : [ | 24:12: the variables are x_last, n_last",
        "\"#meta\" : {\"index\":1, | \"#meta\" : {\"index\":2, | the index of the state is '1', not"
            + " '2'",
        "\"action\":\"Propose\" | \"action\":\"Propoze\" | unknown action 'Propoze' (did you mean"
            + " 'Propose'?)",
        "{\"#set\":[]} | {\"#sets\":[]} | unknown form of a value '#sets' (did you mean '#set'?)",
        "{\"#set\":[]} | {\"#set\":[], \"more\":1} | unknown key 'more' of a value with #set",
        "{\"#tup\":[]} | null | this format has no null; no value is {\"#tup\": []}",
        "{\"#tup\":[]} | {\"#bigint\":\"1e9\"} | '1e9' is no whole number",
        "[\"a1\",{\"#tup\":[]}] | [\"a1\"] | a pair of a #map has 2 items, not 1",
        "[\"a1\",{\"#tup\":[]}] | [\"a2\",0] | the index 'a2' is there already",
        "\"1a\" : {\"#set\":[]} | \"1a\" : {\"#set\":[1]} | initially 1a is [], not [1]",
        "\"index\":2,\"action\":\"Accept\" | \"index\":2,\"action\":\"Prepare\" | unknown argument"
            + " 'acceptor' of Prepare",
      })
  void alteredFileSaysWhatIsWrong(String right, String wrong, String message) throws IOException {
    String whole = itf(SMALL);
    assertThat(whole).contains(right);
    CommandLineRun run = replay(whole.replace(right, wrong));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("run.itf.json:", message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void runWithoutItsLastStateIsFound() throws IOException {
    String whole = itf(SMALL);
    String shorter = whole.substring(0, whole.lastIndexOf(", {\n    \"#meta\"")) + " ]\n}\n";
    assertValid(shorter);
    assertThat(replay(shorter).err()).contains("'invariant' is nothing: no invariant fails");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"vars\": [\"x\"]}",
        "{\"vars\": [\"#x\"], \"states\": []}",
        "{\"vars\": [\"x\", \"x\"], \"states\": []}",
        "{\"vars\": [], \"states\": [], \"loop\": -1}",
        "{\"vars\": [], \"states\": [], \"more\": 1}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": null}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": 0.5}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": 9007199254740992}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#bigint\": 1}}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#map\": [[1]]}}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#set\": [], \"a\": 1}}]}",
        "{\"vars\": [\"x\"], \"states\": [{\"x\": {\"#sets\": []}}]}",
        "{\"#meta\": {\"tool\": \"quorate\"}, \"vars\": [], \"states\": []}",
      })
  void schemaRefusesWhatIsNoTrace(String text) {
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void schemaTakesTracesOfOtherTools() {
    assertValid("{\"vars\": [], \"states\": []}");
    assertValid(
        """
        {"#meta": {"source": "Other.tla"}, "params": ["N"], "vars": ["x"], "loop": 0, "states": [
          {"N": {"#bigint": "-12345678901234567890"}, "x": {"#tup": [true, "a", 1]}},
          {"#meta": {"index": 1}, "x": {"f": [], "g": {"#map": [[{"#set": [1]}, {}]]}}}]}
        """);
  }

  @Test
  void whereNothingFailsNothingIsWritten() {
    CommandLineRun run = CommandLineRun.words("check paxos --ballots 1 --trace-itf " + file);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("there is no run: no trace was written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoThingsInOneFileAreRefused() {
    CommandLineRun run =
        CommandLineRun.words(SMALL + " --trace-itf %s --trace-svg %s".formatted(file, file));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("two things cannot be written to the same file");
  }
}
