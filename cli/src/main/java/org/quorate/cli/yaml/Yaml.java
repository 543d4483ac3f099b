package org.quorate.cli.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Names;

/** A node of a file, with its position. What is asked for and is not there is an error. */
public sealed interface Yaml {

  /** Where the node starts. */
  Position at();

  /** The node as a value: null, a {@code String}, a {@code List} or a {@code Map} of such. */
  @Nullable Object value();

  /** This node, which must be a mapping; {@code what} says what it holds. */
  default Mapping mapping(String what) {
    throw at().error("expected a mapping with " + what + ", not " + kind());
  }

  /** This node, which must be a sequence; {@code what} says what it holds. */
  default Sequence sequence(String what) {
    throw at().error("expected a list of " + what + ", not " + kind());
  }

  /** This node, which must be a word or a number; {@code what} says what it means. */
  default Scalar scalar(String what) {
    throw at().error("expected " + what + ", not " + kind());
  }

  /** What kind of node this is, for people. */
  String kind();

  /**
   * A word or a number.
   *
   * @param text as it is written, without quotes
   * @param isNull whether it stands for no value
   */
  record Scalar(Position at, String text, boolean isNull) implements Yaml {

    @Override
    public @Nullable Object value() {
      return isNull ? null : text;
    }

    @Override
    public String kind() {
      return isNull ? "nothing" : "'" + text + "'";
    }

    @Override
    public Scalar scalar(String what) {
      return this;
    }

    /** The text, which must be one of some names. */
    public String oneOf(String kind, Collection<String> names) {
      if (!names.contains(text)) {
        throw at.error(Names.unknown(kind, text, names));
      }
      return text;
    }
  }

  /** A list. */
  record Sequence(Position at, List<Yaml> items) implements Yaml {

    @Override
    public Object value() {
      List<@Nullable Object> values = new ArrayList<>();
      items.forEach(item -> values.add(item.value()));
      return values;
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public Sequence sequence(String what) {
      return this;
    }
  }

  /** Keys with their values, in the order of the file. */
  record Mapping(Position at, Map<String, Entry> entries) implements Yaml {

    @Override
    public Object value() {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      entries.forEach((key, entry) -> values.put(key, entry.value().value()));
      return values;
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    @Override
    public Mapping mapping(String what) {
      return this;
    }

    /** The value of a key that must be there. */
    public Yaml get(String key) {
      return find(key).orElseThrow(() -> at.error("the key '%s' is missing".formatted(key)));
    }

    /** The value of a key, if it is there. */
    public Optional<Yaml> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** This mapping, whose keys must be among the known ones: each a {@code kind} of the owner. */
    public Mapping only(String kind, String owner, Collection<String> known) {
      entries.forEach(
          (key, entry) -> {
            if (!known.contains(key)) {
              throw entry.at().error(Names.unknown(kind, key, owner, known));
            }
          });
      return this;
    }
  }

  /** The place of a key, and its value. */
  record Entry(Position at, Yaml value) {}
}
