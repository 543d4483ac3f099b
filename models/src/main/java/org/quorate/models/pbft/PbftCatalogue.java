package org.quorate.models.pbft;

import static org.quorate.model.Mutant.settings;

import java.util.List;
import java.util.Map;
import org.quorate.model.Mutant;

/** The mutants of PBFT and the deviations that are safe, with the sizes that tell them apart. */
final class PbftCatalogue {

  private PbftCatalogue() {}

  static List<Mutant> mutants() {
    return List.of(
        mutant(
            "more-byzantine-than-f",
            "quorums for one Byzantine replica of four meet in two, and both lie",
            "Lamport, Shostak and Pease, The Byzantine Generals Problem, 1982; Castro and Liskov,"
                + " 3",
            List.of(settings("replicas", 4, "f", 1, "byzantine", 2, "views", 1)),
            List.of()),
        mutant(
            "n-is-3f",
            "quorums of n − f are available, and may meet in the Byzantine replicas alone",
            "Bracha and Toueg, Asynchronous Consensus and Broadcast Protocols, 1985: n > 3f",
            List.of(
                settings("replicas", 3, "f", 1, "views", 1, "quorum", "n-f"),
                settings("replicas", 6, "f", 2, "views", 1, "quorum", "n-f")),
            List.of()),
        mutant(
            "quorum-2f+1",
            "2f+1 is a Byzantine quorum of 3f+1 replicas, and too small for more",
            "celo-org/celo-blockchain issue 253; klaytn/klaytn issue 1403; Saltini and Hyland-Wood,"
                + " Correctness Analysis of IBFT, arXiv 1901.07160",
            List.of(
                settings("replicas", 5, "f", 1, "views", 1, "quorum", "2*f+1"),
                settings("replicas", 6, "f", 1, "views", 1, "quorum", "2*f+1"),
                settings("replicas", 8, "f", 2, "views", 1, "quorum", "2*f+1")),
            List.of()),
        mutant(
            "commit-quorum-2f",
            "a new primary's quorum need not hear of a decision",
            "Castro and Liskov, 4.2: 2f+1 commits, its own among them; no public report is known",
            List.of(settings("views", 2, "commit-quorum", "2*f")),
            List.of(settings("views", 1, "commit-quorum", "2*f"))),
        mutant(
            "prepare-quorum-2f",
            "2f prepares are 2f+1 replicas only if the pre-prepare is not counted among them",
            "hyperledger-archives/sawtooth-pbft pull request 111: the primary votes twice",
            List.of(settings("views", 2, "prepare-quorum", "2*f")),
            List.of(settings("views", 1, "prepare-quorum", "2*f"))),
        mutant(
            "no-prepare-phase",
            "a certificate that is just a pre-prepare proves nothing to the next primary",
            "neo-project/neo pull request 320: two phases where three are needed",
            List.of(settings("views", 2, "prepare-quorum", "1")),
            List.of(settings("views", 1, "prepare-quorum", "1"))),
        mutant(
            "view-change-quorum-2f",
            "a new primary's quorum need not hear of a decision",
            "Castro and Liskov, 4.4: 2f valid view-changes beside its own; no public report is"
                + " known",
            List.of(settings("views", 2, "view-change-quorum", "2*f")),
            List.of(settings("views", 1, "view-change-quorum", "2*f"))),
        mutant(
            Deviation.IGNORE_CERTIFICATES,
            "a new primary starts from nothing, and replaces what was decided",
            "vmware/concord-bft pull request 50; johnhenry/raijin issue 8",
            List.of(views(2), settings("views", 2, "byzantine", 0)),
            List.of(views(1))),
        mutant(
            Deviation.OMIT_CERTIFICATES,
            "a new primary is not told what may have been decided",
            "dedis/cothority issue 2080",
            List.of(views(2), settings("views", 2, "byzantine", 0)),
            List.of(views(1))),
        mutant(
            Deviation.CHOOSE_ANY,
            "an older certificate, which was never decided, may win over a newer one",
            "Abraham et al., Revisiting Fast Practical Byzantine Fault Tolerance, arXiv 1712.01367",
            List.of(views(3)),
            List.of(views(2))),
        mutant(
            Deviation.CHOOSE_LOWEST,
            "an older certificate, which was never decided, wins over a newer one",
            "Abraham et al., Revisiting Fast Practical Byzantine Fault Tolerance, arXiv 1712.01367",
            List.of(views(3)),
            List.of(views(2))),
        mutant(
            Deviation.KEEP_VOTING,
            "what a replica commits after its view-change is in no report",
            "neo-project/neo pull request 642: no commit after a change of view",
            List.of(views(2)),
            List.of(views(1))),
        mutant(
            Deviation.ACCEPT_TWO,
            "a Byzantine primary gets prepares for two requests from the same replicas",
            "Castro and Liskov, 4.2: it has not accepted a pre-prepare with another digest",
            List.of(views(1), views(2)),
            List.of()),
        control(
            Deviation.COMMIT_ON_QUORUM,
            "a commit quorum has a correct replica in it, for which the request is prepared"),
        control(
            Deviation.COMMIT_WITHOUT_PREPREPARE,
            "a prepared certificate is as good a reason as having taken part in it"));
  }

  private static Mutant mutant(
      String name,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    return new Mutant(name, false, breaks, seen, caught, missed);
  }

  private static Mutant mutant(
      Deviation deviation,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    return Mutant.chosen(deviation.key(), breaks, seen, caught, missed);
  }

  private static Mutant control(Deviation deviation, String safe) {
    // Both hold with 3 views as well, over 2,286,941 and 3,334,679 states, in some seconds each.
    return Mutant.control(
        deviation.key(),
        safe,
        "Castro and Liskov, 4.2, asks for both; committed-local needs neither for safety",
        List.of(views(1), views(2), settings("replicas", 5, "views", 2)));
  }

  private static Map<String, String> views(int count) {
    return settings("views", count);
  }
}
