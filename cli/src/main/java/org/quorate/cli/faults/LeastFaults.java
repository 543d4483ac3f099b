package org.quorate.cli.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.quorate.report.CheckResult;
import org.quorate.search.Verdict;

/**
 * Finds the least sets of faults under which an invariant fails, and the largest under which none
 * does. More faults allow more runs, so what is within a safe set is safe, and what an unsafe one
 * is within is unsafe. After the enumeration of minimal unsatisfiable subsets by Liffiton, Previti,
 * Malik and Marques-Silva (<i>Fast, flexible MUS enumeration</i>, Constraints, 2016), over lattices
 * that are small enough to list: it checks the largest set of which nothing is known, and if that
 * is unsafe, makes it smaller as long as it stays so.
 */
final class LeastFaults {

  private enum Status {
    SAFE,
    UNSAFE,
    /** A limit stopped the check. */
    UNKNOWN
  }

  /** Checks a model under a set of faults. */
  @FunctionalInterface
  interface Check {
    /**
     * Whether a run violates an invariant.
     *
     * @param decided how many sets are decided so far
     */
    CheckResult of(Map<String, Integer> faults, int decided);
  }

  private final Lattice lattice;
  private final Check check;
  private final Map<List<Integer>, CheckResult> checked = new LinkedHashMap<>();
  private final Map<List<Integer>, Status> known = new LinkedHashMap<>();
  private final List<List<Integer>> minimal = new ArrayList<>();

  LeastFaults(Lattice lattice, Check check) {
    this.lattice = lattice;
    this.check = check;
  }

  /** Decides every set, as far as the limits of the checks allow. */
  FaultAnswer run() {
    shrinkIfUnsafe(lattice.bottom());
    for (Optional<List<Integer>> next = next(); next.isPresent(); next = next()) {
      shrinkIfUnsafe(next.get());
    }
    return new FaultAnswer(
        lattice.possible(),
        minimal.stream().map(this::found).toList(),
        lattice.sets().stream().filter(this::isLargestSafe).map(this::found).toList(),
        lattice.sets().stream()
            .filter(set -> known.get(set) == Status.UNKNOWN)
            .map(this::found)
            .toList(),
        checked.size(),
        lattice.sets().size());
  }

  private Optional<List<Integer>> next() {
    return lattice.sets().stream().filter(set -> !known.containsKey(set)).findFirst();
  }

  private void shrinkIfUnsafe(List<Integer> set) {
    if (status(set) == Status.UNSAFE) {
      List<Integer> least = shrink(set);
      minimal.add(least);
      mark(Status.UNSAFE, other -> Lattice.isWithin(least, other));
    }
  }

  /** A smallest unsafe set within an unsafe one. */
  private List<Integer> shrink(List<Integer> set) {
    for (List<Integer> smaller : lattice.below(set)) {
      if (status(smaller) == Status.UNSAFE) {
        return shrink(smaller);
      }
    }
    return set;
  }

  /** What is known of a set, or comes out now; of an unsafe one nothing is noted yet. */
  private Status status(List<Integer> set) {
    Status status = known.get(set);
    if (status != null) {
      return status;
    }
    CheckResult result = check.of(lattice.faults(set), known.size());
    checked.put(set, result);
    Verdict verdict = result.search().verdict();
    if (verdict instanceof Verdict.Violated) {
      return Status.UNSAFE;
    }
    if (verdict instanceof Verdict.Holds) {
      mark(Status.SAFE, other -> Lattice.isWithin(other, set));
      return Status.SAFE;
    }
    known.put(set, Status.UNKNOWN);
    return Status.UNKNOWN;
  }

  private void mark(Status status, Predicate<List<Integer>> which) {
    lattice.sets().stream().filter(which).forEach(set -> known.put(set, status));
  }

  /** Only a set that was checked itself is not within a larger safe one. */
  private boolean isLargestSafe(List<Integer> set) {
    return known.get(set) == Status.SAFE
        && lattice.sets().stream()
            .filter(other -> known.get(other) == Status.SAFE && Lattice.isWithin(set, other))
            .allMatch(set::equals);
  }

  private FaultAnswer.Found found(List<Integer> set) {
    return new FaultAnswer.Found(
        lattice.faults(set), Objects.requireNonNull(checked.get(set), "a set that was checked"));
  }
}
