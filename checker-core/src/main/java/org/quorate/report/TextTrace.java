package org.quorate.report;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/** A counterexample for people: each step with what it changed, then the last state as a table. */
final class TextTrace {

  private final Palette palette;

  TextTrace(Palette palette) {
    this.palette = palette;
  }

  String write(Counterexample counterexample) {
    Trace trace = counterexample.trace();
    if (trace.steps().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("\n  ")
        .append(palette.strong(steps(trace.length())))
        .append(counterexample.shortest() ? ", and no run is shorter" : ", not the shortest")
        .append("\n\n");
    int width = trace.steps().stream().mapToInt(s -> call(s).length()).max().orElse(0);
    for (Trace.Step step : trace.steps()) {
      out.append("  %3d  ".formatted(step.number()))
          .append(Strings.padEnd(call(step), width, ' '))
          .append("  ")
          .append(palette.faint(changes(step)))
          .append('\n');
      for (Trace.BrokenLemma lemma : step.brokenLemmas()) {
        out.append("       ")
            .append(palette.warning("breaks " + lemma.name()))
            .append(": ")
            .append(lemma.meaning())
            .append('\n');
      }
    }
    return out.append('\n').append(table(trace.steps().get(trace.length() - 1))).toString();
  }

  private static String steps(int length) {
    return length == 1 ? "1 step" : length + " steps";
  }

  private static String call(Trace.Step step) {
    return step.arguments().entrySet().stream()
        .map(a -> a.getKey() + " " + format(a.getValue()))
        .collect(Collectors.joining(", ", step.action() + "(", ")"));
  }

  private static String changes(Trace.Step step) {
    return step.changes().stream().map(TextTrace::change).collect(Collectors.joining("; "));
  }

  private static String change(Trace.Change change) {
    String name =
        change.index() == null ? change.view() : change.view() + "[" + change.index() + "]";
    if (change.before() instanceof List<?> before && change.after() instanceof List<?> after) {
      List<@Nullable Object> added = new ArrayList<>(after);
      added.removeAll(before);
      List<@Nullable Object> removed = new ArrayList<>(before);
      removed.removeAll(after);
      String gain = added.isEmpty() ? "" : " + " + items(added);
      String loss = removed.isEmpty() ? "" : " − " + items(removed);
      return name + gain + loss;
    }
    return name + " " + format(change.before()) + " → " + format(change.after());
  }

  private static String items(List<? extends @Nullable Object> values) {
    return values.stream().map(TextTrace::format).collect(Collectors.joining(", "));
  }

  /** Views with the same indices side by side, a column for each index. */
  private String table(Trace.Step last) {
    Map<List<String>, Map<String, Map<?, ?>>> byIndex = new LinkedHashMap<>();
    Map<String, @Nullable Object> scalars = new LinkedHashMap<>();
    last.state()
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?> values) {
                List<String> index = values.keySet().stream().map(Objects::toString).toList();
                byIndex.computeIfAbsent(index, k -> new LinkedHashMap<>()).put(name, values);
              } else {
                scalars.put(name, value);
              }
            });
    StringBuilder out = new StringBuilder("  " + palette.strong("after the last step") + "\n");
    scalars.forEach((name, value) -> out.append("  %-8s  %s%n".formatted(name, format(value))));
    byIndex.forEach((index, rows) -> appendRows(out, index, rows));
    return out.toString();
  }

  private static void appendRows(
      StringBuilder out, List<String> index, Map<String, Map<?, ?>> rows) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(index);
    lines.add(head);
    rows.forEach(
        (name, values) -> {
          List<String> line = new ArrayList<>(List.of(name));
          values.values().forEach(v -> line.add(format(v)));
          lines.add(line);
        });
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < line.size(); c++) {
        int column = c;
        int width = lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0);
        text.append(Strings.padEnd(line.get(c), c == 0 ? Math.max(width, 8) : width, ' '));
        text.append("  ");
      }
      out.append("  ").append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static String format(@Nullable Object value) {
    if (value == null) {
      return "–";
    }
    return value instanceof List<?> list
        ? list.stream().map(TextTrace::format).collect(Collectors.joining(", ", "{", "}"))
        : value.toString();
  }
}
