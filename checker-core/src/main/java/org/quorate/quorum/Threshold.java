package org.quorate.quorum;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Every set of so many processes is a quorum.
 *
 * @param processes n, from 1 to {@value #MAX_PROCESSES}
 * @param threshold q, from 1 to n
 */
public record Threshold(int processes, int threshold) implements QuorumSystem {

  /** The largest n. */
  public static final int MAX_PROCESSES = 1_000_000;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Threshold {
    if (processes < 1 || processes > MAX_PROCESSES) {
      throw new IllegalArgumentException(
          "there are from 1 to %,d processes, not %,d".formatted(MAX_PROCESSES, processes));
    }
    if (threshold < 1 || threshold > processes) {
      throw new IllegalArgumentException(
          "a quorum has from 1 to %d processes, not %d".formatted(processes, threshold));
    }
  }

  /** More than half of n processes. */
  public static Threshold majority(int n) {
    return new Threshold(n, n / 2 + 1);
  }

  @Override
  public String name(int process) {
    return "p" + (process + 1);
  }

  @Override
  public boolean isQuorum(long set) {
    return Long.bitCount(set) >= threshold;
  }

  @Override
  public Gate gate() {
    if (processes > MAX_ENUMERABLE) {
      throw new IllegalStateException(processes + " processes are too many for a gate");
    }
    return Gate.of(threshold, IntStream.range(0, processes).mapToObj(Member.Leaf::new).toList());
  }

  @Override
  public int greatestThreshold() {
    return processes;
  }

  @Override
  public Threshold withThreshold(int other) {
    return new Threshold(processes, other);
  }

  @Override
  public OptionalInt quorumSize() {
    return OptionalInt.of(threshold);
  }

  @Override
  public String toString() {
    return "any %d of %d".formatted(threshold, processes);
  }
}
