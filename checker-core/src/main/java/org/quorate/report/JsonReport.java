package org.quorate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.store.StateStore;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;

/** A check's result for programs: one JSON object. */
public final class JsonReport {

  private final String version;

  /** A report that names a version of the tool. */
  public JsonReport(String version) {
    this.version = version;
  }

  /** The object, ending in a line break. */
  public String write(CheckResult result) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      write(json, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text + "\n";
  }

  private void write(JsonGenerator json, CheckResult result) throws IOException {
    SearchResult search = result.search();
    json.writeStartObject();
    json.writeStringField("tool", "quorate");
    json.writeStringField("version", version);
    json.writeStringField("model", result.model());
    value(json, "parameters", result.parameters());
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
    value(json, "symmetry", result.options().symmetry().names());
    json.writeStringField("store", result.options().store().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("states");
    json.writeNumberField("explored", search.explored());
    json.writeNumberField("represented", search.represented());
    json.writeEndObject();
    partition(json, result);
    json.writeNumberField("transitions", search.transitions());
    value(json, "depth", search.depth().isPresent() ? search.depth().getAsInt() : null);
    value(json, "levels", search.levels());
    value(json, "invariants", result.invariants());
    value(json, "goals", search.goals());
    value(json, "actions", search.fired());
    value(json, "notes", result.notes());
    json.writeFieldName("violation");
    violation(json, result.counterexample().orElse(null));
    json.writeNumberField("seconds", Math.round(search.seconds() * 1e3) / 1e3);
    json.writeNumberField("peakMemoryBytes", search.bytes());
    json.writeEndObject();
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
    value(json, "initial", c.trace().initial());
    json.writeArrayFieldStart("trace");
    for (Trace.Step step : c.trace().steps()) {
      json.writeStartObject();
      json.writeNumberField("step", step.number());
      json.writeStringField("action", step.action());
      value(json, "arguments", step.arguments());
      value(json, "state", step.state());
      value(json, "breaks", step.brokenLemmas().stream().map(Trace.BrokenLemma::name).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    json.writeFieldName(name);
    value(json, value);
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(json, entry.getKey().toString(), entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
