package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.quorate.model.Group;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;

/**
 * Draws a sequence chart. A step is a box on its lifeline, in which each message that is received
 * or sent, and each register, has a line of its own; no two boxes share a line. Arrows go from edge
 * to edge; they pass behind other boxes, and shine through, so that none seems to begin there.
 */
final class ChartSvg {

  private static final int LINE = 17;
  private static final int GAP = 9;
  private static final int MARGIN = 12;
  private static final int BAR = 3;
  private static final int STUB = 16;

  /** Between boxes of neighbours, for arrows and stubs. */
  private static final int ROOM = 36;

  /** No letter of the font is much wider on average. */
  private static final double LETTER = 7.2;

  /** The colours are of Okabe and Ito's palette; of each pair the lighter one is for dark pages. */
  private static final String STYLE =
      """

      .chart {--paper: #fff; --text: #111; --faint: #777; --bad: #b00020; --lie: #cc79a7;
        --liar: #94376b;
        --group0: #0072b2; --group1: #d55e00;
        font-family: Helvetica, Arial, sans-serif; font-size: 12px}
      @media (prefers-color-scheme: dark) {
        .chart {--paper: #16181c; --text: #eee; --faint: #999; --bad: #ff8a80; --lie: #e5a3c5;
          --liar: #e5a3c5;
          --group0: #56b4e9; --group1: #e69f00}
      }
      .chart .paper {fill: var(--paper)}
      .chart text {fill: var(--text)}
      .chart .box {fill: var(--paper); fill-opacity: 0.6; stroke: var(--faint)}
      .chart .call {font-weight: bold}
      .chart .name {text-anchor: middle; font-weight: bold; font-size: 13px}
      .chart .role {text-anchor: middle; fill: var(--liar)}
      .chart .faint {fill: var(--faint)}
      .chart .over {paint-order: stroke; stroke: var(--paper); stroke-width: 4px}
      .chart .bad {fill: var(--bad); font-weight: bold}
      .chart .lifeline {stroke: var(--faint)}
      .chart .liar {stroke: var(--lie); stroke-dasharray: 2 4}
      .chart .bar {fill: var(--text)}
      .chart .arrow {stroke: var(--text); fill: none}
      .chart .head {fill: var(--text)}
      .chart .lie {stroke: var(--lie); stroke-dasharray: 6 3}
      .chart .lie-head {fill: var(--lie)}
      .chart .gone {stroke: var(--bad); stroke-dasharray: 6 3}
      .chart .cross {stroke: var(--bad); stroke-width: 1.5; fill: none}
      .chart .lost {stroke: var(--faint); stroke-dasharray: 4 3}
      .chart .step:hover .box {stroke-width: 3}
      .chart .group0 {fill: var(--group0); font-weight: bold}
      .chart .group1 {fill: var(--group1); font-weight: bold}
      .chart line.group0 {stroke: var(--group0); stroke-width: 2}
      .chart line.group1 {stroke: var(--group1); stroke-width: 2}
      """;

  private final Markup out;
  private final SequenceChart chart;
  private final List<Integer> xs = new ArrayList<>();
  private final List<Integer> tops = new ArrayList<>();
  private final int width;
  private final int end;

  private ChartSvg(Markup out, SequenceChart chart) {
    this.out = out;
    this.chart = chart;
    int header = headerWidth();
    int x = MARGIN;
    for (int i = 0; i < chart.lifelines().size(); i++) {
      xs.add(x + header / 2);
      x += Math.max(header, header / 2 + boxWidth(i) + ROOM);
    }
    int y = MARGIN + 3 * LINE;
    for (SequenceChart.Row row : chart.rows()) {
      tops.add(y);
      y += LINE * (row.lines() + broken(row).size()) + GAP;
    }
    width = Math.max(x, breadthOfTexts()) + MARGIN;
    end = y;
  }

  /** The picture as a file of its own, ending in a line break. */
  static String write(SequenceChart chart) {
    Markup out = new Markup();
    draw(out, chart);
    return out.end();
  }

  /** The picture as an element of a page. */
  static void draw(Markup out, SequenceChart chart) {
    new ChartSvg(out, chart).draw();
  }

  private static int width(String text) {
    return (int) Math.ceil(text.length() * LETTER);
  }

  /** What stands below the boxes, at the left margin. */
  private int breadthOfTexts() {
    Stream<String> labels = chart.groups().stream().map(Group::label);
    Stream<String> all =
        Stream.concat(labels, chart.rows().stream().flatMap(r -> broken(r).stream()));
    return MARGIN + all.mapToInt(ChartSvg::width).max().orElse(0);
  }

