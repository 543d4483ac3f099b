package org.quorate.cli.quorum;

import com.google.common.base.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quorate.quorum.Faults;
import org.quorate.quorum.Overlap;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumCheck;
import org.quorate.quorum.QuorumCheck.Blocked;
import org.quorate.quorum.QuorumSystem;
import org.quorate.report.Palette;

/** One answer for people: the verdict, each condition with its reason, and the witnesses. */
public final class QuorumText {

  private static final String INDENT = " ".repeat(19);

  private final Palette palette;
  private final Answer answer;
  private final IntFunction<String> names;
  private final String shared;

  /** A text in the given colours. */
  public QuorumText(Palette palette, Answer answer) {
    this.palette = palette;
    this.answer = answer;
    this.names = answer.check().phase1()::name;
    this.shared = answer.check().faults().liars().isHarmless() ? "a process" : "an honest process";
  }

  /** The text, ending in a line break. */
  public String write() {
    StringBuilder out = new StringBuilder();
    out.append(heading()).append("\n\n").append(verdict()).append('\n');
    line(out, "consistent", yes(answer.isConsistent()), consistency());
    answer.overlap().ifPresent(o -> witness(out, meeting(o), drawing(o)));
    line(out, "available", yes(answer.isAvailable()), availability());
    answer.blocked().ifPresent(b -> witness(out, loss(b), drawing(b)));
    least(out);
    line(out, "resilience", "", resilience());
    line(out, "decided by", "", method());
    return out.toString();
  }

  private String heading() {
    return answer.point().map(this::heading).orElseGet(this::fileHeading);
  }

  private String heading(Point point) {
    String quorums =
        answer.hasPhases()
            ? "phase 1: %s, phase 2: %s".formatted(quorum(0), quorum(1))
            : "q = " + quorum(0);
    return "%s  %s, %s"
        .formatted(
            palette.strong(point.kind().name().toLowerCase(Locale.ROOT)),
            values(point.variables()),
            quorums);
  }

  private String fileHeading() {
    Faults faults = answer.check().faults();
    StringBuilder out = new StringBuilder(palette.strong("quorum system"));
    out.append("  n = %d\n".formatted(answer.check().phase1().processes()));
    for (int i = 0; i < answer.quorums().size(); i++) {
      line(out, answer.hasPhases() ? "phase " + (i + 1) : "quorums", "", answer.quorums().get(i));
    }
    line(out, "may lie", "", faults.liars().format(names));
    line(out, "may fail", "", faults.faulty().format(names));
    return out.toString().stripTrailing();
  }

