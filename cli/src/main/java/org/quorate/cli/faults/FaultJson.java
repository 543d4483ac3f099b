package org.quorate.cli.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.report.JsonText;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/** Which faults a violation needs, for programs: one JSON object. */
public final class FaultJson {

  private FaultJson() {}

  /** The object, ending in a line break. */
  public static String write(String version, FaultRun run, FaultAnswer answer) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", version);
    object.put("model", run.protocol().name());
    object.put("options", run.others());
    object.put("most", run.most());
    object.put("needed", answer.needed().stream().map(f -> needed(answer, f)).toList());
    object.put("harmless", answer.harmless().stream().map(f -> set(answer, f)).toList());
    object.put("unknown", answer.unknown().stream().map(f -> set(answer, f)).toList());
    object.put("checked", answer.checked());
    object.put("sets", answer.sets());
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> set(FaultAnswer answer, FaultAnswer.Found found) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("faults", found.faults());
    fields.put("words", answer.words(found.faults()));
    fields.put("explored", found.result().search().explored());
    return fields;
  }

  private static Map<String, @Nullable Object> needed(FaultAnswer answer, FaultAnswer.Found found) {
    Counterexample c = found.result().counterexample().orElseThrow();
    Map<String, @Nullable Object> fields = set(answer, found);
    fields.put("invariant", c.invariant());
    fields.put("explanation", c.explanation());
    fields.put("length", c.trace().length());
    fields.put("shortest", c.shortest());
    fields.put("trace", steps(c.trace()));
    return fields;
  }

  private static List<Map<String, @Nullable Object>> steps(Trace trace) {
    return trace.steps().stream().map(FaultJson::step).toList();
  }

  private static Map<String, @Nullable Object> step(Trace.Step step) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("step", step.number());
    fields.put("action", step.action());
    fields.put("arguments", step.arguments());
    fields.put("state", step.state());
    return fields;
  }
}
