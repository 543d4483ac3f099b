package org.quorate.cli.mutants;

import java.util.List;
import java.util.Locale;
import org.quorate.report.CheckResult;
import org.quorate.report.Palette;

/** What came of a catalogue for people: a row for each check, and a summary. */
public final class MutantsText {

  /** As wide as the longest name of a mutant. */
  private static final int NAME_WIDTH = 25;

  private final Palette palette;

  /** A text in the given colours. */
  public MutantsText(Palette palette) {
    this.palette = palette;
  }

  /** The lines above the rows of a model, ending in a line break. */
  public String titles(String model) {
    return palette.strong(model)
        + "\n"
        + String.format(
            "  %-" + NAME_WIDTH + "s %-10s %-10s %5s %9s %7s  %s\n",
            "mutant",
            "expected",
            "found",
            "steps",
            "explored",
            "time",
            "at");
  }

  /** The row of a check, ending in a line break. */
  public String row(MutantRun.Result result) {
    MutantRun run = result.run();
    CheckResult check = result.check();
    String found = String.format(Locale.ROOT, "%-10s", result.found());
    return String.format(
        Locale.ROOT,
        "  %-" + NAME_WIDTH + "s %-10s %s %5s %,9d %6.2fs  %s\n",
        run.mutant().name(),
        run.expected(),
        result.isAsExpected() ? palette.good(found) : palette.bad(found),
        result.isCaught() ? check.counterexample().orElseThrow().trace().length() : "",
        check.search().explored(),
        check.search().seconds(),
        run.at());
  }

  /** The rows that are not as expected, and the summary; ending in a line break. */
  public String verdict(List<MutantRun.Result> results) {
    StringBuilder out = new StringBuilder();
    results.stream().filter(r -> !r.isAsExpected()).forEach(r -> out.append(row(r)));
    return out.append(summary(results)).toString();
  }

  /** How many checks are as expected, ending in a line break. */
  public String summary(List<MutantRun.Result> results) {
    long surprises = results.stream().filter(r -> !r.isAsExpected()).count();
    return "%d checks, %s\n"
        .formatted(
            results.size(),
            surprises == 0
                ? palette.good("all as expected")
                : palette.bad(surprises + " not as expected"));
  }
}
