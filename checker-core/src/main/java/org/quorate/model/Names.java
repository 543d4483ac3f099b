package org.quorate.model;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that a misspelled one was meant to be. */
public final class Names {

  private Names() {}

  /** {@code "; did you mean 'x'?"} for the nearest name, or nothing if none is near. */
  public static String didYouMean(String name, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(name, k) <= Math.max(2, k.length() / 3))
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
