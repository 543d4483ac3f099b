package org.quorate.models.multipaxos;

import org.quorate.models.network.Environment;
import org.quorate.models.options.PhaseQuorums;

/**
 * A configuration of Multi-Paxos.
 *
 * @param quorums n, from 1 to 12, and how many acceptors make a quorum of each phase
 * @param f how many acceptors may crash, for the goal of deciding without them; from 0 to n
 * @param ballots the ballots are 0 to ballots−1; from 1 to 8
 * @param slots the slots are 0 to slots−1; from 1 to 4
 * @param values how many values may be proposed, from 1 to 5
 * @param proposersPerBallot how many proposers may lead the same ballot, from 1 to 3
 * @param environment how messages travel, and how acceptors crash
 * @param deviation what is done differently from the protocol
 */
public record MultiPaxosConfig(
    PhaseQuorums quorums,
    int f,
    int ballots,
    int slots,
    int values,
    int proposersPerBallot,
    Environment environment,
    Deviation deviation) {

  static final int MAX_ACCEPTORS = 12;
  static final int MAX_BALLOTS = 8;
  static final int MAX_SLOTS = 4;
  static final int MAX_VALUES = 5;
  static final int MAX_PROPOSERS = 3;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public MultiPaxosConfig {
    inRange("acceptors", quorums.acceptors(), 1, MAX_ACCEPTORS);
    inRange("f", f, 0, quorums.acceptors());
    inRange("ballots", ballots, 1, MAX_BALLOTS);
    inRange("slots", slots, 1, MAX_SLOTS);
    inRange("values", values, 1, MAX_VALUES);
    inRange("proposers-per-ballot", proposersPerBallot, 1, MAX_PROPOSERS);
    inRange("crash", environment.crashes(), 0, quorums.acceptors());
  }

  private static void inRange(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(name, least, most, number));
    }
  }

  /** Multi-Paxos as it should be, with majorities for quorums. */
  public static MultiPaxosConfig of(int acceptors, int ballots, int slots, int values) {
    return new MultiPaxosConfig(
        PhaseQuorums.majorities(acceptors),
        (acceptors - 1) / 2,
        ballots,
        slots,
        values,
        1,
        Environment.GROWING,
        Deviation.NONE);
  }

  /** This configuration with other quorums. */
  public MultiPaxosConfig withQuorums(int phase1, int phase2) {
    return new MultiPaxosConfig(
        new PhaseQuorums(acceptors(), phase1, phase2),
        f,
        ballots,
        slots,
        values,
        proposersPerBallot,
        environment,
        deviation);
  }

  /** This configuration with proposers that share a ballot. */
  public MultiPaxosConfig withProposersPerBallot(int count) {
    return new MultiPaxosConfig(quorums, f, ballots, slots, values, count, environment, deviation);
  }

  /** This configuration in another environment. */
  public MultiPaxosConfig in(Environment other) {
    return new MultiPaxosConfig(
        quorums, f, ballots, slots, values, proposersPerBallot, other, deviation);
  }

  /** This configuration with a deviation. */
  public MultiPaxosConfig withDeviation(Deviation other) {
    return new MultiPaxosConfig(
        quorums, f, ballots, slots, values, proposersPerBallot, environment, other);
  }

  /** How many acceptors may do nothing: f, or as many as may crash. */
  int faulty() {
    return Math.max(f, environment.crashes());
  }

  /** n. */
  int acceptors() {
    return quorums.acceptors();
  }
}
