package org.quorate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.trace.Trace;

/** What the JSON of several reports has in common. */
public final class JsonText {

  private JsonText() {}

  /** Writes a value, or the fields of an object. */
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * An object with JSON-like values: null, numbers, booleans, texts, lists and maps of such; as a
   * text that ends in a line break.
   */
  public static String object(Map<String, ? extends @Nullable Object> fields) {
    return object(
        json -> {
          for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            value(json, field.getKey(), field.getValue());
          }
        });
  }

  /** An object as a text that ends in a line break. */
  static String object(Content fields) {
    return text(
            json -> {
              json.writeStartObject();
              fields.write(json);
              json.writeEndObject();
            },
            new DefaultPrettyPrinter())
        + "\n";
  }

  private static String text(Content content, PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A JSON-like value in one line. */
  static String line(@Nullable Object value) {
    return text(json -> value(json, value), new MinimalPrettyPrinter());
  }

  /** The fields by which every report begins. */
  static void heading(
      JsonGenerator json, String version, String model, Map<String, Object> parameters)
      throws IOException {
    json.writeStringField("tool", "quorate");
    json.writeStringField("version", version);
    json.writeStringField("model", model);
    value(json, "parameters", parameters);
  }

  /** The fields of a run: where it starts, and its steps. */
  static void run(JsonGenerator json, Trace trace) throws IOException {
    value(json, "initial", trace.initial());
    json.writeArrayFieldStart("trace");
    for (Trace.Step step : trace.steps()) {
      json.writeStartObject();
      json.writeNumberField("step", step.number());
      json.writeStringField("action", step.action());
      value(json, "arguments", step.arguments());
      value(json, "exchange", step.exchangeValue());
      value(json, "state", step.state());
      value(json, "breaks", names(step.brokenLemmas()));
      value(json, "violates", names(step.brokenInvariants()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The names of what a step broke. */
  static List<String> names(List<Trace.Broken> broken) {
    return broken.stream().map(Trace.Broken::name).toList();
  }

  /** A field with a JSON-like value. */
  static void value(JsonGenerator json, String name, @Nullable Object value) throws IOException {
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
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}
