package org.quorate.quorum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * The questions that one asks about quorums before writing a protocol (Malkhi and Reiter, 1998).
 * With one kind of quorum, both phases are the same system; with two, those of different phases
 * must meet (Howard, Malkhi and Spiegelman, <i>Flexible Paxos</i>, 2016).
 *
 * @param phase1 the quorums of the first phase
 * @param phase2 those of the second, over the same processes
 * @param faults what may go wrong
 */
public record QuorumCheck(QuorumSystem phase1, QuorumSystem phase2, Faults faults) {

  private static final List<Decider> DECIDERS =
      List.of(new Counting(), new Enumeration(), new Satisfiability());

  /** A quorum system none of whose quorums is left by a set of faulty processes. */
  public record Blocked(QuorumSystem system, ProcessSet faulty) {}

  /**
   * @throws IllegalArgumentException if the systems are not about the same number of processes
   */
  public QuorumCheck {
    if (phase1.processes() != phase2.processes()) {
      throw new IllegalArgumentException(
          "the phases have %d and %d processes".formatted(phase1.processes(), phase2.processes()));
    }
  }

  /** One kind of quorum. */
  public static QuorumCheck of(QuorumSystem system, Faults faults) {
    return new QuorumCheck(system, system, faults);
  }

  /** Whether there are two kinds of quorum. */
  public boolean hasPhases() {
    return !phase1.equals(phase2);
  }

  /**
   * Two quorums, one of each phase, that share no process which is sure to be honest; none if the
   * quorums are consistent.
   *
   * @throws UndecidedException if the time for a hard system is up
   */
  public Optional<Overlap> overlap() {
    return decider().overlap(this);
  }

  /**
   * A system and a set of faulty processes that leave it without a quorum; none if both phases are
   * available.
   *
   * @throws UndecidedException if the time for a hard system is up
   */
  public Optional<Blocked> blocked() {
    for (QuorumSystem system : hasPhases() ? List.of(phase1, phase2) : List.of(phase1)) {
      Optional<ProcessSet> faulty = decider().blocking(system, faults.faulty());
      if (faulty.isPresent()) {
        return Optional.of(new Blocked(system, faulty.get()));
      }
    }
    return Optional.empty();
  }

  /** How the answers are found: {@code counting}, {@code listing} or {@code SAT}. */
  public String method() {
    return decider().name();
  }

  /**
   * Whether listing all minimal quorums gives the same answers, whatever the method; empty if there
   * are too many to list.
   */
  public Optional<Boolean> confirmedByListing() {
    Enumeration listing = new Enumeration();
    if (!listing.canDecide(this)) {
      return Optional.empty();
    }
    boolean available =
        listing.blocking(phase1, faults.faulty()).isEmpty()
            && listing.blocking(phase2, faults.faulty()).isEmpty();
    return Optional.of(
        listing.overlap(this).isEmpty() == isConsistent() && available == isAvailable());
  }

  private Decider decider() {
    return DECIDERS.stream().filter(d -> d.canDecide(this)).findFirst().orElseThrow();
  }

  /** Whether any two quorums share an honest process. */
  public boolean isConsistent() {
    return overlap().isEmpty();
  }

  /** Whether some quorum of each phase is left, whatever fails. */
  public boolean isAvailable() {
    return blocked().isEmpty();
  }

  /**
   * The largest f for which the quorums are consistent and available; none if they are not even
   * where nothing fails.
   *
   * @param faults what f faulty processes may do; more of them never do less
   */
  public OptionalInt resilience(IntFunction<Faults> faults) {
    Predicate<Integer> stands =
        f -> {
          QuorumCheck check = new QuorumCheck(phase1, phase2, faults.apply(f));
          return check.isConsistent() && check.isAvailable();
        };
    return largest(0, phase1.processes(), stands);
  }

  /**
   * The least threshold of the first phase with which its quorums meet each other; none if there is
   * none.
   */
  public OptionalInt leastThreshold() {
    return least(phase1, t -> of(phase1.withThreshold(t), faults));
  }

  /** The least threshold of the first phase that is consistent with the second one. */
  public OptionalInt leastPhase1() {
    return least(phase1, t -> new QuorumCheck(phase1.withThreshold(t), phase2, faults));
  }

  /** The least threshold of the second phase that is consistent with the first one. */
  public OptionalInt leastPhase2() {
    return least(phase2, t -> new QuorumCheck(phase1, phase2.withThreshold(t), faults));
  }

  /** A larger threshold is never less consistent. */
  private static OptionalInt least(QuorumSystem system, IntFunction<QuorumCheck> with) {
    int greatest = system.greatestThreshold();
    OptionalInt slack = largest(0, greatest - 1, s -> with.apply(greatest - s).isConsistent());
    return slack.isPresent() ? OptionalInt.of(greatest - slack.getAsInt()) : slack;
  }

  /** The largest number for which a condition is true that is true up to some number. */
  private static OptionalInt largest(int from, int to, Predicate<Integer> condition) {
    int low = from - 1;
    int high = to;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (condition.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low < from ? OptionalInt.empty() : OptionalInt.of(low);
  }
}
