package org.quorate.report;

import java.util.List;
import java.util.Locale;

/** Draws two axes that begin at zero, with their ends named. Fits a screen of 400 pixels. */
final class Plot {

  /** Of the area between the axes. */
  static final int WIDTH = 332;

  static final int HEIGHT = 140;
  static final int LEFT = 12;
  static final int BOTTOM = 184;

  private static final int LINE = 17;

  private static final String STYLE =
      """

      .plot {font-family: Helvetica, Arial, sans-serif; font-size: 12px; --mark: #0072b2}
      @media (prefers-color-scheme: dark) {.plot {--mark: #56b4e9}}
      .plot text {fill: currentColor}
      .plot .heading {font-weight: bold}
      .plot .end {text-anchor: end}
      .plot .axis {stroke: currentColor; opacity: 0.5}
      .plot .bar {fill: var(--mark)}
      .plot .curve {fill: none; stroke: var(--mark); stroke-width: 2}
      """;

  private final Markup out;
  private final String title;

  Plot(Markup out, String title) {
    this.out = out;
    this.title = title;
  }

  /**
   * The axes.
   *
   * @param right what the end of the horizontal axis stands for
   * @param top what the end of the vertical axis stands for
   */
  void begin(String right, String top) {
    int width = WIDTH + 2 * LEFT;
    int height = BOTTOM + LINE + 4;
    out.open("svg").with("xmlns", "http://www.w3.org/2000/svg").with("class", "plot");
    out.with("role", "img").with("width", width).with("height", height);
    out.with("viewBox", "0 0 %d %d".formatted(width, height)).line();
    out.leaf("title", title).leaf("style", STYLE).line();
    text("heading", LEFT, LINE - 4, title);
    text("", LEFT, 2 * LINE - 2, top);
    text("", LEFT, BOTTOM + LINE - 2, "0");
    text("end", LEFT + WIDTH, BOTTOM + LINE - 2, right);
    line(LEFT + WIDTH, BOTTOM);
    line(LEFT, BOTTOM - HEIGHT);
  }

  /** A curve through points, each given as shares of the axes, 0 to 1. */
  void curve(List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      double x = LEFT + WIDTH * point[0];
      double y = BOTTOM - HEIGHT * point[1];
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
    }
    out.empty("path").with("class", "curve").with("d", path).line();
  }

  void end() {
    out.close().line();
  }

  private void text(String style, int x, int y, String content) {
    out.open("text").with("class", style).with("x", x).with("y", y).text(content).close();
  }

  private void line(int x, int y) {
    out.empty("line").with("class", "axis").with("x1", LEFT).with("y1", BOTTOM);
    out.with("x2", x).with("y2", y);
  }
}
