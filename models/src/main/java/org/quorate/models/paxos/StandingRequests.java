package org.quorate.models.paxos;

import org.quorate.state.Draft;
import org.quorate.state.SetField;
import org.quorate.state.State;

/** Requests that stay available once they are sent: a growing set of messages. */
record StandingRequests(SetField started, Acceptors acceptors) implements Requests {

  @Override
  public boolean has(State s, int acceptor, int ballot, int request) {
    return request == PREPARE ? started.has(s, ballot) : acceptors.isProposed(s, ballot, request);
  }

  @Override
  public void send(Draft t, int ballot, int request) {}

  @Override
  public void take(Draft t, int acceptor, int ballot, int request) {}

  @Override
  public String arrival() {
    return "was sent";
  }
}
