package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.search.SearchOptions;
import org.quorate.symmetry.Symmetry;

/** How a search was configured, in words. */
public final class SearchText {

  private SearchText() {}

  /** What there is to say, by what it is about, in the order in which to show it. */
  public static Map<String, String> of(SearchOptions options) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("symmetry", symmetry(options.symmetry()));
    lines.put("search", strategy(options));
    lines.put("limits", limits(options));
    return lines;
  }

  private static String symmetry(Symmetry symmetry) {
    return symmetry.names().isEmpty()
        ? "none"
        : "%s: order %s"
            .formatted(
                String.join(", ", symmetry.descriptions()), Fact.number(symmetry.groupOrder()));
  }

  private static String strategy(SearchOptions options) {
    return "%s, %d thread%s, %s store"
        .formatted(
            lowerCase(options.strategy()),
            options.threads(),
            options.threads() == 1 ? "" : "s",
            lowerCase(options.store()));
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String limits(SearchOptions options) {
    List<String> limits = new ArrayList<>();
    options.maxBytes().ifPresent(n -> limits.add("memory " + Fact.bytes(n)));
    options.maxStates().ifPresent(n -> limits.add("states " + Fact.number(n)));
    options.maxDepth().ifPresent(n -> limits.add("depth " + Fact.number(n)));
    options.timeout().ifPresent(t -> limits.add("time " + time(t.toString())));
    return limits.isEmpty() ? "none" : String.join(", ", limits);
  }

  /** A time of ISO 8601 as users type it: {@code 1m30s} for {@code PT1M30S}. */
  private static String time(String iso) {
    return iso.substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
