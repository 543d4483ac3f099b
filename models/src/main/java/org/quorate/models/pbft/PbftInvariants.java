package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model.Finding;
import org.quorate.models.options.QuorumFindings;
import org.quorate.models.options.QuorumFindings.Kind;
import org.quorate.models.pbft.Rules.CommitRule;
import org.quorate.quorum.Faults;
import org.quorate.quorum.Threshold;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * What PBFT promises, the facts that its proof rests on, and how to explain where they fail.
 *
 * @param sent what all messages that were sent prove, whoever has heard them
 */
record PbftInvariants(Pbft model, Certificates sent) {

  /** More than one request is decided in one view and slot. */
  private static final int SEVERAL = Integer.MAX_VALUE;

  static PbftInvariants of(Pbft model) {
    Replicas replicas = model.replicas();
    return new PbftInvariants(
        model,
        new Certificates(
            model.config(),
            model.rules(),
            replicas,
            model.orders(),
            new GrowingMessages(replicas)));
  }

  List<Invariant> invariants() {
    Decisions decisions = new Decisions(model, model.certificates());
    Decisions decidable = new Decisions(model, sent);
    return List.of(
        new Invariant(
            "agreement",
            "no two different requests are decided in one slot",
            this::agreement,
            decisions::explain,
            decisions::groups),
        new Invariant(
            "validity",
            "a request that is decided in a view was pre-prepared in it by the primary",
            this::validity,
            decisions::explainValidity),
        new Invariant(
            "quorum-intersection",
            "no two commit certificates for one view and slot are for different requests",
            this::oneCommitCertificate,
            decidable::explain,
            decidable::groups));
  }

  /** After Castro and Liskov, section 4.2 (prepared is unique) and 4.4 (what a new-view keeps). */
  List<Invariant> lemmas() {
    return List.of(
        new Invariant(
            "one-pre-prepare",
            "a correct replica accepts at most one request in a view and slot",
            this::onePrePrepare,
            s -> "a replica has accepted two requests"),
        new Invariant(
            "prepared-unique",
            "no two prepared certificates for one view and slot are for different requests",
            this::preparedIsUnique,
            s -> "two requests are prepared"),
        new Invariant(
            "new-view-safe",
            "when a replica accepts a request, no other is or can still be decided in a lower view",
            this::newViewsAreSafe,
            s -> "a request is accepted while another may be decided below it"));
  }

  List<Goal> goals() {
    int crashes = model.config().environment().crashes();
    return List.of(
        new Goal(
            "decided",
            "some request is decided",
            "nothing is ever decided: this holds because nothing happens",
            this::decided),
        new Goal(
            "decided-without-faulty",
            "some request is decided while the Byzantine replicas never send anything%s"
                .formatted(crashes == 0 ? "" : ", nor %d others".formatted(crashes)),
            "nothing can be decided without the faulty: a quorum is more than the %d %s replicas"
                .formatted(
                    model.config().replicas() - model.config().faulty(),
                    crashes == 0 ? "correct" : "other"),
            this::decidedWithoutFaulty));
  }

  private boolean agreement(State s) {
    for (int slot = 0; slot < model.config().slots(); slot++) {
      int decided = Domain.NONE;
      for (int v = 0; v < model.config().views(); v++) {
        int here = decidedIn(model.certificates(), s, v, slot);
        if (here == SEVERAL || (here != Domain.NONE && decided != Domain.NONE && here != decided)) {
          return false;
        }
        decided = Math.max(decided, here);
      }
    }
    return true;
  }