  private static String values(Map<String, Integer> variables) {
    return variables.entrySet().stream()
        .map(v -> v.getKey() + " = " + v.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A quorum as it was asked for, and how many processes that is. */
  private String quorum(int phase) {
    String asked = answer.quorums().get(phase);
    QuorumSystem system = phase == 0 ? answer.check().phase1() : answer.check().phase2();
    String size = Integer.toString(system.threshold());
    return asked.equals(size) ? asked : asked + " = " + size;
  }

  /** The verdict alone, ending in a line break. */
  public String verdict() {
    return conclusion() + "\n";
  }

  /** What shows that the quorums are not consistent, or not available, a line each. */
  public List<String> witnesses() {
    return Stream.concat(
            answer.overlap().map(this::meeting).stream(), answer.blocked().map(this::loss).stream())
        .toList();
  }

  private String conclusion() {
    String word = answer.verdict().toUpperCase(Locale.ROOT);
    if (!answer.isConsistent()) {
      return palette.bad(word) + "  two quorums need not share " + shared;
    }
    if (!answer.isAvailable()) {
      return "%s  any two quorums share %s, but the faulty may leave no quorum"
          .formatted(palette.warning(word), shared);
    }
    return "%s  %sany two quorums share %s, and one is left, whatever fails"
        .formatted(palette.good(word), leastSafe(), shared);
  }

  private String leastSafe() {
    boolean least =
        !answer.hasPhases()
            && answer.point().isPresent()
            && answer.least().contains(OptionalInt.of(answer.check().phase1().threshold()));
    return least ? "q = %d is the least safe: ".formatted(answer.check().phase1().threshold()) : "";
  }

  private String yes(boolean holds) {
    return holds ? palette.good("yes ") : palette.bad("no  ");
  }

  private String consistency() {
    if (answer.point().isPresent()) {
      Reasons reasons = new Reasons(answer);
      return "%s %s %s"
          .formatted(reasons.sharedSum(), answer.isConsistent() ? "≥" : "<", reasons.neededSum());
    }
    return answer.overlap().map(this::meeting).orElse("any two quorums share " + shared);
  }

  private String meeting(Overlap overlap) {
    ProcessSet common = overlap.common();
    return "%s and %s share %s"
        .formatted(
            overlap.first().format(names),
            overlap.second().format(names),
            common.isEmpty()
                ? "no process"
                : "only %s, which may lie".formatted(common.format(names)));
  }

  private Drawing drawing(Overlap overlap) {
    String quorum = answer.hasPhases() ? "phase " : "quorum ";
    Drawing drawing =
        new Drawing(answer.check().phase1())
            .row(quorum + 1, overlap.first(), '■')
            .row(quorum + 2, overlap.second(), '■');
    return overlap.common().isEmpty() ? drawing : drawing.row("may lie", overlap.common(), '×');
  }

  private String availability() {
    if (answer.point().isPresent()) {
      return new Reasons(answer).availabilitySum();
    }
    return answer.blocked().map(this::loss).orElse("a quorum is left, whatever fails");
  }

  private String loss(Blocked blocked) {
    String phase =
        !answer.hasPhases()
            ? ""
            : blocked.system().equals(answer.check().phase1()) ? "phase-1 " : "phase-2 ";
    return "without %s, no %squorum is left".formatted(blocked.faulty().format(names), phase);
  }

  private Drawing drawing(Blocked blocked) {
    return new Drawing(blocked.system()).row("may fail", blocked.faulty(), '×');
  }

  /** The witness in words, unless they stand in the line above, and drawn. */
  private void witness(StringBuilder out, String words, Drawing drawing) {
    if (answer.point().isPresent()) {
      out.append(INDENT).append(words).append('\n');
    }
    String drawn = drawing.draw(INDENT);
    out.append(drawn.isEmpty() ? "" : "\n" + drawn + "\n");
  }

  private void least(StringBuilder out) {
    for (int i = 0; i < answer.least().size(); i++) {
      String what = answer.hasPhases() ? "phase %d alone".formatted(i + 1) : "least safe";
      OptionalInt least = answer.least().get(i);
      line(out, what, least.isPresent() ? number(least) : "none", leastComment(i, least));
    }
  }

  private String leastComment(int phase, OptionalInt least) {
    if (least.isEmpty()) {
      return "no threshold is consistent";
    }
    QuorumSystem system = phase == 0 ? answer.check().phase1() : answer.check().phase2();
    boolean left =
        QuorumCheck.of(system.withThreshold(least.getAsInt()), answer.check().faults())
            .isAvailable();
    return "%s; %s"
        .formatted(
            answer.hasPhases() ? "while the other phase stays" : formula(),
            left ? "available" : "not available");
  }

  private String formula() {
    return answer
        .point()
        .map(p -> p.kind().leastSafe())
        .orElse("of a weight of " + answer.check().phase1().greatestThreshold());
  }

  private static String number(OptionalInt value) {
    return Strings.padEnd(Integer.toString(value.getAsInt()), 4, ' ');
  }

  private String resilience() {
    if (answer.crash().isEmpty()) {
      return "none: the quorums do not meet even where nothing fails";
    }
    return "%d Byzantine, or %d crashed: safe and available up to there"
        .formatted(answer.byzantine().orElseThrow(), answer.crash().getAsInt());
  }

  private String method() {
    String confirmed =
        answer.check().method().equals("listing")
            ? " all minimal quorums"
            : answer.confirmed().isPresent() ? ", and by listing all minimal quorums" : "";
    return answer.check().method() + confirmed;
  }

  private void line(StringBuilder out, String label, String value, String reason) {
    out.append(
            ("  "
                    + palette.faint(Strings.padEnd(label, 15, ' '))
                    + value
                    + (value.isEmpty() || reason.isEmpty() ? "" : "  ")
                    + reason)
                .stripTrailing())
        .append('\n');
  }
}
