package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.quorum.Answer;
import org.quorate.quorum.FormulaException;
import org.quorate.quorum.UndecidedException;

/**
 * A question about quorums.
 *
 * @param questions one for each point
 * @param expected the verdict that each point must have
 */
record QuorumTask(List<Supplier<Answer>> questions, String expected) implements Task {

  /** A reader who saw so many points knows enough. */
  private static final int MOST_SHOWN = 10;

  @Override
  public String kind() {
    return "quorum";
  }

  @Override
  public OptionalLong usualStates() {
    return OptionalLong.of(0);
  }

  @Override
  public Facts run(Share share, Watch watch) {
    List<Answer> answers;
    try {
      answers = questions.stream().map(Supplier::get).toList();
    } catch (UndecidedException e) {
      return Facts.of(Facts.INCOMPLETE, List.of(), List.of(String.valueOf(e.getMessage())));
    } catch (FormulaException e) {
      return Facts.of("impossible", List.of(String.valueOf(e.getMessage())), List.of());
    }
    return Facts.of(verdict(answers), surprises(answers), List.of());
  }

  /** The points that are not as expected, where there are several points. */
  private List<String> surprises(List<Answer> answers) {
    List<Answer> others = answers.stream().filter(a -> !a.verdict().equals(expected)).toList();
    if (answers.size() == 1 || others.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Answer answer : others.subList(0, Math.min(others.size(), MOST_SHOWN))) {
      lines.add(
          "%s: expected '%s', found '%s'".formatted(where(answer), expected, answer.verdict()));
    }
    if (others.size() > MOST_SHOWN) {
      lines.add(
          "and at %d more of %d points".formatted(others.size() - MOST_SHOWN, answers.size()));
    }
    return lines;
  }

  /** The verdict of all points, or of the first that is not as expected. */
  private String verdict(List<Answer> answers) {
    Optional<String> other =
        answers.stream().map(Answer::verdict).filter(v -> !v.equals(expected)).findFirst();
    return other.orElse(expected);
  }

  private static String where(Answer answer) {
    return answer.point().stream()
        .flatMap(point -> point.variables().entrySet().stream())
        .map(v -> v.getKey() + " = " + v.getValue())
        .collect(Collectors.joining(", "));
  }
}
