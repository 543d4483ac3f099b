package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much commands say, and with which signs. */
@Timeout(120)
class OutputArgumentsTest {

  private static final String RUN = "../specs/seed/another-proposer.yaml";
  private static final String ESCAPE = "\u001b";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check paxos --ballots 2                 | HOLDS  agreement, validity",
        "check paxos --mutant choose-lowest      | VIOLATED  agreement: no two different",
        "check paxos --max-states 9              | INCOMPLETE  the limit on states",
        "quorum -k 3 -f 1                        | SAFE AND AVAILABLE  q = 3",
        "quorum -k 3..4 -f 1                     | '  2 points: 2 safe and available'",
        "quorum -k 3 --prove                     | k = 3, every f ≥ 1: safe and available",
        "replay " + RUN + "                      | AS EXPECTED  agreement fails",
        "sweep pbft -k 3 -f 1 --views 1          | '  1 point: 1 safe and live'",
      })
  void quietIsTheVerdictAlone(String command, String verdict) {
    CommandLineRun run = CommandLineRun.words(command + " -q");
    assertThat(run.out()).startsWith(verdict);
    assertThat(run.out().lines().count()).isLessThanOrEqualTo(2);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void quietSuiteSaysWhatIsNotAsExpected() throws IOException {
    SuiteRun suite = new SuiteRun(folder);
    assertThat(suite.of(SuiteRun.GOOD, "-q").out()).matches("1 check: 1 ok; .*\n");
    CommandLineRun failed = suite.of(SuiteRun.GOOD.replace("443", "444"), "-q");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out())
        .startsWith("  failed      small ")
        .contains("explored: expected 444, found 443")
        .containsPattern("\n1 check: 1 failed; .*\n$");
  }

  @Test
  void verboseSuiteSaysWhatToTypeForEachCheck() throws IOException {
    assertThat(new SuiteRun(folder).of(SuiteRun.GOOD, "-v").err())
        .containsPattern(" threads?, ")
        .contains("\n  small  quorate check paxos --ballots 2\n");
  }

  @Test
  void verboseTableShowsEachPointInFull() {
    CommandLineRun run = CommandLineRun.words("quorum -k 2..3 -f 1 -v");
    assertThat(run.out()).contains("k = 2, f = 1, n = 3").contains("k = 3, f = 1, n = 4");
  }

  @Test
  void verboseSaysOnStderrWhatWasConfigured() {
    CommandLineRun plain = CommandLineRun.words("check paxos --ballots 2 --threads 1 --json");
    CommandLineRun run =
        CommandLineRun.words("check paxos --ballots 2 --threads 1 --json -v --timeout 90s");
    assertThat(run.err())
        .contains("options     acceptors 3, f 1, ballots 2, values 2")
        .contains("state       18 bits in 1 word")
        .contains("symmetry    acceptors, values: order 12")
        .contains("search      bfs, 1 thread, exact store")
        .contains("limits      memory ")
        .contains(", time 1m30s");
    assertThat(withoutTimes(run.out())).isEqualTo(withoutTimes(plain.out()));
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("\"(seconds|peakMemoryBytes)\" : [0-9.]+", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep pbft -k 3 -f 1 --views 1 | k = 3, f = 1",
        "replay " + RUN + "             | steps       12",
        "quorum -k 3 --prove            | (check-sat)",
      })
  void verboseSaysMore(String command, String more) {
    assertThat(CommandLineRun.words(command).err()).isEmpty();
    assertThat(CommandLineRun.words(command + " -v").err()).contains(more);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check paxos",
        "sweep paxos",
        "suite ../specs",
        "mutants",
        "replay " + RUN,
        "quorum"
      })
  void quietAndVerboseContradictEachOther(String command) {
    CommandLineRun run = CommandLineRun.words(command + " --quiet --verbose");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("error: --quiet, --verbose are mutually exclusive");
  }

  /** Long enough for some progress. */
  private static String[] longRun(String... more) {
    Stream<String> run = Stream.of("check", "paxos", "--ballots", "6", "--timeout", "3s");
    return Stream.concat(run, Stream.of(more)).toArray(String[]::new);
  }

  private Process start(Map<String, String> environment, String... args) throws IOException {
    return new CommandProcess(folder).start(environment, args);
  }

  private String out() throws IOException {
    return Files.readString(new CommandProcess(folder).out(), UTF_8);
  }

  private String err() throws IOException {
    return Files.readString(new CommandProcess(folder).err(), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "'CLICOLOR_FORCE=1 TERM=dumb',             true",
    "'CLICOLOR_FORCE=1 NO_COLOR=1',            false",
    "TERM=xterm,                               false",
  })
  void coloursFollowTheEnvironment(String variables, boolean coloured) throws Exception {
    start(environment(variables), "check", "paxos", "--ballots", "1").waitFor();
    assertThat(out().contains(ESCAPE)).isEqualTo(coloured);
    start(environment(variables), "check", "nothing").waitFor();
    assertThat(err().contains(ESCAPE)).isEqualTo(coloured);
  }

  @ParameterizedTest
  @CsvSource({"TERM=xterm, true", "TERM=dumb, false", "'TERM=xterm NO_COLOR=1', false"})
  void coloursFollowTheTerminal(String variables, boolean coloured) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script of util-linux");
    Process process =
        new CommandProcess(folder)
            .startInTerminal(environment(variables), "check", "paxos", "--help");
    assertThat(process.waitFor()).isZero();
    assertThat(out()).contains("--quiet");
    assertThat(out().contains(ESCAPE)).isEqualTo(coloured);
  }

  private static Map<String, String> environment(String variables) {
    return Splitter.on(' ').withKeyValueSeparator('=').split(variables);
  }

  @Test
  void progressIsWrittenOverOnATerminal() throws Exception {
    new CommandProcess(folder)
        .startWithTerminalOnStderr(Map.of("TERM", "xterm", "NO_COLOR", "1"), longRun())
        .waitFor();
    assertThat(err()).startsWith("\r" + ESCAPE + "[K").endsWith("\r" + ESCAPE + "[K");
  }

  @Test
  void progressOfADumbTerminalIsLines() throws Exception {
    new CommandProcess(folder)
        .startWithTerminalOnStderr(Map.of("TERM", "dumb"), longRun())
        .waitFor();
    assertThat(err()).matches("\\d s  \\S+ states  .*\n");
  }

  @Test
  void progressInAFileIsLines() throws Exception {
    start(Map.of(), longRun()).waitFor();
    assertThat(err()).containsPattern("(?m)^\\d s  \\S+ states  ").doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--no-progress"})
  void progressCanBeSwitchedOff(String option) throws Exception {
    new CommandProcess(folder)
        .startWithTerminalOnStderr(Map.of("TERM", "xterm"), longRun(option))
        .waitFor();
    assertThat(err()).isEmpty();
  }
}
