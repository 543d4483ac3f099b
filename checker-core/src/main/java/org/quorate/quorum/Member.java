package org.quorate.quorum;

/** What a gate counts: a process, satisfied by the sets that it is in, or another gate. */
public sealed interface Member permits Member.Leaf, Gate {

  /** Whether a set of processes, bit 0 for process 0, satisfies it. */
  boolean isSatisfied(long set);

  /**
   * A process.
   *
   * @param process from 0
   */
  record Leaf(int process) implements Member {

    @Override
    public boolean isSatisfied(long set) {
      return (set >>> process & 1) != 0;
    }
  }
}
