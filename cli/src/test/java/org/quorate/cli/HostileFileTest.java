package org.quorate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cli.yaml.YamlReader;

/** Files that nobody should trust get one line and exit code 2, soon. */
@Timeout(60)
class HostileFileTest {

  private static final int MUTATIONS = 500;

  @TempDir private Path folder;

  private CommandLineRun replay(byte[] content) throws IOException {
    return CommandLineRun.of(
        "replay", Files.write(folder.resolve("file.yaml"), content).toString());
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    CommandLineRun run = replay(content);
    assertThat(run.err()).startsWith("error: ").contains(message).hasLineCount(1);
    assertThat(run.err()).doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private void assertRefused(String content, String message) throws IOException {
    assertRefused(content.getBytes(UTF_8), message);
  }

  @Test
  void billionLaughs() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      String last = "*a" + (i - 1);
      text.append("a%d: &a%d [%s, %s, %s]\n".formatted(i, i, last, last, last));
    }
    assertRefused(text.toString(), "file.yaml:1:5: anchors and aliases are not allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: *a", "a: &a {b: *a}", "&a b: c"})
  void anchorsAndAliases(String text) throws IOException {
    assertRefused(text, "file.yaml:1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: !!javax.script.ScriptEngineManager [x]",
        "model: !!str paxos",
        "!x model: paxos",
        "steps: !steps {}",
        "steps: ! [a]"
      })
  void tags(String text) throws IOException {
    assertRefused(text, "are not allowed; leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
  void deepNesting(String opening) throws IOException {
    assertRefused(opening.repeat(200_000), "file.yaml:1:");
  }

  @Test
  void depthIsBounded() throws IOException {
    int depth = YamlReader.MAX_DEPTH + 1;
    assertRefused(
        "steps: " + "[".repeat(depth) + "]".repeat(depth),
        "file.yaml:1:39: nested more than 32 deep");
  }

  @Test
  void tooLarge() throws IOException {
    assertRefused(new byte[YamlReader.MAX_BYTES + 1], "is larger than 16 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "x", "'", "[],", "- a\n", "? a\n"})
  void allOfOneKind(String piece) throws IOException {
    String text = piece.repeat(YamlReader.MAX_BYTES / piece.length());
    for (String start : List.of("model: ", "[")) {
      String whole = start + text.substring(0, text.length() - start.length());
      assertThat(replay(whole.getBytes(UTF_8)).exitCode()).isEqualTo(2);
    }
  }

  @Test
  void endlessFile() {
    CommandLineRun run = CommandLineRun.of("replay", "/dev/zero");
    assertThat(run.err()).contains("/dev/zero: the file is larger than 16 MiB");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void longNames() throws IOException {
    String name = "x".repeat(2_000_000);
    assertRefused("\"%s\": 1".formatted(name), "file.yaml:1:");
    assertRefused("model: " + name, "unknown model 'xxx");
    assertRefused("model: paxos\noptions: {ballots: %s}".formatted(name), "from 1 to 8");
  }

  @Test
  void noText() throws IOException {
    assertRefused(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}, "this is no text in UTF-8");
    assertRefused("a: b\0", "file.yaml:1:5: the character U+0000 cannot stand in a text");
    assertRefused("a: b\nc: \u001b[2J", "file.yaml:2:4: the character U+001B");
    assertRefused("# %s\na: \u0007".formatted("ü".repeat(5_000)), "file.yaml:2:4: the character");
  }

  @Test
  void errorsDoNotWriteToTheTerminal() throws IOException {
    assertRefused("\"\\e[31mmodel\\n\\u202e\": paxos", "unknown key '");
    assertRefused("model: \"pax\\nos\"", "unknown model 'pax\uFFFDos'");
    assertRefused("model: paxos\nsteps: []\nnone: \"\\e\"", "file.yaml:3:7: 'none' is shown");
  }

  @Test
  void byteOrderMarkIsNoError() throws IOException {
    assertThat(replay("\uFEFFmodel: paxos\nsteps: []\n".getBytes(UTF_8)).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "# nothing\n", "\n\n"})
  void nothing(String text) throws IOException {
    assertRefused(text, "file.yaml: the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n", "null", "paxos", "[]", "- model: paxos", "7"})
  void noMapping(String text) throws IOException {
    assertRefused(text, "expected a mapping with a scenario or a run, not ");
  }

  @Test
  void oddDocuments() throws IOException {
    assertRefused("model: paxos\n---\nmodel: paxos\n", "file.yaml:2:1: a second document");
    assertRefused("? [a]\n: b", "file.yaml:1:3: expected a word as a key, not a list");
    assertRefused("a: b: c", "file.yaml:1:5: this is neither YAML nor JSON");
    assertRefused("a:\n\t- b", "file.yaml:2:1: this is neither YAML nor JSON");
    assertRefused("%YAML 7.0\n---\na: b", "file.yaml");
    assertRefused("<<: {model: paxos}", "unknown key '<<'");
  }

  @Test
  void places() {
    CommandLineRun directory = CommandLineRun.of("replay", folder.toString());
    assertThat(directory.err()).contains(": this is a directory; give a file");
    assertThat(directory.exitCode()).isEqualTo(2);
    CommandLineRun missing = CommandLineRun.of("replay", folder.resolve("none.yaml").toString());
    assertThat(missing.err()).contains("none.yaml: there is no such file");
    assertThat(missing.exitCode()).isEqualTo(2);
    CommandLineRun impossible = CommandLineRun.of("replay", "a\0b");
    assertThat(impossible.err()).startsWith("error: ").contains("no name of a file");
    assertThat(impossible.exitCode()).isEqualTo(2);
  }

  /** Bytes of a true file replaced, dropped and doubled at random. */
  @Test
  void damagedFilesAreNeverAnInternalError() throws IOException {
    byte[] content = Files.readAllBytes(Path.of("../specs/seed/another-proposer.yaml"));
    String signs = "{}[]:,-?&*!|>'\"%@`#\\~ \n\t0x<";
    Random random = new Random(1);
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text = new StringBuilder(new String(content, ISO_8859_1));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int at = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, sign);
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, sign);
        }
      }
      CommandLineRun run = replay(text.toString().getBytes(ISO_8859_1));
      assertThat(run.exitCode()).as("%s%n%s", text, run.err()).isBetween(0, 2);
      if (run.exitCode() == 2) {
        assertThat(run.err()).hasLineCount(1).contains("file.yaml");
      }
    }
  }
}
