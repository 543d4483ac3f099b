package org.quorate.report;

/** Writes a sequence chart as a page of its own: words, and the picture. */
final class ChartHtml {

  private static final String LEGEND =
      "Time runs downwards. An arrow goes from the step that sends a message to the step that"
          + " receives it. A dashed stub is a message that no step receives. A dashed arrow is what"
          + " a Byzantine process said, in no step of its own. Point at a step to see the state"
          + " after it.";

  private ChartHtml() {}

  /** The page, ending in a line break. */
  static String write(SequenceChart chart) {
    return HtmlPage.write(
        chart.title(),
        "",
        out -> {
          if (!chart.explanation().isEmpty()) {
            out.leaf("p", chart.explanation()).line();
          }
          draw(out, chart);
        });
  }

  /** The picture and what it means, as elements of a page. */
  static void draw(Markup out, SequenceChart chart) {
    HtmlPage.wide(out, () -> ChartSvg.draw(out, chart));
    out.leaf("p", LEGEND).line();
  }
}
