package org.quorate.models.multipaxos;

import com.google.common.collect.Collections2;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;

/**
 * Multi-Paxos once more, as the papers tell it and without a thought for speed: messages in a set,
 * a record for each acceptor and each leader, and quorums that are sets of promises.
 */
record NaiveMultiPaxos(MultiPaxosConfig config) {

  private static final int NO_BALLOT = -1;

  /** What somebody sent. */
  sealed interface Message {}

  /** 1a. */
  record Prepare(int ballot) implements Message {}

  /** 1b; a report for each slot. */
  record Promise(int acceptor, int ballot, List<Optional<Vote>> reports) implements Message {}

  /** 2a. */
  record Proposal(int ballot, int slot, int value) implements Message {}

  /** 2b. */
  record Accepted(int acceptor, Proposal proposal) implements Message {}

  /** A vote for a value in a ballot. */
  record Vote(int ballot, int value) {}

  /** The stable state of an acceptor; a vote for each slot, or one for all. */
  record Acceptor(int nMax, List<Optional<Vote>> last) {}

  /** A proposer in a ballot. */
  record Seat(int proposer, int ballot) {}

  /** What a leader means to propose or has proposed last, and all that it has proposed. */
  record Leader(List<Optional<Integer>> plan, Set<Proposal> proposed) {

    boolean hasProposed(int slot) {
      return proposed.stream().anyMatch(p -> p.slot() == slot);
    }
  }

  /** A state of everything. */
  record World(Set<Message> sent, List<Acceptor> acceptors, Map<Seat, Leader> leaders) {

    World send(Message message) {
      return new World(Set.copyOf(Sets.union(sent, Set.of(message))), acceptors, leaders);
    }

    World set(int acceptor, Acceptor to) {
      return new World(sent, replaced(acceptors, acceptor, to), leaders);
    }

    World set(Seat seat, Leader to) {
      Map<Seat, Leader> changed = new HashMap<>(leaders);
      changed.put(seat, to);
      return new World(sent, acceptors, changed);
    }

    <M extends Message> Stream<M> sent(Class<M> kind) {
      return sent.stream().filter(kind::isInstance).map(kind::cast);
    }
  }

