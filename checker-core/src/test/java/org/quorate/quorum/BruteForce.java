package org.quorate.quorum;

import java.util.stream.LongStream;

/** The definitions, by looking at every set of processes: the oracle for every faster way. */
final class BruteForce {

  private BruteForce() {}

  private static LongStream sets(int n) {
    return LongStream.range(0, 1L << n);
  }

  static boolean isConsistent(QuorumCheck check) {
    int n = check.phase1().processes();
    return sets(n)
        .filter(check.phase1()::isQuorum)
        .allMatch(
            first ->
                sets(n)
                    .filter(check.phase2()::isQuorum)
                    .noneMatch(second -> check.faults().liars().admits(first & second)));
  }

  static boolean isAvailable(QuorumCheck check) {
    int n = check.phase1().processes();
    long all = (1L << n) - 1;
    return sets(n)
        .filter(check.faults().faulty()::admits)
        .allMatch(
            faulty ->
                check.phase1().isQuorum(all & ~faulty) && check.phase2().isQuorum(all & ~faulty));
  }

  static long[] minimalQuorums(QuorumSystem system) {
    return sets(system.processes())
        .filter(system::isQuorum)
        .filter(
            q ->
                LongStream.range(0, system.processes())
                    .filter(p -> (q >>> p & 1) != 0)
                    .noneMatch(p -> system.isQuorum(q & ~(1L << p))))
        .toArray();
  }
}
