package org.quorate.models.multipaxos;

import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * What the acceptors know and have sent, and what was proposed: the part of a Multi-Paxos state
 * that can be stored in more than one way. Ballots and values that are not there are NONE. A leader
 * is a proposer in a ballot.
 */
interface Acceptors {

  /** n_max: the highest ballot that the acceptor has joined. */
  int nMax(State s, int acceptor);

  /** n_last: the ballot of the acceptor's registered vote for a slot. */
  int nLast(State s, int acceptor, int slot);

  /** x_last: the value of the acceptor's registered vote for a slot. */
  int xLast(State s, int acceptor, int slot);

  /** Whether the leader has proposed anything for the slot. */
  boolean hasProposed(State s, int leader, int slot);

  /** Whether the leader has proposed the value for the slot. */
  boolean hasProposed(State s, int leader, int slot, int value);

  /** Whether the acceptor has sent 1b for the ballot. */
  boolean hasPromised(State s, int acceptor, int ballot);

  /** The number of acceptors that have sent 1b for the ballot. */
  int promises(State s, int ballot);

  /** The ballot of the vote for a slot that the acceptor's 1b for {@code ballot} reports. */
  int reportedBallot(State s, int acceptor, int ballot, int slot);

  /** The value of the vote for a slot that the acceptor's 1b for {@code ballot} reports. */
  int reportedValue(State s, int acceptor, int ballot, int slot);

  /** Whether the acceptor has sent 2b(acceptor, ballot, slot, value). */
  boolean hasVoted(State s, int acceptor, int ballot, int slot, int value);

  /** The number of messages 2b(·, ballot, slot, value). */
  int votes(State s, int ballot, int slot, int value);

  /** The number of messages 2b(·, ballot, slot, ·). */
  int votes(State s, int ballot, int slot);

  /** Sends 2a(ballot of the leader, slot, value). */
  void propose(Draft t, int leader, int slot, int value);

  /** Sends 1b for the ballot, which reports the registers, and sets n_max to the ballot. */
  void promise(Draft t, int acceptor, int ballot);

  /** Sends 2b(acceptor, ballot, slot, value), and sets n_max and the slot's register. */
  void vote(Draft t, int acceptor, int ballot, int slot, int value);
}
