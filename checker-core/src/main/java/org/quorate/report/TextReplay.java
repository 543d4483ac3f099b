package org.quorate.report;

import java.util.Optional;
import org.quorate.model.Model.Finding;

/** A replayed run for people: each step with the registers after it, then the verdict. */
public final class TextReplay {

  private final Palette palette;
  private final ViewTable table;

  /**
   * A report in the given colours.
   *
   * @param none what stands for no value
   */
  public TextReplay(Palette palette, String none) {
    this.palette = palette;
    this.table = new ViewTable(none);
  }

  /** The report, ending in a line break. */
  public String write(ReplayResult result) {
    TextTrace text = new TextTrace(palette, table, result.trace().registers());
    return TextReport.heading(palette, result.model(), result.parameters())
        + "\n"
        + text.steps(result.trace())
        + "\n"
        + text.lastState(result.trace())
        + "\n"
        + verdict(result);
  }

  /** The verdict alone, with why something fails, ending in a line break. */
  public String verdict(ReplayResult result) {
    Optional<Finding> failure =
        result.expected().flatMap(result::failure).or(() -> result.failure());
    return result.expected().map(e -> expectation(result, e)).orElse(outcome(result))
        + "\n"
        + failure.map(f -> "  " + f.explanation() + "\n").orElse("");
  }

  private String outcome(ReplayResult result) {
    return result
        .failure()
        .map(f -> palette.bad("VIOLATED") + "  " + f.invariant() + ": " + f.meaning())
        .orElseGet(() -> palette.good("HOLDS") + "  " + holding(result));
  }

  private static String holding(ReplayResult result) {
    return "%s in each of the %d states of this run"
        .formatted(String.join(", ", result.invariants()), result.trace().length() + 1);
  }

  private String expectation(ReplayResult result, String expected) {
    Optional<Finding> failure =
        expected.equals(ReplayResult.HOLDS) ? result.failure() : result.failure(expected);
    String found = failure.map(TextReplay::failing).orElse(holding(expected, result));
    return result.asExpected()
        ? palette.good("AS EXPECTED") + "  " + found
        : "%s  expected: %s; but %s".formatted(palette.bad("NOT AS EXPECTED"), expected, found);
  }

  private static String holding(String expected, ReplayResult result) {
    return expected.equals(ReplayResult.HOLDS)
        ? holding(result)
        : expected + " holds after the last step";
  }

  private static String failing(Finding failure) {
    return failure.invariant() + " fails: " + failure.meaning();
  }
}
