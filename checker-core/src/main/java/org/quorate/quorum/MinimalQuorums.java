package org.quorate.quorum;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.quorum.Gate.Input;
import org.quorate.quorum.Member.Leaf;

/** The quorums that contain no other quorum, listed. */
final class MinimalQuorums {

  /** More sets than wanted. */
  private static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ways to choose members that are tried for each set wanted: many may give the same union. */
  private static final int TRIES = 100;

  /** Pairs of so many quorums are compared in about a tenth of a second. */
  static final int MOST = 5_000;

  private long tries;

  private MinimalQuorums() {}

  /**
   * The minimal quorums as bits, in ascending order; empty if there are more than {@value #MOST}.
   */
  static Optional<long[]> of(QuorumSystem system) {
    if (system.processes() > QuorumSystem.MAX_ENUMERABLE) {
      return Optional.empty();
    }
    if (system.quorumSize().isPresent()) {
      int size = system.quorumSize().getAsInt();
      return Subsets.count(system.processes(), size) > MOST
          ? Optional.empty()
          : Optional.of(Subsets.ofSize(system.processes(), size).toArray());
    }
    try {
      return Optional.of(
          new MinimalQuorums()
              .of(system.gate()).stream().mapToLong(Long::longValue).sorted().toArray());
    } catch (TooManyException e) {
      return Optional.empty();
    }
  }

  private Set<Long> of(Gate gate) {
    List<Set<Long>> choices = new ArrayList<>();
    for (Input input : gate.members()) {
      choices.add(
          input.member() instanceof Gate g
              ? of(g)
              : Set.of(1L << ((Leaf) input.member()).process()));
    }
    Set<Long> found = new LinkedHashSet<>();
    choose(gate, choices, 0, gate.threshold(), gate.weight(), 0, found);
    return minimal(found);
  }

  /**
   * Adds the union of each way to choose members that weigh enough.
   *
   * @param next the first member that is not decided on
   * @param missing the weight that is still needed
   * @param left the weight of the members that are not decided on
   */
  private void choose(
      Gate gate,
      List<Set<Long>> choices,
      int next,
      int missing,
      int left,
      long chosen,
      Set<Long> found) {
    if (++tries > (long) MOST * TRIES) {
      throw new TooManyException();
    }
    if (missing <= 0) {
      found.add(chosen);
      if (found.size() > MOST) {
        throw new TooManyException();
      }
      return;
    }
    if (left < missing) {
      return;
    }
    int weight = gate.members().get(next).weight();
    for (long set : choices.get(next)) {
      choose(gate, choices, next + 1, missing - weight, left - weight, chosen | set, found);
    }
    choose(gate, choices, next + 1, missing, left - weight, chosen, found);
  }

  /** Those that contain no other; smaller ones come first. */
  private static Set<Long> minimal(Set<Long> sets) {
    List<Long> bySize = new ArrayList<>(sets);
    bySize.sort((a, b) -> Integer.compare(Long.bitCount(a), Long.bitCount(b)));
    Set<Long> minimal = new LinkedHashSet<>();
    for (long set : bySize) {
      if (minimal.stream().noneMatch(m -> (m & ~set) == 0)) {
        minimal.add(set);
      }
    }
    return minimal;
  }
}
