package org.quorate.report;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.trace.Trace;

/**
 * A run for people: each step with what it changed and what it broke.
 *
 * @param palette the colours
 * @param table how to show views
 * @param registers the names of the views to show after each step
 */
record TextTrace(Palette palette, ViewTable table, List<String> registers) {

  private static final String INDENT = "       ";

  /** The steps, with the registers before the first one and after each. */
  String steps(Trace trace) {
    List<String> blocks = new ArrayList<>();
    if (!registers.isEmpty()) {
      blocks.add(INDENT + palette.strong("initially") + "\n" + registers(trace.initial()));
    }
    int width = trace.steps().stream().mapToInt(s -> call(s).length()).max().orElse(0);
    trace.steps().forEach(step -> blocks.add(step(step, width)));
    return String.join(registers.isEmpty() ? "" : "\n", blocks);
  }

  private String step(Trace.Step step, int width) {
    return "  %3d  %s  %s\n"
            .formatted(
                step.number(), Strings.padEnd(call(step), width, ' '), palette.faint(changes(step)))
        + broken(palette.warning("breaks"), step.brokenLemmas())
        + broken(palette.bad("violates"), step.brokenInvariants())
        + registers(step.state());
  }

  /** The last state, with all its views. */
  String lastState(Trace trace) {
    return "  " + palette.strong("after the last step") + "\n" + table.write(trace.last(), "  ");
  }

  private String registers(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(state);
    shown.keySet().retainAll(registers);
    return table.write(shown, INDENT);
  }

  private static String broken(String verb, List<Trace.Broken> properties) {
    return properties.stream()
        .map(p -> "%s%s %s: %s\n".formatted(INDENT, verb, p.name(), p.meaning()))
        .collect(Collectors.joining());
  }

  private String call(Trace.Step step) {
    return step.arguments().entrySet().stream()
        .map(a -> a.getKey() + " " + table.format(a.getValue()))
        .collect(Collectors.joining(", ", step.action() + "(", ")"));
  }

  private String changes(Trace.Step step) {
    return step.changes().stream().map(this::change).collect(Collectors.joining("; "));
  }

  private String change(Trace.Change change) {
    String name =
        change.index() == null ? change.view() : change.view() + "[" + change.index() + "]";
    return name + table.change(change.before(), change.after());
  }
}
