package org.quorate.model;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values that a user gave for the options of a protocol, each checked against its option's type.
 */
public final class Settings {

  private static final Splitter WORDS = Splitter.on(',').trimResults();
  private static final Splitter COUNT = Splitter.on('=').trimResults().limit(2);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]{1,20}");

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
                Names.unknown(
                    "option",
                    name,
                    protocol.name(),
                    protocol.options().stream().map(Option::name).toList()));
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
    } else if (option.type() instanceof Option.Words) {
      checkWords(option.name(), value);
    } else if (option.type() instanceof Option.FaultSet faults) {
      var unused = readFaults(option.name(), faults, value);
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
      throw new InvalidSettingsException(Names.unknown(name, value, names));
    }
  }

  private static void checkWords(String name, String value) {
    List<String> words = WORDS.splitToList(value);
    for (String word : words) {
      if (!WORD.matcher(word).matches()) {
        throw new InvalidSettingsException(
            "%s takes names of letters, digits, - and _, separated by commas; '%s' is none"
                .formatted(name, word));
      }
    }
    if (new HashSet<>(words).size() < words.size()) {
      throw new InvalidSettingsException(
          "%s must differ from each other: %s".formatted(name, value));
    }
  }

  private static Map<String, Integer> readFaults(
      String name, Option.FaultSet possible, String value) {
    Map<String, Integer> faults = new LinkedHashMap<>();
    if (value.equals(Option.NO_FAULTS)) {
      return faults;
    }
    for (String item : WORDS.split(value)) {
      List<String> parts = COUNT.splitToList(item);
      Option.Fault fault = fault(name, possible, parts.get(0));
      if (fault.isCounted() != parts.size() > 1
          || (fault.isCounted() && !parts.get(1).matches("[1-9]\\d?"))) {
        String form =
            fault.isCounted()
                ? "%s needs a number from 1 to 99, such as %s=1"
                : "%s takes no number";
        throw new InvalidSettingsException(
            "%s: %s, not '%s'".formatted(name, form.formatted(fault.name(), fault.name()), item));
      }
      int count = fault.isCounted() ? Integer.parseInt(parts.get(1)) : 1;
      if (faults.put(fault.name(), count) != null) {
        throw new InvalidSettingsException("%s: %s is there twice".formatted(name, fault.name()));
      }
    }
    return faults;
  }

  private static Option.Fault fault(String option, Option.FaultSet possible, String name) {
    List<String> known = new ArrayList<>();
    for (Option.Fault fault : possible.faults()) {
      if (fault.name().equals(name)) {
        return fault;
      }
      known.add(fault.name());
    }
    known.add(Option.NO_FAULTS);
    throw new InvalidSettingsException(Names.unknown(option.replaceAll("s$", ""), name, known));
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

  /** The faults that an option allows, if it was given, each with how many; 1 for a switch. */
  public Optional<Map<String, Integer>> faults(Option option) {
    return option.type() instanceof Option.FaultSet possible
        ? text(option.name()).map(value -> readFaults(option.name(), possible, value))
        : Optional.empty();
  }

  /** The words of an option that takes some, if it was given. */
  public Optional<List<String>> words(String name) {
    return text(name).map(WORDS::splitToList);
  }
}
