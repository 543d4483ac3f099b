package org.quorate.models.paxos;

import org.quorate.quorum.QuorumSystem;

/**
 * Whether acceptors are a quorum, asked for every state. Thresholds are counted; any other system
 * is looked up in a table of all sets, of which 12 acceptors have 4,096.
 *
 * @param least the size of the smallest quorum, without the acceptors that always help
 * @param table bit s of the table says whether the set s contains a quorum; empty for thresholds
 */
record QuorumPredicate(int least, long[] table) {

  /**
   * The test for a system of which some acceptors, who are not counted, always help.
   *
   * @param helpers the number of these; 0 unless the system is a threshold
   */
  static QuorumPredicate of(QuorumSystem system, int helpers) {
    if (system.quorumSize().isPresent()) {
      return new QuorumPredicate(system.quorumSize().getAsInt() - helpers, new long[0]);
    }
    int sets = 1 << system.processes();
    long[] table = new long[Math.max(1, sets / Long.SIZE)];
    int least = system.processes();
    for (int set = 0; set < sets; set++) {
      if (system.isQuorum(set)) {
        table[set / Long.SIZE] |= 1L << set;
        least = Math.min(least, Integer.bitCount(set));
      }
    }
    return new QuorumPredicate(least, table);
  }

  /** Whether the number of acceptors alone decides. */
  boolean counts() {
    return table.length == 0;
  }

  /** Whether so many acceptors may be a quorum; for thresholds, whether they are one. */
  boolean mayBeMet(int count) {
    return count >= least;
  }

  /** Whether the acceptors of a set, bit 0 for the first one, are a quorum. */
  boolean isMet(int set) {
    return counts() ? Integer.bitCount(set) >= least : (table[set >>> 6] >>> set & 1) != 0;
  }
}
