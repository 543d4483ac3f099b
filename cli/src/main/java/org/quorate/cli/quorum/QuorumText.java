package org.quorate.cli.quorum;

import com.google.common.base.Strings;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.quorate.quorum.Overlap;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumCheck.Blocked;
import org.quorate.quorum.QuorumSystem;
import org.quorate.report.Palette;

/** One answer for people: the verdict, each condition with its reason, and the witnesses. */
public final class QuorumText {

  private static final String INDENT = " ".repeat(19);

  private final Palette palette;
  private final Answer answer;
  private final IntFunction<String> names;

  /** A text in the given colours. */
  public QuorumText(Palette palette, Answer answer) {
    this.palette = palette;
    this.answer = answer;
    this.names = answer.check().phase1()::name;
  }

  /** The text, ending in a line break. */
  public String write() {
    StringBuilder out = new StringBuilder();
    out.append(heading()).append("\n\n").append(verdict()).append("\n\n");
    line(out, "consistent", yes(answer.isConsistent()), consistency());
    answer.overlap().ifPresent(o -> out.append(drawing(o)));
    line(out, "available", yes(answer.isAvailable()), availability());
    answer.blocked().ifPresent(b -> out.append(drawing(b)));
    least(out);
    line(out, "resilience", "", resilience());
    line(out, "decided by", "", method());
    return out.toString();
  }

  private String heading() {
    String quorums =
        answer.hasPhases()
            ? "phase 1: %s, phase 2: %s".formatted(quorum(0), quorum(1))
            : answer.point().isPresent() ? "q = " + quorum(0) : quorum(0);
    return answer
        .point()
        .map(
            p ->
                palette.strong(p.kind().name().toLowerCase(Locale.ROOT))
                    + "  "
                    + values(p.variables())
                    + ", "
                    + quorums)
        .orElse(palette.strong("quorums") + "  " + quorums);
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
    return answer.point().isEmpty() || asked.equals(size) ? asked : asked + " = " + size;
  }

  private String verdict() {
    String word = answer.verdict().toUpperCase(Locale.ROOT);
    if (!answer.isConsistent()) {
      return palette.bad(word) + "  two quorums need not share an honest process";
    }
    if (!answer.isAvailable()) {
      return palette.warning(word)
          + "  any two quorums share an honest process, but the faulty may leave no quorum";
    }
    return palette.good(word)
        + "  any two quorums share an honest process, and one is left, whatever fails";
  }

  private String yes(boolean holds) {
    return holds ? palette.good("yes ") : palette.bad("no  ");
  }

  private String consistency() {
    if (answer.point().isPresent()) {
      Reasons reasons = new Reasons(answer);
      return "%s, and %s must be shared".formatted(reasons.sharedSum(), reasons.neededSum());
    }
    return answer.isConsistent() ? "no two quorums share only processes that may lie" : "";
  }

  private String drawing(Overlap overlap) {
    ProcessSet common = overlap.common();
    String phase = answer.hasPhases() ? "phase %d" : "quorum %d";
    String where =
        common.isEmpty()
            ? "share no process"
            : "share only %s, which may lie".formatted(common.format(names));
    Drawing drawing =
        new Drawing(answer.check().phase1())
            .row(phase.formatted(1), overlap.first(), '■')
            .row(phase.formatted(2), overlap.second(), '■');
    if (!common.isEmpty()) {
      drawing.row("may lie", common, '×');
    }
    return "%s%s and %s %s\n\n%s\n"
        .formatted(
            INDENT,
            overlap.first().format(names),
            overlap.second().format(names),
            where,
            drawing.draw(INDENT));
  }

  private String availability() {
    if (answer.point().isPresent()) {
      return new Reasons(answer).availabilitySum();
    }
    return answer.isAvailable() ? "no set that may fail meets every quorum" : "";
  }

  private String drawing(Blocked blocked) {
    String left = answer.hasPhases() ? "leave no quorum of " + blocked.system() : "leave no quorum";
    return "%swhen %s fail, they %s\n\n%s\n"
        .formatted(
            INDENT,
            blocked.faulty().format(names),
            left,
            new Drawing(blocked.system()).row("may fail", blocked.faulty(), '×').draw(INDENT));
  }

  private void least(StringBuilder out) {
    for (int i = 0; i < answer.least().size(); i++) {
      String what = answer.hasPhases() ? "phase %d alone".formatted(i + 1) : "least safe";
      OptionalInt least = answer.least().get(i);
      line(out, what, least.isPresent() ? number(least) : "none", leastComment(i, least));
    }
  }

  private String leastComment(int phase, OptionalInt least) {
    int asked =
        phase == 0 ? answer.check().phase1().threshold() : answer.check().phase2().threshold();
    if (least.isEmpty()) {
      return "no threshold is consistent";
    }
    String other = answer.hasPhases() ? "while the other phase stays" : formula();
    if (least.getAsInt() == asked) {
      return other + "; no smaller one is safe";
    }
    return other + (least.getAsInt() < asked ? "; smaller, and safe" : "; larger than asked for");
  }

  private String formula() {
    return answer.point().map(p -> p.kind().leastSafe()).orElse("of the weight of all");
  }

  private static String number(OptionalInt value) {
    return Strings.padEnd(Integer.toString(value.getAsInt()), 4, ' ');
  }

  private String resilience() {
    if (answer.crash().isEmpty()) {
      return "none: the quorums do not meet even where nothing fails";
    }
    return "up to %s Byzantine processes, or up to %s that crash"
        .formatted(
            answer.byzantine().isPresent() ? answer.byzantine().getAsInt() : "no",
            answer.crash().getAsInt());
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
