package org.quorate.models.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.model.Option.WholeNumber;
import org.quorate.model.Settings;
import org.quorate.quorum.Formula;
import org.quorate.quorum.FormulaException;

/**
 * How many processes a protocol has, from its options: n = k·f + 1, or n itself.
 *
 * @param n all of them
 * @param f how many may be faulty
 * @param k (n − 1) / f, where it is a whole number
 */
public record Processes(int n, int f, OptionalInt k) {

  /**
   * The options {@code k}, {@code f} and n itself.
   *
   * @param n the name of the option for n, such as {@code acceptors}, and what it counts
   * @param defaultK k where neither it nor n is given; f is then 1
   * @param most the largest n
   */
  public static List<Option> options(String n, int defaultK, int most) {
    return List.of(
        new Option(
            "k", new WholeNumber(1, most - 1), Integer.toString(defaultK), "n = k·f + 1 " + n),
        new Option(
            "f",
            new WholeNumber(0, most - 1),
            "1, or floor((n-1)/" + defaultK + ") where n is given",
            n + " that may be faulty"),
        new Option(n, new WholeNumber(1, most), "k·f + 1", "n, the number of " + n));
  }

  /**
   * What the settings say.
   *
   * @throws InvalidSettingsException if both k and n are given, or there are too many processes
   */
  public static Processes of(Settings settings, String name, int defaultK, int most) {
    OptionalInt given = settings.number(name);
    if (given.isPresent() && settings.has("k")) {
      throw new InvalidSettingsException(
          "give either %s, or k (n = k·f + 1); not both".formatted(name));
    }
    int f = settings.number("f").orElse(given.isPresent() ? (given.getAsInt() - 1) / defaultK : 1);
    int n = given.orElse(settings.number("k").orElse(defaultK) * f + 1);
    if (n > most) {
      throw new InvalidSettingsException(
          "k·f + 1 = %d %s are too many; at most %d".formatted(n, name, most));
    }
    if (f > n) {
      throw new InvalidSettingsException("f is at most the number of %s, %d".formatted(name, n));
    }
    if (given.isEmpty()) {
      return new Processes(n, f, OptionalInt.of(settings.number("k").orElse(defaultK)));
    }
    boolean whole = f > 0 && (n - 1) % f == 0;
    return new Processes(n, f, whole ? OptionalInt.of((n - 1) / f) : OptionalInt.empty());
  }

  /**
   * The size of a quorum: the formula of an option, or of the one that it falls back to.
   *
   * @throws InvalidSettingsException if the formula is none, or its value is not from 1 to n
   */
  public int quorum(Settings settings, String option, String fallback) {
    Map<String, Integer> variables = new LinkedHashMap<>(Map.of("n", n, "f", f));
    k.ifPresent(value -> variables.put("k", value));
    try {
      return Formula.parse(settings.text(option).orElse(fallback)).quorum(variables, n);
    } catch (FormulaException e) {
      throw new InvalidSettingsException(option + ": " + e.getMessage());
    }
  }
}
