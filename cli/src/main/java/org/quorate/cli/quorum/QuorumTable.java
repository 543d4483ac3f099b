package org.quorate.cli.quorum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.report.Palette;
import org.quorate.report.TextTable;

/** Answers at many points as a table, a row for each. */
public final class QuorumTable {

  private final Palette palette;
  private final List<Answer> answers;

  /**
   * A table in the given colours.
   *
   * @param answers all of the same kind of question
   */
  public QuorumTable(Palette palette, List<Answer> answers) {
    this.palette = palette;
    this.answers = List.copyOf(answers);
  }

  /** The table and a summary, ending in a line break. */
  public String write() {
    List<List<String>> rows = new ArrayList<>(List.of(titles()));
    answers.forEach(a -> rows.add(row(a)));
    StringBuilder out = new StringBuilder();
    Answer first = answers.get(0);
    out.append(palette.strong(first.point().orElseThrow().kind().name().toLowerCase(Locale.ROOT)))
        .append("  ")
        .append(String.join("; ", quorums(first)))
        .append("\n\n");
    List<List<String>> aligned = TextTable.align(rows, rows.get(0).size() - 1);
    out.append(palette.faint("  " + String.join("  ", aligned.get(0)))).append('\n');
    for (int r = 1; r < rows.size(); r++) {
      out.append(line(answers.get(r - 1), aligned.get(r))).append('\n');
    }
    return out.append('\n').append(verdict()).toString();
  }

  private static List<String> quorums(Answer answer) {
    return answer.hasPhases()
        ? List.of("q1 = " + answer.quorums().get(0), "q2 = " + answer.quorums().get(1))
        : List.of("q = " + answer.quorums().get(0));
  }

  private List<String> titles() {
    Answer first = answers.get(0);
    Point point = first.point().orElseThrow();
    boolean hybrid = point.kind() == FaultModel.HYBRID;
    List<String> titles = new ArrayList<>(hybrid ? List.of("b", "c") : List.of("k", "f"));
    titles.add("n");
    titles.addAll(first.hasPhases() ? List.of("q1", "q2") : List.of("q"));
    titles.add("shared");
    titles.add(point.kind().left());
    titles.addAll(first.hasPhases() ? List.of("least q1", "least q2") : List.of("least safe q"));
    titles.add("verdict");
    return titles;
  }

  private List<String> row(Answer answer) {
    Point point = answer.point().orElseThrow();
    Reasons reasons = new Reasons(answer);
    List<String> row = new ArrayList<>();
    if (point.kind() == FaultModel.HYBRID) {
      row.add(Integer.toString(point.b()));
      row.add(Integer.toString(point.c()));
    } else {
      row.add(point.k().isPresent() ? Integer.toString(point.k().getAsInt()) : "–");
      row.add(Integer.toString(point.f()));
    }
    row.add(Integer.toString(point.n()));
    row.add(Integer.toString(answer.check().phase1().threshold()));
    if (answer.hasPhases()) {
      row.add(Integer.toString(answer.check().phase2().threshold()));
    }
    row.add(
        "%s %s %d"
            .formatted(
                Reasons.number(reasons.shared()),
                answer.isConsistent() ? "≥" : "<",
                reasons.needed()));
    row.add(Integer.toString(point.n() - point.f()));
    answer.least().forEach(least -> row.add(number(least)));
    row.add(answer.verdict());
    return row;
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "none";
  }

  private String line(Answer answer, List<String> cells) {
    int last = cells.size() - 1;
    String before = String.join("  ", cells.subList(0, last));
    return "  " + before + "  " + colour(answer, cells.get(last));
  }

  private String colour(Answer answer, String verdict) {
    return answer.isGood()
        ? palette.good(verdict)
        : answer.isConsistent() ? palette.warning(verdict) : palette.bad(verdict);
  }

  /** What came of all points, ending in a line break. */
  public String verdict() {
    long listed = answers.stream().filter(a -> a.confirmed().isPresent()).count();
    String verdicts =
        answers.stream()
            .collect(
                Collectors.groupingBy(
                    Answer::verdict, java.util.LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> "%d %s".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining(" · "));
    String confirmed =
        listed == answers.size()
            ? "listing all quorums gives the same at every point"
            : "listing all quorums gives the same at %d points; the others have too many to list"
                .formatted(listed);
    return "  %d points: %s\n  decided by counting; %s\n"
        .formatted(answers.size(), verdicts, confirmed);
  }
}
