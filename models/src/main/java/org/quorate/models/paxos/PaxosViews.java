package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quorate.model.View;
import org.quorate.models.network.BallotNetwork;
import org.quorate.state.Domain;
import org.quorate.state.Field;
import org.quorate.state.State;

/** How traces show a Paxos state: the registers of each acceptor, and the messages by kind. */
record PaxosViews(Paxos model) {

  List<View> views() {
    List<View> views = new ArrayList<>();
    Domain ballot = model.ballots().orNone();
    Domain value = model.values().orNone();
    Acceptors acceptors = model.acceptors();
    views.add(register("x_last", (s, a) -> value.value(acceptors.xLast(s, a))));
    views.add(register("n_last", (s, a) -> ballot.value(acceptors.nLast(s, a))));
    views.add(register("n_max", (s, a) -> ballot.value(acceptors.nMax(s, a))));
    views.add(View.scalar("1a", this::started));
    boolean isExplicit = model.network() != null;
    views.add(new View(isExplicit ? "1b heard" : "1b", model.correct(), this::promises));
    views.add(new View("2a", model.ballots(), this::proposals));
    views.add(new View(isExplicit ? "2b learned" : "2b", model.correct(), this::votes));
    views.add(View.scalar("chosen", this::chosen));
    Field losses = model.losses();
    if (losses != null) {
      views.add(View.scalar("losses", losses::get));
    }
    BallotNetwork network = model.network();
    if (network != null) {
      views.addAll(network.views(new PaxosMessages(model)));
    }
    return views;
  }

  private View register(String name, View.Value value) {
    return new View(name, model.correct(), value).asRegister();
  }

  private Set<Object> started(State s) {
    Set<Object> found = new LinkedHashSet<>();
    for (int b = 0; b < model.ballots().size(); b++) {
      if (model.started().has(s, b)) {
        found.add(model.ballots().value(b));
      }
    }
    return found;
  }

  private Set<Object> promises(State s, int acceptor) {
    Set<Object> found = new LinkedHashSet<>();
    for (int b = 0; b < model.ballots().size(); b++) {
      if (model.acceptors().reportsWithin(s, acceptor, b, 1, 0)) {
        found.add(model.ballots().format(b) + " reports –");
      }
      for (int voted = 0; voted < model.ballots().size(); voted++) {
        for (int v = 0; v < model.values().size(); v++) {
          if (model.acceptors().reports(s, acceptor, b, voted, v)) {
            found.add(
                "%s reports %s:%s"
                    .formatted(
                        model.ballots().format(b),
                        model.ballots().format(voted),
                        model.values().format(v)));
          }
        }
      }
    }
    return found;
  }

  private Set<Object> proposals(State s, int ballot) {
    Set<Object> found = new LinkedHashSet<>();
    for (int v = 0; v < model.values().size(); v++) {
      if (model.acceptors().isProposed(s, ballot, v)) {
        found.add(model.values().format(v));
      }
    }
    return found;
  }

  private Set<Object> votes(State s, int acceptor) {
    Set<Object> found = new LinkedHashSet<>();
    for (int b = 0; b < model.ballots().size(); b++) {
      for (int v = 0; v < model.values().size(); v++) {
        if (model.acceptors().hasVoted(s, acceptor, b, v)) {
          found.add(model.ballots().format(b) + ":" + model.values().format(v));
        }
      }
    }
    return found;
  }

  private Set<Object> chosen(State s) {
    PaxosInvariants invariants = new PaxosInvariants(model);
    Set<Object> found = new LinkedHashSet<>();
    for (int v = 0; v < model.values().size(); v++) {
      if (invariants.isChosen(s, v)) {
        found.add(model.values().format(v));
      }
    }
    return found;
  }
}
