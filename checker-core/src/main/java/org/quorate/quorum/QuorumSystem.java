package org.quorate.quorum;

import java.util.OptionalInt;

/**
 * Which sets of processes are quorums. With a quorum, each set that contains it is one.
 *
 * @see Threshold sets of a certain size
 * @see Composite everything else: weights, explicit sets, grids, nested thresholds
 */
public sealed interface QuorumSystem permits Threshold, Composite {

  /** The most processes of which sets fit into the bits of a long. */
  int MAX_ENUMERABLE = 62;

  /** n; the processes are numbered from 0. */
  int processes();

  /** The name of a process. */
  String name(int process);

  /**
   * Whether a set of processes contains a quorum.
   *
   * @param set bit 0 is process 0; of at most {@value #MAX_ENUMERABLE} processes
   */
  boolean isQuorum(long set);

  /** The system as one gate over its processes, of which there are not too many for bits. */
  Gate gate();

  /** The threshold of the outermost gate. */
  int threshold();

  /** The greatest threshold that the outermost gate may have; the least is 1. */
  default int greatestThreshold() {
    return gate().weight();
  }

  /** The same system with another threshold of its outermost gate. */
  QuorumSystem withThreshold(int threshold);

  /** The size of a quorum if all sets of that size, and no smaller ones, are quorums. */
  OptionalInt quorumSize();
}
