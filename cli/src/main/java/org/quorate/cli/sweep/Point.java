package org.quorate.cli.sweep;

import java.util.Comparator;

/**
 * A point of the map: n = k·f + 1 processes, f of which may be faulty.
 *
 * @param k the factor, a whole number
 * @param f how many may be faulty
 */
public record Point(int k, int f) {

  /** The most costly first, as far as one can tell: state spaces grow with n, then with f. */
  static final Comparator<Point> COSTLIEST_FIRST =
      Comparator.comparingLong(Point::n).thenComparingInt(Point::f).reversed();

  /** The number of processes. */
  public long n() {
    return (long) k * f + 1;
  }

  /** For people: {@code k = 3, f = 1}. */
  @Override
  public String toString() {
    return "k = " + k + ", f = " + f;
  }
}
