package org.quorate.report;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes views of a state: first those with just one value, then tables of those that have the same
 * indices, with a column for each index.
 *
 * @param none what stands for no value
 */
record ViewTable(String none) {

  private static final int NAME_WIDTH = 8;

  /** The views, each line after {@code indent} and ending in a line break. */
  String write(Map<String, ? extends @Nullable Object> views, String indent) {
    Map<List<String>, Map<String, Map<?, ?>>> byIndex = new LinkedHashMap<>();
    List<List<String>> scalars = new ArrayList<>();
    views.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> values) {
            List<String> index = values.keySet().stream().map(Objects::toString).toList();
            byIndex.computeIfAbsent(index, k -> new LinkedHashMap<>()).put(name, values);
          } else {
            scalars.add(List.of(name, format(value)));
          }
        });
    StringBuilder out = new StringBuilder(lines(scalars, indent));
    byIndex.forEach((index, rows) -> out.append(lines(rows(index, rows), indent)));
    return out.toString();
  }

  private List<List<String>> rows(List<String> index, Map<String, Map<?, ?>> views) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(index);
    rows.add(head);
    views.forEach(
        (name, values) -> {
          List<String> row = new ArrayList<>(List.of(name));
          values.values().forEach(v -> row.add(format(v)));
          rows.add(row);
        });
    return rows;
  }

  private static String lines(List<List<String>> rows, String indent) {
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int c = 0; c < row.size(); c++) {
        line.append(Strings.padEnd(row.get(c), width(rows, c), ' ')).append("  ");
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    int longest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return column == 0 ? Math.max(longest, NAME_WIDTH) : longest;
  }

  /** How a value changed, to be read after its name. */
  String change(@Nullable Object before, @Nullable Object after) {
    if (before instanceof Set<?> was && after instanceof Set<?> is) {
      Set<@Nullable Object> added = new LinkedHashSet<>(is);
      added.removeAll(was);
      Set<@Nullable Object> removed = new LinkedHashSet<>(was);
      removed.removeAll(is);
      String gain = added.isEmpty() ? "" : " + " + items(added);
      String loss = removed.isEmpty() ? "" : " − " + items(removed);
      return gain + loss;
    }
    return " " + format(before) + " → " + format(after);
  }

  private String items(Collection<? extends @Nullable Object> values) {
    return values.stream().map(this::format).collect(Collectors.joining(", "));
  }

  /** A step for people, with its arguments in order. */
  String call(String action, Map<String, ? extends @Nullable Object> arguments) {
    return arguments.values().stream()
        .map(this::format)
        .collect(Collectors.joining(", ", action + "(", ")"));
  }

  /** A value for people. */
  String format(@Nullable Object value) {
    if (value == null) {
      return none;
    }
    if (value instanceof Set<?> set) {
      return "{" + items(set) + "}";
    }
    return value instanceof List<?> list ? "[" + items(list) + "]" : value.toString();
  }
}
