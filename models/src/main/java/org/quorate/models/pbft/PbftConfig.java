package org.quorate.models.pbft;

import org.quorate.models.network.Environment;

/**
 * A configuration of PBFT.
 *
 * @param replicas n, from 1 to 16, the Byzantine ones among them
 * @param byzantine how many replicas are Byzantine, from 0 to n
 * @param behaviour what these do
 * @param views the views are 0 to views−1, each with a primary of its own; from 1 to n
 * @param slots the slots (sequence numbers) are 0 to slots−1; from 1 to 3
 * @param values how many requests there are, from 1 to 4
 * @param prepareQuorum replicas whose prepares make a certificate, the primary among them; from 1
 *     to n
 * @param commitQuorum replicas whose commits decide, from 1 to n
 * @param viewChangeQuorum replicas whose view-changes justify a new-view, from 1 to n
 * @param environment how messages travel, and how correct replicas crash
 * @param deviation what is done differently from the protocol
 */
public record PbftConfig(
    int replicas,
    int byzantine,
    Behaviour behaviour,
    int views,
    int slots,
    int values,
    int prepareQuorum,
    int commitQuorum,
    int viewChangeQuorum,
    Environment environment,
    Deviation deviation) {

  static final int MAX_REPLICAS = 16;
  static final int MAX_VIEWS = 5;
  static final int MAX_SLOTS = 3;
  static final int MAX_VALUES = 4;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public PbftConfig {
    inRange("replicas", replicas, 1, MAX_REPLICAS);
    inRange("byzantine", byzantine, 0, replicas);
    inRange("views", views, 1, Math.min(MAX_VIEWS, replicas));
    inRange("slots", slots, 1, MAX_SLOTS);
    inRange("values", values, 1, MAX_VALUES);
    inRange("prepare-quorum", prepareQuorum, 1, replicas);
    inRange("commit-quorum", commitQuorum, 1, replicas);
    inRange("view-change-quorum", viewChangeQuorum, 1, replicas);
    inRange("crash", environment.crashes(), 0, replicas);
  }

  private static void inRange(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(name, least, most, number));
    }
  }

  /**
   * PBFT as it should be, with the least safe quorum, ceil((n+f+1)/2); one slot and two values.
   *
   * @param f how many replicas are Byzantine
   */
  public static PbftConfig of(int replicas, int f, int views) {
    int quorum = (replicas + f + 2) / 2;
    return new PbftConfig(
        replicas,
        f,
        Behaviour.ANYTHING,
        views,
        1,
        2,
        quorum,
        quorum,
        quorum,
        Environment.GROWING,
        Deviation.NONE);
  }

  /** This configuration with other quorums. */
  public PbftConfig withQuorums(int prepare, int commit, int viewChange) {
    return new PbftConfig(
        replicas,
        byzantine,
        behaviour,
        views,
        slots,
        values,
        prepare,
        commit,
        viewChange,
        environment,
        deviation);
  }

  /** This configuration with one quorum for everything. */
  public PbftConfig withQuorum(int quorum) {
    return withQuorums(quorum, quorum, quorum);
  }

  /** This configuration with other numbers of slots and values. */
  public PbftConfig withSize(int slots, int values) {
    return new PbftConfig(
        replicas,
        byzantine,
        behaviour,
        views,
        slots,
        values,
        prepareQuorum,
        commitQuorum,
        viewChangeQuorum,
        environment,
        deviation);
  }

  /** This configuration with another number of Byzantine replicas, and the same quorums. */
  public PbftConfig withByzantine(int count) {
    return new PbftConfig(
        replicas,
        count,
        behaviour,
        views,
        slots,
        values,
        prepareQuorum,
        commitQuorum,
        viewChangeQuorum,
        environment,
        deviation);
  }

  /** This configuration with another behaviour of the Byzantine replicas. */
  public PbftConfig withBehaviour(Behaviour other) {
    return new PbftConfig(
        replicas,
        byzantine,
        other,
        views,
        slots,
        values,
        prepareQuorum,
        commitQuorum,
        viewChangeQuorum,
        environment,
        deviation);
  }

  /** This configuration with a deviation. */
  public PbftConfig withDeviation(Deviation other) {
    return new PbftConfig(
        replicas,
        byzantine,
        behaviour,
        views,
        slots,
        values,
        prepareQuorum,
        commitQuorum,
        viewChangeQuorum,
        environment,
        other);
  }

  /** This configuration in another environment. */
  public PbftConfig in(Environment other) {
    return new PbftConfig(
        replicas,
        byzantine,
        behaviour,
        views,
        slots,
        values,
        prepareQuorum,
        commitQuorum,
        viewChangeQuorum,
        other,
        deviation);
  }

  /** How many replicas are in every quorum that they may help, whatever it is for. */
  int helpers() {
    return behaviour.speaksFreely() ? byzantine : 0;
  }

  /** How many replicas may do nothing: the Byzantine ones, and as many others as may crash. */
  int faulty() {
    return Math.min(replicas, byzantine + environment.crashes());
  }
}
