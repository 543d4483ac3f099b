package org.quorate.cli;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.model.Protocol;
import org.quorate.report.TextReport;
import org.quorate.search.SearchOptions;
import org.quorate.state.StateLayout;
import org.quorate.symmetry.Symmetry;

/**
 * All that was configured, defaults included.
 *
 * @param title what it is about
 * @param parameters the model's options with their values
 * @param layout the bits of a state
 * @param search how to search, if there is a search
 */
record Setup(
    String title,
    Map<String, Object> parameters,
    StateLayout layout,
    Optional<SearchOptions> search) {

  static Setup of(String title, Protocol.Configured configured) {
    return new Setup(title, configured.parameters(), configured.model().layout(), Optional.empty());
  }

  static Setup of(String title, Protocol.Configured configured, SearchOptions search) {
    return new Setup(
        title, configured.parameters(), configured.model().layout(), Optional.of(search));
  }

  /** Lines for people, without a line break at the end. */
  String text() {
    String options =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + " " + p.getValue())
            .collect(Collectors.joining(", "));
    StringBuilder out = new StringBuilder(title);
    line(out, "options", options.isEmpty() ? "none" : options);
    line(out, "state", layout.toString());
    search.ifPresent(
        how -> {
          line(out, "symmetry", symmetry(how.symmetry()));
          line(out, "search", strategy(how));
          line(out, "limits", limits(how));
        });
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append("\n  ").append(Strings.padEnd(label, 12, ' ')).append(text);
  }

  private static String symmetry(Symmetry symmetry) {
    return symmetry.names().isEmpty()
        ? "none"
        : String.format(
            Locale.ROOT,
            "%s: order %,d",
            String.join(", ", symmetry.descriptions()),
            symmetry.groupOrder());
  }

  private static String strategy(SearchOptions how) {
    return "%s, %d thread%s, %s store"
        .formatted(
            lowerCase(how.strategy()),
            how.threads(),
            how.threads() == 1 ? "" : "s",
            lowerCase(how.store()));
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String limits(SearchOptions how) {
    List<String> limits = new ArrayList<>();
    how.maxBytes().ifPresent(n -> limits.add("memory " + TextReport.bytes(n)));
    how.maxStates().ifPresent(n -> limits.add("states " + number(n)));
    how.maxDepth().ifPresent(n -> limits.add("depth " + number(n)));
    how.timeout().ifPresent(t -> limits.add("time " + StatusLine.elapsed(t.toSeconds())));
    return limits.isEmpty() ? "none" : String.join(", ", limits);
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
