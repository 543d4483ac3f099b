package org.quorate.models.network;

import java.util.List;
import java.util.function.BiFunction;
import org.quorate.model.Action;
import org.quorate.state.Draft;
import org.quorate.state.SetField;
import org.quorate.state.State;

/**
 * Requests that stay available once they are sent: a growing set of messages.
 *
 * @param started the ballots of which 1a was sent
 * @param proposals which 2a were sent
 */
public record StandingRequests(SetField started, Proposals proposals) implements Requests {

  /** What was proposed. */
  @FunctionalInterface
  public interface Proposals {
    /** Whether 2a was sent in the ballot for what the request proposes. */
    boolean has(State s, int ballot, int request);
  }

  @Override
  public boolean has(State s, int acceptor, int ballot, int request) {
    return request == PREPARE ? started.has(s, ballot) : proposals.has(s, ballot, request);
  }

  @Override
  public void send(Draft t, int ballot, int request) {}

  @Override
  public void take(Draft t, int acceptor, int ballot, int request) {}

  @Override
  public String arrival() {
    return "was sent";
  }

  @Override
  public List<Action> answers(String name, BiFunction<String, Boolean, Action> action) {
    return List.of(action.apply(name, true));
  }
}
