package org.quorate.cli.mutants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.report.CheckResult;
import org.quorate.report.JsonText;
import org.quorate.trace.Counterexample;

/** What came of a catalogue for programs: one JSON object. */
public final class MutantsJson {

  private MutantsJson() {}

  /** The object, ending in a line break. */
  public static String write(String version, List<MutantRun.Result> results) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", version);
    object.put("asExpected", results.stream().allMatch(MutantRun.Result::isAsExpected));
    object.put("checks", results.stream().map(MutantsJson::check).toList());
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> check(MutantRun.Result result) {
    MutantRun run = result.run();
    CheckResult check = result.check();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model", run.protocol().name());
    fields.put("mutant", run.mutant().name());
    fields.put("control", run.mutant().control());
    fields.put("settings", run.settings());
    fields.put("expected", run.expected());
    fields.put("found", result.found());
    fields.put("asExpected", result.isAsExpected());
    fields.put("invariant", check.counterexample().map(Counterexample::invariant).orElse(null));
    fields.put("length", check.counterexample().map(c -> c.trace().length()).orElse(null));
    fields.put("explored", check.search().explored());
    fields.put("seconds", Math.round(check.search().seconds() * 1e3) / 1e3);
    return fields;
  }
}
