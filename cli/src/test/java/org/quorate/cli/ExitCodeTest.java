package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;

class ExitCodeTest {

  @Test
  void exceptionInAModelIsNeverAVerdict() {
    Protocol crashing =
        new StubProtocol(
            () -> {
              throw new IllegalStateException("a bug in the model");
            },
            9,
            List.of());
    CommandLineRun run = CommandLineRun.of(List.of(crashing), "check", "counter");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("there is no verdict")
        .contains("action Count: a bug in the model\nin the state\n  count  0\n");
  }

  @Test
  void errorInAModelIsNeverAVerdict() {
    Protocol crashing =
        new StubProtocol(
            () -> {
              throw new AssertionError("a range check");
            },
            9,
            List.of());
    CommandLineRun run = CommandLineRun.of(List.of(crashing), "check", "counter");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("a range check");
  }

  @Test
  void outOfMemoryIsIncomplete() {
    Protocol greedy =
        new StubProtocol(
            () -> {
              throw new OutOfMemoryError("no more");
            },
            9,
            List.of());
    CommandLineRun run = CommandLineRun.of(List.of(greedy), "check", "counter");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("memory limit").contains("1 explored");
  }

  @Test
  void mutantThatIsNotCaughtFailsTheCatalogue() {
    Mutant dud = new Mutant("dud", false, "nothing", "nowhere", List.of(Map.of()), List.of());
    CommandLineRun run =
        CommandLineRun.of(List.of(new StubProtocol(() -> {}, 9, List.of(dud))), "mutants");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("1 not as expected");
  }

  @Test
  void controlThatFailsFailsTheCatalogue() {
    Mutant control = new Mutant("control", true, "safe", "nowhere", List.of(), List.of(Map.of()));
    CommandLineRun run =
        CommandLineRun.of(List.of(new StubProtocol(() -> {}, 8, List.of(control))), "mutants");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("violated");
  }
}
