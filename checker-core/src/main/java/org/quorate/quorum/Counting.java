package org.quorate.quorum;

import java.util.Optional;
import org.quorate.quorum.Adversary.AtMost;

/**
 * Thresholds by arithmetic: quorums of q1 and of q2 of n processes share at least q1 + q2 − n; that
 * must be more than may lie. A quorum of q avoids all t faulty ones if q ≤ n − t.
 */
final class Counting implements Decider {

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public boolean canDecide(QuorumCheck check) {
    return check.phase1().quorumSize().isPresent()
        && check.phase2().quorumSize().isPresent()
        && check.faults().liars() instanceof AtMost
        && check.faults().faulty() instanceof AtMost;
  }

  @Override
  public Optional<Overlap> overlap(QuorumCheck check) {
    int n = check.phase1().processes();
    int q1 = size(check.phase1());
    int q2 = size(check.phase2());
    return q1 + q2 - n > count(check.faults().liars())
        ? Optional.empty()
        : Optional.of(new Overlap(ProcessSet.range(0, q1), ProcessSet.range(n - q2, n)));
  }

  @Override
  public Optional<ProcessSet> blocking(QuorumSystem system, Adversary faulty) {
    int n = system.processes();
    int t = Math.min(n, count(faulty));
    return size(system) <= n - t ? Optional.empty() : Optional.of(ProcessSet.range(n - t, n));
  }

  private static int size(QuorumSystem system) {
    return system.quorumSize().orElseThrow();
  }

  private static int count(Adversary adversary) {
    return ((AtMost) adversary).count();
  }
}
