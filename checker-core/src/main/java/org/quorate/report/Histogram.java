package org.quorate.report;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many states are so many steps away; where there are many levels, several share a bar.
 *
 * @param bars from the initial states on
 */
record Histogram(List<Bar> bars) {

  private static final int TEXT_WIDTH = 40;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  /**
   * Some levels.
   *
   * @param first depth
   * @param last depth
   * @param states in all of them
   */
  record Bar(int first, int last, long states) {

    String depths() {
      return first == last ? Integer.toString(first) : first + "–" + last;
    }
  }

  /** The levels of a breadth-first search, in at most so many bars. */
  static Histogram of(List<Long> levels, int most) {
    int width = Math.max(1, (levels.size() + most - 1) / most);
    List<Bar> bars = new ArrayList<>();
    for (int first = 0; first < levels.size(); first += width) {
      int end = Math.min(levels.size(), first + width);
      long states = levels.subList(first, end).stream().mapToLong(Long::longValue).sum();
      bars.add(new Bar(first, end - 1, states));
    }
    return new Histogram(bars);
  }

  /** The states of the largest bar. */
  long largest() {
    return bars.stream().mapToLong(Bar::states).max().orElse(1);
  }

  /** A line for each bar. */
  String text() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("depth", "states", ""));
    bars.forEach(b -> rows.add(List.of(b.depths(), Fact.number(b.states()), bar(b))));
    StringBuilder out = new StringBuilder();
    for (List<String> cells : TextTable.align(rows, 2)) {
      out.append(("    " + String.join("  ", cells)).stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** In eighths of a letter; not empty where there is a state. */
  private String bar(Bar bar) {
    int eighths = (int) Math.max(1, 8L * TEXT_WIDTH * bar.states() / largest());
    String rest = EIGHTHS.substring(eighths % 8, eighths % 8 + 1).strip();
    return Strings.repeat("█", eighths / 8) + rest;
  }

  /** The picture, as an element of a page. */
  void draw(Markup out) {
    Plot plot = new Plot(out, "States at each depth");
    plot.begin(bars.get(bars.size() - 1).last() + " steps", Fact.number(largest()));
    double width = (double) Plot.WIDTH / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = Math.max(1, (double) Plot.HEIGHT * bar.states() / largest());
      out.open("rect").with("class", "bar");
      out.with("x", coordinate(Plot.LEFT + i * width));
      out.with("y", coordinate(Plot.BOTTOM - height));
      out.with("width", coordinate(Math.max(1, width - 1))).with("height", coordinate(height));
      out.leaf("title", "depth %s: %s states".formatted(bar.depths(), Fact.number(bar.states())));
      out.close().line();
    }
    plot.end();
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
