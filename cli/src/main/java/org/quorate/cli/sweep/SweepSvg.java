package org.quorate.cli.sweep;

import java.util.List;
import org.quorate.report.Markup;

/**
 * A sweep as a picture: k downwards, f to the right. The colours are of Okabe and Ito's palette,
 * which people with any kind of colour vision tell apart; the symbols tell as much in grey. What is
 * not in a cell has the colour of the text around the picture.
 */
public final class SweepSvg {

  private static final int CELL_WIDTH = 148;
  private static final int CELL_HEIGHT = 88;
  private static final int LEFT = 64;
  private static final int MARGIN = 12;
  private static final int LINE = 18;
  private static final int LEGEND_ITEM = 38;

  /** The legend needs so much; no text is wider, so that a narrow screen shows it in full. */
  private static final int LEAST_WIDTH = 360;

  private static final String STYLE =
      """

      .sweep {font-family: Helvetica, Arial, sans-serif; font-size: 12px}
      .sweep text {fill: currentColor}
      .sweep .model {font-size: 16px; font-weight: bold}
      .sweep .strong {font-size: 13px; font-weight: bold}
      .sweep .middle, .sweep .in {text-anchor: middle}
      .sweep .in {fill: #111}
      .sweep .incomplete .in {paint-order: stroke; stroke: #fff; stroke-width: 4px}
      .sweep .small {font-size: 11px}
      .sweep .box {stroke: #111}
      .sweep .dashed {stroke-dasharray: 4 3}
      .sweep .symbol {fill: none; stroke: #111; stroke-width: 3}
      .sweep .full {fill: #111}
      """;

  private final Markup out;
  private final Sweep sweep;
  private final int width;
  private final List<String> heading;
  private final List<String> ending;

  private SweepSvg(Markup out, Sweep sweep) {
    this.out = out;
    this.sweep = sweep;
    width = Math.max(LEAST_WIDTH, LEFT + sweep.columns().size() * CELL_WIDTH + MARGIN);
    heading = Lines.of(sweep.options(), LEAST_WIDTH - 2 * MARGIN);
    ending = Lines.of(sweep.tally() + "; " + sweep.agreement(), LEAST_WIDTH - 2 * MARGIN);
  }

  /** The picture as a file of its own, ending in a line break. */
  public static String write(Sweep sweep) {
    Markup out = new Markup();
    draw(out, sweep);
    return out.end();
  }

  /** The picture as an element of a page. */
  static void draw(Markup out, Sweep sweep) {
    new SweepSvg(out, sweep).draw();
  }

  private void draw() {
    int top = 2 * MARGIN + LINE * (heading.size() + 3);
    int legend = top + sweep.rows().size() * CELL_HEIGHT + LINE;
    int end = legend + LEGEND_ITEM * legendItems();
    begin(end + LINE * ending.size() + MARGIN);
    heading();
    axes(top);
    int y = top;
    for (List<Cell> row : sweep.rows().values()) {
      for (int c = 0; c < row.size(); c++) {
        cell(row.get(c), LEFT + c * CELL_WIDTH, y);
      }
      y += CELL_HEIGHT;
    }
    legend(legend);
    for (int i = 0; i < ending.size(); i++) {
      label("", ending.get(i), MARGIN, end + LINE * (i + 1) - 4);
    }
    out.close().line();
  }

  private void begin(int height) {
    out.open("svg").with("xmlns", "http://www.w3.org/2000/svg");
    out.with("class", "sweep").with("role", "img").with("color", "#111");
    out.with("width", width).with("height", height);
    out.with("viewBox", "0 0 %d %d".formatted(width, height)).line();
    String options = heading.isEmpty() ? "" : ", " + sweep.options();
    out.leaf("title", sweep.model() + options + ": verdicts over k and f").line();
    out.leaf("style", STYLE).line();
    out.open("pattern").with("id", "hatching").with("width", 8).with("height", 8);
    out.with("patternUnits", "userSpaceOnUse").with("patternTransform", "rotate(45)");
    out.empty("rect").with("width", 8).with("height", 8).with("fill", "#fff");
    out.empty("rect").with("width", 3).with("height", 8).with("fill", "#ccc");
    out.close().line();
  }

