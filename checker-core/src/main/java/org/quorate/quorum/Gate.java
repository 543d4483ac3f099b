package org.quorate.quorum;

import java.util.List;

/**
 * A threshold gate: a set of processes satisfies it when the members that the set satisfies weigh
 * at least the threshold. Every quorum system can be said so; after the nested quorum sets of
 * Mazières, <i>The Stellar Consensus Protocol</i>, 2015, with the weights of Gifford, <i>Weighted
 * Voting for Replicated Data</i>, 1979.
 *
 * @param threshold from 1 to the weight of all members
 * @param members at least one
 */
public record Gate(int threshold, List<Input> members) implements Member {

  /** The most members; the weight of all of them fits an int. */
  public static final int MAX_MEMBERS = 10_000;

  /**
   * A member with what it weighs.
   *
   * @param weight from 1 to {@value #MAX_WEIGHT}
   */
  public record Input(Member member, int weight) {

    /** The largest weight. */
    public static final int MAX_WEIGHT = 100_000;

    /**
     * @throws IllegalArgumentException if the weight is out of range
     */
    public Input {
      if (weight < 1 || weight > MAX_WEIGHT) {
        throw new IllegalArgumentException(
            "a weight is from 1 to %,d, not %,d".formatted(MAX_WEIGHT, weight));
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the threshold cannot be met, or is met by nothing, or a
   *     process is a member twice
   */
  public Gate {
    members = List.copyOf(members);
    if (members.size() > MAX_MEMBERS) {
      throw new IllegalArgumentException(
          "a gate has at most %,d members, not %,d".formatted(MAX_MEMBERS, members.size()));
    }
    List<Member> processes =
        members.stream().map(Input::member).filter(Member.Leaf.class::isInstance).toList();
    if (processes.stream().distinct().count() < processes.size()) {
      throw new IllegalArgumentException(
          "a process is a member twice; give it a weight instead, such as 2*a");
    }
    int weight = members.stream().mapToInt(Input::weight).sum();
    if (threshold < 1 || threshold > weight) {
      throw new IllegalArgumentException(
          "the threshold must be from 1 to the weight of all members, %,d, not %,d"
              .formatted(weight, threshold));
    }
  }

  /** Members that weigh one each. */
  public static Gate of(int threshold, List<? extends Member> members) {
    return new Gate(threshold, members.stream().map(m -> new Input(m, 1)).toList());
  }

  /** Satisfied by the sets that satisfy all members. */
  public static Gate all(List<? extends Member> members) {
    return of(members.size(), members);
  }

  /** Satisfied by the sets that satisfy some member. */
  public static Gate any(List<? extends Member> members) {
    return of(1, members);
  }

  /** The weight of all members. */
  public int weight() {
    return members.stream().mapToInt(Input::weight).sum();
  }

  /** The same members with another threshold. */
  public Gate withThreshold(int other) {
    return new Gate(other, members);
  }

  @Override
  public boolean isSatisfied(long set) {
    int reached = 0;
    for (Input input : members) {
      reached += input.member().isSatisfied(set) ? input.weight() : 0;
    }
    return reached >= threshold;
  }

  /**
   * The gate that is satisfied by the sets that meet every set which satisfies this one: those
   * which, when they fail, leave nothing that satisfies it.
   */
  public Gate dual() {
    List<Input> duals =
        members.stream()
            .map(i -> i.member() instanceof Gate g ? new Input(g.dual(), i.weight()) : i)
            .toList();
    return new Gate(weight() - threshold + 1, duals);
  }
}
