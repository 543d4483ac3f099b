package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quorate.search.SearchResult;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/** A check's result as a page of its own: all that is known of the run. */
public final class HtmlReport {

  private static final int MOST_BARS = 80;

  private static final String STYLE =
      """

      h2 {font-size: 18px; margin-top: 32px}
      td {overflow-wrap: anywhere; white-space: pre-wrap}
      .verdict {font-weight: bold; padding: 2px 8px; border: 2px solid}
      .violated {color: #b00020}
      .holds {color: #00693e}
      .incomplete {color: #8a5a00}
      @media (prefers-color-scheme: dark) {
        .violated {color: #ff8a80}
        .holds {color: #6fd6a3}
        .incomplete {color: #f0c060}
      }
      .plots {display: flex; flex-wrap: wrap; gap: 16px}
      .never {font-weight: bold}
      pre {line-height: 1.3; margin: 0}
      """;

  private final String version;
  private final CheckResult result;
  private final Markup out;

  private HtmlReport(String version, CheckResult result, Markup out) {
    this.version = version;
    this.result = result;
    this.out = out;
  }

  /**
   * The page, ending in a line break.
   *
   * @param version of the tool
   */
  public static String write(String version, CheckResult result) {
    String title = result.model() + ": " + result.outcome().name().toLowerCase(Locale.ROOT);
    return HtmlPage.write(title, STYLE, out -> new HtmlReport(version, result, out).body());
  }

  private void body() {
    verdict();
    result.counterexample().ifPresent(this::counterexample);
    heading("What was counted");
    facts(Fact.of(result));
    heading("What was used");
    table(TextCoverage.actions(result.search().coverage()));
    table(TextCoverage.invariants(result.search().coverage()));
    if (!result.search().levels().isEmpty()) {
      heading("How the states spread");
      plots();
    }
    heading("How it was checked");
    List<Fact> how = new ArrayList<>();
    SearchText.of(result.options()).forEach((label, text) -> how.add(new Fact(label, text)));
    facts(how);
    out.leaf("p", "Quorate " + version).line();
  }

  private void verdict() {
    out.leaf("p", TextReport.parameters(result.parameters())).line();
    String outcome = result.outcome().name();
    out.open("p").open("span");
    out.with("class", "verdict " + outcome.toLowerCase(Locale.ROOT)).text(outcome).close();
    out.text(" " + TextReport.meaning(result)).close().line();
    TextReport.dullness(result).ifPresent(but -> out.leaf("p", "But " + but).line());
    result.notes().forEach(note -> out.leaf("p", "Note: " + note).line());
  }

  private void counterexample(Counterexample found) {
    Trace trace = found.trace();
    heading("Why");
    out.leaf("p", found.explanation()).line();
    if (trace.steps().isEmpty()) {
      return;
    }
    Run.of(result).flatMap(Run::chart).ifPresent(chart -> ChartHtml.draw(out, chart));
    heading(Fact.length(found));
    TextTrace text = new TextTrace(Palette.PLAIN, new ViewTable(TextReport.NONE), List.of());
    String steps = text.steps(trace) + "\n" + text.lastState(trace);
    HtmlPage.wide(out, () -> out.leaf("pre", steps).line());
  }

  private void heading(String text) {
    out.leaf("h2", text).line();
  }

  private void facts(List<Fact> facts) {
    out.open("table").line();
    for (Fact fact : facts) {
      out.open("tr").leaf("th", fact.label()).leaf("td", fact.text()).close().line();
    }
    out.close().line();
  }

  /** Numbers first, a name last. */
  private void table(List<List<String>> rows) {
    out.open("table").line();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      out.open("tr");
      for (int c = 0; c < row.size(); c++) {
        out.open(r == 0 ? "th" : "td");
        String style = c < row.size() - 1 ? "number" : "name";
        out.with("class", row.contains("never") ? style + " never" : style);
        out.text(row.get(c)).close();
      }
      out.close().line();
    }
    out.close().line();
  }

  private void plots() {
    out.open("div").with("class", "plots").line();
    Histogram.of(result.search().levels(), MOST_BARS).draw(out);
    growth();
    out.close().line();
  }

  /** Levels grow slower than they are checked, or faster; the curve tells which. */
  private void growth() {
    SearchResult search = result.search();
    double end =
        search.levelSeconds().stream().collect(Collectors.maxBy(Double::compare)).orElse(1.0);
    List<double[]> points = new ArrayList<>();
    long sum = 0;
    points.add(new double[] {0, 0});
    for (int i = 0; i < search.levels().size(); i++) {
      sum += search.levels().get(i);
      points.add(
          new double[] {search.levelSeconds().get(i) / end, (double) sum / search.explored()});
    }
    Plot plot = new Plot(out, "States over time");
    plot.begin(String.format(Locale.ROOT, "%.2f s", end), Fact.number(sum));
    plot.curve(points);
    plot.end();
  }
}
