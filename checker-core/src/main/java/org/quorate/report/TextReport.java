package org.quorate.report;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.store.StateStore;
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
    out.append('\n').append(verdict(result)).append('\n');
    for (String note : result.notes()) {
      out.append("  ").append(palette.warning("note")).append("  ").append(note).append('\n');
    }
    result.counterexample().ifPresent(c -> out.append(counterexample(c)));
    out.append('\n').append(counts(result));
    return out.toString();
  }

  /** The line that says what this is about. */
  static String heading(Palette palette, String model, Map<String, Object> parameters) {
    return parameters.entrySet().stream()
            .map(p -> p.getKey() + " " + p.getValue())
            .collect(Collectors.joining(", ", palette.strong(model) + "  ", ""))
            .stripTrailing()
        + "\n";
  }

  private String verdict(CheckResult result) {
    String invariants = String.join(", ", result.invariants());
    return switch (result.outcome()) {
      case HOLDS ->
          palette.good("HOLDS") + "  " + invariants + " in every reachable state" + dull(result);
      case VIOLATED -> palette.bad("VIOLATED") + "  " + violated(result);
      case INCOMPLETE -> {
        Verdict.Incomplete incomplete = (Verdict.Incomplete) result.search().verdict();
        yield palette.warning("INCOMPLETE")
            + "  "
            + incomplete.limit().reason()
            + "; nothing failed in the states visited so far";
      }
    };
  }

  /** What a verdict is worth whose goals are out of reach: the first one says it all. */
  private String dull(CheckResult result) {
    return result.missedGoals().stream()
        .findFirst()
        .map(goal -> "\n  %s %s".formatted(palette.warning("but"), goal.otherwise()))
        .orElse("");
  }

  private static String violated(CheckResult result) {
    Counterexample c = result.counterexample().orElseThrow();
    return "%s: %s".formatted(c.invariant(), c.meaning());
  }

  private String counterexample(Counterexample c) {
    Trace trace = c.trace();
    String explanation = "\n  " + c.explanation() + "\n";
    if (trace.steps().isEmpty()) {
      return explanation;
    }
    TextTrace text = new TextTrace(palette, new ViewTable(NONE), List.of());
    String length = trace.length() == 1 ? "1 step" : trace.length() + " steps";
    return "%s\n  %s%s\n\n%s\n%s"
        .formatted(
            explanation,
            palette.strong(length),
            c.shortest() ? ", and no run is shorter" : ", not the shortest",
            text.steps(trace),
            text.lastState(trace));
  }

  private String counts(CheckResult result) {
    SearchResult search = result.search();
    StringBuilder out = new StringBuilder();
    List<String> symmetry = result.options().symmetry().descriptions();
    String up =
        symmetry.isEmpty() ? "no symmetry" : "up to renaming " + String.join(" and ", symmetry);
    line(
        out,
        "states",
        "%s explored %s, representing %s"
            .formatted(number(search.explored()), up, number(search.represented())));
    result.partition().ifPresent(by -> line(out, by, classes(search)));
    line(out, "transitions", number(search.transitions()) + "  " + fired(search.fired()));
    String depth =
        search.depth().isPresent()
            ? search.depth().getAsInt() + " steps to the farthest state" + soFar(search)
            : "not known: depth-first search";
    line(out, "depth", depth);
    search.goals().forEach((goal, reached) -> line(out, "goal", goal + goal(result, reached)));
    line(out, "exact", exact(search));
    line(
        out,
        "run",
        "%s, %d thread%s, %.2f s, %s"
            .formatted(
                result.options().strategy().name().toLowerCase(Locale.ROOT),
                result.options().threads(),
                result.options().threads() == 1 ? "" : "s",
                search.seconds(),
                bytes(search.bytes())));
    return out.toString();
  }

  private static String soFar(SearchResult search) {
    return search.verdict() instanceof Verdict.Holds ? "" : " so far";
  }

  private static String goal(CheckResult result, boolean reached) {
    if (reached) {
      return " is reachable";
    }
    boolean all = result.search().verdict() instanceof Verdict.Holds;
    return all ? " is not reachable" : " was not reached so far";
  }

  private static String classes(SearchResult search) {
    return search.partition().entrySet().stream()
        .map(
            each ->
                "%s %s (%s)"
                    .formatted(
                        each.getKey(),
                        number(each.getValue().explored()),
                        number(each.getValue().represented())))
        .collect(Collectors.joining(" · "));
  }

  private String fired(Map<String, Long> fired) {
    return fired.entrySet().stream()
        .map(
            a -> {
              String text = a.getKey() + " " + number(a.getValue());
              return a.getValue() == 0 ? palette.warning(text) : text;
            })
        .collect(Collectors.joining(" · "));
  }

  private static String exact(SearchResult search) {
    return search.exact()
        ? "yes: no state was taken for another"
        : "no: fingerprints; a state was taken for another with probability %.1e"
            .formatted(StateStore.collisionProbability(search.explored()));
  }

  private void line(StringBuilder out, String label, String text) {
    out.append("  ")
        .append(palette.faint(Strings.padEnd(label, 12, ' ')))
        .append(text)
        .append('\n');
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A number of bytes in the unit that gives one to four digits. */
  public static String bytes(long n) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = n;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }
}
