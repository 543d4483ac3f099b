package org.quorate.models.paxos;

import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.State;

/** What the proposer of a ballot asks of acceptors, 1a and 2a, and how it gets to them. */
interface Requests {

  /** The request 1a; every other request is the value of a 2a. */
  int PREPARE = Domain.NONE;

  /** Whether an acceptor may receive the request next. */
  boolean has(State s, int acceptor, int ballot, int request);

  /** Sends a request to every acceptor. */
  void send(Draft t, int ballot, int request);

  /** The acceptor has received the request, and no copy of it is left. */
  void take(Draft t, int acceptor, int ballot, int request);

  /** How far a request must have come to be received, such as {@code was sent}. */
  String arrival();
}
