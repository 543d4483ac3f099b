package org.quorate.report;

import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Group;
import org.quorate.model.Lifeline;
import org.quorate.trace.Trace;

/** Writes a sequence chart as a Mermaid sequence diagram. */
final class ChartMermaid {

  private final SequenceChart chart;
  private final StringBuilder out = new StringBuilder("sequenceDiagram\n");

  ChartMermaid(SequenceChart chart) {
    this.chart = chart;
  }

  String write() {
    line("title " + text(chart.title()));
    for (int i = 0; i < chart.lifelines().size(); i++) {
      Lifeline lifeline = chart.lifelines().get(i);
      String name = text(lifeline.name()) + (lifeline.isByzantine() ? " (Byzantine)" : "");
      line("participant %s as %s".formatted(id(i), name));
    }
    chart.rows().forEach(this::row);
    chart.groups().forEach(this::group);
    if (!chart.explanation().isEmpty()) {
      noteOverAll(chart.explanation());
    }
    return out.toString();
  }

  private void row(SequenceChart.Row row) {
    String process = id(row.lifeline());
    for (SequenceChart.Arrow arrow : row.received()) {
      String head = arrow.isLost() ? "-x" : arrow.sentIn().isEmpty() ? "-->>" : "->>";
      line(id(arrow.from()) + head + process + ": " + text(arrow.message().text()));
    }
    String registers =
        row.registers().stream().map(r -> "<br/>" + text(r)).collect(Collectors.joining());
    line("Note over %s: %d %s%s".formatted(process, row.number(), text(row.call()), registers));
    row.sent().stream()
        .filter(s -> !s.isReceived())
        .forEach(s -> line("%s--x%s: %s".formatted(process, process, text(s.message().text()))));
    broken("breaks", row.lemmas());
    broken("violates", row.invariants());
  }

  private void broken(String verb, List<Trace.Broken> properties) {
    properties.forEach(p -> noteOverAll("✗ %s %s: %s".formatted(verb, p.name(), p.meaning())));
  }

  private void noteOverAll(String content) {
    line("Note over %s,%s: %s".formatted(id(0), id(chart.lifelines().size() - 1), text(content)));
  }

  private void group(Group group) {
    chart
        .members(group)
        .forEach(m -> line("Note over %s: %s".formatted(id(m), text(group.label()))));
  }

  private static String id(int lifeline) {
    return "p" + lifeline;
  }

  /** A text in which nothing has a meaning for Mermaid. */
  private static String text(String content) {
    return content
        .replace("#", "#35;")
        .replaceAll(";(?<!#35;)", "#59;")
        .replace("<", "#lt;")
        .replace("\n", " ");
  }

  private void line(String content) {
    out.append("  ").append(content).append('\n');
  }
}
