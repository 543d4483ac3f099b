package org.quorate.cli.options;

import java.util.Map;
import java.util.stream.Collectors;

/** Options as they are typed. */
public final class Flags {

  private Flags() {}

  /** An option's name with its dashes. */
  public static String of(String name) {
    return (name.length() == 1 ? "-" : "--") + name;
  }

  /** Options with their values as a shell takes them, with a space before each. */
  public static String line(Map<String, String> options) {
    return options.entrySet().stream()
        .map(o -> " " + of(o.getKey()) + " " + quoted(o.getValue()))
        .collect(Collectors.joining());
  }

  /** A word as a shell takes it. */
  public static String quoted(String word) {
    return word.matches("[\\w,./=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
