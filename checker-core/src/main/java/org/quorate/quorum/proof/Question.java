package org.quorate.quorum.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.quorum.Formula;

/**
 * Whether quorums of given sizes are right, for all systems of a kind.
 *
 * @param faults which faults they must outlive
 * @param ranges the values of {@code k} and {@code f}, or of {@code b} and {@code c} where faults
 *     are hybrid
 * @param quorums the size of any quorum, or those of the two phases
 */
public record Question(FaultModel faults, Map<String, Values> ranges, List<Formula> quorums) {

  /** A question; see {@link #of} and {@link #hybrid}. */
  public Question {
    if (quorums.isEmpty() || quorums.size() > 2) {
      throw new IllegalArgumentException(quorums.size() + " quorums; there are one or two");
    }
    quorums = List.copyOf(quorums);
  }

  /**
   * About n = k·f + 1 processes.
   *
   * @param faults Byzantine ones or crashes
   */
  public static Question of(FaultModel faults, Values k, Values f, List<Formula> quorums) {
    if (faults == FaultModel.HYBRID) {
      throw new IllegalArgumentException("hybrid faults are b and c, not f");
    }
    return new Question(faults, ordered("k", k, "f", f), quorums);
  }

  /** About n = 3b + 2c + 1 processes. */
  public static Question hybrid(Values b, Values c, List<Formula> quorums) {
    return new Question(FaultModel.HYBRID, ordered("b", b, "c", c), quorums);
  }

  private static Map<String, Values> ordered(String x, Values xs, String y, Values ys) {
    Map<String, Values> ranges = new LinkedHashMap<>();
    ranges.put(x, xs);
    ranges.put(y, ys);
    return ranges;
  }

  /** The names of the sizes: q, or q1 and q2. */
  public List<String> names() {
    return quorums.size() == 1 ? List.of("q") : List.of("q1", "q2");
  }

  /** The values that a parameter ranges over. */
  Values range(String name) {
    Values values = ranges.get(name);
    if (values == null) {
      throw new IllegalArgumentException(name + " has no values");
    }
    return values;
  }
}
