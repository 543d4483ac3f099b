package org.quorate.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Values that a user gave for the options of a protocol, each checked against its option's type.
 */
public final class Settings {

  private final Map<String, String> given;

  private Settings(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /**
   * The given values.
   *
   * @throws InvalidSettingsException if an option is unknown or a value does not fit its type
   */
  public static Settings of(Protocol protocol, Map<String, String> given) {
    Map<String, Option> known =
        protocol.options().stream().collect(Collectors.toMap(Option::name, o -> o));
    given.forEach(
        (name, value) -> {
          Option option = known.get(name);
          if (option == null) {
            throw new InvalidSettingsException(
                "unknown option '%s' of %s%s; known: %s"
                    .formatted(
                        name,
                        protocol.name(),
                        Names.didYouMean(name, known.keySet()),
                        protocol.options().stream()
                            .map(Option::name)
                            .collect(Collectors.joining(", "))));
          }
          check(option, value);
        });
    return new Settings(given);
  }

  private static void check(Option option, String value) {
    if (option.type() instanceof Option.WholeNumber range) {
      checkNumber(option.name(), range, value);
    } else if (option.type() instanceof Option.Choice choice) {
      checkChoice(option.name(), choice.names(), value);
    }
  }

  private static void checkNumber(String name, Option.WholeNumber range, String value) {
    boolean fits;
    try {
      int number = Integer.parseInt(value);
      fits = number >= range.least() && number <= range.most();
    } catch (NumberFormatException e) {
      fits = false;
    }
    if (!fits) {
      throw new InvalidSettingsException(
          "%s must be a whole number from %d to %d, not '%s'"
              .formatted(name, range.least(), range.most(), value));
    }
  }

  private static void checkChoice(String name, List<String> names, String value) {
    if (!names.contains(value)) {
      throw new InvalidSettingsException(
          "unknown %s '%s'%s; known: %s"
              .formatted(name, value, Names.didYouMean(value, names), String.join(", ", names)));
    }
  }

  /** Whether the user gave this option. */
  public boolean has(String name) {
    return given.containsKey(name);
  }

  /** The value of an option that takes a whole number, if it was given. */
  public OptionalInt number(String name) {
    String value = given.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /** The value of an option, if it was given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }
}
