package org.quorate.models.paxos;

import org.quorate.models.network.Environment;
import org.quorate.quorum.Composite;
import org.quorate.quorum.QuorumSystem;
import org.quorate.quorum.Threshold;

/**
 * A configuration of Paxos.
 *
 * @param acceptors n, from 1 to 12, the Byzantine ones among them
 * @param f how many acceptors may crash, for the goal of deciding without them; from 0 to n
 * @param ballots the ballots are 0 to ballots−1; from 1 to 8
 * @param values how many values may be proposed, from 1 to 5
 * @param phase1 sets of acceptors that must promise before a value is proposed
 * @param phase2 sets of acceptors that must vote before a value is chosen
 * @param proposersPerBallot how many different values may be proposed in one ballot
 * @param forgets how many crashes may lose stable state
 * @param loss what they lose
 * @param byzantine acceptors that say anything at any time; fewer than n
 * @param environment how messages travel, and how acceptors crash
 * @param deviation what is done differently from the protocol
 */
public record PaxosConfig(
    int acceptors,
    int f,
    int ballots,
    int values,
    QuorumSystem phase1,
    QuorumSystem phase2,
    int proposersPerBallot,
    int forgets,
    Loss loss,
    int byzantine,
    Environment environment,
    Deviation deviation) {

  static final int MAX_ACCEPTORS = 12;
  static final int MAX_BALLOTS = 8;
  static final int MAX_VALUES = 5;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public PaxosConfig {
    inRange("acceptors", acceptors, 1, MAX_ACCEPTORS);
    inRange("f", f, 0, acceptors);
    inRange("ballots", ballots, 1, MAX_BALLOTS);
    inRange("values", values, 1, MAX_VALUES);
    inRange("proposers-per-ballot", proposersPerBallot, 1, MAX_VALUES);
    inRange("forget", forgets, 0, MAX_ACCEPTORS);
    inRange("byzantine", byzantine, 0, acceptors - 1);
    inRange("crash", environment.crashes(), 0, acceptors);
    if (phase1.processes() != acceptors || phase2.processes() != acceptors) {
      throw new IllegalArgumentException(
          "the quorums are not about %d acceptors".formatted(acceptors));
    }
    boolean thresholds = phase1.quorumSize().isPresent() && phase2.quorumSize().isPresent();
    if (byzantine > 0 && !thresholds) {
      throw new IllegalArgumentException("Byzantine acceptors go with thresholds only");
    }
  }

  private static void inRange(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(name, least, most, number));
    }
  }

  /** Paxos as it should be, with majorities for quorums. */
  public static PaxosConfig of(int acceptors, int ballots, int values) {
    Threshold majority = Threshold.majority(acceptors);
    return new PaxosConfig(
        acceptors,
        (acceptors - 1) / 2,
        ballots,
        values,
        majority,
        majority,
        1,
        0,
        Loss.ALL,
        0,
        Environment.GROWING,
        Deviation.NONE);
  }

  /** This configuration with other quorums. */
  public PaxosConfig withQuorums(int phase1, int phase2) {
    return withQuorums(new Threshold(acceptors, phase1), new Threshold(acceptors, phase2));
  }

  /** This configuration with other quorums. */
  public PaxosConfig withQuorums(QuorumSystem phase1, QuorumSystem phase2) {
    return new PaxosConfig(
        acceptors,
        f,
        ballots,
        values,
        phase1,
        phase2,
        proposersPerBallot,
        forgets,
        loss,
        byzantine,
        environment,
        deviation);
  }

  /** This configuration with proposers that share a ballot, forgetting crashes and liars. */
  public PaxosConfig withFaults(int proposersPerBallot, int forgets, int byzantine) {
    return new PaxosConfig(
        acceptors,
        f,
        ballots,
        values,
        phase1,
        phase2,
        proposersPerBallot,
        forgets,
        loss,
        byzantine,
        environment,
        deviation);
  }

  /** This configuration in another environment. */
  public PaxosConfig in(Environment environment) {
    return new PaxosConfig(
        acceptors,
        f,
        ballots,
        values,
        phase1,
        phase2,
        proposersPerBallot,
        forgets,
        loss,
        byzantine,
        environment,
        deviation);
  }

  /** This configuration with a deviation. */
  public PaxosConfig withDeviation(Deviation deviation) {
    return new PaxosConfig(
        acceptors,
        f,
        ballots,
        values,
        phase1,
        phase2,
        proposersPerBallot,
        forgets,
        deviation.loss().orElse(loss),
        byzantine,
        environment,
        deviation);
  }

  /** The name of an acceptor; those that follow the protocol come first. */
  String name(int acceptor) {
    return phase1 instanceof Composite named ? named.name(acceptor) : "a" + (acceptor + 1);
  }

  /** How many acceptors may do nothing: f, or as many as may crash, or as are Byzantine. */
  int faulty() {
    return Math.max(Math.max(f, byzantine), environment.crashes());
  }

  /** The number of acceptors that follow the protocol. */
  int correct() {
    return acceptors - byzantine;
  }
}
