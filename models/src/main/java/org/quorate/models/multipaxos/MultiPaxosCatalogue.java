package org.quorate.models.multipaxos;

import static org.quorate.model.Mutant.settings;

import java.util.List;
import java.util.Map;
import org.quorate.model.Mutant;

/** The mutants of Multi-Paxos and the deviations that are safe, with sizes that tell them apart. */
final class MultiPaxosCatalogue {

  private MultiPaxosCatalogue() {}

  static List<Mutant> mutants() {
    return List.of(
        mutant(
            Deviation.SKIP_PHASE1,
            "a leader that takes over neither learns of earlier votes nor stops lower ballots",
            "Lamport, Paxos Made Simple, 3: a new leader executes phase 1 for all instances; no"
                + " public report of the plain bug is known",
            List.of(size(1, 2, 1), size(3, 2, 2)),
            List.of(size(3, 1, 2))),
        mutant(
            Deviation.TWO_VALUES,
            "the same ballot and slot name two values: each may be chosen by a quorum",
            "Lamport, Paxos Made Simple, 2.2; asked in Tencent/phxpaxos issue 145: what if a"
                + " proposer restarts and uses its number again?",
            List.of(size(1, 1, 1), size(3, 1, 2)),
            List.of(Mutant.with(size(3, 2, 2), "values", "1"))),
        mutant(
                Deviation.SHARED_BALLOT,
                "two proposers lead with one number, each with values of its own",
                "the slides: another proposer has to use another number; Lamport, Paxos Made"
                    + " Simple, 2.5",
                List.of(size(1, 1, 1), size(3, 1, 2)),
                List.of(Mutant.with(size(3, 2, 1), "values", "1")))
            .consistingOf("reuse", 1),
        mutant(
            Deviation.REPORT_LAST_SLOT,
            "a new leader takes a slot that may be chosen for free, since only a later one is"
                + " reported",
            "the slides keep one x_last for all slots, which does for the run they show; related:"
                + " Cjen1/OCons pull request 21, logs of different length merged wrongly",
            List.of(size(1, 2, 2), size(3, 2, 2)),
            List.of(size(3, 1, 2), size(3, 3, 1))),
        mutant(
            Deviation.LEAVE_FREE,
            "a new leader overwrites what may be chosen, although its promises report it",
            "Lamport, Paxos Made Simple, 3; related: Derecho-Project/derecho issue 126, a new"
                + " leader has to look for what the old one proposed",
            List.of(size(1, 2, 1), size(3, 2, 2)),
            List.of(size(3, 1, 2))),
        mutant(
            Deviation.SINGLE_REGISTER,
            "one register, one number, two values, and all of it one decision",
            "the slides, where x = 2 overwrites x = 8 under n = 5, read as a single decision",
            List.of(size(1, 1, 2), size(3, 1, 2)),
            List.of(size(3, 3, 1))),
        new Mutant(
            "flexible-quorums",
            false,
            "phase-1 and phase-2 quorums with q1 + q2 ≤ n need not meet",
            "Howard, Malkhi and Spiegelman, Flexible Paxos, OPODIS 2016",
            List.of(quorums(2, 1, 1), quorums(3, 1, 2), quorums(3, 2, 1), quorums(4, 2, 2)),
            List.of(quorums(2, 1, 2), quorums(3, 2, 2))),
        control(
            Deviation.OUT_OF_ORDER,
            "slots are decisions of their own; their order is a convenience of whoever executes"
                + " them",
            "Lamport, Paxos Made Simple, 3: commands 135 and 140 before 136 and 137",
            List.of(size(3, 2, 2), size(2, 2, 3))),
        control(
            Deviation.SKIP_FIRST_PHASE1,
            "below the lowest ballot there is nothing to learn and nobody to stop",
            "follows from Lamport, Paxos Made Simple, P2c",
            List.of(size(3, 2, 2), size(2, 2, 3))),
        control(
            Deviation.REPLAN,
            "each proposal needs some quorum of promises for its ballot, not the same one",
            "follows from Lamport, Paxos Made Simple, P2c",
            List.of(size(3, 2, 2), size(3, 3, 1))));
  }

  private static Mutant mutant(
      Deviation deviation,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    return Mutant.chosen(deviation.key(), breaks, seen, caught, missed);
  }

  private static Mutant control(
      Deviation deviation, String safe, String seen, List<Map<String, String>> sizes) {
    return Mutant.control(deviation.key(), safe, seen, sizes);
  }

  private static Map<String, String> size(int acceptors, int ballots, int slots) {
    return settings("acceptors", acceptors, "ballots", ballots, "slots", slots);
  }

  private static Map<String, String> quorums(int acceptors, int phase1, int phase2) {
    return Mutant.with(size(acceptors, 2, 1), "phase1-quorum", phase1, "phase2-quorum", phase2);
  }
}
