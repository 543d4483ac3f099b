package org.quorate.cli.suite;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.cli.options.Flags;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.replay.Scenario;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.model.Model.Finding;
import org.quorate.report.ReplayResult;

/**
 * A run to execute; what must come of it, its file says: of a record, just what it records.
 *
 * @param file the file
 * @param scenario the run, to be executed once
 */
record ReplayTask(String file, Scenario scenario) implements Task {

  @Override
  public String kind() {
    return "replay";
  }

  @Override
  public OptionalLong usualStates() {
    return OptionalLong.of(scenario.steps().size());
  }

  @Override
  public Optional<String> command() {
    return Optional.of("quorate replay " + Flags.quoted(file));
  }

  @Override
  public Facts run(Share share, Watch watch) {
    ReplayResult result;
    try {
      result = scenario.run();
    } catch (BadFileException e) {
      return Facts.of("impossible", List.of(String.valueOf(e.getMessage())), List.of());
    }
    String verdict = result.holds() ? "holds" : "violated";
    List<String> surprises =
        scenario.isRecord() || result.asExpected()
            ? List.of()
            : List.of(
                "%s expects '%s', found '%s'"
                    .formatted(
                        file,
                        result.expected().orElse(ReplayResult.HOLDS),
                        result.failure().map(Finding::invariant).orElse(ReplayResult.HOLDS)));
    return Facts.of(verdict, surprises, List.of());
  }
}
