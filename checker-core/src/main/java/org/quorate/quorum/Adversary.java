package org.quorate.quorum;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * Which sets of processes may go wrong together; with a set, each of its subsets. An <i>adversary
 * structure</i> after Hirt and Maurer, 1997; a <i>fail-prone system</i> of Malkhi and Reiter,
 * <i>Byzantine Quorum Systems</i>, 1998. Sets are bits; bit 0 is process 0.
 */
public sealed interface Adversary {

  /** Whether the set may go wrong. */
  boolean admits(long set);

  /** Whether nothing goes wrong, ever. */
  boolean isHarmless();

  /** Who may go wrong together, such as {@code at most 2} or {@code within {a, b} or {c}}. */
  String format(IntFunction<String> names);

  /** The largest sets that may go wrong, of {@code n} processes; there may be very many. */
  LongStream maximal(int n);

  /** The number of those sets, or {@link Long#MAX_VALUE} if there are more. */
  long maximalCount(int n);

  /**
   * Any set of at most so many processes.
   *
   * @param count 0 or more
   */
  record AtMost(int count) implements Adversary {

    public AtMost {
      if (count < 0) {
        throw new IllegalArgumentException("at least 0 processes may go wrong, not " + count);
      }
    }

    @Override
    public boolean admits(long set) {
      return Long.bitCount(set) <= count;
    }

    @Override
    public boolean isHarmless() {
      return count == 0;
    }

    @Override
    public String format(IntFunction<String> names) {
      return count == 0 ? "none" : "at most " + count;
    }

    @Override
    public LongStream maximal(int n) {
      return Subsets.ofSize(n, Math.min(count, n));
    }

    @Override
    public long maximalCount(int n) {
      return Subsets.count(n, Math.min(count, n));
    }
  }

  /** Any subset of one of the given sets; none at all, if there are none. */
  record Within(List<ProcessSet> sets) implements Adversary {

    public Within {
      sets = List.copyOf(sets);
    }

    @Override
    public boolean admits(long set) {
      return set == 0 || sets.stream().anyMatch(s -> (set & ~s.mask()) == 0);
    }

    @Override
    public boolean isHarmless() {
      return sets.stream().allMatch(ProcessSet::isEmpty);
    }

    @Override
    public String format(IntFunction<String> names) {
      return isHarmless()
          ? "none"
          : sets.stream().map(s -> s.format(names)).collect(joining(" or ", "within ", ""));
    }

    @Override
    public LongStream maximal(int n) {
      return sets.isEmpty() ? LongStream.of(0) : sets.stream().mapToLong(ProcessSet::mask);
    }

    @Override
    public long maximalCount(int n) {
      return Math.max(1, sets.size());
    }
  }
}
