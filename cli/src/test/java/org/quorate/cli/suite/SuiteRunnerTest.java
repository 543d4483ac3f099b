package org.quorate.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.yaml.Position;
import org.quorate.models.Protocols;

class SuiteRunnerTest {

  /** A task that takes 20 ms to fail. */
  private record Crash() implements Task {

    @Override
    public String kind() {
      return "crash";
    }

    @Override
    public OptionalLong usualStates() {
      return OptionalLong.of(0);
    }

    @Override
    public Facts run(Share share, Watch watch) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("a bug");
    }
  }

  @Test
  void checkThatEndsByAnErrorHasEndedAndTookItsTime() {
    Check crash =
        new Check(new Position("s", 1, 1), "crash", new Crash(), Map.of(), Optional.empty());
    Check later =
        new SpecReader(Protocols.all(), "0")
            .parse("s", "checks: [{name: x, model: paxos, expect: {explored: 9}}]")
            .checks()
            .get(0);
    List<Integer> done = new ArrayList<>();
    SuiteRunner runner =
        new SuiteRunner(Share.all(), () -> false, (ended, check, now) -> done.add(ended));
    List<Result> results = runner.runUntilFailure(List.of(crash));
    assertThat(results.get(0).status()).isEqualTo(Result.Status.ERROR);
    assertThat(results.get(0).seconds()).isGreaterThanOrEqualTo(0.02);
    runner.run(List.of(later));
    assertThat(done).isNotEmpty().containsOnly(1);
  }
}
