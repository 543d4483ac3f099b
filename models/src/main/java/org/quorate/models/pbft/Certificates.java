package org.quorate.models.pbft;

import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * What quorums of messages prove. Messages are signed: a certificate is valid only if the correct
 * senders in it did send; Byzantine senders that speak freely may have sent anything, so each
 * counts where it helps.
 *
 * @param deliveries which messages a replica has heard; over an explicit network not all that were
 *     sent
 */
record Certificates(
    PbftConfig config, Rules rules, Replicas replicas, Orders orders, Deliveries deliveries) {

  /** Whether the primary of a view has sent, or may have sent, a pre-prepare for a request. */
  boolean isPrePrepared(State s, int view, int slot, int request) {
    return replicas.hasAccepted(s, view, view, slot, request) || replicas.speaksFreely(s, view);
  }

  /**
   * Whether somebody can have a prepared certificate: a pre-prepare of the primary and prepares,
   * its own counted, of a prepare quorum (Castro and Liskov, section 4.2).
   */
  boolean isPrepared(State s, int view, int slot, int request) {
    return isPrePrepared(s, view, slot, request)
        && replicas.countAccepted(s, view, slot, request) + config.helpers()
            >= config.prepareQuorum();
  }

  /** Whether a replica has heard enough for a prepared certificate. */
  boolean isPreparedFor(State s, int replica, int view, int slot, int request) {
    boolean ordered =
        deliveries.hasHeardPrepare(s, replica, view, view, slot, request)
            || replicas.speaksFreely(s, view);
    return ordered
        && deliveries.countPrepares(s, replica, view, slot, request) + config.helpers()
            >= config.prepareQuorum();
  }

  /** A necessary condition for a decision that costs one count, and that few states meet. */
  boolean mayBeDecided(State s, int view, int slot) {
    return replicas.countCommitted(s, view, slot) + config.helpers() >= config.commitQuorum();
  }

  /**
   * Whether some correct replica has heard the commits of a commit quorum, a correct replica in it.
   */
  boolean isDecided(State s, int view, int slot, int request) {
    return deliveries.areCommitsHeard(s, commitsWithoutHelp(), view, slot, request);
  }

  /** Whether a replica has heard the commits of such a quorum. */
  boolean isDecidedFor(State s, int replica, int view, int slot, int request) {
    return deliveries.hasHeardCommits(s, replica, commitsWithoutHelp(), view, slot, request);
  }

  private int commitsWithoutHelp() {
    return config.commitQuorum() - config.helpers();
  }

  /**
   * Whether the primary of a view may have heard view-changes of a quorum, whatever they report.
   */
  boolean isAskedFor(State s, int view) {
    return deliveries.countViewChanges(s, view) + config.helpers() >= config.viewChangeQuorum();
  }

  /** The prepared certificates that there can be in lower views, as bits; see {@link #bit}. */
  long preparedBelow(State s, int view) {
    long prepared = 0;
    for (int v = 0; v < view; v++) {
      for (int slot = 0; slot < orders.slots(); slot++) {
        for (int d = 0; d < orders.base() - 1; d++) {
          prepared |= isPrepared(s, v, slot, d) ? bit(v, slot, d) : 0;
        }
      }
    }
    return prepared;
  }

  /** At most 4 views below the last one, 3 slots and 5 requests, the null request among them. */
  private long bit(int view, int slot, int request) {
    return 1L << ((view * orders.slots() + slot) * (orders.base() - 1) + request);
  }

  /** As below; for single questions. */
  boolean allowsNewView(State s, int view, int ordered) {
    return allowsNewView(s, view, preparedBelow(s, view), ordered);
  }

  /**
   * Whether some view-change quorum lets the primary of a view order something in each slot: the
   * request of the highest certificate that the quorum reports there, a null request where there is
   * none below a slot that has one, and otherwise nothing (section 4.4). The primary may take any
   * quorum, or more than a quorum; and for each slot any certificate of the highest view.
   *
   * @param prepared the certificates that there can be below the view
   */
  boolean allowsNewView(State s, int view, long prepared, int ordered) {
    return choice(s, view, prepared, ordered) >= 0;
  }

  /** The first choice of certificates to follow that allows a new-view; −1 if none does. */
  int choice(State s, int view, long prepared, int ordered) {
    int choices = prepared == 0 ? 1 : Orders.power(view + 1, orders.slots());
    for (int choice = 0; choice < choices; choice++) {
      if (explains(view, prepared, ordered, choice)
          && hasQuorum(s, view, prepared, ordered, choice)) {
        return choice;
      }
    }
    return -1;
  }

  /** The view of the certificate that a choice of one for each slot follows in a slot, or NONE. */
  static int followed(int choice, int view, int slot) {
    return Orders.digit(choice, view + 1, slot) - 1;
  }

  /** Whether certificates of the chosen views, which exist, give these orders. */
  private boolean explains(int view, long prepared, int ordered, int choice) {
    boolean follows = false;
    for (int slot = orders.slots() - 1; slot >= 0; slot--) {
      int request = orders.at(ordered, slot);
      int certified = followed(choice, view, slot);
      if (certified == Domain.NONE) {
        if (request != (follows ? PbftDomains.NULL_REQUEST : Domain.NONE)) {
          return false;
        }
      } else {
        if (request == Domain.NONE
            || rules.choice() == Rules.Choice.NONE
            || (prepared & bit(certified, slot, request)) == 0) {
          return false;
        }
        follows = true;
      }
    }
    return true;
  }

  /**
   * Whether enough replicas may have asked whose reports do not go against the choice. One of them
   * must have reported each certificate that is followed. Replicas that speak freely are all alike,
   * so they are not looked for.
   */
  private boolean hasQuorum(State s, int view, long prepared, int ordered, int choice) {
    int count = config.helpers() > 0 && isHelped(view, prepared, choice) ? config.helpers() : 0;
    int unreported = followedSlots(choice, view);
    if (count > 0) {
      unreported &= ~reportedByHelpers(view, prepared, choice);
    }
    for (int r = 0; r < config.replicas(); r++) {
      if (hasAskedInFavour(s, r, view, choice)) {
        count++;
        if (unreported != 0) {
          unreported &= ~reportedByActing(s, r, view, ordered, choice);
        }
      }
    }
    return count >= config.viewChangeQuorum() && unreported == 0;
  }

  /** The slots, as bits, in which a certificate is followed. */
  int followedSlots(int choice, int view) {
    int bits = 0;
    for (int slot = 0; slot < orders.slots(); slot++) {
      bits |= followed(choice, view, slot) != Domain.NONE ? 1 << slot : 0;
    }
    return bits;
  }

  /** Whether a replica's view-change is known, and need not report what goes against the choice. */
  boolean mayBeAmong(State s, int replica, int view, long prepared, int choice) {
    return replicas.speaksFreely(s, replica)
        ? isHelped(view, prepared, choice)
        : hasAskedInFavour(s, replica, view, choice);
  }

  /** Whether what replicas that speak freely report need not go against the choice. */
  private boolean isHelped(int view, long prepared, int choice) {
    boolean helps = true;
    for (int slot = 0; slot < orders.slots() && !config.behaviour().reportsFreely(); slot++) {
      int reported = highest(prepared, view, slot);
      helps &= rules.choice().allows(reported, followed(choice, view, slot));
    }
    return helps;
  }

  /** Whether the view-change of a replica that takes steps is known, and in favour of a choice. */
  private boolean hasAskedInFavour(State s, int replica, int view, int choice) {
    return deliveries.hasHeardViewChange(s, view, replica)
        && (lies(s, replica) || isCompatible(s, replica, view, choice));
  }

  /** Whether a replica that takes steps is one that reports what it likes. */
  private boolean lies(State s, int replica) {
    return config.behaviour().takesSteps() && replicas.reportsFreely(s, replica);
  }

  private boolean isCompatible(State s, int replica, int view, int choice) {
    for (int slot = 0; slot < orders.slots(); slot++) {
      int reported = reportedView(s, replica, view, slot);
      if (!rules.choice().allows(reported, followed(choice, view, slot))) {
        return false;
      }
    }
    return true;
  }

  /** The slots, as bits, for which a replica may report the very certificate that is followed. */
  int reported(State s, int replica, int view, long prepared, int ordered, int choice) {
    return replicas.speaksFreely(s, replica)
        ? reportedByHelpers(view, prepared, choice)
        : reportedByActing(s, replica, view, ordered, choice);
  }

  private int reportedByHelpers(int view, long prepared, int choice) {
    int bits = followedSlots(choice, view);
    for (int slot = 0; slot < orders.slots() && !config.behaviour().reportsFreely(); slot++) {
      bits &= highest(prepared, view, slot) == followed(choice, view, slot) ? -1 : ~(1 << slot);
    }
    return bits;
  }

  private int reportedByActing(State s, int replica, int view, int ordered, int choice) {
    if (lies(s, replica)) {
      return followedSlots(choice, view);
    }
    int bits = 0;
    for (int slot = 0; slot < orders.slots(); slot++) {
      int certified = followed(choice, view, slot);
      int request = orders.at(ordered, slot);
      if (certified != Domain.NONE
          && request != Domain.NONE
          && reportedView(s, replica, view, slot) == certified
          && replicas.hasCommitted(s, replica, certified, slot, request)) {
        bits |= 1 << slot;
      }
    }
    return bits;
  }

  /** The highest view below another of the prepared certificates for a slot, or NONE. */
  int highest(long prepared, int view, int slot) {
    int highest = view - 1;
    while (highest >= 0 && anyPrepared(prepared, highest, slot) == Domain.NONE) {
      highest--;
    }
    return highest;
  }

  /** The first request for which there is a prepared certificate in a view and slot, or NONE. */
  int anyPrepared(long prepared, int view, int slot) {
    for (int d = 0; d < orders.base() - 1; d++) {
      if ((prepared & bit(view, slot, d)) != 0) {
        return d;
      }
    }
    return Domain.NONE;
  }

  /** The view of the certificate in the view-change of a replica that takes steps, or NONE. */
  int reportedView(State s, int replica, int view, int slot) {
    return rules.reports() ? replicas.reportedView(s, replica, view, slot) : Domain.NONE;
  }
}
