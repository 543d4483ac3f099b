package org.quorate.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.quorum.Point;
import org.quorate.cli.quorum.QuorumFile;
import org.quorate.model.InvalidSettingsException;
import org.quorate.quorum.Formula;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Values;
import picocli.CommandLine.Option;

/** The options of a question about quorums. */
public final class QuorumArguments {

  /** A table with more rows is read by nobody. */
  private static final int MOST_POINTS = 10_000;

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
      completionCandidates = Candidates.FaultModels.class,
      description = "what the faulty do (default: byzantine)")
  private @Nullable FaultModel faults;

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

  /**
   * The answers, one for each point of the ranges.
   *
   * @param located the path of a file that the user named
   * @throws IllegalArgumentException if options do not go together, or a formula is worth no quorum
   * @throws org.quorate.quorum.UndecidedException if the question is too hard
   */
  public List<Answer> answers(UnaryOperator<String> located) {
    return questions(located).stream().map(Supplier::get).toList();
  }

  /**
   * As {@link #answers}, but for options that go together only; each answer is found when it is
   * asked for, and may throw what {@code answers} throws otherwise.
   */
  public List<Supplier<Answer>> questions(UnaryOperator<String> located) {
    return file == null ? aboutFormulas() : aboutFile(located.apply(file));
  }

  /**
   * The question for all f, or all systems of ranges without an end.
   *
   * @throws IllegalArgumentException if options do not go together
   */
  public Question question() {
    refuse("--prove", given("-n", n), given("--system", file));
    Values all = new Values.From(1);
    if (kind() == FaultModel.HYBRID) {
      refuse(words(), given("-k", k), given("-f", f));
      return Question.hybrid(values(b, all), values(c, all), formulas());
    }
    refuse(words(), given("-b", b), given("-c", c));
    Values usual = new Values.Listed(List.of(usualK()));
    return Question.of(kind(), values(k, usual), values(f, all), formulas());
  }

  private List<Supplier<Answer>> aboutFile(String name) {
    refuse("--system", given("-k", k), given("-n", n), given("--quorum", quorum));
    refuse("--system", given("--phase1", phase1), given("--phase2", phase2));
    QuorumFile content = QuorumFile.read(name);
    boolean counted = faults != null || f != null || b != null || c != null;
    if (content.faults().isPresent()) {
      if (counted) {
        throw usage("%s says what may fail; leave out --faults, -f, -b and -c".formatted(name));
      }
      return List.of(() -> Answer.of(content, content.faults().get()));
    }
    List<Point> points = points(IntRanges.of(content.phase1().processes()));
    if (points.size() > 1) {
      throw usage("with --system, give -f, -b and -c one number each");
    }
    return List.of(() -> Answer.of(content, points.get(0).faults()));
  }

  private List<Supplier<Answer>> aboutFormulas() {
    List<Formula> formulas = formulas();
    if (k != null && n != null) {
      throw usage("give either -n, or -k (n = k·f + 1); not both");
    }
    return points(n).stream()
        .<Supplier<Answer>>map(point -> () -> Answer.of(point, formulas))
        .toList();
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

  private FaultModel kind() {
    FaultModel given = faults;
    return given == null ? FaultModel.BYZANTINE : given;
  }

  /** Every point of the ranges; {@code ns} where n does not follow. */
  private List<Point> points(@Nullable IntRanges ns) {
    return kind() == FaultModel.HYBRID ? hybridPoints(ns) : countedPoints(ns);
  }

  private static void add(List<Point> points, Point point) {
    if (points.size() == MOST_POINTS) {
      throw usage("at most %,d points".formatted(MOST_POINTS));
    }
    points.add(point);
  }

  private List<Point> hybridPoints(@Nullable IntRanges ns) {
    refuse(words(), given("-k", k), given("-f", f));
    List<Point> points = new ArrayList<>();
    for (int lying : numbers("-b", b, 1)) {
      for (int crashing : numbers("-c", c, 1)) {
        long least = 3L * lying + 2L * crashing + 1;
        int usual = (int) Math.min(least, Integer.MAX_VALUE);
        numbers("-n", ns, usual).forEach(all -> add(points, Point.hybrid(all, lying, crashing)));
      }
    }
    return points;
  }

  private List<Point> countedPoints(@Nullable IntRanges ns) {
    refuse(words(), given("-b", b), given("-c", c));
    List<Point> points = new ArrayList<>();
    if (ns != null) {
      for (int all : numbers("-n", ns, 1)) {
        numbers("-f", f, 1).forEach(faulty -> add(points, Point.ofN(kind(), all, faulty)));
      }
      return points;
    }
    for (int times : numbers("-k", k, usualK())) {
      numbers("-f", f, 1).forEach(faulty -> add(points, Point.ofK(kind(), times, faulty)));
    }
    return points;
  }

  private static Values values(@Nullable IntRanges given, Values otherwise) {
    if (given == null) {
      return otherwise;
    }
    return given.unbounded() ? new Values.From(given.first()) : new Values.Listed(given.numbers());
  }

  private String words() {
    return "--faults " + kind().name().toLowerCase(Locale.ROOT);
  }

  /** The least k for which quorums can be consistent and available. */
  private int usualK() {
    return kind() == FaultModel.CRASH ? 2 : 3;
  }

  private static List<Integer> numbers(String option, @Nullable IntRanges given, int otherwise) {
    return given == null
        ? List.of(otherwise)
        : given.bounded(option, "give one; 'quorate quorum --prove' takes all");
  }

  private static String given(String option, @Nullable Object value) {
    return value == null ? "" : option;
  }

  private static void refuse(String with, String... options) {
    for (String option : options) {
      if (!option.isEmpty()) {
        throw usage("%s does not go with %s".formatted(option, with));
      }
    }
  }

  private static InvalidSettingsException usage(String message) {
    return new InvalidSettingsException(message);
  }
}
