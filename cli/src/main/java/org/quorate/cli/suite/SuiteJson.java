package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.suite.Result.Status;
import org.quorate.cli.suite.SuiteResult.FileResult;
import org.quorate.report.JsonText;

/** The results of a suite for programs: one JSON object. */
public final class SuiteJson {

  private SuiteJson() {}

  /** The object, ending in a line break. */
  public static String write(String version, SuiteResult suite) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", version);
    object.put("status", suite.status().word());
    for (Status status : Status.values()) {
      object.put(status.word(), suite.count(status));
    }
    List<Object> checks = new ArrayList<>();
    for (FileResult file : suite.files()) {
      file.results().forEach(result -> checks.add(check(file.file(), result)));
    }
    object.put("written", suite.written());
    object.put("checks", checks);
    object.put("seconds", rounded(suite.seconds()));
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> check(SpecFile file, Result result) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("file", file.name());
    fields.put("line", result.check().at().line());
    fields.put("name", result.name());
    fields.put("kind", result.check().kind());
    fields.put("status", result.status().word());
    Map<String, String> expected = new LinkedHashMap<>();
    result.check().expected().forEach((fact, value) -> expected.put(fact, value.text()));
    fields.put("expected", values(expected));
    fields.put("found", result.facts().map(f -> values(f.values())).orElse(null));
    fields.put("complaints", result.complaints());
    fields.put("notes", result.notes());
    fields.put("seconds", rounded(result.seconds()));
    return fields;
  }

  private static Map<String, Object> values(Map<String, String> facts) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> goals = new LinkedHashMap<>();
    facts.forEach(
        (fact, text) -> {
          if (Facts.COUNTS.contains(fact)) {
            values.put(fact, Long.valueOf(text));
          } else if (fact.startsWith(Facts.goal(""))) {
            goals.put(fact.substring(Facts.goal("").length()), Boolean.valueOf(text));
          } else {
            values.put(fact, text);
          }
        });
    if (!goals.isEmpty()) {
      values.put(Facts.GOALS, goals);
    }
    return values;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1e3) / 1e3;
  }
}
