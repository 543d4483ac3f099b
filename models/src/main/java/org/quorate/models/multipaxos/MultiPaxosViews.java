package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.View;
import org.quorate.models.network.BallotNetwork;
import org.quorate.state.Domain;
import org.quorate.state.Pair;
import org.quorate.state.State;

/**
 * How traces show a Multi-Paxos state: the registers of each acceptor as on the slides, where
 * x_last and n_last are those of the highest slot voted in, then all slots, and the messages by
 * kind.
 */
record MultiPaxosViews(MultiPaxos model) {

  List<View> views() {
    List<View> views = new ArrayList<>();
    Domains domains = model.domains();
    Domain ballot = domains.ballots().orNone();
    Domain value = domains.values().orNone();
    Acceptors acceptors = model.acceptors();
    views.add(
        acceptors("x_last", (s, a) -> value.value(acceptors.xLast(s, a, lastSlot(s, a))))
            .asRegister());
    views.add(
        acceptors("n_last", (s, a) -> ballot.value(acceptors.nLast(s, a, lastSlot(s, a))))
            .asRegister());
    views.add(acceptors("n_max", (s, a) -> ballot.value(acceptors.nMax(s, a))).asRegister());
    if (domains.slots().size() > 1 && !model.deviation().hasOneRegister()) {
      for (int i = 0; i < domains.slots().size(); i++) {
        int slot = i;
        views.add(acceptors("slot " + slot, (s, a) -> register(s, a, slot)));
      }
    }
    views.add(View.scalar("1a", this::started));
    BallotNetwork network = model.network();
    views.add(acceptors(network == null ? "1b" : "1b heard", this::promises));
    views.add(new View("plan", domains.leaders(), this::plan));
    views.add(new View("2a", domains.ballots(), this::proposals));
    views.add(acceptors(network == null ? "2b" : "2b learned", this::votes));
    views.add(new View("chosen", domains.slots(), this::chosen));
    if (network != null) {
      views.addAll(network.views(new MultiPaxosMessages(model)));
    }
    return views;
  }

  private View acceptors(String name, View.Value value) {
    return new View(name, model.domains().acceptors(), value);
  }

  /** The highest slot that an acceptor has a registered vote for, or 0. */
  private int lastSlot(State s, int acceptor) {
    int slot = model.domains().slots().last();
    while (slot > 0 && model.acceptors().nLast(s, acceptor, slot) == Domain.NONE) {
      slot--;
    }
    return slot;
  }

  private @Nullable Object register(State s, int acceptor, int slot) {
    int ballot = model.acceptors().nLast(s, acceptor, slot);
    return ballot == Domain.NONE ? null : vote(ballot, model.acceptors().xLast(s, acceptor, slot));
  }

  private String vote(int ballot, int value) {
    return model.domains().ballots().format(ballot) + ":" + model.domains().values().format(value);
  }

  private Set<Object> started(State s) {
    Set<Object> found = new LinkedHashSet<>();
    for (int b = 0; b < model.domains().ballots().size(); b++) {
      if (model.started().has(s, b)) {
        found.add(model.domains().ballots().value(b));
      }
    }
    return found;
  }

  private Set<Object> promises(State s, int acceptor) {
    Set<Object> found = new LinkedHashSet<>();
    for (int b = 0; b < model.domains().ballots().size(); b++) {
      if (model.acceptors().hasPromised(s, acceptor, b)) {
        List<String> reports = new ArrayList<>();
        for (int slot = 0; slot < model.domains().slots().size(); slot++) {
          int voted = model.acceptors().reportedBallot(s, acceptor, b, slot);
          int value = model.acceptors().reportedValue(s, acceptor, b, slot);
          reports.add(voted == Domain.NONE ? "–" : vote(voted, value));
        }
        found.add(model.domains().ballots().format(b) + " reports " + String.join(" ", reports));
      }
    }
    return found;
  }

  private Object plan(State s, int leader) {
    if (!model.leading().has(s, leader)) {
      return "no leader yet";
    }
    Domain value = model.domains().values().orNone();
    List<String> slots = new ArrayList<>();
    for (int slot = 0; slot < model.domains().slots().size(); slot++) {
      slots.add(value.format(model.plan().get(s, leader, slot)));
    }
    return String.join(":", slots);
  }

  private Set<Object> proposals(State s, int ballot) {
    Set<Object> found = new LinkedHashSet<>();
    Pair proposals = model.domains().proposals();
    for (int p = 0; p < proposals.size(); p++) {
      if (model.isProposed(s, ballot, proposals.left(p), proposals.right(p))) {
        found.add(proposals.format(p));
      }
    }
    return found;
  }

  private Set<Object> votes(State s, int acceptor) {
    Set<Object> found = new LinkedHashSet<>();
    Pair proposals = model.domains().proposals();
    for (int b = 0; b < model.domains().ballots().size(); b++) {
      for (int p = 0; p < proposals.size(); p++) {
        if (model.acceptors().hasVoted(s, acceptor, b, proposals.left(p), proposals.right(p))) {
          found.add(model.domains().ballots().format(b) + " " + proposals.format(p));
        }
      }
    }
    return found;
  }

  private Set<Object> chosen(State s, int slot) {
    MultiPaxosInvariants invariants = new MultiPaxosInvariants(model);
    Set<Object> found = new LinkedHashSet<>();
    for (int v = 0; v < model.domains().values().size(); v++) {
      if (invariants.isChosen(s, slot, v)) {
        found.add(model.domains().values().format(v));
      }
    }
    return found;
  }
}
