package org.quorate.cli.quorum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.quorate.quorum.Faults;
import org.quorate.quorum.Formula;
import org.quorate.quorum.Gate.Input;
import org.quorate.quorum.Member;
import org.quorate.quorum.Overlap;
import org.quorate.quorum.QuorumCheck;
import org.quorate.quorum.QuorumCheck.Blocked;
import org.quorate.quorum.QuorumSystem;
import org.quorate.quorum.Threshold;

/**
 * What there is to know about some quorums.
 *
 * @param point how many processes there are, and what may go wrong, where numbers say it
 * @param quorums the quorums as they were asked for: a formula or a system, or one for each phase
 * @param check the question
 * @param overlap a witness that they are not consistent
 * @param blocked a witness that they are not available
 * @param least the least consistent threshold, for each phase that has one while the other stays;
 *     the least for both where there is one kind of quorum
 * @param byzantine the most Byzantine processes for which they are consistent and available
 * @param crash the most crashed ones
 * @param confirmed whether listing all quorums confirms the answers, if it was possible
 */
public record Answer(
    Optional<Point> point,
    List<String> quorums,
    QuorumCheck check,
    Optional<Overlap> overlap,
    Optional<Blocked> blocked,
    List<OptionalInt> least,
    OptionalInt byzantine,
    OptionalInt crash,
    Optional<Boolean> confirmed) {

  /** What there can be to say of quorums, the best first. */
  public static final List<String> VERDICTS =
      List.of("safe and available", "safe, not available", "unsafe", "unsafe, not available");

  /**
   * The answer for formulas at a point.
   *
   * @param formulas one, or one for each phase
   * @throws org.quorate.quorum.FormulaException if a formula is worth no quorum there
   */
  public static Answer of(Point point, List<Formula> formulas) {
    Map<String, Integer> variables = point.variables();
    List<Threshold> sizes =
        formulas.stream()
            .map(f -> new Threshold(point.n(), f.quorum(variables, point.n())))
            .toList();
    QuorumCheck check = new QuorumCheck(sizes.get(0), sizes.get(sizes.size() - 1), point.faults());
    return of(Optional.of(point), formulas.stream().map(Formula::toString).toList(), check);
  }

  /** The answer for the systems of a file. */
  public static Answer of(QuorumFile file, Faults faults) {
    return of(
        Optional.empty(), file.asked(), new QuorumCheck(file.phase1(), file.phase2(), faults));
  }

  private static Answer of(Optional<Point> point, List<String> quorums, QuorumCheck check) {
    Optional<Boolean> confirmed = check.confirmedByListing();
    if (confirmed.isPresent() && !confirmed.get()) {
      throw new IllegalStateException(
          "%s and listing disagree about %s".formatted(check.method(), check));
    }
    return new Answer(
        point,
        quorums,
        check,
        check.overlap(),
        check.blocked(),
        least(quorums.size() == 2, check),
        check.resilience(Faults::byzantine),
        check.resilience(Faults::crash),
        confirmed);
  }

  private static List<OptionalInt> least(boolean phases, QuorumCheck check) {
    if (!phases) {
      return hasSize(check.phase1()) ? List.of(check.leastThreshold()) : List.of();
    }
    return hasSize(check.phase1()) && hasSize(check.phase2())
        ? List.of(check.leastPhase1(), check.leastPhase2())
        : List.of();
  }

  /** Whether the outermost threshold is about processes, and so worth comparing with others. */
  private static boolean hasSize(QuorumSystem system) {
    return system instanceof Threshold
        || system.gate().members().stream()
            .map(Input::member)
            .allMatch(Member.Leaf.class::isInstance);
  }

  /** Whether any two quorums share an honest process. */
  public boolean isConsistent() {
    return overlap.isEmpty();
  }

  /** Whether some quorum is left, whatever fails. */
  public boolean isAvailable() {
    return blocked.isEmpty();
  }

  /** Whether there is nothing to say against the quorums. */
  public boolean isGood() {
    return isConsistent() && isAvailable();
  }

  /** Whether each phase has a quorum of its own. */
  public boolean hasPhases() {
    return quorums.size() == 2;
  }

  /** The verdict in words: one of {@link #VERDICTS}. */
  public String verdict() {
    return VERDICTS.get((isConsistent() ? 0 : 2) + (isAvailable() ? 0 : 1));
  }
}
