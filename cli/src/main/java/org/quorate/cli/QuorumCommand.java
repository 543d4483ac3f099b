package org.quorate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.quorum.FaultKind;
import org.quorate.cli.quorum.Point;
import org.quorate.cli.quorum.QuorumFile;
import org.quorate.cli.quorum.QuorumJson;
import org.quorate.cli.quorum.QuorumTable;
import org.quorate.cli.quorum.QuorumText;
import org.quorate.quorum.Formula;
import org.quorate.quorum.UndecidedException;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Values;
import org.quorate.report.Palette;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorum}. */
@Command(
    name = "quorum",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Check quorums on their own: do any two share an honest process (consistent), and is one left"
          + " whatever fails (available)?",
      "",
    },
    footer = {
      "",
      "A formula is made of n, k, f (hybrid: b, c), whole numbers, + - * /, ceil,",
      "floor, min, max and parentheses, in exact fractions.",
      "",
      "A file is YAML:",
      "  processes: [a, b, c, d]     # or a number: p1, p2, ...",
      "  quorums: 2 of {a, b, c}     # or phase1 and phase2, of which any two must meet",
      "  faults: {byzantine: 1}      # or crash, or both; or sets, {crash: [[a, b]]}",
      "Quorums are all, any, majority or a number 'of {...}'; weights are 2*a; systems",
      "stand in systems; rows, columns or cross 'of {a, b; c, d}' are lines of a grid;",
      "'3 of 5' and 'rows of 3x3' are about all processes.",
      "",
      "Examples:",
      "  # the exercise: n = 3f + 1",
      "  quorate quorum -k 3 -f 1",
      "  # two quorums with just a liar in common",
      "  quorate quorum -k 4 -f 1 --quorum '2*f+1'",
      "  # a table",
      "  quorate quorum -k 2..6 -f 1..5",
      "  # two phases, of which only different ones must meet",
      "  quorate quorum --faults crash -n 4 --phase1 3 --phase2 2",
      "  # n = 3b + 2c + 1",
      "  quorate quorum --faults hybrid -b 1 -c 1",
      "  quorate quorum --system specs/quorums/grid.yaml",
      "  # proven for all f",
      "  quorate quorum -k 3 --prove --quorum '2*f+1'",
      "",
      "Exit codes: 0 consistent and available, 1 not, 2 bad usage, 3 not decided."
    })
