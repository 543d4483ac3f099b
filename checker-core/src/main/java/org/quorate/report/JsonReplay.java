package org.quorate.report;

import org.quorate.model.Model.Finding;

/** A replayed run for programs: one JSON object. */
public final class JsonReplay {

  private final String version;

  /** A report that names a version of the tool. */
  public JsonReplay(String version) {
    this.version = version;
  }

  /** The object, ending in a line break. */
  public String write(ReplayResult result) {
    return JsonText.object(
        json -> {
          JsonText.heading(json, version, result.model(), result.parameters());
          json.writeStringField("verdict", result.holds() ? "holds" : "violated");
          JsonText.value(json, "expected", result.expected().orElse(null));
          json.writeBooleanField("asExpected", result.asExpected());
          json.writeObjectFieldStart("run");
          JsonText.value(json, "invariant", result.failure().map(Finding::invariant).orElse(null));
          JsonText.value(
              json, "explanation", result.failure().map(Finding::explanation).orElse(null));
          json.writeNumberField("length", result.trace().length());
          JsonText.run(json, result.trace());
          json.writeEndObject();
        });
  }
}
