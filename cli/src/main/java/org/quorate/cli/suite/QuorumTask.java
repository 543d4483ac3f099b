package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.quorum.QuorumText;
import org.quorate.quorum.FormulaException;
import org.quorate.quorum.UndecidedException;
import org.quorate.report.Palette;

/**
 * A question about quorums.
 *
 * @param questions one for each point
 * @param expected the verdict that each point must have
 * @param typed the command that shows the answers
 */
record QuorumTask(List<Supplier<Answer>> questions, String expected, String typed) implements Task {

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
  public Optional<String> command() {
    return Optional.of(typed);
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
    List<Answer> others = answers.stream().filter(a -> !a.verdict().equals(expected)).toList();
    Optional<Answer> first = others.stream().findFirst();
    return Facts.of(
        first.map(Answer::verdict).orElse(expected),
        answers.size() == 1 ? List.of() : surprises(answers.size(), others),
        first.map(QuorumTask::witnesses).orElse(List.of()));
  }

  private static List<String> witnesses(Answer answer) {
    String point = answer.point().map(p -> where(answer) + ": ").orElse("");
    return new QuorumText(Palette.PLAIN, answer).witnesses().stream().map(point::concat).toList();
  }

  /** The points that are not as expected, where there are several points. */
  private List<String> surprises(int points, List<Answer> others) {
    List<String> lines = new ArrayList<>();
    for (Answer answer : others.subList(0, Math.min(others.size(), MOST_SHOWN))) {
      lines.add(
          "%s: expected '%s', found '%s'".formatted(where(answer), expected, answer.verdict()));
    }
    if (others.size() > MOST_SHOWN) {
      lines.add("and at %d more of %d points".formatted(others.size() - MOST_SHOWN, points));
    }
    return lines;
  }

  private static String where(Answer answer) {
    return answer.point().stream()
        .flatMap(point -> point.variables().entrySet().stream())
        .map(v -> v.getKey() + " = " + v.getValue())
        .collect(Collectors.joining(", "));
  }
}
