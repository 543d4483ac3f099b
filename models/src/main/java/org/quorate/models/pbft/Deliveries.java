package org.quorate.models.pbft;

import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * How what replicas send in their steps gets to each other: what has been heard, and what may
 * arrive. A primary says in a pre-prepare, or in a new-view, what others say in a prepare.
 */
interface Deliveries {

  /** Whether a replica is up; nothing gets to one that is down. */
  boolean isUp(State s, int replica);

  /** Whether a pre-prepare that the primary has sent may be the next to arrive at a replica. */
  boolean hasPrePrepare(State s, int replica, int view, int slot, int request);

  /** Whether a new-view that the primary has sent may be the next to arrive at a replica. */
  boolean hasNewView(State s, int replica, int view);

  /** Whether a replica has heard a sender's prepare; its own, it has heard. */
  boolean hasHeardPrepare(State s, int replica, int sender, int view, int slot, int request);

  /** The number of replicas of which a replica has heard a prepare. */
  int countPrepares(State s, int replica, int view, int slot, int request);

  /** Whether a replica has heard a sender's commit; its own, it has heard. */
  boolean hasHeardCommit(State s, int replica, int sender, int view, int slot, int request);

  /** Whether a replica has heard the commits of so many, a correct replica among them. */
  boolean hasHeardCommits(State s, int replica, int least, int view, int slot, int request);

  /** Whether some correct replica has. */
  boolean areCommitsHeard(State s, int least, int view, int slot, int request);

  /**
   * Whether the primary of a view has heard a sender's view-change. One that speaks freely has
   * heard all that there are.
   */
  boolean hasHeardViewChange(State s, int view, int sender);

  /** The number of replicas of which the primary of a view has heard a view-change. */
  int countViewChanges(State s, int view);

  /** Sends a prepare, or as a primary a pre-prepare. */
  void sendPrepare(Draft t, int sender, int view, int slot, int request);

  /** Sends a commit. */
  void sendCommit(Draft t, int sender, int view, int slot, int request);

  /** Sends a view-change to the primary of a view. */
  void sendViewChange(Draft t, int sender, int view);

  /** Sends the new-view of a primary. */
  void sendNewView(Draft t, int view);

  /** A replica has heard that the primary of a view orders a request. */
  void hearPrimary(Draft t, int replica, int view, int slot, int request);

  /** A replica has received a pre-prepare that was sent, and no copy of it is left. */
  void takePrePrepare(Draft t, int replica, int view, int slot, int request);

  /** A replica has received a new-view that was sent, and no copy of it is left. */
  void takeNewView(Draft t, int replica, int view);
}
