package org.quorate.models.paxos;

import static org.quorate.model.Mutant.settings;

import java.util.List;
import java.util.Map;
import org.quorate.model.Mutant;

/** The mutants of Paxos and the deviations that are safe, with the sizes that tell them apart. */
final class PaxosCatalogue {

  private PaxosCatalogue() {}

  static List<Mutant> mutants() {
    return List.of(
        mutant(
                Deviation.SHARED_BALLOT,
                "two proposers use one ballot number, so a ballot no longer names one value",
                "Lamport, Paxos Made Simple, 2.2 and 2.5: proposal numbers are unique, drawn from"
                    + " disjoint sets; the slides' question: another proposer has to use another"
                    + " number",
                List.of(size(1, 1), size(3, 1)),
                List.of())
            .consistingOf("reuse", 1),
        mutant(
            Deviation.SMALL_QUORUM,
            "quorums of floor(n/2) need not meet: a split brain",
            "elastic/elasticsearch issue 18573: minimum_master_nodes below a majority",
            List.of(size(2, 2), size(3, 2), size(4, 2)),
            List.of()),
        mutant(
            Deviation.SKIP_PHASE1,
            "the proposer neither learns of earlier votes nor stops lower ballots",
            "legal only where phase 1 was done for the same ballot before (Paxos Made Simple, 3);"
                + " no public report of the plain bug is known",
            List.of(size(2, 2)),
            List.of()),
        mutant(
            Deviation.IGNORE_PROMISES,
            "the proposer collects promises and ignores the votes that they report (against P2c)",
            "common in first implementations; related: Derecho-Project/derecho issue 92",
            List.of(size(2, 2)),
            List.of()),
        mutant(
            Deviation.CHOOSE_LOWEST,
            "an old vote that was never chosen wins over the chosen one of a higher ballot",
            "Lamport, Paxos Made Simple, P2c: of the highest-numbered proposal; no public report is"
                + " known",
            List.of(size(3, 3)),
            List.of(size(3, 2))),
        mutant(
            Deviation.CHOOSE_ANY,
            "as choose-lowest, on some schedules only: the ballot of a reported vote is not kept",
            "Sutra, On the correctness of Egalitarian Paxos, arXiv 1906.10917: one ballot variable"
                + " where two are needed",
            List.of(size(3, 3)),
            List.of(size(3, 2))),
        mutant(
            Deviation.PROMISE_NOT_STORED,
            "the promise binds nobody: the acceptor still votes in lower ballots",
            "Lamport, Paxos Made Simple, P1a; related, in Raft: vesoft-inc/nebula issue 2405",
            List.of(size(2, 2)),
            List.of()),
        mutant(
            Deviation.ACCEPT_UNCHECKED,
            "a slow proposer of a lower ballot is accepted after newer promises and votes",
            "Lamport, Paxos Made Simple, 2.2, phase 2b; related: imdea-software/swiftpaxos issue 2",
            List.of(size(2, 2)),
            List.of()),
        mutant(
            Deviation.ACCEPT_KEEPS_NMAX,
            "an acceptor that made no promise votes high and then low, and forgets the high vote",
            "Brooker, The Bug in Paxos Made Simple, 2021; Stack Overflow question 29880949",
            List.of(size(3, 3)),
            List.of(size(3, 2))),
        mutant(
            Deviation.STALE_PROMISE,
            "a promise for a lower ballot neither stops the ballots between nor reports later"
                + " votes",
            "luohaha/MyPaxos issue 18 (open); related, in Raft: ktoso/akka-raft issue 46",
            List.of(size(2, 2)),
            List.of()),
        mutant(
                Deviation.FORGET_PROMISE,
                "after a restart an acceptor votes below a ballot that it promised",
                "Lamport, Paxos Made Simple, 2.2: remembers even if it fails; scylladb/scylladb"
                    + " issue 6154",
                List.of(size(3, 2)),
                List.of(size(2, 2)))
            .consistingOf("forget-promise", 1),
        mutant(
                Deviation.FORGET_VOTE,
                "the vote that made a value chosen is gone, and the next quorum believes to be"
                    + " free",
                "scylladb/scylladb issue 6149: a vote expires",
                List.of(size(3, 2)),
                List.of(size(2, 2)))
            .consistingOf("forget-vote", 1),
        mutant(
                Deviation.FORGET_ALL,
                "amnesia: a quorum has voted, and no quorum remembers",
                "Michael et al., Recovering Shared Objects Without Stable Storage, DISC 2017;"
                    + " Chandra et al., Paxos Made Live, 2007, on disk corruption",
                List.of(size(3, 2)),
                List.of(size(2, 2)))
            .consistingOf("forget", 1),
        mutant(
            Deviation.LEARN_BY_VALUE,
            "votes for a value in different ballots are counted together, though no ballot chose"
                + " it",
            "Lamport, Paxos Made Simple, 2.3; jjzhang/booth pull request 47; related, in Raft:"
                + " logcabin/logcabin issue 44",
            List.of(size(3, 4)),
            List.of(size(3, 3))),
        new Mutant(
            "flexible-quorums",
            false,
            "phase-1 and phase-2 quorums with q1 + q2 ≤ n need not meet",
            "Howard, Malkhi and Spiegelman, Flexible Paxos, OPODIS 2016",
            List.of(
                flexible(3, 1, 2),
                flexible(3, 2, 1),
                flexible(4, 2, 2),
                flexible(4, 3, 1),
                flexible(4, 1, 3)),
            List.of()),
        control(
            Deviation.PROMISE_ON_EQUAL,
            "repeating a promise adds nothing that was not true before",
            "Tencent/phxpaxos issue 34, which needs unique ballots for it"),
        control(
            Deviation.ACCEPT_ONLY_ABOVE,
            "an acceptor may ignore any request; but who promised a ballot never votes in it",
            "Lamport, Paxos Made Simple, 2.2"),
        control(
            Deviation.PROMISE_UNCHECKED,
            "an answer does no harm as long as n_max never falls",
            "Lamport, Paxos Made Simple, 2.2: it can always respond to a prepare request",
            // At 3 acceptors and 3 ballots it holds as well: 36,754,017 states, most of a minute.
            List.of(size(2, 3), size(3, 2))),
        control(
            Deviation.ACCEPT_KEEPS_HIGHEST,
            "the low vote is cast and erases nothing, so later quorums see the highest one",
            "Lamport, Paxos Made Simple, 2.2, read to the letter; scylladb/scylladb issue 6139"));
  }

  private static Mutant mutant(
      Deviation deviation,
      String breaks,
      String seen,
      List<Map<String, String>> caught,
      List<Map<String, String>> missed) {
    return Mutant.chosen(deviation.key(), breaks, seen, caught, missed);
  }

  private static Mutant control(Deviation deviation, String safe, String seen) {
    return control(deviation, safe, seen, List.of(size(2, 3), size(3, 3)));
  }

  private static Mutant control(
      Deviation deviation, String safe, String seen, List<Map<String, String>> sizes) {
    return Mutant.control(deviation.key(), safe, seen, sizes);
  }

  private static Map<String, String> size(int acceptors, int ballots) {
    return settings("acceptors", acceptors, "ballots", ballots);
  }

  private static Map<String, String> flexible(int acceptors, int phase1, int phase2) {
    return Mutant.with(size(acceptors, 2), "phase1-quorum", phase1, "phase2-quorum", phase2);
  }
}