final class QuorumCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "-k",
      paramLabel = "K",
      converter = IntRanges.Converter.class,
      description = "n = k·f + 1: a number, a list 1,3 or a range 2..5 (default: 3; crash: 2)")
  private @Nullable IntRanges k;

  @Option(
      names = "-f",
      paramLabel = "F",
      converter = IntRanges.Converter.class,
      description = "faulty processes, likewise (default: 1)")
  private @Nullable IntRanges f;

  @Option(
      names = "-n",
      paramLabel = "N",
      converter = IntRanges.Converter.class,
      description = "all processes, instead of -k (hybrid: default 3b + 2c + 1)")
  private @Nullable IntRanges n;

  @Option(
      names = "-b",
      paramLabel = "B",
      converter = IntRanges.Converter.class,
      description = "hybrid: processes that may lie (default: 1)")
  private @Nullable IntRanges b;

  @Option(
      names = "-c",
      paramLabel = "C",
      converter = IntRanges.Converter.class,
      description = "hybrid: processes that may crash besides (default: 1)")
  private @Nullable IntRanges c;

  @Option(
      names = "--faults",
      paramLabel = "byzantine|crash|hybrid",
      description = "what the faulty do (default: byzantine)")
  private @Nullable FaultKind faults;

  @Option(
      names = "--quorum",
      paramLabel = "FORMULA",
      description = "the size of a quorum (default: the least safe one)")
  private @Nullable String quorum;

  @Option(
      names = "--phase1",
      paramLabel = "FORMULA",
      description = "of a phase-1 quorum, which must meet those of phase 2, not its own kind")
  private @Nullable String phase1;

  @Option(names = "--phase2", paramLabel = "FORMULA", description = "of a phase-2 quorum")
  private @Nullable String phase2;

  @Option(
      names = "--system",
      paramLabel = "FILE",
      description = "quorums that no formula describes: weights, sets, grids, nested thresholds")
  private @Nullable String file;

  @Option(
      names = "--prove",
      description =
          "for all f (default: -f 1..), or all in ranges without an end, by a solver; otherwise the"
              + " smallest counterexample")
  private boolean prove;

  @Option(
      names = "--smt2",
      paramLabel = "FILE",
      description = "with --prove: write what the solver was told, in SMT-LIB 2")
  private @Nullable Path smt2;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Override
  public Integer call() {
    if (smt2 != null && !prove) {
      throw usage("--smt2 goes with --prove only");
    }
    List<Answer> answers;
    try {
      if (prove) {
        return new QuorumProof(spec, question()).run(smt2, json);
      }
      answers = file == null ? aboutFormulas() : aboutFile(file);
    } catch (UndecidedException e) {
      spec.commandLine().getErr().println("not decided: " + e.getMessage());
      return ExitCode.INCOMPLETE.code();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    spec.commandLine().getOut().print(report(answers));
    boolean good = answers.stream().allMatch(Answer::isGood);
    return good ? ExitCode.HOLDS.code() : ExitCode.VIOLATED.code();
  }

  private Question question() {
    refuse("--prove", given("-n", n), given("--system", file));
    Values all = new Values.From(1);
    if (kind() == FaultKind.HYBRID) {
      refuse(words(), given("-k", k), given("-f", f));
      return Question.hybrid(QuorumProof.values(b, all), QuorumProof.values(c, all), formulas());
    }
    refuse(words(), given("-b", b), given("-c", c));
    Values usual = new Values.Listed(List.of(usualK()));
    return Question.of(
        kind().model(), QuorumProof.values(k, usual), QuorumProof.values(f, all), formulas());
  }

  private String report(List<Answer> answers) {
    Palette palette = Ansi.AUTO.enabled() ? Palette.ANSI : Palette.PLAIN;
    if (json) {
      return QuorumJson.write(Version.number(), answers);
    }
    return answers.size() == 1
        ? new QuorumText(palette, answers.get(0)).write()
        : new QuorumTable(palette, answers).write();
  }

  private List<Answer> aboutFile(String name) {
    refuse("--system", given("-k", k), given("-n", n), given("--quorum", quorum));
    refuse("--system", given("--phase1", phase1), given("--phase2", phase2));
    QuorumFile content = QuorumFile.read(name);
    boolean counted = faults != null || f != null || b != null || c != null;
    if (content.faults().isPresent()) {
      if (counted) {
        throw usage("%s says what may fail; leave out --faults, -f, -b and -c".formatted(name));
      }
      return List.of(Answer.of(content, content.faults().get()));
    }
    return points(IntRanges.of(content.phase1().processes())).stream()
        .map(point -> Answer.of(content, point.faults()))
        .toList();
  }

  private List<Answer> aboutFormulas() {
    List<Formula> formulas = formulas();
    if (k != null && n != null) {
      throw usage("give either -n, or -k (n = k·f + 1); not both");
    }
    return points(n).stream().map(point -> Answer.of(point, formulas)).toList();
  }

  private List<Formula> formulas() {
    String first = phase1;
    String second = phase2;
    if (first == null && second == null) {
      String text = quorum;
      return List.of(Formula.parse(text == null ? kind().leastSafe() : text));
    }
    if (first == null || second == null || quorum != null) {
      throw usage("give either --quorum, or both --phase1 and --phase2");
    }
    return List.of(Formula.parse(first), Formula.parse(second));
  }

  private FaultKind kind() {
    FaultKind given = faults;
    return given == null ? FaultKind.BYZANTINE : given;
  }

  /** Every point of the ranges; {@code ns} where n does not follow. */
  private List<Point> points(@Nullable IntRanges ns) {
    return kind() == FaultKind.HYBRID ? hybridPoints(ns) : countedPoints(ns);
  }

  private List<Point> hybridPoints(@Nullable IntRanges ns) {
    refuse(words(), given("-k", k), given("-f", f));
    List<Point> points = new ArrayList<>();
    for (int lying : numbers("-b", b, 1)) {
      for (int crashing : numbers("-c", c, 1)) {
        int least = 3 * lying + 2 * crashing + 1;
        numbers("-n", ns, least).forEach(all -> points.add(Point.hybrid(all, lying, crashing)));
      }
    }
    return points;
  }

  private List<Point> countedPoints(@Nullable IntRanges ns) {
    refuse(words(), given("-b", b), given("-c", c));
    List<Point> points = new ArrayList<>();
    if (ns != null) {
      for (int all : numbers("-n", ns, 1)) {
        numbers("-f", f, 1).forEach(faulty -> points.add(Point.ofN(kind(), all, faulty)));
      }
      return points;
    }
    for (int times : numbers("-k", k, usualK())) {
      numbers("-f", f, 1).forEach(faulty -> points.add(Point.ofK(kind(), times, faulty)));
    }
    return points;
  }

  private String words() {
    return "--faults " + kind().name().toLowerCase(Locale.ROOT);
  }

  /** The least k for which quorums can be consistent and available. */
  private int usualK() {
    return kind() == FaultKind.CRASH ? 2 : 3;
  }

  private List<Integer> numbers(String option, @Nullable IntRanges given, int otherwise) {
    if (given == null) {
      return List.of(otherwise);
    }
    if (given.unbounded()) {
      throw usage("%s %d.. has no end; give one, or --prove it".formatted(option, given.first()));
    }
    return given.numbers();
  }

  private static String given(String option, @Nullable Object value) {
    return value == null ? "" : option;
  }

  private void refuse(String with, String... options) {
    for (String option : options) {
      if (!option.isEmpty()) {
        throw usage("%s does not go with %s".formatted(option, with));
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
