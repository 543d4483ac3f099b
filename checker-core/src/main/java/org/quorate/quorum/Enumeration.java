package org.quorate.quorum;

import java.util.Optional;

/** Any system whose minimal quorums, and whose largest faulty sets, are few enough to list. */
final class Enumeration implements Decider {

  private static final long MOST_FAULTY_SETS = 1_000_000;

  @Override
  public String name() {
    return "listing";
  }

  @Override
  public boolean canDecide(QuorumCheck check) {
    return check.phase1().processes() <= QuorumSystem.MAX_ENUMERABLE
        && check.faults().faulty().maximalCount(check.phase1().processes()) <= MOST_FAULTY_SETS
        && MinimalQuorums.of(check.phase1()).isPresent()
        && MinimalQuorums.of(check.phase2()).isPresent();
  }

  @Override
  public Optional<Overlap> overlap(QuorumCheck check) {
    Adversary liars = check.faults().liars();
    long[] seconds = minimal(check.phase2());
    for (long first : minimal(check.phase1())) {
      for (long second : seconds) {
        if (liars.admits(first & second)) {
          return Optional.of(new Overlap(ProcessSet.of(first), ProcessSet.of(second)));
        }
      }
    }
    return Optional.empty();
  }

  private static long[] minimal(QuorumSystem system) {
    return MinimalQuorums.of(system).orElseThrow();
  }

  @Override
  public Optional<ProcessSet> blocking(QuorumSystem system, Adversary faulty) {
    int n = system.processes();
    long all = (1L << n) - 1;
    return faulty
        .maximal(n)
        .filter(set -> !system.isQuorum(all & ~set))
        .mapToObj(ProcessSet::of)
        .findFirst();
  }
}
