package org.quorate.cli.faults;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.quorate.model.Option.FaultSet;
import org.quorate.report.CheckResult;

/**
 * Which faults a violation needs.
 *
 * @param possible the kinds of faults
 * @param needed the least sets of faults under which an invariant fails
 * @param harmless the largest sets under which none does
 * @param unknown sets that were not checked to their end
 * @param checked how many sets were checked; what others do follows
 * @param sets how many there are
 */
public record FaultAnswer(
    FaultSet possible,
    List<Found> needed,
    List<Found> harmless,
    List<Found> unknown,
    int checked,
    int sets) {

  /**
   * A set of faults.
   *
   * @param faults how many of each kind, in the order of the kinds
   * @param result what its check found
   */
  public record Found(Map<String, Integer> faults, CheckResult result) {}

  /** Whether every set that is smaller than one was checked to its end. */
  boolean isLeast(Found found) {
    return unknown.stream()
        .noneMatch(
            smaller ->
                smaller.faults().entrySet().stream()
                    .allMatch(f -> found.faults().getOrDefault(f.getKey(), 0) >= f.getValue()));
  }

  /** What a violation needs, in words: the least sets, one of which it takes. */
  public String needs() {
    if (needed.isEmpty() && harmless.isEmpty()) {
      return "not known";
    }
    return needed.isEmpty()
        ? "more than " + harmless.stream().map(f -> words(f.faults())).collect(joining("; or "))
        : needed.stream().map(f -> words(f.faults())).collect(joining("; or "));
  }

  /** This answer with other checks of the same least sets. */
  FaultAnswer withNeeded(List<Found> others) {
    return new FaultAnswer(possible, others, harmless, unknown, checked, sets);
  }

  /** A set of faults in words, such as {@code lost messages and one crash}. */
  public String words(Map<String, Integer> faults) {
    List<String> words =
        possible.faults().stream()
            .filter(f -> faults.containsKey(f.name()))
            .map(f -> f.words(faults.getOrDefault(f.name(), 0)))
            .toList();
    if (words.size() < 2) {
      return words.isEmpty() ? "no fault" : words.get(0);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
