package org.quorate.quorum.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.quorum.FormulaException;

/** How a question is taken apart. */
final class Families {

  /** Each has obligations of its own. */
  private static final int MAX = 100;

  private Families() {}

  /**
   * The families of a question: one for each choice of values where they are listed.
   *
   * @throws FormulaException if there are too many, or no proof for such a formula
   */
  static List<Family> of(Question question) {
    long count =
        question.ranges().values().stream()
            .mapToLong(values -> choices(values).size())
            .reduce(1, (a, b) -> a * b);
    if (count > MAX) {
      throw new FormulaException(
          "%,d combinations of fixed values are too many for a proof; at most %d"
              .formatted(count, MAX));
    }
    List<Map<String, Values>> ranges = List.of(Map.of());
    for (Map.Entry<String, Values> parameter : question.ranges().entrySet()) {
      ranges = product(ranges, parameter.getKey(), choices(parameter.getValue()));
    }
    return ranges.stream().map(r -> family(question, r)).toList();
  }

  private static List<Map<String, Values>> product(
      List<Map<String, Values>> ranges, String name, List<Values> choices) {
    List<Map<String, Values>> product = new ArrayList<>();
    for (Map<String, Values> range : ranges) {
      for (Values choice : choices) {
        Map<String, Values> extended = new LinkedHashMap<>(range);
        extended.put(name, choice);
        product.add(extended);
      }
    }
    return product;
  }

  private static List<Values> choices(Values values) {
    return values instanceof Values.Listed listed
        ? listed.numbers().stream().map(Values::only).toList()
        : List.of(values);
  }

  private static Family family(Question question, Map<String, Values> ranges) {
    boolean open = ranges.values().stream().allMatch(Values.From.class::isInstance);
    if (!open || question.faults() == FaultModel.HYBRID) {
      return Family.of(question.faults(), ranges);
    }
    if (question.quorums().stream().anyMatch(q -> q.variables().contains("k"))) {
      throw new FormulaException(
          "a formula that uses k has no proof for all k and f at once, since n = k·f + 1 is a"
              + " product; fix one of them, or write the formula over n and f");
    }
    return Family.atLeast(ranges);
  }
}