  private void heading() {
    label("model", sweep.model(), MARGIN, MARGIN + LINE - 4);
    for (int i = 0; i < heading.size(); i++) {
      label("", heading.get(i), MARGIN, MARGIN + LINE * (i + 2) - 4);
    }
  }

  private void axes(int top) {
    List<Integer> columns = sweep.columns();
    label("", "f, the faulty", LEFT, top - LINE - 6);
    for (int c = 0; c < columns.size(); c++) {
      int x = LEFT + c * CELL_WIDTH + CELL_WIDTH / 2;
      label("middle strong", columns.get(c).toString(), x, top - 6);
    }
    List<Integer> rows = List.copyOf(sweep.rows().keySet());
    int centre = top + rows.size() * CELL_HEIGHT / 2;
    out.open("g").with("transform", "translate(22 %d) rotate(-90)".formatted(centre));
    label("middle", "k (n = k·f + 1)", 0, 0);
    out.close();
    for (int r = 0; r < rows.size(); r++) {
      int y = top + r * CELL_HEIGHT + CELL_HEIGHT / 2 + 4;
      label("middle strong", rows.get(r).toString(), LEFT - 18, y);
    }
  }

  private void cell(Cell cell, int x, int y) {
    out.open("g").with("class", "point " + cell.mark().word().replace(' ', '-'));
    out.with("transform", "translate(%d %d)".formatted(x, y));
    String reason = cell.reason().isEmpty() ? "" : ". " + cell.reason();
    out.leaf("title", cell.point() + ": " + cell.mark().word() + reason);
    box(cell.mark(), CELL_WIDTH, CELL_HEIGHT);
    int middle = CELL_WIDTH / 2;
    symbol(cell.mark(), middle, 20);
    label("in strong", cell.mark().word(), middle, 46);
    String quorum = cell.quorums().isEmpty() ? "" : ", q = " + cell.quorum();
    label("in", "n = " + cell.point().n() + quorum, middle, 63);
    if (cell.disagrees()) {
      label("in small", "≠ formula: " + cell.formula().orElseThrow().word(), middle, 79);
    }
    out.close().line();
  }

  private void box(Mark mark, int boxWidth, int boxHeight) {
    String style = mark == Mark.REFUSED ? "box dashed" : "box";
    out.empty("rect").with("class", style).with("fill", fill(mark));
    out.with("width", boxWidth).with("height", boxHeight);
  }

  private static String fill(Mark mark) {
    return switch (mark) {
      case SAFE_AND_LIVE -> "#56b4e9";
      case SAFE_ONLY -> "#f0e442";
      case UNSAFE -> "#d55e00";
      case INCOMPLETE -> "url(#hatching)";
      case REFUSED -> "#fff";
    };
  }

  private void symbol(Mark mark, int x, int y) {
    switch (mark) {
      case SAFE_AND_LIVE -> circle("symbol full", x, y);
      case SAFE_ONLY -> circle("symbol", x, y);
      case UNSAFE -> stroke("M%d %dl14 14m0 -14l-14 14".formatted(x - 7, y - 7));
      case INCOMPLETE -> label("in model", mark.symbol(), x, y + 6);
      case REFUSED -> stroke("M%d %dh14".formatted(x - 7, y));
    }
  }

  private void circle(String style, int x, int y) {
    out.empty("circle").with("class", style).with("cx", x).with("cy", y).with("r", 7);
  }

  private void stroke(String path) {
    out.empty("path").with("class", "symbol").with("d", path);
  }

  private int legendItems() {
    return sweep.counts().size();
  }

  private void legend(int top) {
    int y = top;
    for (Mark mark : sweep.counts().keySet()) {
      out.open("g").with("transform", "translate(%d %d)".formatted(MARGIN, y));
      box(mark, 40, 28);
      symbol(mark, 20, 14);
      label("strong", mark.word(), 50, 11);
      label("small", mark.meaning(), 50, 26);
      out.close().line();
      y += LEGEND_ITEM;
    }
  }

  private void label(String style, String text, int x, int y) {
    out.open("text").with("x", x).with("y", y);
    if (!style.isEmpty()) {
      out.with("class", style);
    }
    out.text(text).close().line();
  }
}
