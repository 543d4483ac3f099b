package org.quorate.cli.quorum;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.quorate.quorum.Faults;
import org.quorate.quorum.Threshold;
import org.quorate.quorum.proof.FaultModel;

/**
 * How many processes there are, and how many of them may be faulty.
 *
 * @param kind what the faulty ones do
 * @param n all of them
 * @param k (n − 1) / f where it is a whole number and f alone counts
 * @param b how many may lie
 * @param c how many more may stop
 */
public record Point(FaultModel kind, int n, OptionalInt k, int b, int c) {

  /**
   * @throws IllegalArgumentException if there are no or too many processes, or more faulty ones
   *     than there are
   */
  public Point {
    if (n < 1 || n > Threshold.MAX_PROCESSES) {
      throw new IllegalArgumentException(
          "there are from 1 to %,d processes, not %,d".formatted(Threshold.MAX_PROCESSES, n));
    }
    if ((long) b + c > n) {
      throw new IllegalArgumentException(
          "%,d of n = %,d processes cannot be faulty".formatted((long) b + c, n));
    }
  }

  /**
   * k·f + 1 processes.
   *
   * @throws IllegalArgumentException if they are too many
   */
  public static Point ofK(FaultModel kind, int k, int f) {
    long n = (long) k * f + 1;
    if (n > Threshold.MAX_PROCESSES) {
      throw new IllegalArgumentException(
          "k·f + 1 = %,d processes are too many; at most %,d"
              .formatted(n, Threshold.MAX_PROCESSES));
    }
    return of(kind, (int) n, OptionalInt.of(k), f);
  }

  /** n processes. */
  public static Point ofN(FaultModel kind, int n, int f) {
    boolean whole = f > 0 && (n - 1) % f == 0;
    return of(kind, n, whole ? OptionalInt.of((n - 1) / f) : OptionalInt.empty(), f);
  }

  private static Point of(FaultModel kind, int n, OptionalInt k, int f) {
    return kind == FaultModel.CRASH ? new Point(kind, n, k, 0, f) : new Point(kind, n, k, f, 0);
  }

  /** n processes of which b lie and c stop. */
  public static Point hybrid(int n, int b, int c) {
    return new Point(FaultModel.HYBRID, n, OptionalInt.empty(), b, c);
  }

  /** b + c. */
  public int f() {
    return b + c;
  }

  /** What may go wrong. */
  public Faults faults() {
    return Faults.hybrid(b, c);
  }

  /** The values of the variables of a formula. */
  public Map<String, Integer> variables() {
    Map<String, Integer> values = new LinkedHashMap<>();
    k.ifPresent(value -> values.put("k", value));
    values.put("f", f());
    if (kind == FaultModel.HYBRID) {
      values.put("b", b);
      values.put("c", c);
    }
    values.put("n", n);
    return values;
  }
}
