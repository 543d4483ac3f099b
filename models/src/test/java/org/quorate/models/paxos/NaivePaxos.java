package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.paxos.NaiveDecisions.Acceptor;
import org.quorate.models.paxos.NaiveDecisions.Vote;

/**
 * Paxos once more, as the papers tell it and without a thought for speed: messages in a set, a
 * record for each acceptor, and quorums that are sets of acceptors. The correct acceptors come
 * first; the Byzantine ones have no state, and are given every message that could help.
 */
record NaivePaxos(PaxosConfig config, NaiveDecisions decisions) {

  NaivePaxos(PaxosConfig config) {
    this(config, new NaiveDecisions(config));
  }

  /** What somebody sent. */
  sealed interface Message {}

  /** 1a. */
  record Prepare(int ballot) implements Message {}

  /** 1b. */
  record Promise(int acceptor, int ballot, Optional<Vote> last) implements Message {}

  /** 2a. */
  record Proposal(Vote vote) implements Message {}

  /** 2b. */
  record Accepted(int acceptor, Vote vote) implements Message {}

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
    List<Acceptor> all = Stream.generate(() -> Acceptor.FRESH).limit(config.correct()).toList();
    return NaiveSearch.of(List.of(new World(Set.of(), all, 0)), this::steps);
  }

  List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int b = 0; b < config.ballots(); b++) {
      steps.add(new Step<>("Prepare", w.send(new Prepare(b))));
    }
    decisions
        .allVotes()
        .filter(proposal -> mayPropose(w, proposal))
        .forEach(proposal -> steps.add(new Step<>("Propose", w.send(new Proposal(proposal)))));
    for (int a = 0; a < config.correct(); a++) {
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
    return decisions
        .promise(old, prepare.ballot())
        .map(joined -> w.send(new Promise(a, prepare.ballot(), old.last())).set(a, joined));
  }

  private Optional<World> accept(World w, int a, Proposal proposal) {
    return decisions
        .accept(w.acceptors().get(a), proposal.vote())
        .map(voted -> w.send(new Accepted(a, proposal.vote())).set(a, voted));
  }

  private World forget(World w, int a) {
    Acceptor old = w.acceptors().get(a);
    return w.set(
        a,
        switch (config.deviation()) {
          case FORGET_PROMISE -> old.withoutPromise();
          case FORGET_VOTE -> old.withoutVote();
          default -> Acceptor.FRESH;
        });
  }

  private boolean mayPropose(World w, Vote proposal) {
    List<Vote> already =
        w.sent(Proposal.class)
            .map(Proposal::vote)
            .filter(p -> p.ballot() == proposal.ballot())
            .toList();
    return decisions.mayPropose(already, proposal, a -> reportsOf(w, a, proposal.ballot()));
  }

  private Stream<Optional<Vote>> reportsOf(World w, int a, int ballot) {
    if (isByzantine(a)) {
      return Stream.concat(
          Stream.of(Optional.empty()),
          decisions.allVotes().filter(v -> v.ballot() < ballot).map(Optional::of));
    }
    return w.sent(Promise.class)
        .filter(p -> p.acceptor() == a && decisions.counts(p.ballot(), ballot))
        .map(Promise::last);
  }

  private boolean isByzantine(int acceptor) {
    return acceptor >= config.correct();
  }

  boolean agreement(World w) {
    return decisions.agreement((a, vote) -> voted(w, a, vote));
  }

  boolean validity(World w) {
    return chosen(w).stream().allMatch(vote -> w.sent().contains(new Proposal(vote)));
  }

  /** The values that are chosen, each with a ballot that it is chosen in. */
  Set<Vote> chosen(World w) {
    return decisions.chosen((a, vote) -> voted(w, a, vote));
  }

  /** Whether an acceptor has voted; a Byzantine one says so. */
  private boolean voted(World w, int a, Vote vote) {
    return isByzantine(a) || w.sent().contains(new Accepted(a, vote));
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
    World image = new World(Set.of(), w.acceptors(), w.crashes());
    for (int a = 0; a < acceptors.size(); a++) {
      image = image.set(acceptors.get(a), w.acceptors().get(a).renamed(values));
    }
    for (Message m : w.sent()) {
      image = image.send(renamed(m, acceptors, values));
    }
    return image;
  }

  private static Message renamed(Message m, List<Integer> acceptors, List<Integer> values) {
    if (m instanceof Promise p) {
      return new Promise(
          acceptors.get(p.acceptor()), p.ballot(), p.last().map(v -> v.renamed(values)));
    } else if (m instanceof Proposal p) {
      return new Proposal(p.vote().renamed(values));
    } else if (m instanceof Accepted accepted) {
      return new Accepted(acceptors.get(accepted.acceptor()), accepted.vote().renamed(values));
    }
    return m;
  }
}
