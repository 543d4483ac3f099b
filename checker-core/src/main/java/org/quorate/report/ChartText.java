package org.quorate.report;

import com.google.common.base.Strings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.model.Group;
import org.quorate.model.Lifeline;
import org.quorate.trace.Trace;

/** Draws a sequence chart with characters: steps on the left, messages in words on the right. */
final class ChartText {

  private static final int COLUMNS = 110;
  private static final int NARROWEST = 4;
  private static final int WIDEST = 10;
  private static final String MARKS = "①②③④⑤⑥⑦⑧⑨";

  private final SequenceChart chart;
  private final int left;
  private final int lane;
  private final StringBuilder out = new StringBuilder();

  ChartText(SequenceChart chart) {
    this.chart = chart;
    left = Stream.concat(calls(), groups()).mapToInt(String::length).max().orElse(0) + 2;
    int notes = chart.rows().stream().flatMap(this::notes).mapToInt(String::length).max().orElse(0);
    int each = (COLUMNS - left - notes) / chart.lifelines().size();
    lane = Math.max(NARROWEST, Math.min(WIDEST, each));
  }

  private Stream<String> calls() {
    return chart.rows().stream().map(ChartText::call);
  }

  private Stream<String> groups() {
    return chart.groups().stream().map(this::legend);
  }

  private static String call(SequenceChart.Row row) {
    return "%3d %s".formatted(row.number(), row.call());
  }

  private String legend(Group group) {
    return "  " + mark(chart.groups().indexOf(group)) + " " + group.label();
  }

  private static char mark(int group) {
    return MARKS.charAt(group % MARKS.length());
  }

  String write() {
    header();
    for (SequenceChart.Row row : chart.rows()) {
      row(row);
      broken("breaks", row.lemmas());
      broken("violates", row.invariants());
    }
    chart.groups().forEach(this::group);
    return out.toString();
  }

  /** Names go over several lines where they have spaces. */
  private void header() {
    List<String[]> names =
        chart.lifelines().stream().map(ChartText::name).map(n -> n.split(" ")).toList();
    int height = names.stream().mapToInt(n -> n.length).max().orElse(0);
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder(" ".repeat(left));
      for (String[] name : names) {
        int skipped = height - name.length;
        line.append(centred(i < skipped ? "" : name[i - skipped]));
      }
      line(line.toString());
    }
  }

  private static String name(Lifeline lifeline) {
    return lifeline.isByzantine() ? lifeline.name() + " †" : lifeline.name();
  }

  private String centred(String text) {
    String shown = text.length() < lane ? text : text.substring(0, lane - 1);
    int before = Math.max(0, lane / 2 - shown.length() / 2);
    return Strings.padEnd(" ".repeat(before) + shown, lane, ' ');
  }

  private void row(SequenceChart.Row row) {
    List<String> notes = notes(row).toList();
    for (int i = 0; i < notes.size(); i++) {
      char[] lanes = lanes();
      lanes[centre(row.lifeline())] = '┃';
      int sent = i - row.received().size() - row.registers().size();
      if (i < row.received().size()) {
        arrow(lanes, row.received().get(i), row.lifeline());
      } else if (sent >= 0 && sent < row.sent().size() && !row.sent().get(sent).isReceived()) {
        lanes[centre(row.lifeline()) + 1] = '╌';
        lanes[Math.min(centre(row.lifeline()) + 2, lanes.length - 1)] = '▷';
      }
      String call = Strings.padEnd(i == 0 ? call(row) : "", left, ' ');
      line(call + new String(lanes) + " " + notes.get(i));
    }
  }

  /** What stands on the right of each line of a row. */
  private Stream<String> notes(SequenceChart.Row row) {
    Stream<String> received = row.received().stream().map(this::received);
    Stream<String> sent = row.sent().stream().map(ChartText::sent);
    Stream<String> all = Stream.concat(received, Stream.concat(row.registers().stream(), sent));
    return row.received().isEmpty() && row.registers().isEmpty() && row.sent().isEmpty()
        ? Stream.of("")
        : all;
  }

  private String received(SequenceChart.Arrow arrow) {
    String source =
        arrow.sentIn().isPresent()
            ? "of step " + chart.rows().get(arrow.sentIn().getAsInt()).number()
            : "said by " + chart.lifelines().get(arrow.from()).name() + " †";
    return (arrow.isLost() ? "loses " : "") + arrow.message().text() + " " + source;
  }

  private static String sent(SequenceChart.Sent sent) {
    String text = "sends " + sent.message().text();
    if (sent.group().isPresent()) {
      return text + " " + mark(sent.group().getAsInt());
    }
    return sent.isReceived() ? text : text + ", not received";
  }

  private void arrow(char[] lanes, SequenceChart.Arrow arrow, int to) {
    boolean lied = arrow.sentIn().isEmpty();
    int from = centre(arrow.from());
    int end = centre(to);
    int step = from < end ? 1 : -1;
    for (int x = from + step; x != end; x += step) {
      boolean crosses = lanes[x] != ' ';
      lanes[x] = crosses ? '┼' : lied ? '╌' : '─';
    }
    lanes[from] = step > 0 ? '├' : '┤';
    lanes[end - step] = arrow.isLost() ? '×' : step > 0 ? '▶' : '◀';
  }

  private void broken(String verb, List<Trace.Broken> properties) {
    properties.forEach(p -> line("    ✗ %s %s: %s".formatted(verb, p.name(), p.meaning())));
  }

  private void group(Group group) {
    List<Integer> members = chart.members(group);
    char[] lanes = lanes();
    int first = centre(members.get(0));
    int last = centre(members.get(members.size() - 1));
    for (int x = first; x < last; x++) {
      lanes[x] = lanes[x] == ' ' ? '─' : '┼';
    }
    members.forEach(m -> lanes[centre(m)] = mark(chart.groups().indexOf(group)));
    line(Strings.padEnd(legend(group), left, ' ') + new String(lanes));
  }

  private char[] lanes() {
    char[] lanes = new char[chart.lifelines().size() * lane];
    Arrays.fill(lanes, ' ');
    for (int i = 0; i < chart.lifelines().size(); i++) {
      lanes[centre(i)] = chart.lifelines().get(i).isByzantine() ? '┊' : '│';
    }
    return lanes;
  }

  private int centre(int lifeline) {
    return lifeline * lane + lane / 2;
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
