package org.quorate.models.pbft;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.models.oracle.NaiveChannels;
import org.quorate.models.oracle.NaiveChannels.Next;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.pbft.NaiveDecisions.Decision;
import org.quorate.models.pbft.PbftWorld.Commit;
import org.quorate.models.pbft.PbftWorld.Message;
import org.quorate.models.pbft.PbftWorld.NewView;
import org.quorate.models.pbft.PbftWorld.PrePrepare;
import org.quorate.models.pbft.PbftWorld.Prepare;
import org.quorate.models.pbft.PbftWorld.Replica;
import org.quorate.models.pbft.PbftWorld.ViewChange;

/**
 * PBFT over a network that has only the faults it is given, without a thought for speed: a queue or
 * a set of messages for each pair of correct replicas. A replica decides by what it has sent and
 * heard. The Byzantine replicas are outside the network: whatever they could have said was heard by
 * all, and they have heard all.
 */
record NaiveNetworkPbft(PbftConfig config, NaiveDecisions decisions, Faults faults) {

  NaiveNetworkPbft {
    if (config.behaviour() == Behaviour.LYING) {
      throw new IllegalArgumentException("replicas that lie would be in the network");
    }
  }

  NaiveNetworkPbft(PbftConfig config, Faults faults) {
    this(config, new NaiveDecisions(config), faults);
  }

  /**
   * What may go wrong besides Byzantine replicas.
   *
   * @param loss whether messages get lost
   * @param duplication whether a message may stay in its channel when it is received
   * @param reordering whether messages overtake each other in a channel
   * @param crashes how many crashes of correct replicas there may be
   * @param recovery whether a crashed replica may come back, with all that it knew
   */
  record Faults(
      boolean loss, boolean duplication, boolean reordering, int crashes, boolean recovery) {

    static Faults ofNetwork(boolean loss, boolean duplication, boolean reordering) {
      return new Faults(loss, duplication, reordering, 0, false);
    }

    Faults withCrashes(int count, boolean thatRecover) {
      return new Faults(loss, duplication, reordering, count, thatRecover);
    }
  }

  /** From a correct replica to another. */
  record Channel(int sender, int receiver) {}

  /**
   * A state of everything.
   *
   * @param replicas all replicas, and all that they have sent
   * @param heard what each replica has received; of a new-view it keeps what that pre-prepares
   * @param network what is on its way
   * @param down the replicas that have crashed
   * @param crashes how many crashes there were
   */
  record World(
      PbftWorld replicas,
      List<Set<Message>> heard,
      NaiveChannels<Channel, Message> network,
      Set<Integer> down,
      int crashes) {

    World with(PbftWorld to) {
      return new World(to, heard, network, down, crashes);
    }

    World with(NaiveChannels<Channel, Message> to) {
      return new World(replicas, heard, to, down, crashes);
    }

    World set(int replica, Replica to) {
      return with(replicas.set(replica, to));
    }

    World hear(int receiver, Collection<? extends Message> messages) {
      List<Set<Message>> more = new ArrayList<>(heard);
      more.set(receiver, Sets.union(Set.copyOf(messages), heard.get(receiver)).immutableCopy());
      return new World(replicas, more, network, down, crashes);
    }

    /** The world as far as a replica knows it. */
    PbftWorld knownTo(int replica) {
      Set<Message> own =
          replicas.sent().stream().filter(m -> m.sender() == replica).collect(Collectors.toSet());
      return new PbftWorld(
          replicas.faulty(),
          Sets.union(own, heard.get(replica)).immutableCopy(),
          replicas.replicas());
    }

    /** Sends a message to all other correct replicas, or a view-change to the primary. */
    World send(Message m) {
      NaiveChannels<Channel, Message> more = network;
      for (int r = 0; r < heard.size(); r++) {
        boolean receives = !(m instanceof ViewChange asked) || asked.view() == r;
        if (receives && r != m.sender() && isCorrectAndUp(r)) {
          more = more.send(new Channel(m.sender(), r), m);
        }
      }
      return with(replicas.send(m)).with(more);
    }

    /** Loses what is on its way to the replica. */
    World crash(int replica) {
      return new World(
          replicas,
          heard,
          network.clear(c -> c.receiver() == replica),
          Sets.union(down, Set.of(replica)).immutableCopy(),
          crashes + 1);
    }

    World recover(int replica) {
      return new World(
          replicas,
          heard,
          network,
          Sets.difference(down, Set.of(replica)).immutableCopy(),
          crashes);
    }

    boolean isCorrectAndUp(int replica) {
      return replicas.isCorrect(replica) && !down.contains(replica);
    }
  }

