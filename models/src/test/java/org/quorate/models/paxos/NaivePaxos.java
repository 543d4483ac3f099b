package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.quorum.QuorumSystem;

/**
 * Paxos once more, as the papers tell it and without a thought for speed: messages in a set, a
 * record for each acceptor, and quorums that are sets of acceptors. The correct acceptors come
 * first; the Byzantine ones have no state, and are given every message that could help.
 */
record NaivePaxos(PaxosConfig config) {

  private static final int NO_BALLOT = -1;

  /** What somebody sent. */
  sealed interface Message {}

  /** 1a. */
  record Prepare(int ballot) implements Message {}

  /** 1b. */
  record Promise(int acceptor, int ballot, Optional<Vote> last) implements Message {}

  /** 2a. */
  record Proposal(int ballot, int value) implements Message {}

  /** 2b. */
  record Accepted(int acceptor, int ballot, int value) implements Message {}

  /** A vote for a value in a ballot. */
  record Vote(int ballot, int value) {}

  /** The stable state of an acceptor. */
  record Acceptor(int nMax, Optional<Vote> last) {}

  /** A state of everything. */
  record World(Set<Message> sent, List<Acceptor> acceptors, int crashes) {

    World send(Message message) {
      Set<Message> more = new HashSet<>(sent);
      more.add(message);
      return new World(more, acceptors, crashes);
    }

    World set(int acceptor, Acceptor to) {
      List<Acceptor> changed = new ArrayList<>(acceptors);
      changed.set(acceptor, to);
      return new World(sent, changed, crashes);
    }

    <M extends Message> Stream<M> sent(Class<M> kind) {
      return sent.stream().filter(kind::isInstance).map(kind::cast);
    }
  }

  NaiveSearch<World> search() {
    Acceptor fresh = new Acceptor(NO_BALLOT, Optional.empty());
    List<Acceptor> all = Stream.generate(() -> fresh).limit(correct()).toList();
    return NaiveSearch.of(List.of(new World(Set.of(), all, 0)), this::steps);
  }

  private int correct() {
    return config.acceptors() - config.byzantine();
  }

