package org.quorate.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.model.Settings;

/**
 * Reads which model a file is about.
 *
 * @param known the protocols that there are
 * @param wanted the name of the one that it must be, or null for any
 */
public record ModelReader(List<Protocol> known, @Nullable String wanted) {

  /** The protocol that the file's key {@code model} names. */
  public Protocol protocol(Yaml.Mapping file) {
    Yaml.Scalar name = file.get("model").scalar("the name of a model");
    name.oneOf("model", known.stream().map(Protocol::name).toList());
    if (wanted != null && !wanted.equals(name.text())) {
      throw name.at()
          .error("this file is about the model %s, not %s".formatted(name.text(), wanted));
    }
    return known.stream().filter(p -> p.name().equals(name.text())).findFirst().orElseThrow();
  }

  /** The model of a protocol with the given options, named as on the command line. */
  public static Configured configured(Protocol protocol, Yaml.Mapping options) {
    Map<String, String> given = new LinkedHashMap<>();
    options
        .entries()
        .forEach(
            (name, entry) -> {
              String value = words(entry.value());
              // Alone first, so that an error has the position of the option that causes it.
              settings(entry.at(), protocol, Map.of(name, value));
              given.put(name, value);
            });
    return orBadFile(
        options.at(), () -> protocol.configure(settings(options.at(), protocol, given)));
  }

  private static Settings settings(Position at, Protocol protocol, Map<String, String> given) {
    return orBadFile(at, () -> Settings.of(protocol, given));
  }

  private static <T> T orBadFile(Position at, Supplier<T> task) {
    try {
      return task.get();
    } catch (InvalidSettingsException e) {
      throw at.error(String.valueOf(e.getMessage()));
    }
  }

  /** The value of an option as on the command line, where a list is words with commas. */
  public static String words(Yaml value) {
    if (!(value instanceof Yaml.Sequence list)) {
      return value.scalar("a value, or a list of values").text();
    }
    StringBuilder words = new StringBuilder();
    for (Yaml item : list.items()) {
      Yaml.Scalar word = item.scalar("a word");
      if (word.text().contains(",")) {
        throw word.at().error("'%s' has a comma; give each word on its own".formatted(word.text()));
      }
      words.append(words.isEmpty() ? "" : ",").append(word.text());
    }
    return words.toString();
  }
}
