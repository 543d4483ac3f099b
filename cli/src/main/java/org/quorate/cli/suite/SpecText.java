package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;

/**
 * The text of a spec file, in which single values are replaced and keys are added; all else stays
 * as its author wrote it.
 */
final class SpecText {

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  /** A piece of the text, and what to write in its place. */
  private record Edit(int start, int end, String replacement) {}

  SpecText(String text) {
    this.text = text;
  }

  /** Writes another value. */
  void replace(Yaml.Scalar old, String value) {
    edits.add(new Edit(start(old.at()), end(old), value));
  }

  /** Adds keys to a mapping, after the last of its values that is not nested. */
  void add(Yaml.Mapping mapping, Map<String, String> values) {
    List<String> pairs =
        values.entrySet().stream().map(v -> v.getKey() + ": " + v.getValue()).toList();
    Optional<Yaml.Scalar> last =
        mapping.entries().values().stream()
            .map(Yaml.Entry::value)
            .filter(Yaml.Scalar.class::isInstance)
            .map(Yaml.Scalar.class::cast)
            .reduce((first, second) -> second);
    int start = start(mapping.at());
    if (text.startsWith("{", start)) {
      String comma = mapping.entries().isEmpty() ? "" : ", ";
      String all = String.join(", ", pairs);
      insert(last.map(this::end).orElse(start + 1), last.isPresent() ? comma + all : all + comma);
    } else {
      String indent = " ".repeat(mapping.at().column() - 1);
      if (last.isPresent()) {
        String lines =
            pairs.stream().map(p -> lineBreak() + indent + p).collect(Collectors.joining());
        insert(endOfLine(end(last.get())), lines);
      } else {
        insert(
            start, pairs.stream().map(p -> p + lineBreak() + indent).collect(Collectors.joining()));
      }
    }
  }

  private void insert(int at, String piece) {
    edits.add(new Edit(at, at, piece));
  }

  /** The text with all changes. */
  String edited() {
    StringBuilder out = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(e -> out.replace(e.start(), e.end(), e.replacement()));
    return out.toString();
  }

  private String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int start(Position at) {
    int start = 0;
    for (int line = 1; line < at.line(); line++) {
      start = endOfLine(start);
      start += text.startsWith("\r\n", start) ? 2 : 1;
    }
    return text.offsetByCodePoints(start, at.column() - 1);
  }

  private int end(Yaml.Scalar scalar) {
    int start = start(scalar.at());
    char first = text.charAt(start);
    boolean quoted = first == '"' || first == '\'';
    return quoted ? text.indexOf(first, start + 1) + 1 : start + scalar.text().length();
  }
}
