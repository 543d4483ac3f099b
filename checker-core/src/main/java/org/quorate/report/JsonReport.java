package org.quorate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.quorate.search.Coverage;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.store.StateStore;
import org.quorate.trace.Counterexample;

/** A check's result for programs: one JSON object. */
public final class JsonReport {

  private final String version;

  /** A report that names a version of the tool. */
  public JsonReport(String version) {
    this.version = version;
  }

  /** The object, ending in a line break. */
  public String write(CheckResult result) {
    return JsonText.object(json -> write(json, result));
  }

  private void write(JsonGenerator json, CheckResult result) throws IOException {
    SearchResult search = result.search();
    JsonText.heading(json, version, result.model(), result.parameters());
    json.writeStringField("verdict", result.outcome().name().toLowerCase(Locale.ROOT));
    if (search.verdict() instanceof Verdict.Incomplete incomplete) {
      json.writeStringField("limit", incomplete.limit().name().toLowerCase(Locale.ROOT));
    }
    json.writeBooleanField("exact", search.exact());
    if (!search.exact()) {
      json.writeNumberField(
          "collisionProbability", StateStore.collisionProbability(search.explored()));
    }
    json.writeStringField("strategy", result.options().strategy().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("threads", result.options().threads());
    JsonText.value(json, "symmetry", result.options().symmetry().names());
    json.writeNumberField("symmetryOrder", result.options().symmetry().groupOrder());
    json.writeStringField("reduction", search.reduced() ? "por" : "none");
    json.writeStringField("store", result.options().store().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("states");
    json.writeNumberField("explored", search.explored());
    json.writeNumberField("represented", search.represented());
    json.writeEndObject();
    partition(json, result);
    json.writeNumberField("transitions", search.transitions());
    JsonText.value(json, "depth", orNull(search.depth()));
    JsonText.value(json, "levels", search.levels());
    JsonText.value(json, "invariants", result.invariants());
    JsonText.value(json, "goals", search.goals());
    coverage(json, search.coverage());
    JsonText.value(json, "notes", result.notes());
    json.writeFieldName("violation");
    violation(json, result.counterexample().orElse(null));
    json.writeNumberField("seconds", Math.round(search.seconds() * 1e3) / 1e3);
    json.writeNumberField("peakMemoryBytes", search.bytes());
  }

  private static void partition(JsonGenerator json, CheckResult result) throws IOException {
    json.writeFieldName("partition");
    if (result.partition().isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("by", result.partition().get());
    json.writeObjectFieldStart("classes");
    for (Map.Entry<String, SearchResult.Count> each : result.search().partition().entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      json.writeNumberField("explored", each.getValue().explored());
      json.writeNumberField("represented", each.getValue().represented());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeObjectFieldStart("actions");
    for (Coverage.OfAction action : coverage.actions()) {
      json.writeObjectFieldStart(action.name());
      json.writeNumberField("fired", action.fired());
      JsonText.value(json, "firstStep", orNull(action.firstStep()));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("invariants");
    for (Coverage.OfInvariant invariant : coverage.invariants()) {
      json.writeObjectFieldStart(invariant.name());
      json.writeNumberField("evaluated", invariant.evaluated());
      json.writeNumberField("failed", invariant.failed());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("goals");
    for (Coverage.OfGoal goal : coverage.goals()) {
      json.writeObjectFieldStart(goal.name());
      JsonText.value(json, "depth", orNull(goal.depth()));
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static void violation(JsonGenerator json, @Nullable Counterexample c) throws IOException {
    if (c == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("invariant", c.invariant());
    json.writeStringField("explanation", c.explanation());
    json.writeNumberField("length", c.trace().length());
    json.writeBooleanField("shortest", c.shortest());
    JsonText.run(json, c.trace());
    json.writeEndObject();
  }
}
