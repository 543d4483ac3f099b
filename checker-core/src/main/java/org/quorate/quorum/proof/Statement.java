package org.quorate.quorum.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be decided about the sizes of quorums. */
public enum Statement {

  /** The size is a whole number from 1 to n. */
  WELL_FORMED("well-formed"),

  /** Any two quorums, one of each phase where there are two, share a process that does not lie. */
  CONSISTENT("consistent"),

  /** The processes that are not faulty contain a quorum. */
  AVAILABLE("available"),

  /** Quorums are consistent, and those with one process less are not. */
  LEAST_SAFE("least safe");

  private final String label;

  Statement(String label) {
    this.label = label;
  }

  /** The name for people: {@code well-formed}. */
  public String label() {
    return label;
  }

  /** Whether an answer of no is a fault; a threshold that is safe, but not the least, is none. */
  public boolean isRequired() {
    return this != LEAST_SAFE;
  }

  /** What must hold somewhere for this to mean anything, most important first. */
  List<Statement> premises() {
    return switch (this) {
      case WELL_FORMED -> List.of();
      case CONSISTENT, AVAILABLE -> List.of(WELL_FORMED);
      case LEAST_SAFE -> List.of(WELL_FORMED, CONSISTENT);
    };
  }

  /** Whether it makes sense for so many sizes. */
  boolean appliesTo(int quorums) {
    return this != LEAST_SAFE || quorums == 1;
  }

  /**
   * The conditions, which must all be met; that sizes are whole is understood.
   *
   * @param names of the sizes
   */
  List<Inequality> conditions(FaultModel faults, List<String> names) {
    List<Linear> sizes = names.stream().map(Linear::of).toList();
    Linear n = Linear.of("n");
    List<Inequality> all = new ArrayList<>();
    Linear both = sizes.size() == 1 ? sizes.get(0).times(2) : sizes.get(0).plus(sizes.get(1));
    Linear needed = n.plus(faults.overlap());
    switch (this) {
      case WELL_FORMED -> {
        sizes.forEach(q -> all.add(Inequality.atLeast(q, Linear.of(1))));
        sizes.forEach(q -> all.add(Inequality.atMost(q, n)));
      }
      case CONSISTENT -> all.add(Inequality.atLeast(both, needed));
      case AVAILABLE -> sizes.forEach(q -> all.add(Inequality.atMost(q, n.minus(faults.silent()))));
      case LEAST_SAFE -> {
        all.add(Inequality.atLeast(both, needed));
        all.add(Inequality.less(both.plus(-2), needed));
      }
    }
    return all;
  }

  /** The conditions in a line: {@code 2q ≥ n + f + 1}. */
  public String text(Question question) {
    List<String> names = question.names();
    if (this == WELL_FORMED) {
      return names.stream().map("1 ≤ %s ≤ n"::formatted).collect(Collectors.joining(", "))
          + ", whole";
    }
    return conditions(question.faults(), names).stream()
        .skip(this == LEAST_SAFE ? 1 : 0) // the first condition is that of consistency
        .map(Inequality::toString)
        .collect(Collectors.joining(", "));
  }
}
