package org.quorate.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.quorum.Rational;
import org.quorate.quorum.proof.Finding;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Statement;

/** A proof about quorums for people: what holds for all, and where the rest first fails. */
public final class TextProof {

  private final Palette palette;

  /** A report in some colours. */
  public TextProof(Palette palette) {
    this.palette = palette;
  }

  /** The text, ending in a line break. */
  public String write(Proof proof) {
    Question question = proof.question();
    StringBuilder out = new StringBuilder();
    out.append(
        "n = %s processes, %s; %s\n"
            .formatted(question.faults().processes(), question.faults().label(), sizes(question)));
    proof.parts().forEach(part -> part(out, question, part));
    out.append(String.format(Locale.ROOT, "\n%s, %.2f s\n", proof.solver(), proof.seconds()));
    return out.toString();
  }

  /** What comes of each family of systems, a line for each. */
  public String verdict(Proof proof) {
    return proof.parts().stream()
        .map(part -> part.title() + ": " + summary(part) + "\n")
        .collect(Collectors.joining());
  }

  private static String sizes(Question question) {
    Map<String, Object> sizes = new LinkedHashMap<>();
    List<String> names = question.names();
    names.forEach(name -> sizes.put(name, question.quorums().get(names.indexOf(name))));
    return equations(sizes);
  }

  private static String equations(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private void part(StringBuilder out, Question question, Proof.Part part) {
    out.append("\n").append(palette.strong(part.title())).append("\n");
    int width =
        part.findings().keySet().stream().mapToInt(s -> s.text(question).length()).max().orElse(0);
    part.findings()
        .forEach(
            (statement, finding) ->
                out.append("  %-11s  %s  ".formatted(statement.label(), statement.text(question)))
                    .append(" ".repeat(width - statement.text(question).length()))
                    .append(finding(part, statement, finding))
                    .append("\n"));
    out.append("  ").append(summary(part)).append("\n");
  }

  private String finding(Proof.Part part, Statement statement, Finding finding) {
    if (finding instanceof Finding.Proven) {
      boolean partly = statement != Statement.WELL_FORMED && part.isPartlyWellFormed();
      return palette.good("proven") + (partly ? " where well-formed" : "");
    }
    if (finding instanceof Finding.Refuted refuted) {
      return refuted(part, statement, refuted);
    }
    if (finding instanceof Finding.Undecided undecided) {
      return palette.warning("not decided") + ": " + undecided.why();
    }
    return palette.faint("meaningless: never " + ((Finding.Meaningless) finding).missing().label());
  }

  private String refuted(Proof.Part part, Statement statement, Finding.Refuted refuted) {
    Map<String, Rational> where = only(refuted.system(), part.open().keySet()::contains);
    Map<String, Rational> what = only(refuted.system(), n -> n.equals("n") || n.startsWith("q"));
    String fails = statement.isRequired() ? palette.bad("fails") : palette.warning("no");
    if (refuted.never()) {
      fails += " for " + all(part) + ",";
    }
    String first = where.isEmpty() ? "" : (refuted.smallest() ? " first at " : " such as at ");
    return fails + first + equations(where) + ": " + equations(what) + ", " + refuted.why();
  }

  private static Map<String, Rational> only(
      Map<String, Rational> values, Predicate<String> condition) {
    Map<String, Rational> some = new LinkedHashMap<>(values);
    some.keySet().removeIf(condition.negate());
    return some;
  }

  private static String all(Proof.Part part) {
    return part.open().entrySet().stream()
        .map(each -> each.getKey() + " ≥ " + each.getValue())
        .collect(Collectors.joining(" and ", "all ", ""));
  }

  private String summary(Proof.Part part) {
    Finding consistent = part.findings().get(Statement.CONSISTENT);
    Finding available = part.findings().get(Statement.AVAILABLE);
    if (available instanceof Finding.Meaningless) {
      return palette.bad("never the size of a quorum");
    }
    String where = part.isPartlyWellFormed() ? "where well-formed: " : "";
    boolean both = consistent instanceof Finding.Proven && available instanceof Finding.Proven;
    String summary =
        where
            + (both
                ? scope("safe and available", consistent, part)
                : scope("safe", consistent, part) + ", " + scope("available", available, part));
    return switch (part.outcome()) {
      case PROVEN -> palette.good(summary);
      case REFUTED -> palette.bad(summary);
      case UNDECIDED -> palette.warning(summary);
    };
  }

  private static String scope(String word, @Nullable Finding finding, Proof.Part part) {
    boolean one = part.open().isEmpty();
    if (finding instanceof Finding.Proven) {
      return one ? word : word + " for " + all(part);
    }
    if (finding instanceof Finding.Refuted refuted) {
      return one ? "not " + word : refuted.never() ? word + " for none" : "not always " + word;
    }
    return word + " or not: not decided";
  }
}
