package org.quorate.cli.sweep;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sweep for spreadsheets and plots: comma-separated values by RFC 4180, a record for each point.
 * What is not known is empty.
 */
public final class SweepCsv {

  private SweepCsv() {}

  /** The header and the records, each ending in CR LF. */
  public static String write(Sweep sweep) {
    StringBuilder out = new StringBuilder();
    for (Cell cell : sweep.cells()) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>(Map.of("model", sweep.model()));
      fields.putAll(Details.fields(cell));
      out.append(out.isEmpty() ? line(fields.keySet()) : "").append(line(fields.values()));
    }
    return out.toString();
  }

  private static String line(Collection<? extends @Nullable Object> fields) {
    return fields.stream().map(SweepCsv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
