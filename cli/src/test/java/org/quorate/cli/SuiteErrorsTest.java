package org.quorate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad spec files get one line with file, line, column and what would be right. */
class SuiteErrorsTest {

  private static final int MUTATIONS = 300;

  @TempDir private Path folder;

  private CommandLineRun run(String content) throws IOException {
    return new SuiteRun(folder).of(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chekcs: []                                | 1:1: unknown key 'chekcs' of a spec file (did"
            + " you mean 'checks'?)",
        "checks: []                                | 1:9: there is no check in it",
        "checks: {}                                | 1:9: expected a list of checks, not a mapping",
        "checks: [x]                               | 1:10: expected a mapping with a check, not"
            + " 'x'",
        "checks: [{model: paxos}]                  | 1:10: the key 'name' is missing",
        "checks: [{name: x}]                       | 1:10: a check has one of model, quorum,"
            + " mutants, replay; this has none",
        "checks: [{name: x, model: paxos, quorum: {}}] | 1:10: a check has one of model, quorum,"
            + " mutants, replay; this has model and quorum",
        "checks: [{name: , model: paxos}]          | 1:16: the name of a check is a line of",
        "checks: [{name: x, model: paxo}]          | 1:27: unknown model 'paxo' (did you mean"
            + " 'paxos'?)",
        "checks: [{name: x, modle: paxos}]         | 1:20: unknown key 'modle' of a check (did you"
            + " mean 'model'?)",
        "checks: [{name: x, model: paxos, options: {acceptor: 3}}] | 1:44: unknown option"
            + " 'acceptor' of paxos (did you mean 'acceptors'?)",
        "checks: [{name: x, model: paxos, options: {acceptors: 99}}] | 1:44: acceptors must be a"
            + " whole number from 1 to 12, not '99'",
        "checks: [{name: x, model: paxos, search: {thread: 1}}] | 1:43: unknown option 'thread' of"
            + " search (did you mean 'threads'?)",
        "checks: [{name: x, model: paxos, search: {threads: two}}] | 1:52: Invalid value for option"
            + " 'threads'",
        "checks: [{name: x, model: paxos, search: {strategy: dfs, threads: 2}}] | 1:42: depth-first"
            + " search uses one thread",
        "checks: [{name: x, model: paxos, search: {symmetry: [acceptor]}}] | 1:53: unknown symmetry"
            + " 'acceptor'; this model has: acceptors, values",
        "checks: [{name: x, model: paxos, search: {timeout: soon}}] | 1:52: timeout takes a"
            + " duration",
        "checks: [{name: x, model: paxos, expect: {explroed: 3}}] | 1:43: unknown key 'explroed' of"
            + " expect (did you mean 'explored'?)",
        "checks: [{name: x, model: paxos, expect: {explored: many}}] | 1:53: expected a whole"
            + " number, not 'many'",
        "checks: [{name: x, model: paxos, expect: {explored: 1,000}}] | 1:55: ",
        "checks: [{name: x, model: paxos, expect: {verdict: hold}}] | 1:52: unknown verdict 'hold'"
            + " (did you mean 'holds'?)",
        "checks: [{name: x, model: paxos, expect: {invariant: agrement}}] | 1:54: unknown invariant"
            + " 'agrement' (did you mean 'agreement'?)",
        "checks: [{name: x, model: paxos, expect: {goals: {decide: true}}}] | 1:51: unknown goal"
            + " 'decide' of the model (did you mean 'decided'?)",
        "checks: [{name: x, model: paxos, expect: {goals: {decided: yes}}}] | 1:60: unknown value"
            + " 'yes'",
        "checks: [{name: x, model: paxos, expect: {verdict: holds, length: 3}}] | 1:67: 'length'"
            + " goes with the verdict 'violated', not 'holds'",
        "checks: [{name: x, model: paxos, search: {strategy: dfs}, expect: {depth: 3}}] | 1:75:"
            + " 'depth' cannot be expected: depth-first search does not find it out",
        "checks: [{name: x, quorum: {q: 3}}]       | 1:29: unknown option 'q' of quorum",
        "checks: [{name: x, quorum: {k: 3, n: 4}}] | 1:28: give either n, or k (n = k·f + 1); not"
            + " both",
        "checks: [{name: x, quorum: {quorum: 2*}}] | 1:37: ",
        "checks: [{name: x, quorum: {k: 3..}}]     | 1:32: k 3.. has no end;"
            + " give one; 'quorate quorum --prove' takes all",
        "checks: [{name: x, quorum: {system: no.yaml}}] | s.yaml:1:37: no.yaml: there is no such"
            + " file",
        "checks: [{name: x, quorum: {}, options: {}}] | 1:32: unknown key 'options' of a check of"
            + " 'quorum'",
        "checks: [{name: x, quorum: {}, expect: {explored: 1}}] | 1:41: unknown key 'explored' of"
            + " expect",
        "checks: [{name: x, quorum: {}, expect: {verdict: safe}}] | 1:50: unknown verdict 'safe'",
        "checks: [{name: x, mutants: pax}]         | 1:29: unknown model 'pax' (did you mean"
            + " 'paxos'?)",
        "checks: [{name: x, mutants: {model: paxos, mutant: forget}}] | 1:52: unknown mutant"
            + " 'forget'",
        "checks: [{name: x, mutants: paxos, expect: {}}] | 1:36: unknown key 'expect' of a check of"
            + " 'mutants'",
        "checks: [{name: x, replay: no.yaml}]      | s.yaml:1:28: no.yaml: there is no such file",
        "checks: [{name: x, mutants: paxos}, {name: x, mutants: pbft}] | 1:44: there is a check 'x'"
            + " already, in line 1",
        "checks: &a []                             | 1:9: anchors and aliases are not allowed",
        "checks: !!seq []                          | 1:9: tags such as",
        "quorums: majority of all                  | 1:1: this describes quorums, and says nothing"
            + " of what must come of them",
      })
  void badFiles(String content, String message) throws IOException {
    CommandLineRun run = run(content);
    assertThat(run.err()).startsWith("error: ").contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void paths() {
    CommandLineRun missing = CommandLineRun.of("suite", folder.resolve("no").toString());
    assertThat(missing.err()).contains("there is no such file or folder");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("suite", "a\0b").err()).contains("no name of a file");
    assertThat(CommandLineRun.of("suite").exitCode()).isEqualTo(2);
  }

  @Test
  void xmlThatCannotBeWrittenIsSaid() throws IOException {
    CommandLineRun run =
        new SuiteRun(folder).of(SuiteRun.GOOD, "--junit-xml", folder + "/no/such/file.xml");
    assertThat(run.err()).contains("cannot write").contains("there is no such folder");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** Bytes of a true file replaced, dropped and doubled at random. */
  @Test
  @Timeout(120)
  void damagedFilesAreNeverAnInternalError() throws IOException {
    String content = Files.readString(Path.of("../specs/quorums.yaml"), ISO_8859_1);
    String signs = "{}[]:,-?&*!|>'\"%@`#\\~ \n\t0x<";
    Random random = new Random(1);
    for (int i = 0; i < MUTATIONS; i++) {
      StringBuilder text = new StringBuilder(content);
      int at = random.nextInt(text.length());
      text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
      CommandLineRun run = CommandLineRun.of("suite", "--list", write(text.toString()).toString());
      assertThat(run.exitCode()).as("%s%n%s", text, run.err()).isIn(0, 2);
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("d.yaml"), text, ISO_8859_1);
  }
}
