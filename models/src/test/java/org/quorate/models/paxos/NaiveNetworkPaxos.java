package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.paxos.NaiveDecisions.Acceptor;
import org.quorate.models.paxos.NaiveDecisions.Vote;

/**
 * Paxos over a network that has only the faults it is given, without a thought for speed: a queue
 * or a set of messages for each channel. A message is received once, at a step of its own. The
 * proposers and the learner keep what they receive; they never crash. Sending a message that is
 * still on its way changes nothing.
 */
record NaiveNetworkPaxos(PaxosConfig config, NaiveDecisions decisions, Faults faults) {

  NaiveNetworkPaxos {
    if (config.byzantine() > 0 || config.forgets() > 0 || config.deviation().loss().isPresent()) {
      throw new IllegalArgumentException("what may fail is up to the faults, not to " + config);
    }
  }

  NaiveNetworkPaxos(PaxosConfig config, Faults faults) {
    this(config, new NaiveDecisions(config), faults);
  }

  /** What can happen so many times only, over all acceptors. */
  enum Budget {
    CRASH,
    FORGET,
    FORGET_PROMISE,
    FORGET_VOTE
  }

  /**
   * What may go wrong.
   *
   * @param loss whether messages get lost
   * @param duplication whether a message may stay in its channel when it is received
   * @param reordering whether messages overtake each other in a channel
   * @param recovery whether a crashed acceptor may come back, with its stable state
   * @param budgets how often other things may happen, if ever
   */
  record Faults(
      boolean loss,
      boolean duplication,
      boolean reordering,
      boolean recovery,
      Map<Budget, Integer> budgets) {

    static Faults ofNetwork(boolean loss, boolean duplication, boolean reordering) {
      return new Faults(loss, duplication, reordering, false, Map.of());
    }

    Faults withRecovery() {
      return new Faults(loss, duplication, reordering, true, budgets);
    }

    Faults with(Budget budget, int times) {
      Map<Budget, Integer> more = new HashMap<>(budgets);
      more.put(budget, times);
      return new Faults(loss, duplication, reordering, recovery, more);
    }

    int budget(Budget budget) {
      return budgets.getOrDefault(budget, 0);
    }
  }

  /** What somebody knows or has done. */
  sealed interface Fact {

    Fact renamed(List<Integer> acceptors, List<Integer> values);
  }

  /** The proposer of a ballot has asked for promises. */
  record Started(int ballot) implements Fact {

    @Override
    public Started renamed(List<Integer> acceptors, List<Integer> values) {
      return this;
    }
  }

  /** The proposer of a ballot has proposed a value. */
  record Proposed(Vote vote) implements Fact {

    @Override
    public Proposed renamed(List<Integer> acceptors, List<Integer> values) {
      return new Proposed(vote.renamed(values));
    }
  }

  /** An acceptor is down. */
  record Crashed(int acceptor) implements Fact {

    @Override
    public Crashed renamed(List<Integer> acceptors, List<Integer> values) {
      return new Crashed(acceptors.get(acceptor));
    }
  }

  /** The channels from proposers to acceptors, back, and to the learner. */
  enum Direction {
    TO_ACCEPTOR,
    TO_PROPOSER,
    TO_LEARNER
  }

  /** A channel between an acceptor and the proposer of a ballot, or the learner. */
  record Channel(Direction direction, int acceptor, int proposer) {

    static final int LEARNER = -1;
  }

  /** What is on its way in a channel. */
  sealed interface Message {

    Channel channel();

    Message renamed(List<Integer> acceptors, List<Integer> values);
  }

  /** 1a, on its way to an acceptor. */
  record Prepare(int acceptor, int ballot) implements Message {

    @Override
    public Channel channel() {
      return new Channel(Direction.TO_ACCEPTOR, acceptor, ballot);
    }

    @Override
    public Prepare renamed(List<Integer> acceptors, List<Integer> values) {
      return new Prepare(acceptors.get(acceptor), ballot);
    }
  }

  /** 2a, on its way to an acceptor. */
  record Proposal(int acceptor, Vote vote) implements Message {

    @Override
    public Channel channel() {
      return new Channel(Direction.TO_ACCEPTOR, acceptor, vote.ballot());
    }

    @Override
    public Proposal renamed(List<Integer> acceptors, List<Integer> values) {
      return new Proposal(acceptors.get(acceptor), vote.renamed(values));
    }
  }

  /** 1b, on its way to the proposer of its ballot, or heard by it. */
  record Promise(int acceptor, int ballot, Optional<Vote> last) implements Message, Fact {

    @Override
    public Channel channel() {
      return new Channel(Direction.TO_PROPOSER, acceptor, ballot);
    }

    @Override
    public Promise renamed(List<Integer> acceptors, List<Integer> values) {
      return new Promise(
          acceptors.get(acceptor), ballot, last.map(reported -> reported.renamed(values)));
    }
  }

