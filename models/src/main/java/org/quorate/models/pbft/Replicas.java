package org.quorate.models.pbft;

import org.jspecify.annotations.Nullable;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldArray;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Pair;
import org.quorate.state.SetArray;
import org.quorate.state.SetField;
import org.quorate.state.State;

/**
 * What the replicas know and have sent. Of a Byzantine replica that takes no steps, only the bit
 * counts that says so.
 *
 * <p>A correct replica's certificates follow from its commits: it has one from the moment on in
 * which it sends its commit, and once it has asked for a view it commits in no lower one; so the
 * certificate that it reports is the one of its highest commit below. Deviations that break this
 * store more.
 *
 * @param domains what the variables range over
 * @param places pairs of a view and a slot
 * @param votes pairs of a place and a request
 * @param behaviour what Byzantine replicas do
 * @param faulty the Byzantine replicas
 * @param active the view in which a replica takes part; 0 if it takes part in none
 * @param asked the views for which a replica has sent a view-change; null for a single view
 * @param accepted the votes of the pre-prepares that a replica has accepted, or sent as a primary
 * @param committed the places, or the votes, for which a replica has sent a commit
 * @param namesRequests whether commits are votes: they need not be for what was accepted
 * @param reported for each place, the view of the certificate that a view-change for its view
 *     reports for its slot; null where that follows
 * @param free pairs of a view and a slot that the new-view of its primary left free; null for a
 *     single view
 */
