package org.quorate.report;

/** Writes a sequence chart as a page of its own: words, and the picture. No scripts. */
final class ChartHtml {

  private static final String STYLE =
      """

      :root {color-scheme: light dark; --text: #111; --paper: #fff}
      @media (prefers-color-scheme: dark) {:root {--text: #eee; --paper: #16181c}}
      body {margin: 16px; background: var(--paper); color: var(--text);
        font: 16px/1.4 Helvetica, Arial, sans-serif}
      h1 {font-size: 22px}
      h1, p {overflow-wrap: anywhere; max-width: 900px}
      .map {overflow-x: auto}
      .map svg {display: block}
      """;

  private static final String LEGEND =
      "Time runs downwards. An arrow goes from the step that sends a message to the step that"
          + " receives it. A dashed stub is a message that no step receives. A dashed arrow is what"
          + " a Byzantine process said: it takes no steps. Point at a step to see the state after"
          + " it.";

  private final Markup out = new Markup();
  private final SequenceChart chart;

  ChartHtml(SequenceChart chart) {
    this.chart = chart;
  }

  /** The page, ending in a line break. */
  String write() {
    out.type("<!DOCTYPE html>").open("html").with("lang", "en").open("head");
    out.empty("meta").with("charset", "UTF-8");
    out.empty("meta").with("name", "viewport");
    out.with("content", "width=device-width, initial-scale=1");
    out.leaf("title", chart.title()).leaf("style", STYLE);
    out.close().line().open("body").line();
    out.leaf("h1", chart.title()).line();
    if (!chart.explanation().isEmpty()) {
      out.leaf("p", chart.explanation()).line();
    }
    out.open("div").with("class", "map").with("tabindex", 0).line();
    ChartSvg.draw(out, chart);
    out.close().line();
    out.leaf("p", LEGEND).line();
    return out.close().close().line().end();
  }
}
