package org.quorate.quorum;

import java.util.Optional;

/** A way to decide the two questions about quorum systems; all ways give the same answers. */
interface Decider {

  /** What users know this way as. */
  String name();

  /** Whether this way can answer for such systems in a few seconds. */
  boolean canDecide(QuorumCheck check);

  /**
   * Two quorums, one of each phase, whose common processes may all lie at once; none if the systems
   * are consistent.
   */
  Optional<Overlap> overlap(QuorumCheck check);

  /**
   * A set of processes that may be faulty together and that meets every quorum of a system; none if
   * the system is available.
   */
  Optional<ProcessSet> blocking(QuorumSystem system, Adversary faulty);
}
