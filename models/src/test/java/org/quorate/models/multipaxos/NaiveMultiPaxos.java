package org.quorate.models.multipaxos;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.models.multipaxos.NaiveDecisions.Accepted;
import org.quorate.models.multipaxos.NaiveDecisions.Acceptor;
import org.quorate.models.multipaxos.NaiveDecisions.Leader;
import org.quorate.models.multipaxos.NaiveDecisions.Message;
import org.quorate.models.multipaxos.NaiveDecisions.Prepare;
import org.quorate.models.multipaxos.NaiveDecisions.Promise;
import org.quorate.models.multipaxos.NaiveDecisions.Proposal;
import org.quorate.models.multipaxos.NaiveDecisions.Proposing;
import org.quorate.models.multipaxos.NaiveDecisions.Renaming;
import org.quorate.models.multipaxos.NaiveDecisions.Seat;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;

/**
 * Multi-Paxos once more, as the papers tell it and without a thought for speed: messages in a set,
 * a record for each acceptor and each leader, and quorums that are sets of promises.
 */
record NaiveMultiPaxos(MultiPaxosConfig config, NaiveDecisions decisions) {

  NaiveMultiPaxos(MultiPaxosConfig config) {
    this(config, new NaiveDecisions(config));
  }

  /** A state of everything. */
  record World(Set<Message> sent, List<Acceptor> acceptors, Map<Seat, Leader> leaders) {

    World send(Message message) {
      return new World(Set.copyOf(Sets.union(sent, Set.of(message))), acceptors, leaders);
    }

    World set(int acceptor, Acceptor to) {
      return new World(sent, NaiveDecisions.replaced(acceptors, acceptor, to), leaders);
    }

    World with(Map<Seat, Leader> others) {
      return new World(sent, acceptors, others);
    }

    <M extends Message> Set<M> sent(Class<M> kind) {
      return sent.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toSet());
    }
  }

  NaiveSearch<World> search() {
    return NaiveSearch.of(List.of(new World(Set.of(), decisions.fresh(), Map.of())), this::steps);
  }

  List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int b = 0; b < config.ballots(); b++) {
      steps.add(new Step<>("Prepare", w.send(new Prepare(b))));
    }
    for (Map<Seat, Leader> leaders : decisions.leads(w.leaders(), w.sent(Promise.class))) {
      steps.add(new Step<>("Lead", w.with(leaders)));
    }
    for (Proposing p : decisions.proposals(w.leaders())) {
      steps.add(new Step<>("Propose", w.with(p.leaders()).send(p.proposal())));
    }
    for (int a = 0; a < config.acceptors(); a++) {
      for (Message m : w.sent()) {
        if (m instanceof Prepare prepare) {
          promise(w, a, prepare.ballot()).ifPresent(t -> steps.add(new Step<>("Promise", t)));
        } else if (m instanceof Proposal proposal) {
          accept(w, a, proposal).ifPresent(t -> steps.add(new Step<>("Accept", t)));
        }
      }
    }
    return steps;
  }

  private Optional<World> promise(World w, int a, int b) {
    Acceptor old = w.acceptors().get(a);
    return decisions
        .promise(old, b)
        .map(joined -> w.set(a, joined).send(new Promise(a, b, decisions.reports(old.last()))));
  }

  private Optional<World> accept(World w, int a, Proposal proposal) {
    return decisions
        .accept(w.acceptors().get(a), proposal)
        .map(voted -> w.set(a, voted).send(new Accepted(a, proposal)));
  }

  boolean agreement(World w) {
    return decisions.agreement(w.sent(Accepted.class));
  }

  boolean validity(World w) {
    return w.sent().containsAll(decisions.chosen(w.sent(Accepted.class)));
  }

  /** Every image of a state under renamings of acceptors, values and proposers. */
  Collection<World> images(World w) {
    return decisions.renamings().stream().map(renaming -> image(w, renaming)).toList();
  }

  private static World image(World w, Renaming renaming) {
    return new World(
        w.sent().stream().map(renaming::of).collect(Collectors.toSet()),
        renaming.of(w.acceptors()),
        renaming.of(w.leaders()));
  }
}
