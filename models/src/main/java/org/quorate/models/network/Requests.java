package org.quorate.models.network;

import java.util.List;
import java.util.function.BiFunction;
import org.quorate.model.Action;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.State;

/** What the proposers of a ballot ask of acceptors, 1a and 2a, and how it gets to them. */
public interface Requests {

  /** The request 1a; every other request is what a 2a proposes. */
  int PREPARE = Domain.NONE;

  /** Whether an acceptor may receive the request next. */
  boolean has(State s, int acceptor, int ballot, int request);

  /** Sends a request to every acceptor. */
  void send(Draft t, int ballot, int request);

  /** The acceptor has received the request, and no copy of it is left. */
  void take(Draft t, int acceptor, int ballot, int request);

  /** How far a request must have come to be received, such as {@code was sent}. */
  String arrival();

  /**
   * An action that answers a request, and where there are copies, one that leaves a copy.
   *
   * @param action the action of a name; the flag says whether no copy is left
   */
  List<Action> answers(String name, BiFunction<String, Boolean, Action> action);
}
