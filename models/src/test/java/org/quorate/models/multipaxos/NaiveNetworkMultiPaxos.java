package org.quorate.models.multipaxos;

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
import org.quorate.models.oracle.NaiveNetwork;
import org.quorate.models.oracle.NaiveNetwork.Channel;
import org.quorate.models.oracle.NaiveNetwork.Networked;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;

/** Multi-Paxos over a {@link NaiveNetwork}. Proposers that share a ballot hear the same. */
record NaiveNetworkMultiPaxos(MultiPaxosConfig config, NaiveDecisions decisions) {

  NaiveNetworkMultiPaxos(MultiPaxosConfig config) {
    this(config, new NaiveDecisions(config));
  }

  /** A state of everything. */
  record World(List<Acceptor> acceptors, Map<Seat, Leader> leaders, NaiveNetwork<Message> network)
      implements Networked<Message, World> {

    @Override
    public World with(NaiveNetwork<Message> other) {
      return new World(acceptors, leaders, other);
    }

    World with(Map<Seat, Leader> others) {
      return new World(acceptors, others, network);
    }

    World set(int acceptor, Acceptor to) {
      return new World(NaiveDecisions.replaced(acceptors, acceptor, to), leaders, network);
    }

    World ask(int ballot, Message request) {
      return with(network.ask(ballot, request));
    }

    World send(Channel channel, Message m) {
      return with(network.send(channel, m));
    }

    <M extends Message> Set<M> received(Class<M> kind) {
      return network.received(kind).collect(Collectors.toSet());
    }
  }

  NaiveSearch<World> search() {
    NaiveNetwork<Message> network = NaiveNetwork.of(config.environment(), config.acceptors());
    return NaiveSearch.of(List.of(new World(decisions.fresh(), Map.of(), network)), this::steps);
  }

  private List<Step<World>> steps(World w) {
    List<Step<World>> steps = NaiveNetwork.steps(w, this::answer);
    for (int b = 0; b < config.ballots(); b++) {
      Prepare prepare = new Prepare(b);
      if (!w.network().asked().contains(prepare)) {
        steps.add(new Step<>("Prepare", w.ask(b, prepare)));
      }
    }
    for (Map<Seat, Leader> leaders : decisions.leads(w.leaders(), w.received(Promise.class))) {
      steps.add(new Step<>("Lead", w.with(leaders)));
    }
    for (Proposing p : decisions.proposals(w.leaders())) {
      World t = w.with(p.leaders()).ask(p.proposal().ballot(), p.proposal());
      steps.add(new Step<>("Propose", t));
    }
    return steps;
  }

  private Optional<Step<World>> answer(World w, int a, Message request) {
    return request instanceof Prepare prepare
        ? promise(w, a, prepare.ballot()).map(t -> new Step<>("Promise", t))
        : accept(w, a, (Proposal) request).map(t -> new Step<>("Accept", t));
  }

  private Optional<World> promise(World w, int a, int b) {
    Acceptor old = w.acceptors().get(a);
    Promise promise = new Promise(a, b, decisions.reports(old.last()));
    return decisions
        .promise(old, b)
        .map(joined -> w.set(a, joined).send(Channel.toProposer(a, b), promise));
  }

  private Optional<World> accept(World w, int a, Proposal proposal) {
    return decisions
        .accept(w.acceptors().get(a), proposal)
        .map(voted -> w.set(a, voted).send(Channel.toLearner(a), new Accepted(a, proposal)));
  }

  boolean agreement(World w) {
    return decisions.agreement(w.received(Accepted.class));
  }

  boolean validity(World w) {
    return w.network().asked().containsAll(decisions.chosen(w.received(Accepted.class)));
  }

  /** Every image of a state under renamings of acceptors, values and proposers. */
  Collection<World> images(World w) {
    return decisions.renamings().stream().map(renaming -> image(w, renaming)).toList();
  }

  private static World image(World w, Renaming renaming) {
    return new World(
        renaming.of(w.acceptors()),
        renaming.of(w.leaders()),
        w.network().renamed(renaming.acceptors(), renaming::of));
  }
}
