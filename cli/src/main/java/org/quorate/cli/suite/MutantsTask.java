package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.cli.mutants.MutantRun;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.search.SearchOptions;

/**
 * Checks of a catalogue of mutants.
 *
 * @param runs one after the other
 * @param typed the command that shows them
 */
record MutantsTask(List<MutantRun> runs, String typed) implements Task {

  /** Catalogues take a second or two: longer than other checks that run beside each other. */
  private static final long USUAL_STATES = SuiteRunner.SMALL;

  @Override
  public String kind() {
    return "mutants";
  }

  @Override
  public OptionalLong usualStates() {
    return OptionalLong.of(USUAL_STATES);
  }

  @Override
  public Optional<String> command() {
    return Optional.of(typed);
  }

  @Override
  public Facts run(Share share, Watch watch) {
    List<String> surprises = new ArrayList<>();
    for (MutantRun run : runs) {
      MutantRun.Result result = run.run(options -> watch.over(limited(options, share)));
      if (result.isIncomplete()) {
        return Facts.of(Facts.INCOMPLETE, List.of(), List.of(said(result)));
      }
      if (!result.isAsExpected()) {
        surprises.add(said(result));
      }
    }
    return Facts.of(surprises.isEmpty() ? "as expected" : "not as expected", surprises, List.of());
  }

  private static SearchOptions limited(SearchOptions options, Share share) {
    return options.withStrategy(options.strategy(), share.threads()).withMemory(share.bytes());
  }

  private static String said(MutantRun.Result result) {
    MutantRun run = result.run();
    return "mutant %s at %s: expected '%s', found '%s'"
        .formatted(run.mutant().name(), run.at(), run.expected(), result.found());
  }
}
