package org.quorate.models.options;

import java.util.List;
import org.quorate.model.Model.Finding;
import org.quorate.model.Option;
import org.quorate.model.Option.Formula;
import org.quorate.model.Settings;
import org.quorate.quorum.Threshold;

/**
 * The quorums of a protocol with two phases, after Howard, Malkhi and Spiegelman, <i>Flexible
 * Paxos</i>, 2016: those of different phases must meet, those of the same phase need not.
 *
 * @param acceptors n
 * @param phase1 acceptors that must promise before a value is proposed, from 1 to n
 * @param phase2 acceptors that must vote before a value is chosen, from 1 to n
 */
public record PhaseQuorums(int acceptors, int phase1, int phase2) {

  private static final String MAJORITY = "floor(n/2)+1";

  /**
   * @throws IllegalArgumentException if a quorum has fewer than 1 or more than n acceptors
   */
  public PhaseQuorums {
    inRange("phase1-quorum", phase1, acceptors);
    inRange("phase2-quorum", phase2, acceptors);
  }

  private static void inRange(String name, int quorum, int acceptors) {
    if (quorum < 1 || quorum > acceptors) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, not %d".formatted(name, acceptors, quorum));
    }
  }

  /** Majorities in both phases. */
  public static PhaseQuorums majorities(int acceptors) {
    int majority = acceptors / 2 + 1;
    return new PhaseQuorums(acceptors, majority, majority);
  }

  /** The options {@code quorum}, {@code phase1-quorum} and {@code phase2-quorum}. */
  public static List<Option> options() {
    return List.of(
        new Option("quorum", new Formula(), MAJORITY, "acceptors in a quorum of either phase"),
        new Option("phase1-quorum", new Formula(), "quorum", "promises that a proposer needs"),
        new Option("phase2-quorum", new Formula(), "quorum", "votes that choose a value"));
  }

  /** What the settings say, majorities unless told. */
  public static PhaseQuorums of(Settings settings, Processes acceptors) {
    return of(settings, acceptors, settings.text("quorum").orElse(MAJORITY));
  }

  /**
   * What the settings say, and {@code quorum} where they name no quorum for a phase.
   *
   * @throws org.quorate.model.InvalidSettingsException if a formula is none, or its value is not
   *     from 1 to n
   */
  public static PhaseQuorums of(Settings settings, Processes acceptors, String quorum) {
    acceptors.quorum(settings, "quorum", quorum);
    return new PhaseQuorums(
        acceptors.n(),
        acceptors.quorum(settings, "phase1-quorum", quorum),
        acceptors.quorum(settings, "phase2-quorum", quorum));
  }

  /** What is wrong if quorums of the two phases need not share an acceptor. */
  public List<Finding> findings() {
    return QuorumFindings.ofPhases(first(), second(), PhaseQuorums::name, 0);
  }

  /** What is wrong if some phase may have no quorum once f acceptors have crashed. */
  public List<Finding> obstacles(int f) {
    return QuorumFindings.obstaclesOfPhases(first(), second(), PhaseQuorums::name, f);
  }

  private static String name(int acceptor) {
    return "a" + (acceptor + 1);
  }

  private Threshold first() {
    return new Threshold(acceptors, phase1);
  }

  private Threshold second() {
    return new Threshold(acceptors, phase2);
  }
}
