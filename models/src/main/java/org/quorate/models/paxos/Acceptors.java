package org.quorate.models.paxos;

import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * What the correct acceptors know and have sent, and what was proposed: the part of a Paxos state
 * that can be stored in more than one way. Ballots and values that are not there are NONE.
 */
interface Acceptors {

  /** n_max: the highest ballot that the acceptor has joined. */
  int nMax(State s, int acceptor);

  /** n_last: the ballot of the acceptor's registered vote. */
  int nLast(State s, int acceptor);

  /** x_last: the value of the acceptor's registered vote. */
  int xLast(State s, int acceptor);

  /** Whether 2a(ballot, value) was sent. */
  boolean isProposed(State s, int ballot, int value);

  /** The number of values that were proposed in a ballot. */
  int proposals(State s, int ballot);

  /** Whether the acceptor has sent 2b(acceptor, ballot, value). */
  boolean hasVoted(State s, int acceptor, int ballot, int value);

  /** The number of acceptors that have sent 2b(·, ballot, value). */
  int votes(State s, int ballot, int value);

  /** The number of messages 2b(·, ballot, ·). */
  int votes(State s, int ballot);

  /** Whether the acceptor has sent 1b for the ballot, with any report. */
  boolean hasPromised(State s, int acceptor, int ballot);

  /** The number of acceptors that have sent 1b for the ballot, with any report. */
  int promises(State s, int ballot);

  /**
   * Whether the acceptor has sent 1b for the ballot that reports nothing, or a vote in one of the
   * ballots {@code low} to {@code high}; an empty range asks for one that reports nothing.
   */
  boolean reportsWithin(State s, int acceptor, int ballot, int low, int high);

  /**
   * Whether the acceptor has sent 1b for the ballot that reports a vote for a value in a ballot.
   */
  boolean reports(State s, int acceptor, int ballot, int votedBallot, int value);

  /** Sends 2a(ballot, value). */
  void propose(Draft t, int ballot, int value);

  /** Sends 1b(acceptor, ballot, n_last, x_last), and sets n_max to {@code nMax}. */
  void promise(Draft t, int acceptor, int ballot, int nMax);

  /** Sends 2b(acceptor, ballot, value), and sets the registers. */
  void vote(Draft t, int acceptor, int ballot, int value, int nMax, boolean register);

  /** Resets n_max, or the registered vote, or both. */
  void forget(Draft t, int acceptor, boolean promise, boolean vote);
}
