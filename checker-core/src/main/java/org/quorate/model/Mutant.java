package org.quorate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deviation from a protocol, and what a check must make of it. Mutants prove that the invariants
 * have teeth; controls look wrong and are safe, and a checker that flags one is wrong itself.
 *
 * @param name as in the catalogue
 * @param control whether it is safe
 * @param breaks what the deviation breaks; for a control, why it is safe
 * @param seen where it was seen in practice or in the literature
 * @param caught small settings at which an invariant must fail
 * @param missed settings at which every invariant must hold
 * @param faults those that it consists of, by their names as the protocol's faults, each with how
 *     many; empty if it is something else
 */
public record Mutant(
    String name,
    boolean control,
    String breaks,
    String seen,
    List<Map<String, String>> caught,
    List<Map<String, String>> missed,
    Map<String, Integer> faults) {

  /** A mutant that does not consist of faults. */
  public Mutant(
      String name,
      boolean control,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    this(name, control, breaks, seen, caught, missed, Map.of());
  }

  /** This mutant as one that consists of so many faults of a kind. */
  public Mutant consistingOf(String fault, int count) {
    return new Mutant(name, control, breaks, seen, caught, missed, Map.of(fault, count));
  }

  /**
   * A mutant that the option {@code mutant} chooses by its name, which is added to all settings.
   */
  public static Mutant chosen(
      String name,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    return new Mutant(name, false, breaks, seen, choosing(name, caught), choosing(name, missed));
  }

  /** A control that the option {@code mutant} chooses by its name, and where it must hold. */
  public static Mutant control(
      String name, String safe, String seen, List<Map<String, String>> holds) {
    return new Mutant(name, true, safe, seen, List.of(), choosing(name, holds));
  }

  private static List<Map<String, String>> choosing(
      String name, List<Map<String, String>> settings) {
    return settings.stream().map(s -> with(s, "mutant", name)).toList();
  }

  /** Settings from names and values in turn, in that order. */
  public static Map<String, String> settings(Object... namesAndValues) {
    return with(Map.of(), namesAndValues);
  }

  /** Some settings, and more from names and values in turn. */
  public static Map<String, String> with(Map<String, String> settings, Object... namesAndValues) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      more.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    return more;
  }
}
