package org.quorate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Model.Finding;
import org.quorate.trace.Trace;

/**
 * Writes a run in the Informal Trace Format of Apalache (its ADR 15): a variable for each view.
 *
 * <p>A view with an index is a {@code #map}, a set a {@code #set}. The format has no null: that
 * there is no value is the empty tuple, which no view has as a value. What the format does not
 * provide for, the model and the steps, is in {@code #meta}, whose contents it leaves to the tool.
 */
final class ItfTrace {

  private static final String META = "#meta";

  /** JSON numbers from here on are not exact in every reader (RFC 8259, 6). */
  private static final BigInteger TOO_LARGE = BigInteger.ONE.shiftLeft(53);

  private static final Object NONE = Map.of("#tup", List.of());

  private final Run run;
  private final String version;

  ItfTrace(Run run, String version) {
    this.run = run;
    this.version = version;
  }

  /** The trace as a text that ends in a line break, with a line for each value. */
  String write() {
    return JsonText.object(
        json -> {
          json.writeObjectFieldStart(META);
          meta(json);
          json.writeEndObject();
          line(json, "vars", List.copyOf(run.trace().initial().keySet()));
          json.writeArrayFieldStart("states");
          state(json, Map.of("index", 0), run.trace().initial());
          for (Trace.Step step : run.trace().steps()) {
            state(json, meta(step), step.state());
          }
          json.writeEndArray();
        });
  }

  private void meta(JsonGenerator json) throws IOException {
    json.writeStringField("format", "ITF");
    json.writeStringField(
        "format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html");
    json.writeStringField("description", run.title());
    JsonText.heading(json, version, run.model(), run.parameters());
    JsonText.value(json, "invariant", run.failure().map(Finding::invariant).orElse(null));
    JsonText.value(json, "explanation", run.failure().map(Finding::explanation).orElse(null));
  }

  private static Map<String, Object> meta(Trace.Step step) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("index", step.number());
    meta.put("action", step.action());
    Map<String, Object> arguments = new LinkedHashMap<>();
    step.arguments().forEach((name, value) -> arguments.put(name, expression(value)));
    meta.put("arguments", arguments);
    meta.put("breaks", JsonText.names(step.brokenLemmas()));
    meta.put("violates", JsonText.names(step.brokenInvariants()));
    return meta;
  }

  private static void state(
      JsonGenerator json, Map<String, Object> meta, Map<String, @Nullable Object> views)
      throws IOException {
    json.writeStartObject();
    line(json, META, meta);
    for (Map.Entry<String, @Nullable Object> view : views.entrySet()) {
      line(json, view.getKey(), expression(view.getValue()));
    }
    json.writeEndObject();
  }

  private static void line(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(JsonText.line(value));
  }

  /** A value as the format spells it. */
  static Object expression(@Nullable Object value) {
    if (value == null) {
      return NONE;
    }
    if (value instanceof Map<?, ?> map) {
      List<Object> pairs = new ArrayList<>();
      map.forEach((key, each) -> pairs.add(List.of(expression(key), expression(each))));
      return Map.of("#map", pairs);
    }
    if (value instanceof Collection<?> elements) {
      List<Object> list = elements.stream().map(ItfTrace::expression).toList();
      return value instanceof Set<?> ? Map.of("#set", list) : list;
    }
    return value instanceof Number number ? number(number) : value;
  }

  private static Object number(Number number) {
    BigInteger exact = new BigInteger(number.toString());
    boolean isLarge = exact.abs().compareTo(TOO_LARGE) >= 0;
    return isLarge ? Map.of("#bigint", exact.toString()) : number;
  }
}
