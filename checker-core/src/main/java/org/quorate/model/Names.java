package org.quorate.model;

import java.util.Collection;
import java.util.Comparator;

/** Says what is wrong with a name, and which known one it was meant to be. */
public final class Names {

  private Names() {}

  /** A message for people that a name is not among the known ones, and what they are. */
  public static String unknown(String kind, String name, Collection<String> known) {
    return "unknown %s '%s'%s".formatted(kind, name, rightOnes(name, known));
  }

  /** As {@link #unknown(String, String, Collection)}, for names that belong to something. */
  public static String unknown(String kind, String name, String owner, Collection<String> known) {
    return "unknown %s '%s' of %s%s".formatted(kind, name, owner, rightOnes(name, known));
  }

  private static String rightOnes(String name, Collection<String> known) {
    return didYouMean(name, known) + "; known: " + String.join(", ", known);
  }

  /**
   * {@code " (did you mean 'x'?)"} for the nearest name, or nothing if none is near: short names
   * differ.
   */
  public static String didYouMean(String name, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(name, k) <= Math.max(2, k.length() / 3))
        .filter(k -> 2 * distance(name, k) < k.length())
        .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k))
        .map(k -> " (did you mean '" + k + "'?)")
        .orElse("");
  }

  /** The edit distance of two strings (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