  List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int b = 0; b < config.ballots(); b++) {
      steps.add(new Step<>("Prepare", w.send(new Prepare(b))));
      for (int v = 0; v < config.values(); v++) {
        if (mayPropose(w, b, v)) {
          steps.add(new Step<>("Propose", w.send(new Proposal(b, v))));
        }
      }
    }
    for (int a = 0; a < correct(); a++) {
      for (Message m : w.sent()) {
        if (m instanceof Prepare prepare) {
          promise(w, a, prepare).ifPresent(t -> steps.add(new Step<>("Promise", t)));
        } else if (m instanceof Proposal proposal) {
          accept(w, a, proposal).ifPresent(t -> steps.add(new Step<>("Accept", t)));
        }
      }
      if (w.crashes() < config.forgets()) {
        World t = forget(w, a);
        if (!t.equals(w)) {
          steps.add(new Step<>("Forget", new World(t.sent(), t.acceptors(), w.crashes() + 1)));
        }
      }
    }
    return steps;
  }

  private Optional<World> promise(World w, int a, Prepare prepare) {
    Acceptor old = w.acceptors().get(a);
    int b = prepare.ballot();
    boolean joins =
        switch (config.deviation()) {
          case PROMISE_ON_EQUAL -> b >= old.nMax();
          case PROMISE_UNCHECKED -> true;
          default -> b > old.nMax();
        };
    if (!joins) {
      return Optional.empty();
    }
    boolean stored = config.deviation() != Deviation.PROMISE_NOT_STORED;
    int nMax = stored ? Math.max(b, old.nMax()) : old.nMax();
    return Optional.of(
        w.send(new Promise(a, b, old.last())).set(a, new Acceptor(nMax, old.last())));
  }

  private Optional<World> accept(World w, int a, Proposal proposal) {
    Acceptor old = w.acceptors().get(a);
    int b = proposal.ballot();
    Optional<Vote> vote = Optional.of(new Vote(b, proposal.value()));
    boolean votes =
        switch (config.deviation()) {
          case ACCEPT_UNCHECKED -> true;
          case ACCEPT_ONLY_ABOVE -> b > old.nMax();
          default -> b >= old.nMax();
        };
    if (!votes) {
      return Optional.empty();
    }
    Acceptor changed =
        switch (config.deviation()) {
          case ACCEPT_KEEPS_NMAX -> new Acceptor(old.nMax(), vote);
          case ACCEPT_KEEPS_HIGHEST ->
              new Acceptor(old.nMax(), old.last().filter(last -> last.ballot() > b).or(() -> vote));
          default -> new Acceptor(b, vote);
        };
    return Optional.of(w.send(new Accepted(a, b, proposal.value())).set(a, changed));
  }

  private World forget(World w, int a) {
    Acceptor old = w.acceptors().get(a);
    return w.set(
        a,
        switch (config.deviation()) {
          case FORGET_PROMISE -> new Acceptor(NO_BALLOT, old.last());
          case FORGET_VOTE -> new Acceptor(old.nMax(), Optional.empty());
          default -> new Acceptor(NO_BALLOT, Optional.empty());
        });
  }

  private boolean mayPropose(World w, int b, int v) {
    List<Proposal> already = w.sent(Proposal.class).filter(p -> p.ballot() == b).toList();
    if (already.size() >= config.proposersPerBallot() || already.contains(new Proposal(b, v))) {
      return false;
    }
    return config.deviation() == Deviation.SKIP_PHASE1
        || quorums(config.phase1())
            .anyMatch(q -> someReports(w, b, q, 0, List.of(), reports -> allows(reports, v)));
  }

  /** All sets of acceptors that contain a quorum. */
  private Stream<List<Integer>> quorums(QuorumSystem system) {
    return Enumerate.subsets(config.acceptors(), 1).filter(set -> isQuorum(system, set));
  }

  /** Whether a choice of one promise of each member of a quorum gives reports that will do. */
  private boolean someReports(
      World w,
      int ballot,
      List<Integer> quorum,
      int next,
      List<Optional<Vote>> chosen,
      Predicate<List<Optional<Vote>>> willDo) {
    if (next == quorum.size()) {
      return willDo.test(chosen);
    }
    return reportsOf(w, quorum.get(next), ballot)
        .anyMatch(
            report -> {
              List<Optional<Vote>> more = new ArrayList<>(chosen);
              more.add(report);
              return someReports(w, ballot, quorum, next + 1, more, willDo);
            });
  }

  private Stream<Optional<Vote>> reportsOf(World w, int a, int ballot) {
    if (a >= correct()) {
      return Stream.concat(
          Stream.of(Optional.empty()),
          allVotes().filter(v -> v.ballot() < ballot).map(Optional::of));
    }
    boolean stale = config.deviation() == Deviation.STALE_PROMISE;
    return w.sent(Promise.class)
        .filter(p -> p.acceptor() == a)
        .filter(p -> p.ballot() == ballot || (stale && p.ballot() < ballot))
        .map(Promise::last);
  }

  private Stream<Vote> allVotes() {
    return IntStream.range(0, config.ballots())
        .boxed()
        .flatMap(b -> IntStream.range(0, config.values()).mapToObj(v -> new Vote(b, v)));
  }

  private boolean allows(List<Optional<Vote>> reports, int v) {
    List<Vote> votes = reports.stream().flatMap(Optional::stream).toList();
    if (votes.isEmpty()) {
      return true;
    }
    Comparator<Vote> byBallot = Comparator.comparing(Vote::ballot);
    return switch (config.deviation()) {
      case IGNORE_PROMISES -> true;
      case CHOOSE_ANY -> votes.stream().anyMatch(vote -> vote.value() == v);
      case CHOOSE_LOWEST ->
          votes.contains(new Vote(votes.stream().min(byBallot).orElseThrow().ballot(), v));
      default -> votes.contains(new Vote(votes.stream().max(byBallot).orElseThrow().ballot(), v));
    };
  }

  boolean agreement(World w) {
    return IntStream.range(0, config.values()).filter(v -> isChosen(w, v)).count() <= 1;
  }

  boolean validity(World w) {
    return allVotes()
        .filter(vote -> isChosenIn(w, vote.ballot(), vote.value()))
        .allMatch(vote -> w.sent().contains(new Proposal(vote.ballot(), vote.value())));
  }

  private boolean isChosen(World w, int v) {
    if (config.deviation() == Deviation.LEARN_BY_VALUE) {
      return quorums(config.phase2()).anyMatch(q -> all(q, a -> hasVotedFor(w, a, v)));
    }
    return IntStream.range(0, config.ballots()).anyMatch(b -> isChosenIn(w, b, v));
  }

  private boolean isChosenIn(World w, int b, int v) {
    return quorums(config.phase2())
        .anyMatch(q -> all(q, a -> w.sent().contains(new Accepted(a, b, v))));
  }

  private boolean hasVotedFor(World w, int a, int v) {
    return w.sent(Accepted.class).anyMatch(vote -> vote.acceptor() == a && vote.value() == v);
  }

  /** Whether all correct members of a quorum did something; the others say that they did. */
  private boolean all(List<Integer> quorum, Predicate<Integer> did) {
    return quorum.stream().allMatch(a -> a >= correct() || did.test(a));
  }

  /** Every image of a state under renamings of acceptors and values. */
  Collection<World> images(World w) {
    List<World> images = new ArrayList<>();
    for (List<Integer> acceptors : renamings()) {
      for (List<Integer> values : Enumerate.permutations(config.values())) {
        images.add(renamed(w, acceptors, values));
      }
    }
    return images;
  }

  /** The permutations of the correct acceptors that take quorums to quorums. */
  private List<List<Integer>> renamings() {
    return Enumerate.permutations(correct()).stream()
        .filter(p -> keeps(config.phase1(), p) && keeps(config.phase2(), p))
        .toList();
  }

  private boolean keeps(QuorumSystem system, List<Integer> permutation) {
    return system.quorumSize().isPresent()
        || Enumerate.subsets(correct(), 0)
            .allMatch(
                set ->
                    isQuorum(system, set)
                        == isQuorum(system, set.stream().map(permutation::get).toList()));
  }

  private static boolean isQuorum(QuorumSystem system, List<Integer> set) {
    return system.isQuorum(set.stream().mapToLong(a -> 1L << a).sum());
  }

  private static World renamed(World w, List<Integer> acceptors, List<Integer> values) {
    World image = new World(Set.of(), w.acceptors(), w.crashes());
    for (int a = 0; a < acceptors.size(); a++) {
      Acceptor old = w.acceptors().get(a);
      image =
          image.set(
              acceptors.get(a), new Acceptor(old.nMax(), old.last().map(v -> renamed(v, values))));
    }
    for (Message m : w.sent()) {
      image = image.send(renamed(m, acceptors, values));
    }
    return image;
  }

  private static Message renamed(Message m, List<Integer> acceptors, List<Integer> values) {
    if (m instanceof Promise p) {
      return new Promise(
          acceptors.get(p.acceptor()), p.ballot(), p.last().map(v -> renamed(v, values)));
    } else if (m instanceof Proposal p) {
      return new Proposal(p.ballot(), values.get(p.value()));
    } else if (m instanceof Accepted vote) {
      return new Accepted(acceptors.get(vote.acceptor()), vote.ballot(), values.get(vote.value()));
    }
    return m;
  }

  private static Vote renamed(Vote vote, List<Integer> values) {
    return new Vote(vote.ballot(), values.get(vote.value()));
  }
}