  private int headerWidth() {
    int widest = width("Byzantine");
    for (Lifeline lifeline : chart.lifelines()) {
      // Names are bold, and larger.
      widest = Math.max(widest, width(lifeline.name()) * 5 / 4);
    }
    return widest + MARGIN;
  }

  /** The width of the widest box on a lifeline, on the right of it. */
  private int boxWidth(int lifeline) {
    return chart.rows().stream()
        .filter(r -> r.lifeline() == lifeline)
        .mapToInt(ChartSvg::boxWidth)
        .max()
        .orElse(0);
  }

  private static int boxWidth(SequenceChart.Row row) {
    return 4 * BAR + texts(row).stream().mapToInt(ChartSvg::width).max().orElse(0);
  }

  /** What stands in the box of a step. */
  private static List<String> texts(SequenceChart.Row row) {
    List<String> texts = new ArrayList<>(List.of(row.number() + " " + row.call()));
    row.received().forEach(a -> texts.add((a.isLost() ? "✗ " : "◂ ") + a.message().text()));
    texts.addAll(row.registers());
    row.sent().forEach(s -> texts.add("▸ " + s.message().text()));
    return texts;
  }

  /** What stands below it. */
  private static List<String> broken(SequenceChart.Row row) {
    List<String> texts = new ArrayList<>();
    row.lemmas().forEach(p -> texts.add("✗ breaks " + p.name()));
    row.invariants().forEach(p -> texts.add("✗ violates " + p.name()));
    return texts;
  }

  private int middle(int row, int line) {
    return tops.get(row) + line * LINE + LINE / 2;
  }

  private void draw() {
    int height = end + chart.groups().size() * (2 * LINE + GAP) + MARGIN;
    out.open("svg").with("xmlns", "http://www.w3.org/2000/svg");
    out.with("class", "chart").with("role", "img");
    out.with("width", width).with("height", height);
    out.with("viewBox", "0 0 %d %d".formatted(width, height)).line();
    out.leaf("title", chart.title()).line();
    out.leaf("style", STYLE).line();
    out.open("defs");
    marker("head", "head");
    marker("lie-head", "lie-head");
    cross();
    out.close().line();
    out.empty("rect").with("class", "paper").with("width", width).with("height", height);
    for (int i = 0; i < chart.lifelines().size(); i++) {
      lifeline(i, height - MARGIN);
    }
    for (int r = 0; r < chart.rows().size(); r++) {
      arrows(r);
    }
    for (int r = 0; r < chart.rows().size(); r++) {
      step(r);
    }
    for (int g = 0; g < chart.groups().size(); g++) {
      group(g, end + g * (2 * LINE + GAP));
    }
    out.close().line();
  }

  private void marker(String id, String style) {
    out.open("marker").with("id", id).with("viewBox", "0 0 8 8").with("refX", 8).with("refY", 4);
    out.with("markerWidth", 8).with("markerHeight", 8).with("orient", "auto");
    out.with("markerUnits", "userSpaceOnUse");
    out.empty("path").with("d", "M0 0L8 4L0 8z").with("class", style).close();
  }

  /** Where a message is lost. */
  private void cross() {
    out.open("marker").with("id", "cross").with("viewBox", "0 0 8 8").with("refX", 8);
    out.with("refY", 4).with("markerWidth", 10).with("markerHeight", 10);
    out.with("markerUnits", "userSpaceOnUse");
    out.empty("path").with("d", "M0 0L8 8M8 0L0 8").with("class", "cross").close();
  }

  private void lifeline(int i, int bottom) {
    Lifeline lifeline = chart.lifelines().get(i);
    out.open("g").with("class", "process");
    out.leaf("title", lifeline.name() + ", " + role(lifeline));
    text("name", lifeline.name(), xs.get(i), MARGIN + LINE - 4);
    if (lifeline.isByzantine()) {
      text("role", "Byzantine", xs.get(i), MARGIN + 2 * LINE - 4);
    }
    String style = lifeline.isByzantine() ? "lifeline liar" : "lifeline";
    stroke(style, xs.get(i), MARGIN + 2 * LINE + 4, xs.get(i), bottom);
    out.close().line();
  }

  private static String role(Lifeline lifeline) {
    return lifeline.role() + (lifeline.isByzantine() ? ", Byzantine" : "");
  }

