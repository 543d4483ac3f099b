package org.quorate.models.multipaxos;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;

/**
 * What the naive acceptors, leaders and learners decide, however messages get to them. Quorums are
 * sets of promises, and all of them are tried.
 */
record NaiveDecisions(MultiPaxosConfig config) {

  private static final int NO_BALLOT = -1;

  /** What somebody sends. */
  sealed interface Message {}

  /** 1a. */
  record Prepare(int ballot) implements Message {}

  /** 1b; a report for each slot, or one for all. */
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

  /** A proposal, and the leaders after one of them made it. */
  record Proposing(Proposal proposal, Map<Seat, Leader> leaders) {}

  /** Acceptors that have promised nothing, and have not voted. */
  List<Acceptor> fresh() {
    int registers = is(Deviation.SINGLE_REGISTER) ? 1 : config.slots();
    return Collections.nCopies(
        config.acceptors(),
        new Acceptor(NO_BALLOT, Collections.nCopies(registers, Optional.empty())));
  }

  private boolean is(Deviation deviation) {
    return config.deviation() == deviation;
  }

  static <T> List<T> replaced(List<T> list, int index, T by) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, by);
    return List.copyOf(changed);
  }

  private static Map<Seat, Leader> replaced(Map<Seat, Leader> leaders, Seat seat, Leader by) {
    Map<Seat, Leader> changed = new HashMap<>(leaders);
    changed.put(seat, by);
    return Map.copyOf(changed);
  }

  private Stream<Seat> seats() {
    return IntStream.range(0, config.ballots())
        .boxed()
        .flatMap(
            b -> IntStream.range(0, config.proposersPerBallot()).mapToObj(p -> new Seat(p, b)));
  }

  /** The leaders after one of them made a plan from some promises, in every possible way. */
  List<Map<Seat, Leader>> leads(Map<Seat, Leader> leaders, Collection<Promise> promises) {
    List<Map<Seat, Leader>> leads = new ArrayList<>();
    seats()
        .filter(seat -> !leaders.containsKey(seat) || is(Deviation.REPLAN))
        .forEach(
            seat -> {
              for (List<Optional<Integer>> plan : plans(promises, seat.ballot())) {
                Leader leader = leaders.getOrDefault(seat, new Leader(plan, Set.of()));
                leads.add(replaced(leaders, seat, planned(leader, plan)));
              }
            });
    return leads;
  }

  /** The leader with a new plan, but for what it has proposed before. */
  private static Leader planned(Leader leader, List<Optional<Integer>> plan) {
    List<Optional<Integer>> merged =
        IntStream.range(0, plan.size())
            .mapToObj(i -> leader.hasProposed(i) ? leader.plan().get(i) : plan.get(i))
            .toList();
    return new Leader(merged, leader.proposed());
  }

  /** All plans that some set of promises, large enough, allows. */
  private Set<List<Optional<Integer>>> plans(Collection<Promise> all, int ballot) {
    List<Optional<Integer>> free = Collections.nCopies(config.slots(), Optional.empty());
    if ((is(Deviation.SKIP_PHASE1) && ballot > 0)
        || (is(Deviation.SKIP_FIRST_PHASE1) && ballot == 0)) {
      return Set.of(free);
    }
    Set<List<Optional<Integer>>> plans = new HashSet<>();
    Set<Promise> promises =
        all.stream().filter(m -> m.ballot() == ballot).collect(Collectors.toSet());
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

  /** Every proposal that a leader may make, once for each of them. */
  List<Proposing> proposals(Map<Seat, Leader> leaders) {
    List<Proposing> proposals = new ArrayList<>();
    leaders.forEach(
        (seat, leader) ->
            allProposals(seat.ballot())
                .filter(p -> mayPropose(leader, p))
                .map(p -> new Proposing(p, replaced(leaders, seat, proposing(leader, p))))
                .forEach(proposals::add));
    return proposals;
  }

  private Stream<Proposal> allProposals(int ballot) {
    return IntStream.range(0, config.slots())
        .boxed()
        .flatMap(
            slot ->
                IntStream.range(0, config.values()).mapToObj(v -> new Proposal(ballot, slot, v)));
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

  private static Leader proposing(Leader leader, Proposal proposal) {
    return new Leader(
        replaced(leader.plan(), proposal.slot(), Optional.of(proposal.value())),
        Set.copyOf(Sets.union(leader.proposed(), Set.of(proposal))));
  }

  /** The acceptor after it promised a ballot, if it promises it. */
  Optional<Acceptor> promise(Acceptor old, int ballot) {
    return ballot > old.nMax() ? Optional.of(new Acceptor(ballot, old.last())) : Optional.empty();
  }

  /** What an acceptor with some votes reports of them. */
  List<Optional<Vote>> reports(List<Optional<Vote>> last) {
    int highest = last.size() - 1;
    while (highest > 0 && last.get(highest).isEmpty()) {
      highest--;
    }
    return is(Deviation.REPORT_LAST_SLOT)
        ? replaced(
            Collections.nCopies(last.size(), Optional.<Vote>empty()), highest, last.get(highest))
        : last;
  }

  /** The acceptor after it voted, if it votes. */
  Optional<Acceptor> accept(Acceptor old, Proposal proposal) {
    if (proposal.ballot() < old.nMax()) {
      return Optional.empty();
    }
    int register = Math.min(proposal.slot(), old.last().size() - 1);
    Optional<Vote> vote = Optional.of(new Vote(proposal.ballot(), proposal.value()));
    return Optional.of(new Acceptor(proposal.ballot(), replaced(old.last(), register, vote)));
  }

  /** Whether no two values are chosen for a slot. */
  boolean agreement(Collection<Accepted> votes) {
    List<Proposal> chosen = chosen(votes);
    return chosen.stream()
        .allMatch(
            p ->
                chosen.stream()
                    .filter(q -> is(Deviation.SINGLE_REGISTER) || q.slot() == p.slot())
                    .allMatch(q -> q.value() == p.value()));
  }

  /** All that some set of acceptors, large enough, has voted for. */
  List<Proposal> chosen(Collection<Accepted> votes) {
    return votes.stream()
        .map(Accepted::proposal)
        .distinct()
        .filter(
            p ->
                votes.stream().filter(vote -> vote.proposal().equals(p)).count()
                    >= config.quorums().phase2())
        .toList();
  }

  /** Every renaming of acceptors, values and proposers. */
  List<Renaming> renamings() {
    return Lists.cartesianProduct(
            List.copyOf(Enumerate.permutations(config.acceptors())),
            List.copyOf(Enumerate.permutations(config.values())),
            List.copyOf(Enumerate.permutations(config.proposersPerBallot())))
        .stream()
        .map(p -> new Renaming(p.get(0), p.get(1), p.get(2)))
        .toList();
  }

  record Renaming(List<Integer> acceptors, List<Integer> values, List<Integer> proposers) {

    List<Acceptor> of(List<Acceptor> originals) {
      List<Acceptor> images = originals;
      for (int a = 0; a < acceptors.size(); a++) {
        Acceptor old = originals.get(a);
        images = replaced(images, acceptors.get(a), new Acceptor(old.nMax(), votes(old.last())));
      }
      return images;
    }

    Map<Seat, Leader> of(Map<Seat, Leader> leaders) {
      return leaders.entrySet().stream()
          .collect(Collectors.toMap(e -> of(e.getKey()), e -> of(e.getValue())));
    }

    private Seat of(Seat seat) {
      return new Seat(proposers.get(seat.proposer()), seat.ballot());
    }

    private Leader of(Leader leader) {
      return new Leader(
          leader.plan().stream().map(value -> value.map(values::get)).toList(),
          leader.proposed().stream().map(this::of).collect(Collectors.toSet()));
    }

    Message of(Message m) {
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
