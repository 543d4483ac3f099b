package org.quorate.report;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.model.Goal;
import org.quorate.search.Verdict;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/** A check's result for people: the verdict first, then the counts, then the counterexample. */
public final class TextReport {

  /** What stands for no value. */
  public static final String NONE = "–";

  private final Palette palette;

  /** A report in the given colours. */
  public TextReport(Palette palette) {
    this.palette = palette;
  }

  /** The report, ending in a line break. */
  public String write(CheckResult result) {
    StringBuilder out = new StringBuilder();
    out.append(heading(palette, result.model(), result.parameters()));
    out.append('\n').append(verdict(result));
    result.counterexample().ifPresent(c -> out.append(counterexample(c)));
    out.append('\n').append(counts(result));
    return out.toString();
  }

  /** The verdict alone, with what its reader must know, ending in a line break. */
  public String verdict(CheckResult result) {
    StringBuilder out = new StringBuilder(answer(result)).append('\n');
    for (String note : result.notes()) {
      out.append("  ").append(palette.warning("note")).append("  ").append(note).append('\n');
    }
    return out.toString();
  }

  /** The line that says what this is about. */
  static String heading(Palette palette, String model, Map<String, Object> parameters) {
    return (palette.strong(model) + "  " + parameters(parameters)).stripTrailing() + "\n";
  }

  /** The parameters of a model in one line. */
  static String parameters(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + " " + p.getValue())
        .collect(Collectors.joining(", "));
  }

  private String answer(CheckResult result) {
    String verdict = result.outcome().name();
    String word =
        switch (result.outcome()) {
          case HOLDS -> palette.good(verdict);
          case VIOLATED -> palette.bad(verdict);
          case INCOMPLETE -> palette.warning(verdict);
        };
    return word + "  " + meaning(result) + dull(result);
  }

  private String dull(CheckResult result) {
    return dullness(result)
        .map(but -> "\n  %s %s".formatted(palette.warning("but"), but))
        .orElse("");
  }

  /** What a verdict is worth whose goals are out of reach: the first one says it all. */
  static Optional<String> dullness(CheckResult result) {
    return result.outcome() == CheckResult.Outcome.HOLDS
        ? result.missedGoals().stream().findFirst().map(Goal::otherwise)
        : Optional.empty();
  }

  /** What the verdict says, to be read after it. */
  static String meaning(CheckResult result) {
    return switch (result.outcome()) {
      case HOLDS -> String.join(", ", result.invariants()) + " in every reachable state";
      case VIOLATED -> {
        Counterexample c = result.counterexample().orElseThrow();
        yield "%s: %s".formatted(c.invariant(), c.meaning());
      }
      case INCOMPLETE -> {
        Verdict.Incomplete incomplete = (Verdict.Incomplete) result.search().verdict();
        yield incomplete.limit().reason() + "; nothing failed in the states visited so far";
      }
    };
  }

  /** A counterexample, beginning with an empty line and ending in a line break. */
  public String counterexample(Counterexample c) {
    Trace trace = c.trace();
    String explanation = "\n  " + c.explanation() + "\n";
    if (trace.steps().isEmpty()) {
      return explanation;
    }
    TextTrace text = new TextTrace(palette, new ViewTable(NONE), List.of());
    return "%s\n  %s\n\n%s\n%s"
        .formatted(
            explanation, palette.strong(Fact.length(c)), text.steps(trace), text.lastState(trace));
  }

  private String counts(CheckResult result) {
    return Fact.of(result).stream()
        .map(f -> "  %s%s\n".formatted(palette.faint(Strings.padEnd(f.label(), 12, ' ')), f.text()))
        .collect(Collectors.joining());
  }

  /** A number of bytes in the unit that gives one to four digits. */
  public static String bytes(long n) {
    return Fact.bytes(n);
  }
}
