package org.quorate.quorum;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A set of processes, numbered from 0. Immutable. */
public final class ProcessSet {

  /** Processes that stand alone in a text; longer runs of neighbours are shown as a range. */
  private static final int SHOWN = 16;

  private final BitSet members;

  private ProcessSet(BitSet members) {
    this.members = members;
  }

  /** The processes whose bits are set: bit 0 is process 0. */
  public static ProcessSet of(long mask) {
    return new ProcessSet(BitSet.valueOf(new long[] {mask}));
  }

  /** The processes from {@code from} on and below {@code to}. */
  public static ProcessSet range(int from, int to) {
    BitSet members = new BitSet(to);
    members.set(from, Math.max(from, to));
    return new ProcessSet(members);
  }

  /** The processes that are in both. */
  public ProcessSet and(ProcessSet other) {
    BitSet both = (BitSet) members.clone();
    both.and(other.members);
    return new ProcessSet(both);
  }

  /** The processes that are in one of them or in both. */
  public ProcessSet or(ProcessSet other) {
    BitSet either = (BitSet) members.clone();
    either.or(other.members);
    return new ProcessSet(either);
  }

  /** Whether it has no process. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** The number of processes. */
  public int size() {
    return members.cardinality();
  }

  /** Whether a process is in it. */
  public boolean contains(int process) {
    return members.get(process);
  }

  /** The processes in ascending order. */
  public IntStream stream() {
    return members.stream();
  }

  /** The set as bits, if no process above 63 is in it. */
  public long mask() {
    long[] words = members.toLongArray();
    if (words.length > 1) {
      throw new IllegalStateException("the set has a process above 63");
    }
    return words.length == 0 ? 0 : words[0];
  }

  /** The set with names, such as {@code {p1, p3}}; large ones with ranges, {@code {p1…p40}}. */
  public String format(IntFunction<String> names) {
    if (size() <= SHOWN) {
      return members.stream().mapToObj(names).collect(Collectors.joining(", ", "{", "}"));
    }
    List<String> runs = new ArrayList<>();
    for (int from = members.nextSetBit(0); from >= 0; ) {
      int end = members.nextClearBit(from);
      String first = names.apply(from);
      runs.add(end - from == 1 ? first : first + "…" + names.apply(end - 1));
      from = members.nextSetBit(end);
    }
    return runs.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProcessSet set && members.equals(set.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** The set with the numbers of its processes. */
  @Override
  public String toString() {
    return format(Integer::toString);
  }
}
