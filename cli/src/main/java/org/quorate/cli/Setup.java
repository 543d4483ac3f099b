package org.quorate.cli;

import com.google.common.base.Strings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.model.Protocol;
import org.quorate.report.SearchText;
import org.quorate.search.SearchOptions;
import org.quorate.state.StateLayout;

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
    search.map(SearchText::of).ifPresent(lines -> lines.forEach((l, t) -> line(out, l, t)));
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append("\n  ").append(Strings.padEnd(label, 12, ' ')).append(text);
  }
}