  NaiveSearch<World> search() {
    return NaiveSearch.of(
        decisions.initialWorlds().stream().map(this::initial).toList(), this::steps);
  }

  private World initial(PbftWorld replicas) {
    return new World(
        replicas,
        Collections.nCopies(config.replicas(), Set.of()),
        NaiveChannels.empty(faults.reordering()),
        Set.of(),
        0);
  }

  private List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int r = 0; r < config.replicas(); r++) {
      if (w.isCorrectAndUp(r)) {
        for (Decision x : decisions.all()) {
          addVotes(w, r, x.view(), x.slot(), x.request(), steps);
        }
        for (int v = 1; v < config.views(); v++) {
          addEntries(w, r, v, steps);
        }
      }
      addCrashes(w, r, steps);
    }
    for (Next<Channel, Message> next : w.network().next()) {
      addDeliveries(w, next.channel(), next.message(), steps);
    }
    return steps;
  }

  private void addVotes(World w, int r, int v, int slot, int d, List<Step<World>> steps) {
    PbftWorld known = w.knownTo(r);
    if (r == v && decisions.mayPrePrepare(known, v, slot, d)) {
      steps.add(new Step<>("PrePrepare", w.send(new PrePrepare(v, slot, d))));
    }
    if (!known.isCorrect(v) && decisions.mayPrepare(known, r, v, slot, d)) {
      addAnswer("Prepare", w.send(new Prepare(r, v, slot, d)), steps);
    }
    if (decisions.mayCommit(known, r, v, slot, d)) {
      steps.add(new Step<>("Commit", w.send(new Commit(r, v, slot, d))));
    }
  }

  private void addEntries(World w, int r, int v, List<Step<World>> steps) {
    PbftWorld all = w.replicas();
    if (decisions.mayAsk(all, r, v)) {
      World asking = w.set(r, decisions.asking(all, r, v));
      steps.add(new Step<>("ViewChange", asking.send(decisions.viewChange(all, r, v))));
    }
    if (r == v && decisions.mayEnter(all, r, v)) {
      World entered = w.set(r, new Replica(v, v));
      for (List<Optional<Integer>> orders : decisions.justifiedOrders(w.knownTo(r), all, v)) {
        steps.add(new Step<>("NewView", entered.send(new NewView(v, orders))));
      }
    }
    if (!all.isCorrect(v) && decisions.mayEnter(all, r, v)) {
      for (List<Optional<Integer>> orders : decisions.ordersOfFaulty(all, v)) {
        addAnswer("EnterView", enter(w, r, v, orders), steps);
      }
    }
  }

  /** An answer to a Byzantine replica, of whose message there may be a copy, or always one more. */
  private void addAnswer(String action, World target, List<Step<World>> steps) {
    steps.add(new Step<>(action, target));
    if (faults.duplication()) {
      steps.add(new Step<>(action + "Copy", target));
    }
  }

  private static World enter(World w, int r, int v, List<Optional<Integer>> orders) {
    World entered = w.set(r, new Replica(v, v));
    for (Prepare prepare : NaiveDecisions.prepares(r, v, orders)) {
      entered = entered.send(prepare);
    }
    return entered;
  }

  private void addCrashes(World w, int r, List<Step<World>> steps) {
    if (w.isCorrectAndUp(r) && w.crashes() < faults.crashes()) {
      steps.add(new Step<>("Crash", w.crash(r)));
    } else if (w.down().contains(r) && faults.recovery()) {
      steps.add(new Step<>("Recover", w.recover(r)));
    }
  }

  private void addDeliveries(World w, Channel channel, Message m, List<Step<World>> steps) {
    World taken = w.with(w.network().remove(channel, m));
    Step<World> received = receive(taken, channel.receiver(), m);
    steps.add(received);
    if (faults.duplication() && !received.action().equals("Ignore")) {
      steps.add(new Step<>(received.action() + "Copy", receive(w, channel.receiver(), m).target()));
    }
    if (faults.loss()) {
      boolean isKept = received.action().equals("Hear");
      steps.add(new Step<>(isKept ? "LoseVote" : "LoseOrder", taken));
    }
  }

  /** What becomes of a message that is received. */
  private Step<World> receive(World w, int r, Message m) {
    if (m instanceof PrePrepare p) {
      World heard = w.hear(r, List.of(p));
      return decisions.mayPrepare(heard.knownTo(r), r, p.view(), p.slot(), p.request())
          ? new Step<>("Prepare", heard.send(new Prepare(r, p.view(), p.slot(), p.request())))
          : new Step<>("Ignore", heard);
    } else if (m instanceof NewView n) {
      return decisions.mayEnter(w.replicas(), r, n.view())
          ? new Step<>(
              "EnterView",
              enter(
                  w.hear(r, PbftWorld.prePrepares(n.view(), n.orders()).toList()),
                  r,
                  n.view(),
                  n.orders()))
          : new Step<>("Ignore", w);
    }
    return new Step<>("Hear", w.hear(r, List.of(m)));
  }

  /** All that is decided at some correct replica. */
  Set<Decision> decided(World w) {
    return decisions.correct(w.replicas()).stream()
        .flatMap(r -> decisions.decided(w.knownTo(r)).stream())
        .collect(Collectors.toSet());
  }

  boolean agreement(World w) {
    return NaiveDecisions.agreement(decided(w));
  }

  boolean validity(World w) {
    return decisions.validity(w.replicas(), decided(w));
  }

  boolean isDecided(World w) {
    return !decided(w).isEmpty();
  }

  /** Whether something is decided while as many correct replicas as may crash have sent nothing. */
  boolean isDecidedWithoutCrashing(World w) {
    long silent =
        decisions.correct(w.replicas()).stream()
            .filter(r -> w.replicas().sent().stream().noneMatch(m -> m.sender() == r))
            .count();
    return silent >= faults.crashes() && isDecided(w);
  }

  /**
   * Every image of a state under renamings of replicas that are never primary, of values, or both.
   */
  Collection<World> images(World w, Collection<String> scalarsets) {
    return decisions.renamings(scalarsets).stream().map(x -> renamed(w, x)).toList();
  }

  private World renamed(World w, PbftRenaming renaming) {
    World image = initial(renaming.apply(w.replicas()));
    for (int r = 0; r < config.replicas(); r++) {
      image =
          image.hear(
              renaming.replica(r), w.heard().get(r).stream().map(renaming::message).toList());
    }
    NaiveChannels<Channel, Message> network = image.network();
    for (Channel channel : w.network().channels().keySet()) {
      Channel to =
          new Channel(renaming.replica(channel.sender()), renaming.replica(channel.receiver()));
      for (Message m : w.network().channels().getOrDefault(channel, List.of())) {
        network = network.send(to, renaming.message(m));
      }
    }
    return new World(
        image.replicas(),
        image.heard(),
        network,
        w.down().stream().map(renaming::replica).collect(Collectors.toSet()),
        w.crashes());
  }
}