record Replicas(
    PbftDomains domains,
    Pair places,
    Pair votes,
    Behaviour behaviour,
    SetField faulty,
    FieldArray active,
    @Nullable SetArray asked,
    SetArray accepted,
    SetArray committed,
    boolean namesRequests,
    @Nullable FieldMatrix reported,
    @Nullable SetField free) {

  static Replicas declare(Declarations d, PbftDomains domains, Rules rules, Behaviour behaviour) {
    Pair places = domains.views().times(domains.slots());
    Pair votes = places.times(domains.requests());
    Domain replicas = domains.replicas();
    boolean changes = domains.views().size() > 1;
    return new Replicas(
        domains,
        places,
        votes,
        behaviour,
        d.set("faulty", replicas),
        d.array("active", replicas, domains.views()),
        changes ? d.sets("asked", replicas, domains.laterViews()) : null,
        d.sets("accepted", replicas, votes),
        d.sets("committed", replicas, rules.commitsFollow() ? places : votes),
        !rules.commitsFollow(),
        changes && !rules.stops()
            ? d.matrix("reported", replicas, places, domains.views().orNone())
            : null,
        changes ? d.set("free", domains.laterViews().times(domains.slots())) : null);
  }

  private int vote(int view, int slot, int request) {
    return votes.of(places.of(view, slot), request);
  }

  boolean isFaulty(State s, int replica) {
    return faulty.has(s, replica);
  }

  /** Whether a replica takes steps: a correct one does. */
  boolean takesSteps(State s, int replica) {
    return behaviour.takesSteps() || !isFaulty(s, replica);
  }

  /** Whether all that a replica may say as a primary or a voter counts as said. */
  boolean speaksFreely(State s, int replica) {
    return behaviour.speaksFreely() && isFaulty(s, replica);
  }

  /** Whether a replica's view-change may report any valid certificate, or none. */
  boolean reportsFreely(State s, int replica) {
    return behaviour.reportsFreely() && isFaulty(s, replica);
  }

  /** The highest view for which the replica has sent a view-change, or NONE. */
  private int lastAsked(State s, int replica) {
    return asked == null ? Domain.NONE : asked.last(s, replica);
  }

  /** Whether the replica has sent a view-change for the view. */
  boolean hasAsked(State s, int replica, int view) {
    return asked != null && asked.has(s, replica, view);
  }

  /** The number of replicas that have sent a view-change for the view. */
  int countAsking(State s, int view) {
    return asked == null ? 0 : asked.countWith(s, view);
  }

  /** The highest view that the replica has entered or asked for. */
  int view(State s, int replica) {
    return Math.max(active.get(s, replica), lastAsked(s, replica));
  }

  /** The view in which a replica that takes steps takes part, or NONE. */
  int activeView(State s, int replica) {
    int view = active.get(s, replica);
    // A replica that has stopped is marked by view 0, which it left by asking for another one.
    return view == 0 && reported == null && lastAsked(s, replica) != Domain.NONE
        ? Domain.NONE
        : view;
  }

  /** Whether a replica has not entered the view, and has asked for no higher one. */
  boolean mayEnter(State s, int replica, int view) {
    return active.get(s, replica) < view && lastAsked(s, replica) <= view;
  }

  /** Whether the replica has accepted, or as a primary sent, a pre-prepare for the request. */
  boolean hasAccepted(State s, int replica, int view, int slot, int request) {
    return accepted.has(s, replica, vote(view, slot, request));
  }

  /** The first request that the replica has accepted in a view and slot, or NONE. */
  int acceptedIn(State s, int replica, int view, int slot) {
    for (int d = 0; d < domains.requests().size(); d++) {
      if (hasAccepted(s, replica, view, slot, d)) {
        return d;
      }
    }
    return Domain.NONE;
  }

  /** The number of replicas that have accepted a request. */
  int countAccepted(State s, int view, int slot, int request) {
    return accepted.countWith(s, vote(view, slot, request));
  }

  /** Whether the replica has sent a commit for the request. */
  boolean hasCommitted(State s, int replica, int view, int slot, int request) {
    return namesRequests
        ? committed.has(s, replica, vote(view, slot, request))
        : committed.has(s, replica, places.of(view, slot))
            && hasAccepted(s, replica, view, slot, request);
  }

  /** Whether the replica has sent a commit for any request in a view and slot. */
  boolean hasCommitted(State s, int replica, int view, int slot) {
    if (!namesRequests) {
      return committed.has(s, replica, places.of(view, slot));
    }
    for (int d = 0; d < domains.requests().size(); d++) {
      if (committed.has(s, replica, vote(view, slot, d))) {
        return true;
      }
    }
    return false;
  }

  /** The number of commits that were sent in a view and slot. */
  int countCommitted(State s, int view, int slot) {
    if (!namesRequests) {
      return committed.countWith(s, places.of(view, slot));
    }
    int count = 0;
    for (int d = 0; d < domains.requests().size(); d++) {
      count += committed.countWith(s, vote(view, slot, d));
    }
    return count;
  }

  /** The number of replicas that have sent a commit for a request. */
  int countCommitted(State s, int view, int slot, int request) {
    if (namesRequests) {
      return committed.countWith(s, vote(view, slot, request));
    }
    int count = 0;
    if (committed.countWith(s, places.of(view, slot)) > 0) {
      for (int r = 0; r < domains.replicas().size(); r++) {
        count += hasCommitted(s, r, view, slot, request) ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Whether a correct replica is among those that have sent a commit for a request, of which there
   * are some; only those that take steps have.
   */
  boolean isCommittedByCorrect(State s, int view, int slot, int request) {
    if (!behaviour.takesSteps()) {
      return true;
    }
    for (int r = 0; r < domains.replicas().size(); r++) {
      if (!isFaulty(s, r) && hasCommitted(s, r, view, slot, request)) {
        return true;
      }
    }
    return false;
  }

  /** The view of the certificate that a true view-change reports for a slot, or NONE. */
  int reportedView(State s, int replica, int view, int slot) {
    return reported == null
        ? highestCommit(s, replica, view, slot)
        : reported.get(s, replica, places.of(view, slot));
  }

  /** The highest view below another in which the replica has committed in a slot, or NONE. */
  int highestCommit(State s, int replica, int below, int slot) {
    int view = below - 1;
    while (view >= 0 && !hasCommitted(s, replica, view, slot)) {
      view--;
    }
    return view;
  }

  /** Whether a new-view that was sent left a slot free. */
  boolean isLeftFree(State s, int view, int slot) {
    return free != null && free.has(s, freeSlot(view, slot));
  }

  private int freeSlot(int view, int slot) {
    return (view - domains.laterViews().first()) * domains.slots().size() + slot;
  }

  /** Whether the primary has sent its new-view: then slot 0 is free or ordered. */
  boolean hasSentNewView(State s, int view) {
    return isLeftFree(s, view, 0) || acceptedIn(s, view, view, 0) != Domain.NONE;
  }

  /** Makes a replica Byzantine. */
  void corrupt(Draft t, int replica) {
    faulty.add(t, replica);
  }

  /** Accepts, or as a primary sends, a pre-prepare. */
  void accept(Draft t, int replica, int view, int slot, int request) {
    accepted.add(t, replica, vote(view, slot, request));
  }

  /** Sends a commit. */
  void commit(Draft t, int replica, int view, int slot, int request) {
    committed.add(t, replica, namesRequests ? vote(view, slot, request) : places.of(view, slot));
  }

  /** Sends a view-change for a view, and stops taking part in lower ones if replicas do. */
  void ask(Draft t, int replica, int view) {
    if (asked == null) {
      throw new IllegalStateException("there is no later view");
    }
    asked.add(t, replica, view);
    if (reported == null) {
      active.set(t, replica, 0);
    } else if (!reportsFreely(t, replica)) {
      for (int slot = 0; slot < domains.slots().size(); slot++) {
        reported.set(t, replica, places.of(view, slot), highestCommit(t, replica, view, slot));
      }
    }
  }

  /** Takes part in a view from now on. */
  void enter(Draft t, int replica, int view) {
    active.set(t, replica, view);
  }

  /** Leaves a slot free in a new-view. */
  void leaveFree(Draft t, int view, int slot) {
    if (free == null) {
      throw new IllegalStateException("there is no later view");
    }
    free.add(t, freeSlot(view, slot));
  }
}
