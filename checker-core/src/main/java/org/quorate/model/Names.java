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

  /**
   * The edit distance of two strings, in which two neighbours that changed places are one mistake:
   * optimal string alignment (Damerau 1964, Levenshtein 1966).
   */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cost(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cost(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), cost[i - 1][j] + 1);
    least = Math.min(least, cost[i][j - 1] + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
