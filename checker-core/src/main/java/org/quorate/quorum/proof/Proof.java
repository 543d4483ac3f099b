package org.quorate.quorum.proof;

import java.util.List;
import java.util.Map;
import org.quorate.quorum.Rational;

/**
 * The answer to a question.
 *
 * @param question what was asked
 * @param parts the findings for each family of systems
 * @param solver the solver's name and version
 * @param script what the solver was told, word for word, in SMT-LIB 2
 * @param seconds the time that it took
 */
public record Proof(
    Question question, List<Part> parts, String solver, String script, double seconds) {

  /** What a proof amounts to. */
  public enum Outcome {
    /** Sizes are well-formed, consistent and available in every system. */
    PROVEN,
    /** One of that fails in some system. */
    REFUTED,
    /** No failure is known, and not everything is proven. */
    UNDECIDED
  }

  /**
   * The findings for one family.
   *
   * @param title for people: {@code k = 3, every f ≥ 1}
   * @param fixed the parameters that have one value
   * @param open the parameters that are unbounded, with their least values
   * @param findings in the order of the statements
   */
  public record Part(
      String title,
      Map<String, Rational> fixed,
      Map<String, Integer> open,
      Map<Statement, Finding> findings) {

    /** What the part amounts to. */
    public Outcome outcome() {
      return Proof.outcome(List.of(this));
    }

    /** Whether some systems, but not all, are well-formed. */
    public boolean isPartlyWellFormed() {
      return findings.get(Statement.WELL_FORMED) instanceof Finding.Refuted r && !r.never();
    }
  }

  /** What the proof amounts to. */
  public Outcome outcome() {
    return outcome(parts);
  }

  private static Outcome outcome(List<Part> parts) {
    List<Finding> required =
        parts.stream()
            .flatMap(part -> part.findings().entrySet().stream())
            .filter(entry -> entry.getKey().isRequired())
            .map(Map.Entry::getValue)
            .toList();
    if (required.stream().anyMatch(Finding.Refuted.class::isInstance)) {
      return Outcome.REFUTED;
    }
    return required.stream().allMatch(Finding.Proven.class::isInstance)
        ? Outcome.PROVEN
        : Outcome.UNDECIDED;
  }
}
