package org.quorate.cli.faults;

import java.util.List;
import java.util.stream.Collectors;
import org.quorate.cli.options.Flags;
import org.quorate.report.CheckResult;
import org.quorate.report.Palette;
import org.quorate.report.TextReport;
import org.quorate.search.Limit;
import org.quorate.search.Verdict;
import org.quorate.trace.Counterexample;

/** Which faults a violation needs, for people. */
public final class FaultText {

  private final Palette palette;

  /** A text in the given colours. */
  public FaultText(Palette palette) {
    this.palette = palette;
  }

  /** The answer with a counterexample for each least set, ending in a line break. */
  public String write(FaultRun run, FaultAnswer answer) {
    StringBuilder out = new StringBuilder(palette.strong(run.protocol().name()));
    String others =
        run.others().entrySet().stream()
            .map(o -> o.getKey() + " " + o.getValue())
            .collect(Collectors.joining(", "));
    out.append(others.isEmpty() ? "" : "  " + others).append("\n\n").append(verdict(answer));
    TextReport report = new TextReport(palette);
    for (int i = 0; i < answer.needed().size(); i++) {
      FaultAnswer.Found found = answer.needed().get(i);
      out.append("\n%d  %s\n".formatted(i + 1, palette.strong(needs(answer, found))));
      out.append(
          "   quorate check %s%s\n"
              .formatted(run.protocol().name(), Flags.line(run.settings(found.faults()))));
      out.append(report.counterexample(found.result().counterexample().orElseThrow()));
    }
    return out.toString();
  }

  /** The answer alone, ending in a line break. */
  public String verdict(FaultAnswer answer) {
    StringBuilder out = new StringBuilder();
    if (answer.needed().isEmpty()) {
      boolean all = answer.unknown().isEmpty();
      out.append(all ? palette.good("HOLDS") : palette.warning("INCOMPLETE"))
          .append("  no set of the faults breaks an invariant")
          .append(all ? "" : ", as far as they were checked")
          .append('\n');
    }
    for (FaultAnswer.Found found : answer.needed()) {
      Counterexample c = found.result().counterexample().orElseThrow();
      out.append(
          "%s  %s %s\n".formatted(palette.bad("VIOLATED"), c.invariant(), needs(answer, found)));
    }
    list(out, "harmless", answer, answer.harmless());
    list(out, "unknown", answer, answer.unknown());
    return out.append(
            "  %-10s%d of %d sets of faults%s\n"
                .formatted(
                    "checked",
                    answer.checked(),
                    answer.sets(),
                    answer.unknown().isEmpty() && answer.checked() < answer.sets()
                        ? "; the others follow from these"
                        : ""))
        .toString();
  }

  private static String needs(FaultAnswer answer, FaultAnswer.Found found) {
    return found.faults().isEmpty()
        ? "needs: no fault at all"
        : "needs: %s; %s"
            .formatted(
                answer.words(found.faults()),
                answer.isLeast(found) ? "nothing else" : "or less, which is not known");
  }

  private static void list(
      StringBuilder out, String label, FaultAnswer answer, List<FaultAnswer.Found> sets) {
    for (FaultAnswer.Found found : sets) {
      out.append(
          "  %-10s%s%s\n".formatted(label, answer.words(found.faults()), count(found.result())));
    }
  }

  private static String count(CheckResult result) {
    if (result.search().verdict() instanceof Verdict.Incomplete incomplete) {
      Limit limit = incomplete.limit();
      return ": " + limit.reason();
    }
    return ": %,d states explored".formatted(result.search().explored());
  }
}
