package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.NaiveNetwork;
import org.quorate.models.oracle.NaiveNetwork.Channel;
import org.quorate.models.oracle.NaiveNetwork.Networked;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.paxos.NaiveDecisions.Acceptor;
import org.quorate.models.paxos.NaiveDecisions.Vote;
import org.quorate.models.paxos.NaivePaxos.Accepted;
import org.quorate.models.paxos.NaivePaxos.Message;
import org.quorate.models.paxos.NaivePaxos.Prepare;
import org.quorate.models.paxos.NaivePaxos.Promise;
import org.quorate.models.paxos.NaivePaxos.Proposal;

/** Paxos over a {@link NaiveNetwork}, with acceptors that may lose stable state. */
record NaiveNetworkPaxos(PaxosConfig config, NaiveDecisions decisions, Faults faults) {

  NaiveNetworkPaxos {
    if (config.byzantine() > 0 || config.forgets() > 0 || config.deviation().loss().isPresent()) {
      throw new IllegalArgumentException("what may fail is up to the faults, not to " + config);
    }
  }

  NaiveNetworkPaxos(PaxosConfig config, Faults faults) {
    this(config, new NaiveDecisions(config), faults);
  }

  /** What acceptors can lose so many times only, over all acceptors. */
  enum Budget {
    FORGET,
    FORGET_PROMISE,
    FORGET_VOTE
  }

  /**
   * What may go wrong.
   *
   * @param environment with messages and by crashes
   * @param budgets how often acceptors may lose something, if ever
   */
  record Faults(Environment environment, Map<Budget, Integer> budgets) {

    static Faults ofNetwork(boolean loss, boolean duplication, boolean reordering) {
      return new Faults(Environment.explicit(loss, duplication, reordering), Map.of());
    }

    Faults withCrashes(int count, boolean thatRecover) {
      return new Faults(environment.withCrashes(count, thatRecover), budgets);
    }

    Faults with(Budget budget, int times) {
      Map<Budget, Integer> more = new HashMap<>(budgets);
      more.put(budget, times);
      return new Faults(environment, more);
    }

    int budget(Budget budget) {
      return budgets.getOrDefault(budget, 0);
    }
  }

  /**
   * A state of everything.
   *
   * @param spent how much of each budget is used up, if anything is
   */
  record World(List<Acceptor> acceptors, NaiveNetwork<Message> network, Map<Budget, Integer> spent)
      implements Networked<Message, World> {

    @Override
    public World with(NaiveNetwork<Message> other) {
      return new World(acceptors, other, spent);
    }

    World set(int acceptor, Acceptor to) {
      List<Acceptor> changed = new ArrayList<>(acceptors);
      changed.set(acceptor, to);
      return new World(changed, network, spent);
    }

    World spend(Budget budget) {
      Map<Budget, Integer> more = new EnumMap<>(Budget.class);
      more.putAll(spent);
      more.merge(budget, 1, Integer::sum);
      return new World(acceptors, network, more);
    }

    World ask(int ballot, Message request) {
      return with(network.ask(ballot, request));
    }

    World send(Channel channel, Message m) {
      return with(network.send(channel, m));
    }
  }

  NaiveSearch<World> search() {
    List<Acceptor> all = Stream.generate(() -> Acceptor.FRESH).limit(config.acceptors()).toList();
    NaiveNetwork<Message> network = NaiveNetwork.of(faults.environment(), config.acceptors());
    return NaiveSearch.of(List.of(new World(all, network, Map.of())), this::steps);
  }

  private List<Step<World>> steps(World w) {
    List<Step<World>> steps = NaiveNetwork.steps(w, this::answer);
    for (int b = 0; b < config.ballots(); b++) {
      Prepare prepare = new Prepare(b);
      if (!w.network().asked().contains(prepare)) {
        steps.add(new Step<>("Prepare", w.ask(b, prepare)));
      }
    }
    decisions
        .allVotes()
        .filter(vote -> mayPropose(w, vote))
        .forEach(
            vote -> steps.add(new Step<>("Propose", w.ask(vote.ballot(), new Proposal(vote)))));
    for (int a = 0; a < config.acceptors(); a++) {
      if (w.network().isUp(a)) {
        steps.addAll(forget(w, a));
      }
    }
    return steps;
  }

  private boolean mayPropose(World w, Vote proposal) {
    List<Vote> already =
        decisions
            .allVotes()
            .filter(vote -> vote.ballot() == proposal.ballot() && isProposed(w, vote))
            .toList();
    return decisions.mayPropose(
        already,
        proposal,
        a ->
            w.network()
                .received(Promise.class)
                .filter(p -> p.acceptor() == a && decisions.counts(p.ballot(), proposal.ballot()))
                .map(Promise::last));
  }

  private Optional<Step<World>> answer(World w, int a, Message request) {
    return request instanceof Prepare prepare
        ? promise(w, a, prepare.ballot()).map(t -> new Step<>("Promise", t))
        : accept(w, a, ((Proposal) request).vote()).map(t -> new Step<>("Accept", t));
  }

  private Optional<World> promise(World w, int a, int b) {
    Acceptor old = w.acceptors().get(a);
    return decisions
        .promise(old, b)
        .map(
            joined ->
                w.set(a, joined).send(Channel.toProposer(a, b), new Promise(a, b, old.last())));
  }

  private Optional<World> accept(World w, int a, Vote vote) {
    return decisions
        .accept(w.acceptors().get(a), vote)
        .map(voted -> w.set(a, voted).send(Channel.toLearner(a), new Accepted(a, vote)));
  }

  private List<Step<World>> forget(World w, int a) {
    return Stream.of(
            forget(w, a, Budget.FORGET, old -> Acceptor.FRESH),
            forget(w, a, Budget.FORGET_PROMISE, Acceptor::withoutPromise),
            forget(w, a, Budget.FORGET_VOTE, Acceptor::withoutVote))
        .flatMap(Optional::stream)
        .map(t -> new Step<>("Forget", t))
        .toList();
  }

  private Optional<World> forget(World w, int a, Budget budget, UnaryOperator<Acceptor> loss) {
    Acceptor old = w.acceptors().get(a);
    Acceptor forgetful = loss.apply(old);
    boolean isLeft = w.spent().getOrDefault(budget, 0) < faults.budget(budget);
    return isLeft && !forgetful.equals(old)
        ? Optional.of(w.set(a, forgetful).spend(budget))
        : Optional.empty();
  }

  boolean agreement(World w) {
    return decisions.agreement((a, vote) -> isLearned(w, a, vote));
  }

  boolean validity(World w) {
    return chosen(w).stream().allMatch(vote -> isProposed(w, vote));
  }

  private static boolean isProposed(World w, Vote vote) {
    return w.network().asked().contains(new Proposal(vote));
  }

  /** The values that the learner finds chosen, each with a ballot that it is chosen in. */
  Set<Vote> chosen(World w) {
    return decisions.chosen((a, vote) -> isLearned(w, a, vote));
  }

  private static boolean isLearned(World w, int a, Vote vote) {
    return w.network().received().contains(new Accepted(a, vote));
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

  private static World renamed(World w, List<Integer> acceptors, List<Integer> values) {
    World image =
        w.with(w.network().renamed(acceptors, m -> NaivePaxos.renamed(m, acceptors, values)));
    for (int a = 0; a < acceptors.size(); a++) {
      image = image.set(acceptors.get(a), w.acceptors().get(a).renamed(values));
    }
    return image;
  }
}
