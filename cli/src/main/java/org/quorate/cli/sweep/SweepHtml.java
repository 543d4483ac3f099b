package org.quorate.cli.sweep;

import java.util.List;
import org.quorate.report.HtmlPage;
import org.quorate.report.Markup;

/** A sweep as a page of its own: the picture, and a table of what was counted. No scripts. */
public final class SweepHtml {

  private static final String STYLE =
      """

      td {white-space: nowrap}
      .why {white-space: normal; overflow-wrap: break-word; min-width: 240px}
      @media (max-width: 900px) {
        thead {display: none}
        tr {display: block; padding: 8px 0; border-bottom: 1px solid var(--line)}
        td {display: flex; gap: 12px; padding: 1px 0; border: 0}
        .number {text-align: left}
        td::before {content: attr(data-title); flex: 0 0 100px; opacity: 0.75}
        td:empty {display: none}
        .why {min-width: 0}
        .why span {min-width: 0; overflow-wrap: anywhere}
      }
      """;

  private final Markup out;
  private final Sweep sweep;

  private SweepHtml(Markup out, Sweep sweep) {
    this.out = out;
    this.sweep = sweep;
  }

  /** The page, ending in a line break. */
  public static String write(Sweep sweep) {
    String title = sweep.model() + " over k and f";
    return HtmlPage.write(title, STYLE, out -> new SweepHtml(out, sweep).body());
  }

  private void body() {
    HtmlPage.wide(out, () -> SweepSvg.draw(out, sweep));
    table();
    out.leaf("p", "Quorate " + sweep.version() + certainty()).line();
  }

  private String certainty() {
    return sweep.isExact() ? "" : ". States were told apart by fingerprints.";
  }

  private void table() {
    out.open("table").line().open("thead").open("tr");
    for (int c = 0; c < Details.TITLES.size(); c++) {
      cell("th", c, Details.TITLES.get(c));
    }
    out.leaf("th", "why").close().close().line().open("tbody").line();
    for (Cell cell : sweep.cells()) {
      out.open("tr");
      List<String> row = Details.row(cell);
      for (int c = 0; c < row.size(); c++) {
        cell("td", c, row.get(c));
      }
      if (cell.reason().isEmpty()) {
        out.leaf("td", "");
      } else {
        out.open("td").with("data-title", "why").with("class", "why");
        out.open("span").text(cell.reason()).close().close();
      }
      out.close().line();
    }
    out.close().close().line();
  }

  private void cell(String element, int column, String text) {
    out.open(element).with("data-title", Details.TITLES.get(column));
    if (column < Details.VERDICT) {
      out.with("class", "number");
    }
    out.text(text).close();
  }
}
