package org.quorate.models.pbft;

import java.util.List;
import org.quorate.state.Domain;
import org.quorate.state.OrNone;
import org.quorate.state.Pair;
import org.quorate.state.Subrange;

/**
 * What messages between replicas say, as numbers: in a view a request in one of two phases, or the
 * change to the view. Who sends it to whom tells the rest: a prepare of the primary of the view is
 * its pre-prepare; a change is a view-change if it is sent to the primary of the view, and a
 * new-view if the primary sends it.
 *
 * @param vote a phase, and a slot with a request
 * @param order a slot with a request
 * @param domain a view, and a vote or none for the change to the view
 */
record Payloads(Pair order, Pair vote, Pair domain) {

  private static final int PREPARE = 0;
  private static final int COMMIT = 1;

  private static final Subrange PHASES =
      Subrange.of("phases", 2).labelled(List.of("prepare", "commit"));

  static Payloads of(PbftDomains domains) {
    Pair order = domains.slots().times(domains.requests());
    Pair vote = PHASES.times(order);
    OrNone votes = vote.orNone();
    return new Payloads(order, vote, domains.views().times(votes));
  }

  int prepare(int view, int slot, int request) {
    return domain.of(view, vote.of(PREPARE, order.of(slot, request)));
  }

  int commit(int view, int slot, int request) {
    return domain.of(view, vote.of(COMMIT, order.of(slot, request)));
  }

  int change(int view) {
    return domain.of(view, Domain.NONE);
  }

  int view(int payload) {
    return domain.left(payload);
  }

  boolean isChange(int payload) {
    return domain.right(payload) == Domain.NONE;
  }

  boolean isCommit(int payload) {
    return !isChange(payload) && vote.left(domain.right(payload)) == COMMIT;
  }

  /** The slot of a prepare or commit. */
  int slot(int payload) {
    return order.left(vote.right(domain.right(payload)));
  }

  /** The request of a prepare or commit. */
  int request(int payload) {
    return order.right(vote.right(domain.right(payload)));
  }

  /**
   * Whether a message is a pre-prepare or a new-view: these are answered when they arrive, or
   * never; others are kept.
   */
  boolean isOfPrimary(int sender, int payload) {
    return sender == view(payload) && !isCommit(payload);
  }
}
