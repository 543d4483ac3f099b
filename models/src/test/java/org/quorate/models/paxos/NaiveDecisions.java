package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;
import org.quorate.quorum.QuorumSystem;

/**
 * What the naive acceptors, proposers and learners decide, however messages get to them. Quorums
 * are sets of acceptors, and all of them are tried.
 */
record NaiveDecisions(PaxosConfig config) {

  static final int NO_BALLOT = -1;

  /** A vote for a value in a ballot. */
  record Vote(int ballot, int value) {

    Vote renamed(List<Integer> values) {
      return new Vote(ballot, values.get(value));
    }
  }

  /** The stable state of an acceptor. */
  record Acceptor(int nMax, Optional<Vote> last) {

    static final Acceptor FRESH = new Acceptor(NO_BALLOT, Optional.empty());

    Acceptor withoutPromise() {
      return new Acceptor(NO_BALLOT, last);
    }

    Acceptor withoutVote() {
      return new Acceptor(nMax, Optional.empty());
    }

    Acceptor renamed(List<Integer> values) {
      return new Acceptor(nMax, last.map(vote -> vote.renamed(values)));
    }
  }

  /** The acceptor after it promised a ballot, if it promises it. */
  Optional<Acceptor> promise(Acceptor old, int b) {
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
    return Optional.of(new Acceptor(nMax, old.last()));
  }

  /** The acceptor after it voted, if it votes. */
  Optional<Acceptor> accept(Acceptor old, Vote proposal) {
    int b = proposal.ballot();
    Optional<Vote> vote = Optional.of(proposal);
    boolean votes =
        switch (config.deviation()) {
          case ACCEPT_UNCHECKED -> true;
          case ACCEPT_ONLY_ABOVE -> b > old.nMax();
          default -> b >= old.nMax();
        };
    if (!votes) {
      return Optional.empty();
    }
    return Optional.of(
        switch (config.deviation()) {
          case ACCEPT_KEEPS_NMAX -> new Acceptor(old.nMax(), vote);
          case ACCEPT_KEEPS_HIGHEST ->
              new Acceptor(old.nMax(), old.last().filter(last -> last.ballot() > b).or(() -> vote));
          default -> new Acceptor(b, vote);
        });
  }

  /**
   * Whether a value may be proposed in a ballot.
   *
   * @param already what was proposed in the ballot
   * @param reports what promises of an acceptor report that count for the ballot
   */
  boolean mayPropose(
      Collection<Vote> already, Vote proposal, Function<Integer, Stream<Optional<Vote>>> reports) {
    if (already.size() >= config.proposersPerBallot() || already.contains(proposal)) {
      return false;
    }
    return config.deviation() == Deviation.SKIP_PHASE1
        || quorums(config.phase1())
            .anyMatch(q -> someReports(q, 0, List.of(), reports, r -> allows(r, proposal.value())));
  }

  /** Whether a promise for one ballot counts for another. */
  boolean counts(int promised, int ballot) {
    return promised == ballot
        || (config.deviation() == Deviation.STALE_PROMISE && promised < ballot);
  }

  /** Whether a choice of one promise of each member of a quorum gives reports that will do. */
  private static boolean someReports(
      List<Integer> quorum,
      int next,
      List<Optional<Vote>> chosen,
      Function<Integer, Stream<Optional<Vote>>> reports,
      Predicate<List<Optional<Vote>>> willDo) {
    if (next == quorum.size()) {
      return willDo.test(chosen);
    }
    return reports
        .apply(quorum.get(next))
        .anyMatch(
            report -> {
              List<Optional<Vote>> more = new ArrayList<>(chosen);
              more.add(report);
              return someReports(quorum, next + 1, more, reports, willDo);
            });
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

  /** Every vote that there could be. */
  Stream<Vote> allVotes() {
    return IntStream.range(0, config.ballots())
        .boxed()
        .flatMap(b -> IntStream.range(0, config.values()).mapToObj(v -> new Vote(b, v)));
  }

  /** Whether at most one value is chosen, given who voted for what. */
  boolean agreement(BiPredicate<Integer, Vote> voted) {
    Stream<Integer> values =
        config.deviation() == Deviation.LEARN_BY_VALUE
            ? IntStream.range(0, config.values()).boxed().filter(v -> isChosenByValue(v, voted))
            : chosen(voted).stream().map(Vote::value);
    return values.distinct().count() <= 1;
  }

  /** The values that are chosen, each with a ballot that it is chosen in. */
  Set<Vote> chosen(BiPredicate<Integer, Vote> voted) {
    return allVotes().filter(vote -> decides(a -> voted.test(a, vote))).collect(Collectors.toSet());
  }

  private boolean isChosenByValue(int value, BiPredicate<Integer, Vote> voted) {
    return decides(a -> allVotes().anyMatch(vote -> vote.value() == value && voted.test(a, vote)));
  }

  /** Whether all members of a phase-2 quorum did something. */
  private boolean decides(Predicate<Integer> did) {
    return quorums(config.phase2()).anyMatch(q -> q.stream().allMatch(did));
  }

  /** All sets of acceptors that contain a quorum. */
  private Stream<List<Integer>> quorums(QuorumSystem system) {
    return Enumerate.subsets(config.acceptors(), 1).filter(set -> isQuorum(system, set));
  }

  /** The permutations of the correct acceptors that take quorums to quorums. */
  List<List<Integer>> renamings() {
    return Enumerate.permutations(config.correct()).stream()
        .filter(p -> keeps(config.phase1(), p) && keeps(config.phase2(), p))
        .toList();
  }

  private boolean keeps(QuorumSystem system, List<Integer> permutation) {
    return system.quorumSize().isPresent()
        || Enumerate.subsets(config.correct(), 0)
            .allMatch(
                set ->
                    isQuorum(system, set)
                        == isQuorum(system, set.stream().map(permutation::get).toList()));
  }

  private static boolean isQuorum(QuorumSystem system, List<Integer> set) {
    return system.isQuorum(set.stream().mapToLong(a -> 1L << a).sum());
  }
}
