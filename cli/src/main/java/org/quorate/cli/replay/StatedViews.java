package org.quorate.cli.replay;

import com.google.common.collect.HashMultiset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;

/**
 * What a file says of a state: the values of some of its views, or of all.
 *
 * @param views the values by view, and by index where a view has one
 * @param complete whether a view that is not there is a difference
 */
record StatedViews(Yaml.Mapping views, boolean complete) {

  /** Messages show no more of a value than this. */
  private static final int MAX_SHOWN = 80;

  /** Where a state differs from what the file says of it, and in what. */
  record Difference(Position at, String what) {}

  /** The first difference from a state as a trace shows it, if there is one. */
  Optional<Difference> difference(Map<String, ? extends @Nullable Object> state) {
    views.only("view", "the model", state.keySet());
    return state.entrySet().stream()
        .flatMap(e -> difference(e.getKey(), e.getValue()).stream())
        .findFirst();
  }

  private Optional<Difference> difference(String view, @Nullable Object actual) {
    Optional<Yaml> stated = views.find(view);
    if (stated.isEmpty()) {
      return complete ? missing(views, view) : Optional.empty();
    }
    if (!(actual instanceof Map<?, ?> values)) {
      return difference(view, stated.get(), actual);
    }
    Yaml.Mapping byIndex = stated.get().mapping("a value for each index of " + view);
    byIndex.only("index", view, values.keySet().stream().map(Objects::toString).toList());
    return values.entrySet().stream()
        .flatMap(e -> difference(byIndex, view, e.getKey().toString(), e.getValue()).stream())
        .findFirst();
  }

  private Optional<Difference> difference(
      Yaml.Mapping byIndex, String view, String index, @Nullable Object actual) {
    String name = "%s[%s]".formatted(view, index);
    Optional<Yaml> stated = byIndex.find(index);
    if (stated.isEmpty()) {
      return complete ? missing(byIndex, name) : Optional.empty();
    }
    return difference(name, stated.get(), actual);
  }

  private static Optional<Difference> missing(Yaml at, String name) {
    return Optional.of(new Difference(at.at(), name + " is missing"));
  }

  private static Optional<Difference> difference(
      String name, Yaml stated, @Nullable Object actual) {
    Object text = text(actual);
    if (Objects.equals(comparable(stated.value(), actual), comparable(text, actual))) {
      return Optional.empty();
    }
    String what = "%s is %s, not %s".formatted(name, shown(text), shown(stated.value()));
    return Optional.of(new Difference(stated.at(), what));
  }

  /** A value of a trace in the form of {@link Yaml#value}. */
  private static @Nullable Object text(@Nullable Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(StatedViews::text).collect(Collectors.toList());
    }
    return value == null ? null : value.toString();
  }

  /** A value that is to be compared with a set: the order does not count, repetitions do. */
  private static @Nullable Object comparable(@Nullable Object value, @Nullable Object actual) {
    return actual instanceof Set<?> && value instanceof List<?> list
        ? HashMultiset.create(list)
        : value;
  }

  /** A value as a scenario would write it. */
  private static String shown(@Nullable Object value) {
    String text = flow(value);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  private static String flow(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + ": " + flow(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(StatedViews::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }

  /** How to tell states apart: the values of the first view in which they differ. */
  static String alternatives(List<Map<String, @Nullable Object>> states) {
    return states.get(0).keySet().stream()
        .map(view -> states.stream().map(s -> view + ": " + shown(s.get(view))).distinct().toList())
        .filter(values -> values.size() > 1)
        .findFirst()
        .map(values -> String.join(" or ", values))
        .orElse("nothing that is shown");
  }
}
