package org.quorate.cli.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.model.Model.Finding;
import org.quorate.report.CheckResult;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.trace.Counterexample;

/**
 * What a sweep found out about a point.
 *
 * @param point the point
 * @param quorums the sizes of the quorums by the names of their options; empty where it is refused
 * @param mark what the check says
 * @param formula what the sizes of the quorums say; none where the model refuses the point
 * @param search what the check counted; none where it did not begin
 * @param reason why it says so, in one line for people; empty where there is nothing to say
 */
public record Cell(
    Point point,
    Map<String, Integer> quorums,
    Mark mark,
    Optional<Mark> formula,
    Optional<SearchResult> search,
    String reason) {

  static Cell refused(Task.Refused task) {
    return new Cell(
        task.point(), Map.of(), Mark.REFUSED, Optional.empty(), Optional.empty(), task.reason());
  }

  static Cell notBegun(Task.Check task) {
    return new Cell(
        task.point(),
        task.quorums(),
        Mark.INCOMPLETE,
        Optional.of(Mark.byFormula(task.model())),
        Optional.empty(),
        "the sweep was interrupted before this point");
  }

  static Cell of(Task.Check task, CheckResult result) {
    Mark mark = Mark.of(result);
    Mark formula = Mark.byFormula(task.model());
    return new Cell(
        task.point(),
        task.quorums(),
        mark,
        Optional.of(formula),
        Optional.of(result.search()),
        reason(task, result, mark, formula));
  }

  private static String reason(Task.Check task, CheckResult result, Mark mark, Mark formula) {
    String found =
        switch (mark) {
          case UNSAFE -> result.counterexample().map(Cell::violation).orElse("");
          case INCOMPLETE -> ((Verdict.Incomplete) result.search().verdict()).limit().reason();
          case SAFE_ONLY -> "nothing can be decided without the faulty";
          case SAFE_AND_LIVE, REFUSED -> "";
        };
    if (!mark.isFinal() || mark == formula) {
      return found;
    }
    String expected = expectation(task, formula);
    return found.isEmpty() ? expected : found + "; " + expected;
  }

  private static String violation(Counterexample counterexample) {
    return "%s fails after %d steps: %s"
        .formatted(
            counterexample.invariant(),
            counterexample.trace().length(),
            counterexample.explanation());
  }

  private static String expectation(Task.Check task, Mark formula) {
    String why =
        switch (formula) {
          case UNSAFE -> task.model().findings().get(0).explanation();
          case SAFE_ONLY ->
              task.model().obstacles().stream().map(Finding::explanation).findFirst().orElseThrow();
          default -> "any two quorums meet as they must, and the correct processes are a quorum";
        };
    return "the formula says " + formula.word() + ": " + why;
  }

  /** Whether the check came to an answer that the formula gives as well. */
  public boolean agrees() {
    return mark.isFinal() && formula.filter(mark::equals).isPresent();
  }

  /** Whether the check came to an answer, and the formula to another one. */
  public boolean disagrees() {
    return mark.isFinal() && !agrees();
  }

  /** The sizes of the quorums, in the model's order: {@code 3}, or {@code 3/2} if they differ. */
  String quorum() {
    List<Integer> sizes = List.copyOf(quorums.values());
    return (Set.copyOf(sizes).size() == 1 ? sizes.subList(0, 1) : sizes)
        .stream().map(String::valueOf).collect(Collectors.joining("/"));
  }
}
