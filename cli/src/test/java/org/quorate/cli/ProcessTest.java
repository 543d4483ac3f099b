package org.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: what only the operating system sees. */
@Timeout(120)
class ProcessTest {

  @TempDir private Path folder;

  private Path out() {
    return command().out();
  }

  private Path err() {
    return command().err();
  }

  private CommandProcess command() {
    return new CommandProcess(folder);
  }

  private Process start(String... args) throws IOException {
    return command().start(Map.of(), args);
  }

  @Test
  void layoutReachesStandardOutput() throws Exception {
    assertThat(start("check", "paxos", "--layout").waitFor()).isZero();
    assertThat(out()).content(UTF_8).startsWith("27 bits in 1 word").contains("promised[a3]");
  }

  @Test
  void outputIsUtf8InEveryLocale() throws Exception {
    String[] args = {"check", "paxos", "--mutant", "forget-all", "--ballots", "2", "--no-progress"};
    assertThat(start(args).waitFor()).isEqualTo(1);
    assertThat(out()).content(UTF_8).contains(" · Promise ").contains("n_max[a1] – → 0");
    assertThat(err()).isEmptyFile();
  }

  @Test
  void errorsGoToStandardError() throws Exception {
    assertThat(start("check", "paxo").waitFor()).isEqualTo(2);
    assertThat(out()).isEmptyFile();
    assertThat(err()).content(UTF_8).contains("did you mean 'paxos'");
  }

  @Test
  void interruptEndsTheSearchWithItsReport() throws Exception {
    Process process = start("check", "paxos", "--ballots", "6", "--json", "-v");
    command().awaitProgress(process, " states  ");
    CommandProcess.interrupt(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(out()).content(UTF_8).contains("\"verdict\" : \"incomplete\"").endsWith("}\n");
  }

  @Test
  void interruptEndsTheSweepWithTheMapOfWhatIsFinished() throws Exception {
    Path map = folder.resolve("map.svg");
    Process process =
        start(
            "sweep",
            "paxos",
            "-k",
            "2",
            "-f",
            "0..4",
            "--ballots",
            "6",
            "-v",
            "--svg",
            map.toString());
    command().awaitProgress(process, " points  k = 2, f = 4: ");
    CommandProcess.interrupt(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(out()).content(UTF_8).contains("k = 2, f = 4: the search was interrupted");
    assertThat(out()).content(UTF_8).contains(": the sweep was interrupted before this point");
    assertThat(map).content(UTF_8).contains("url(#hatching)").endsWith("</svg>\n");
  }
}