  private boolean validity(State s) {
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        int decided = decidedIn(model.certificates(), s, v, slot);
        if (decided != Domain.NONE && !isPrePrepared(s, v, slot, decided)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether what was decided in a view and slot was pre-prepared there. */
  private boolean isPrePrepared(State s, int view, int slot, int decided) {
    if (decided != SEVERAL) {
      return model.certificates().isPrePrepared(s, view, slot, decided);
    }
    return count(
            d ->
                model.certificates().isDecided(s, view, slot, d)
                    && !model.certificates().isPrePrepared(s, view, slot, d))
        == 0;
  }

  private boolean oneCommitCertificate(State s) {
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        if (decidedIn(sent, s, v, slot) == SEVERAL) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean decided(State s) {
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        if (decidedIn(model.certificates(), s, v, slot) != Domain.NONE) {
          return true;
        }
      }
    }
    return false;
  }

  /** The request that is decided in a view and slot, or NONE, or SEVERAL. */
  private int decidedIn(Certificates certificates, State s, int view, int slot) {
    int decided = Domain.NONE;
    if (certificates.mayBeDecided(s, view, slot)) {
      for (int d = 0; d < requests(); d++) {
        if (certificates.isDecided(s, view, slot, d)) {
          decided = decided == Domain.NONE ? d : SEVERAL;
        }
      }
    }
    return decided;
  }

  private boolean onePrePrepare(State s) {
    return allPlaces(
        (v, slot) -> {
          for (int r = 0; r < model.config().replicas(); r++) {
            int replica = r;
            if (count(d -> model.replicas().hasAccepted(s, replica, v, slot, d)) > 1) {
              return false;
            }
          }
          return true;
        });
  }

  private boolean preparedIsUnique(State s) {
    return allPlaces((v, slot) -> count(d -> model.certificates().isPrepared(s, v, slot, d)) <= 1);
  }

  private boolean newViewsAreSafe(State s) {
    return allPlaces(
        (v, slot) -> {
          for (int d = 0; d < requests(); d++) {
            if (model.replicas().countAccepted(s, v, slot, d) > 0
                && otherIsDecidableBelow(s, v, slot, d)) {
              return false;
            }
          }
          return true;
        });
  }

  private boolean otherIsDecidableBelow(State s, int view, int slot, int request) {
    for (int v = 0; v < view; v++) {
      for (int d = 0; d < requests(); d++) {
        if (d != request && isDecidable(s, v, slot, d)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the replicas that have committed a request in a view, or still may, are a quorum. */
  private boolean isDecidable(State s, int view, int slot, int request) {
    int votes = 0;
    boolean correct = false;
    for (int r = 0; r < model.config().replicas(); r++) {
      if (model.replicas().hasCommitted(s, r, view, slot, request)
          || mayStillCommit(s, r, view, slot, request)) {
        votes++;
        correct |= !model.replicas().isFaulty(s, r);
      }
    }
    return correct && votes + model.config().helpers() >= model.config().commitQuorum();
  }

  private boolean mayStillCommit(State s, int replica, int view, int slot, int request) {
    boolean takesPart = model.takesPart(s, replica, view) || model.mayEnter(s, replica, view);
    boolean mayAccept =
        model.replicas().hasAccepted(s, replica, view, slot, request)
            || model.mayAcceptIn(s, replica, view, slot)
            || (model.rules().commit() != CommitRule.PREPARED
                && model.certificates().isPrepared(s, view, slot, request));
    return takesPart && mayAccept && model.mayCommitIn(s, replica, view, slot, request);
  }

  /**
   * A decision by correct replicas alone, while Byzantine ones take no steps, and as many as may
   * crash are silent. Where one is possible at all, it is possible in view 0, in which what
   * Byzantine replicas say without a step has no part in a certificate that does not count them.
   */
  private boolean decidedWithoutFaulty(State s) {
    return !allPlaces((v, slot) -> count(d -> isDecidedByCorrect(s, v, slot, d)) == 0)
        && countSilent(s) >= model.config().faulty();
  }

  /** The number of replicas that have taken no steps in which they send something. */
  private int countSilent(State s) {
    int count = 0;
    for (int r = 0; r < model.config().replicas(); r++) {
      int replica = r;
      boolean silent =
          model.replicas().view(s, replica) == 0
              && allPlaces(
                  (v, slot) ->
                      model.replicas().acceptedIn(s, replica, v, slot) == Domain.NONE
                          && !model.replicas().hasCommitted(s, replica, v, slot));
      count += silent ? 1 : 0;
    }
    return count;
  }

  private boolean isDecidedByCorrect(State s, int view, int slot, int request) {
    Replicas replicas = model.replicas();
    return !replicas.isFaulty(s, view)
        && replicas.countAccepted(s, view, slot, request) >= model.config().prepareQuorum()
        && model
            .deliveries()
            .areCommitsHeard(s, model.config().commitQuorum(), view, slot, request);
  }

  private interface PlaceTest {
    boolean test(int view, int slot);
  }

  private boolean allPlaces(PlaceTest test) {
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        if (!test.test(v, slot)) {
          return false;
        }
      }
    }
    return true;
  }

  private int count(IntPredicate property) {
    int count = 0;
    for (int d = 0; d < requests(); d++) {
      count += property.test(d) ? 1 : 0;
    }
    return count;
  }

  private int requests() {
    return model.domains().requests().size();
  }

  /**
   * Quorums that the protocol relies on must share a correct replica. A commit quorum has a correct
   * replica in it, which has a prepared certificate; so the larger of the two quorums is behind a
   * decision. Where a primary may be Byzantine, that must meet what is behind another decision in
   * its view and, where views follow, behind any certificate. The commits must meet the
   * view-changes. A test compares these conditions with runs, for all quorums of small systems.
   */
  List<Finding> findings() {
    PbftConfig config = model.config();
    if (config.byzantine() == config.replicas()) {
      return List.of();
    }
    Kind prepares = kind("prepare", Math.max(config.prepareQuorum(), config.byzantine()));
    Kind commits = kind("commit", Math.max(config.commitQuorum(), config.byzantine() + 1));
    Kind decisive =
        prepares.system().threshold() > commits.system().threshold() ? prepares : commits;
    QuorumFindings words = words(Faults.byzantine(config.byzantine()));
    List<Finding> findings = new ArrayList<>();
    if (config.byzantine() > 0) {
      findings.addAll(words.intersection(config.views() == 1 ? decisive : prepares, decisive));
    }
    if (config.views() > 1) {
      Kind viewChanges = kind("view-change", config.viewChangeQuorum());
      findings.addAll(words.intersection(commits, viewChanges));
    }
    return findings;
  }

  /** Quorums that the correct replicas alone do not make. */
  List<Finding> obstacles() {
    PbftConfig config = model.config();
    return words(Faults.hybrid(config.byzantine(), config.environment().crashes()))
        .availability(
            List.of(
                kind("prepare", config.prepareQuorum()), kind("commit", config.commitQuorum())));
  }

  private Kind kind(String name, int quorum) {
    return new Kind(name, new Threshold(model.config().replicas(), quorum));
  }

  private QuorumFindings words(Faults faults) {
    return new QuorumFindings("replica", model.domains().replicas()::format, faults);
  }
}