  private void arrows(int r) {
    SequenceChart.Row row = chart.rows().get(r);
    for (int i = 0; i < row.received().size(); i++) {
      SequenceChart.Arrow arrow = row.received().get(i);
      OptionalInt sentIn = arrow.sentIn();
      int y = middle(r, i + 1);
      boolean rightwards = arrow.from() < row.lifeline();
      int to = rightwards ? left(row) : right(row);
      out.open("g").with("class", "message");
      out.leaf("title", meaning(arrow, row));
      if (sentIn.isPresent()) {
        SequenceChart.Row source = chart.rows().get(sentIn.getAsInt());
        int from = rightwards ? right(source) : left(source);
        arrow(
            arrow.isLost() ? "gone" : "", from, sentAt(sentIn.getAsInt(), arrow.message()), to, y);
      } else {
        arrow("lie", xs.get(arrow.from()), y, to, y);
      }
      out.close().line();
    }
  }

  private int sentAt(int row, Message message) {
    return middle(row, chart.rows().get(row).lineOf(message));
  }

  private int left(SequenceChart.Row row) {
    return xs.get(row.lifeline()) - BAR;
  }

  private int right(SequenceChart.Row row) {
    return xs.get(row.lifeline()) + boxWidth(row);
  }

  private void arrow(String style, int x1, int y1, int x2, int y2) {
    out.empty("line").with("class", ("arrow " + style).strip());
    out.with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
    String head = style.isEmpty() ? "head" : style.equals("gone") ? "cross" : "lie-head";
    out.with("marker-end", "url(#%s)".formatted(head));
  }

  private String meaning(SequenceChart.Arrow arrow, SequenceChart.Row row) {
    String sent =
        arrow.sentIn().isPresent()
            ? "sent in step " + chart.rows().get(arrow.sentIn().getAsInt()).number()
            : "said by a Byzantine process";
    return "%s: from %s, %s, %s %s in step %d"
        .formatted(
            arrow.message().text(),
            arrow.message().sender(),
            sent,
            arrow.isLost() ? "lost on its way to" : "to",
            chart.lifelines().get(row.lifeline()).name(),
            row.number());
  }

  private void step(int r) {
    SequenceChart.Row row = chart.rows().get(r);
    int x = xs.get(row.lifeline());
    out.open("g").with("class", "step");
    out.leaf("title", "After step " + row.number() + "\n" + row.state());
    box("box", left(row), tops.get(r), right(row) - left(row), LINE * row.lines());
    box("bar", left(row), tops.get(r), 2 * BAR, LINE * row.lines());
    List<String> texts = texts(row);
    for (int i = 0; i < texts.size(); i++) {
      text(style(row, i), texts.get(i), x + 2 * BAR, baseline(r, i));
    }
    row.sent().stream()
        .filter(s -> !s.isReceived())
        .map(s -> middle(r, row.lineOf(s.message())))
        .forEach(y -> stroke("lost", right(row), y, right(row) + STUB, y));
    out.close().line();
    List<String> broken = broken(row);
    for (int i = 0; i < broken.size(); i++) {
      int y = baseline(r, row.lines() + i) + GAP / 2;
      text("bad over", broken.get(i), MARGIN, y);
    }
  }

  private int baseline(int row, int line) {
    return tops.get(row) + (line + 1) * LINE - 5;
  }

  /** Registers are faint; messages that make a quorum have its colour. */
  private static String style(SequenceChart.Row row, int line) {
    int sent = line - row.lines() + row.sent().size();
    if (line == 0) {
      return "call";
    }
    if (sent < 0) {
      return line <= row.received().size() ? "received" : "faint";
    }
    OptionalInt group = row.sent().get(sent).group();
    return group.isPresent() ? style(group.getAsInt()) : "sent";
  }

  private static String style(int group) {
    return "group" + group % 2;
  }

  private void group(int g, int top) {
    Group group = chart.groups().get(g);
    List<Integer> members = chart.members(group);
    out.open("g").with("class", "quorum");
    out.leaf("title", group.label() + ": " + String.join(", ", group.members()));
    text(style(g) + " over", group.label(), MARGIN, top + LINE - 5);
    int y = top + LINE + LINE / 2;
    stroke(style(g), xs.get(members.get(0)), y, xs.get(members.get(members.size() - 1)), y);
    for (int member : members) {
      out.empty("circle").with("class", style(g));
      out.with("cx", xs.get(member)).with("cy", y).with("r", 2 * BAR);
    }
    out.close().line();
  }

  private void text(String style, String content, int x, int y) {
    out.open("text").with("class", style).with("x", x).with("y", y).text(content).close();
  }

  private void stroke(String style, int x1, int y1, int x2, int y2) {
    out.empty("line").with("class", style);
    out.with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }

  private void box(String style, int x, int y, int boxWidth, int height) {
    out.empty("rect").with("class", style).with("x", x).with("y", y);
    out.with("width", boxWidth).with("height", height);
  }
}