  /** 2b, on its way to the learner, or learned. */
  record Accepted(int acceptor, Vote vote) implements Message, Fact {

    @Override
    public Channel channel() {
      return new Channel(Direction.TO_LEARNER, acceptor, Channel.LEARNER);
    }

    @Override
    public Accepted renamed(List<Integer> acceptors, List<Integer> values) {
      return new Accepted(acceptors.get(acceptor), vote.renamed(values));
    }
  }

  /**
   * A state of everything.
   *
   * @param network what is on its way, next message first where order counts; no channel is empty
   * @param spent how much of each budget is used up, if anything is
   */
  record World(
      Set<Fact> facts,
      List<Acceptor> acceptors,
      Map<Channel, Collection<Message>> network,
      Map<Budget, Integer> spent) {

    World with(Fact fact) {
      Set<Fact> more = new HashSet<>(facts);
      more.add(fact);
      return new World(more, acceptors, network, spent);
    }

    World without(Fact fact) {
      Set<Fact> fewer = new HashSet<>(facts);
      fewer.remove(fact);
      return new World(fewer, acceptors, network, spent);
    }

    World set(int acceptor, Acceptor to) {
      List<Acceptor> changed = new ArrayList<>(acceptors);
      changed.set(acceptor, to);
      return new World(facts, changed, network, spent);
    }

    World set(Channel channel, Collection<Message> to) {
      Map<Channel, Collection<Message>> changed = new HashMap<>(network);
      if (to.isEmpty()) {
        changed.remove(channel);
      } else {
        changed.put(channel, to);
      }
      return new World(facts, acceptors, changed, spent);
    }

    World spend(Budget budget) {
      Map<Budget, Integer> more = new EnumMap<>(Budget.class);
      more.putAll(spent);
      more.merge(budget, 1, Integer::sum);
      return new World(facts, acceptors, network, more);
    }

    <F extends Fact> Stream<F> facts(Class<F> kind) {
      return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean isUp(int acceptor) {
      return !facts.contains(new Crashed(acceptor));
    }
  }

  NaiveSearch<World> search() {
    List<Acceptor> all = Stream.generate(() -> Acceptor.FRESH).limit(config.acceptors()).toList();
    return NaiveSearch.of(List.of(new World(Set.of(), all, Map.of(), Map.of())), this::steps);
  }

  private List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int b = 0; b < config.ballots(); b++) {
      if (!w.facts().contains(new Started(b))) {
        steps.add(new Step<>("Prepare", prepare(w, b)));
      }
    }
    decisions
        .allVotes()
        .filter(proposal -> mayPropose(w, proposal))
        .forEach(proposal -> steps.add(new Step<>("Propose", propose(w, proposal))));
    for (Collection<Message> inFlight : w.network().values()) {
      for (Message m : faults.reordering() ? inFlight : List.of(inFlight.iterator().next())) {
        steps.addAll(deliver(w, m));
        if (faults.loss()) {
          steps.add(new Step<>(loss(m), remove(w, m)));
        }
      }
    }
    for (int a = 0; a < config.acceptors(); a++) {
      if (w.isUp(a)) {
        steps.addAll(fail(w, a));
      } else if (faults.recovery()) {
        steps.add(new Step<>("Recover", w.without(new Crashed(a))));
      }
    }
    return steps;
  }

  private World prepare(World w, int b) {
    World t = w.with(new Started(b));
    for (int a = 0; a < config.acceptors(); a++) {
      t = send(t, new Prepare(a, b));
    }
    return t;
  }

  private boolean mayPropose(World w, Vote proposal) {
    List<Vote> already =
        w.facts(Proposed.class)
            .map(Proposed::vote)
            .filter(p -> p.ballot() == proposal.ballot())
            .toList();
    return decisions.mayPropose(
        already,
        proposal,
        a ->
            w.facts(Promise.class)
                .filter(p -> p.acceptor() == a && decisions.counts(p.ballot(), proposal.ballot()))
                .map(Promise::last));
  }

  private World propose(World w, Vote proposal) {
    World t = w.with(new Proposed(proposal));
    for (int a = 0; a < config.acceptors(); a++) {
      t = send(t, new Proposal(a, proposal));
    }
    return t;
  }

  private static String loss(Message m) {
    if (m instanceof Promise) {
      return "LosePromise";
    }
    return m instanceof Accepted ? "LoseVote" : "LoseRequest";
  }

  private World send(World w, Message m) {
    Collection<Message> inFlight = w.network().getOrDefault(m.channel(), List.of());
    boolean isLost =
        m.channel().direction() == Direction.TO_ACCEPTOR && !w.isUp(m.channel().acceptor());
    if (isLost || inFlight.contains(m)) {
      return w;
    }
    Collection<Message> more = channel(inFlight);
    more.add(m);
    return w.set(m.channel(), more);
  }

  private World remove(World w, Message m) {
    Collection<Message> fewer = channel(w.network().getOrDefault(m.channel(), List.of()));
    fewer.remove(m);
    return w.set(m.channel(), fewer);
  }

  private Collection<Message> channel(Collection<Message> messages) {
    return faults.reordering() ? new HashSet<>(messages) : new ArrayList<>(messages);
  }

  private List<Step<World>> deliver(World w, Message m) {
    Optional<Step<World>> answer = receive(w, m);
    if (answer.isEmpty()) {
      return List.of(new Step<>("Ignore", remove(w, m)));
    }
    Step<World> kept = answer.get();
    Step<World> step = new Step<>(kept.action(), remove(kept.target(), m));
    return faults.duplication()
        ? List.of(step, new Step<>(kept.action() + "Copy", kept.target()))
        : List.of(step);
  }

  /**
   * What becomes of a message that is received, but not removed, unless the receiver ignores it.
   */
  private Optional<Step<World>> receive(World w, Message m) {
    if (m instanceof Prepare prepare) {
      return promise(w, prepare).map(t -> new Step<>("Promise", t));
    } else if (m instanceof Proposal proposal) {
      return accept(w, proposal).map(t -> new Step<>("Accept", t));
    } else if (m instanceof Promise promise) {
      return Optional.of(new Step<>("Hear", w.with(promise)));
    }
    return Optional.of(new Step<>("Learn", w.with((Accepted) m)));
  }

  private Optional<World> promise(World w, Prepare m) {
    Acceptor old = w.acceptors().get(m.acceptor());
    return decisions
        .promise(old, m.ballot())
        .map(
            joined ->
                send(
                    w.set(m.acceptor(), joined),
                    new Promise(m.acceptor(), m.ballot(), old.last())));
  }

  private Optional<World> accept(World w, Proposal m) {
    return decisions
        .accept(w.acceptors().get(m.acceptor()), m.vote())
        .map(voted -> send(w.set(m.acceptor(), voted), new Accepted(m.acceptor(), m.vote())));
  }

  private List<Step<World>> fail(World w, int a) {
    List<Step<World>> steps = new ArrayList<>();
    if (isLeft(w, Budget.CRASH)) {
      steps.add(new Step<>("Crash", crash(w, a).spend(Budget.CRASH)));
    }
    forget(w, a, Budget.FORGET, old -> Acceptor.FRESH)
        .ifPresent(t -> steps.add(new Step<>("Forget", t)));
    forget(w, a, Budget.FORGET_PROMISE, Acceptor::withoutPromise)
        .ifPresent(t -> steps.add(new Step<>("Forget", t)));
    forget(w, a, Budget.FORGET_VOTE, Acceptor::withoutVote)
        .ifPresent(t -> steps.add(new Step<>("Forget", t)));
    return steps;
  }

  private boolean isLeft(World w, Budget budget) {
    return w.spent().getOrDefault(budget, 0) < faults.budget(budget);
  }

  private World crash(World w, int a) {
    World t = w.with(new Crashed(a));
    for (int b = 0; b < config.ballots(); b++) {
      t = t.set(new Channel(Direction.TO_ACCEPTOR, a, b), List.of());
    }
    return t;
  }

  private Optional<World> forget(World w, int a, Budget budget, UnaryOperator<Acceptor> loss) {
    Acceptor old = w.acceptors().get(a);
    Acceptor forgetful = loss.apply(old);
    return isLeft(w, budget) && !forgetful.equals(old)
        ? Optional.of(w.set(a, forgetful).spend(budget))
        : Optional.empty();
  }

  boolean agreement(World w) {
    return decisions.agreement((a, vote) -> isLearned(w, a, vote));
  }

  boolean validity(World w) {
    return chosen(w).stream().allMatch(vote -> w.facts().contains(new Proposed(vote)));
  }

  /** The values that the learner finds chosen, each with a ballot that it is chosen in. */
  Set<Vote> chosen(World w) {
    return decisions.chosen((a, vote) -> isLearned(w, a, vote));
  }

  private static boolean isLearned(World w, int a, Vote vote) {
    return w.facts().contains(new Accepted(a, vote));
  }

  /** Every image of a state under renamings of acceptors and values. */
  Collection<World> images(World w) {
    List<World> images = new ArrayList<>();
    for (List<Integer> acceptors : decisions.renamings()) {
      for (List<Integer> values : Enumerate.permutations(config.values())) {
        images.add(renamed(w, acceptors, values));
      }
    }
    return images;
  }

  private World renamed(World w, List<Integer> acceptors, List<Integer> values) {
    World image = new World(Set.of(), w.acceptors(), Map.of(), w.spent());
    for (Fact fact : w.facts()) {
      image = image.with(fact.renamed(acceptors, values));
    }
    for (int a = 0; a < acceptors.size(); a++) {
      image = image.set(acceptors.get(a), w.acceptors().get(a).renamed(values));
    }
    for (Collection<Message> inFlight : w.network().values()) {
      for (Message m : inFlight) {
        image = send(image, m.renamed(acceptors, values));
      }
    }
    return image;
  }
}