  private static <T> List<T> replaced(List<T> list, int index, T by) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, by);
    return List.copyOf(changed);
  }

  NaiveSearch<World> search() {
    int registers = is(Deviation.SINGLE_REGISTER) ? 1 : config.slots();
    Acceptor fresh = new Acceptor(NO_BALLOT, Collections.nCopies(registers, Optional.empty()));
    List<Acceptor> all = Collections.nCopies(config.acceptors(), fresh);
    return NaiveSearch.of(List.of(new World(Set.of(), all, Map.of())), this::steps);
  }

  private boolean is(Deviation deviation) {
    return config.deviation() == deviation;
  }

  List<Step<World>> steps(World w) {
    List<Step<World>> steps = new ArrayList<>();
    for (int b = 0; b < config.ballots(); b++) {
      steps.add(new Step<>("Prepare", w.send(new Prepare(b))));
      for (int p = 0; p < config.proposersPerBallot(); p++) {
        addSteps(steps, w, new Seat(p, b));
      }
    }
    for (int a = 0; a < config.acceptors(); a++) {
      for (Message m : w.sent()) {
        if (m instanceof Prepare prepare) {
          promise(w, a, prepare).ifPresent(t -> steps.add(new Step<>("Promise", t)));
        } else if (m instanceof Proposal proposal) {
          accept(w, a, proposal).ifPresent(t -> steps.add(new Step<>("Accept", t)));
        }
      }
    }
    return steps;
  }

  private void addSteps(List<Step<World>> steps, World w, Seat seat) {
    Leader leader = w.leaders().get(seat);
    if (leader == null || is(Deviation.REPLAN)) {
      for (List<Optional<Integer>> plan : plans(w, seat.ballot())) {
        steps.add(new Step<>("Lead", w.set(seat, planned(leader, plan))));
      }
    }
    if (leader != null) {
      for (int slot = 0; slot < config.slots(); slot++) {
        for (int v = 0; v < config.values(); v++) {
          Proposal proposal = new Proposal(seat.ballot(), slot, v);
          if (mayPropose(leader, proposal)) {
            World t = w.set(seat, proposing(leader, proposal)).send(proposal);
            steps.add(new Step<>("Propose", t));
          }
        }
      }
    }
  }

  /** The leader with a new plan, but for what it has proposed before. */
  private static Leader planned(Leader leader, List<Optional<Integer>> plan) {
    if (leader == null) {
      return new Leader(plan, Set.of());
    }
    List<Optional<Integer>> merged =
        IntStream.range(0, plan.size())
            .mapToObj(i -> leader.hasProposed(i) ? leader.plan().get(i) : plan.get(i))
            .toList();
    return new Leader(merged, leader.proposed());
  }

  private static Leader proposing(Leader leader, Proposal proposal) {
    return new Leader(
        replaced(leader.plan(), proposal.slot(), Optional.of(proposal.value())),
        Set.copyOf(Sets.union(leader.proposed(), Set.of(proposal))));
  }

  /** All plans that some set of promises, large enough, allows. */
  private Set<List<Optional<Integer>>> plans(World w, int ballot) {
    List<Optional<Integer>> free = Collections.nCopies(config.slots(), Optional.empty());
    if ((is(Deviation.SKIP_PHASE1) && ballot > 0)
        || (is(Deviation.SKIP_FIRST_PHASE1) && ballot == 0)) {
      return Set.of(free);
    }
    Set<List<Optional<Integer>>> plans = new HashSet<>();
    Set<Promise> promises =
        Set.copyOf(w.sent(Promise.class).filter(m -> m.ballot() == ballot).toList());
    for (Set<Promise> some : Sets.powerSet(promises)) {
      long members = some.stream().map(Promise::acceptor).distinct().count();
      if (members < config.quorums().phase1()) {
        continue;
      }
      List<List<Optional<Integer>>> choices =
          IntStream.range(0, config.slots()).mapToObj(slot -> choices(some, slot)).toList();
      plans.addAll(is(Deviation.LEAVE_FREE) ? Set.of(free) : Lists.cartesianProduct(choices));
    }
    return plans;
  }

  /** The values of the highest votes for a slot that some promises report; none if of no vote. */
  private static List<Optional<Integer>> choices(Set<Promise> promises, int slot) {
    List<Vote> votes =
        promises.stream()
            .map(m -> m.reports().get(Math.min(slot, m.reports().size() - 1)))
            .flatMap(Optional::stream)
            .toList();
    int highest = votes.stream().mapToInt(Vote::ballot).max().orElse(NO_BALLOT);
    return highest == NO_BALLOT
        ? List.of(Optional.empty())
        : votes.stream()
            .filter(vote -> vote.ballot() == highest)
            .map(vote -> Optional.of(vote.value()))
            .distinct()
            .toList();
  }

  private boolean mayPropose(Leader leader, Proposal proposal) {
    int slot = proposal.slot();
    boolean inOrder = IntStream.range(0, slot).allMatch(leader::hasProposed);
    if (!inOrder && !is(Deviation.OUT_OF_ORDER)) {
      return false;
    }
    if (leader.hasProposed(slot)) {
      return is(Deviation.TWO_VALUES) && !leader.proposed().contains(proposal);
    }
    return leader.plan().get(slot).map(value -> value == proposal.value()).orElse(true);
  }

  private Optional<World> promise(World w, int a, Prepare prepare) {
    Acceptor old = w.acceptors().get(a);
    int b = prepare.ballot();
    if (b <= old.nMax()) {
      return Optional.empty();
    }
    return Optional.of(
        w.send(new Promise(a, b, reports(old.last()))).set(a, new Acceptor(b, old.last())));
  }

  private List<Optional<Vote>> reports(List<Optional<Vote>> last) {
    int highest = last.size() - 1;
    while (highest > 0 && last.get(highest).isEmpty()) {
      highest--;
    }
    return is(Deviation.REPORT_LAST_SLOT)
        ? replaced(
            Collections.nCopies(last.size(), Optional.<Vote>empty()), highest, last.get(highest))
        : last;
  }

  private Optional<World> accept(World w, int a, Proposal proposal) {
    Acceptor old = w.acceptors().get(a);
    if (proposal.ballot() < old.nMax()) {
      return Optional.empty();
    }
    int register = Math.min(proposal.slot(), old.last().size() - 1);
    Optional<Vote> vote = Optional.of(new Vote(proposal.ballot(), proposal.value()));
    return Optional.of(
        w.send(new Accepted(a, proposal))
            .set(a, new Acceptor(proposal.ballot(), replaced(old.last(), register, vote))));
  }

  boolean agreement(World w) {
    List<Proposal> chosen = chosen(w);
    return chosen.stream()
        .allMatch(
            p ->
                chosen.stream()
                    .filter(q -> is(Deviation.SINGLE_REGISTER) || q.slot() == p.slot())
                    .allMatch(q -> q.value() == p.value()));
  }

  boolean validity(World w) {
    return w.sent().containsAll(chosen(w));
  }

  /** All that some set of acceptors, large enough, has voted for. */
  private List<Proposal> chosen(World w) {
    List<Accepted> votes = w.sent(Accepted.class).toList();
    return votes.stream()
        .map(Accepted::proposal)
        .distinct()
        .filter(
            p ->
                votes.stream().filter(vote -> vote.proposal().equals(p)).count()
                    >= config.quorums().phase2())
        .toList();
  }

  /** Every image of a state under renamings of acceptors, values and proposers. */
  Collection<World> images(World w) {
    List<World> images = new ArrayList<>();
    for (List<Integer> acceptors : permutations(config.acceptors())) {
      for (List<Integer> values : permutations(config.values())) {
        for (List<Integer> proposers : permutations(config.proposersPerBallot())) {
          images.add(new Renaming(acceptors, values, proposers).of(w));
        }
      }
    }
    return images;
  }

  private static Collection<List<Integer>> permutations(int size) {
    return Collections2.permutations(IntStream.range(0, size).boxed().toList());
  }

  private record Renaming(List<Integer> acceptors, List<Integer> values, List<Integer> proposers) {

    World of(World w) {
      World image = new World(Set.of(), w.acceptors(), Map.of());
      for (int a = 0; a < acceptors.size(); a++) {
        Acceptor old = w.acceptors().get(a);
        image = image.set(acceptors.get(a), new Acceptor(old.nMax(), votes(old.last())));
      }
      for (Message m : w.sent()) {
        image = image.send(of(m));
      }
      for (Map.Entry<Seat, Leader> entry : w.leaders().entrySet()) {
        Seat seat = entry.getKey();
        image =
            image.set(
                new Seat(proposers.get(seat.proposer()), seat.ballot()), of(entry.getValue()));
      }
      return image;
    }

    private Leader of(Leader leader) {
      return new Leader(
          leader.plan().stream().map(value -> value.map(values::get)).toList(),
          Set.copyOf(leader.proposed().stream().map(this::of).toList()));
    }

    private Message of(Message m) {
      if (m instanceof Promise p) {
        return new Promise(acceptors.get(p.acceptor()), p.ballot(), votes(p.reports()));
      } else if (m instanceof Proposal p) {
        return of(p);
      } else if (m instanceof Accepted vote) {
        return new Accepted(acceptors.get(vote.acceptor()), of(vote.proposal()));
      }
      return m;
    }

    private Proposal of(Proposal p) {
      return new Proposal(p.ballot(), p.slot(), values.get(p.value()));
    }

    private List<Optional<Vote>> votes(List<Optional<Vote>> votes) {
      return votes.stream()
          .map(vote -> vote.map(v -> new Vote(v.ballot(), values.get(v.value()))))
          .toList();
    }
  }
}
