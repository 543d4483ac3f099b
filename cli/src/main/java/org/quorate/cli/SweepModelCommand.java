package org.quorate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.quorate.cli.options.IntRanges;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.sweep.Cell;
import org.quorate.cli.sweep.Point;
import org.quorate.cli.sweep.Sweep;
import org.quorate.cli.sweep.SweepJson;
import org.quorate.cli.sweep.SweepRun;
import org.quorate.cli.sweep.SweepText;
import org.quorate.cli.sweep.Task;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.search.SearchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sweep MODEL}. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Check the model with n = k·f + 1 processes for every k and f, and compare with the formula:"
          + " the model is safe if any two quorums meet as they must, and live if the correct"
          + " processes are a quorum. A check says live if something can be decided without the"
          + " faulty.",
      "",
      "Points are checked at the same time, each by one thread, and share the memory. The limits"
          + " are those of each point; --timeout is 60s by default. A point that reaches one is"
          + " incomplete, never safe.",
      "",
    },
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {
      "0:every point that the model takes was checked to its end, and the formula agrees",
      "1:the formula disagrees at some point",
      "2:bad usage, or the model takes no point",
      "3:some point is incomplete, and the formula disagrees at none",
      "4:internal error"
    },
    footer = {
      "",
      "Examples:",
      "  # which n = k·f + 1 does the default quorum fit?",
      "  quorate sweep pbft -k 2..5 -f 1 --views 1",
      "  # where is 2f + 1 enough? A map for a paper",
      "  quorate sweep pbft -k 2..5 -f 1..2 --views 1 --quorum '2*f+1' --svg map.svg"
    })
final class SweepModelCommand implements Callable<Integer> {

  /** The options of a model that are swept. */
  static final List<String> SWEPT = List.of("k", "f");

  /** More would make a map that nobody reads. */
  private static final int MOST = 1_000;

  private final Protocol protocol;

  @Spec private CommandSpec spec;

  @picocli.CommandLine.Option(
      names = "-k",
      paramLabel = "K",
      converter = IntRanges.Converter.class,
      defaultValue = "2..5",
      description = "n = k·f + 1: a number, a list 1,3 or a range 2..5 (default: 2..5)")
  private IntRanges k = IntRanges.of(1);

  @picocli.CommandLine.Option(
      names = "-f",
      paramLabel = "F",
      converter = IntRanges.Converter.class,
      description = "processes that may be faulty, likewise (default: 1)")
  private IntRanges f = IntRanges.of(1);

  @Mixin private SearchArguments search = new SearchArguments();

  @Mixin private SweepFiles files = new SweepFiles();

  @Mixin private OutputArguments output = new OutputArguments();

  SweepModelCommand(Protocol protocol) {
    this.protocol = protocol;
  }

  /** The options that are the same at every point; a quorum system is of one n only. */
  ModelOptions options() {
    return new ModelOptions(
        protocol.options().stream()
            .filter(o -> !SWEPT.contains(o.name()))
            .filter(o -> !(o.type() instanceof Option.QuorumSystems))
            .toList());
  }

  @Override
  public Integer call() {
    List<Point> points = points();
    Map<String, String> given = options().given(spec);
    int workers = workers(points.size());
    List<Task> tasks = points.stream().map(p -> task(p, given, workers)).toList();
    refuseIfNothingIsLeft(tasks);
    OutputFiles<Sweep> outputs = files.open();
    long start = System.nanoTime();
    try (StatusLine line = output.statusLine();
        Interrupt interrupt = Interrupt.install()) {
      List<Cell> cells =
          new SweepRun(tasks, workers, interrupt::isRequested, s -> line.update(() -> text(s)))
              .run();
      line.close();
      double seconds = (System.nanoTime() - start) / 1e9;
      Sweep sweep = new Sweep(Version.number(), protocol.name(), given, cells, seconds);
      spec.commandLine().getOut().print(report(sweep));
      spec.commandLine().getOut().flush();
      outputs.write(sweep);
      return interrupt.finish(exitCode(sweep).code());
    }
  }

  private List<Point> points() {
    List<Integer> factors;
    List<Integer> faulty;
    try {
      factors = k.bounded("-k", "give one");
      faulty = f.bounded("-f", "give one");
    } catch (InvalidSettingsException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    if ((long) factors.size() * faulty.size() > MOST) {
      throw usage("at most %,d points".formatted(MOST));
    }
    return factors.stream()
        .flatMap(each -> faulty.stream().map(some -> new Point(each, some)))
        .toList();
  }

  private int workers(int points) {
    int threads = search.threads();
    if (threads < 1) {
      throw usage("threads must be at least 1, not " + threads);
    }
    return Math.min(threads, points);
  }

  private Task task(Point point, Map<String, String> given, int workers) {
    Map<String, String> all = new LinkedHashMap<>(given);
    all.put("k", Integer.toString(point.k()));
    all.put("f", Integer.toString(point.f()));
    try {
      Protocol.Configured configured = protocol.configure(Settings.of(protocol, all));
      SearchOptions options = search.optionsOfEach(configured.model().layout(), workers);
      output.tell(() -> Setup.of(point.toString(), configured, options).text());
      return new Task.Check(
          point, protocol.name(), configured.model(), quorums(configured.parameters()), options);
    } catch (IllegalArgumentException e) {
      output.tell(() -> "%s  refused: %s".formatted(point, e.getMessage()));
      return new Task.Refused(point, String.valueOf(e.getMessage()));
    }
  }

  /** Formulas are for quorums; the parameters are what has become of them. */
  private Map<String, Integer> quorums(Map<String, Object> parameters) {
    Map<String, Integer> quorums = new LinkedHashMap<>();
    for (Option option : protocol.options()) {
      if (option.type() instanceof Option.Formula
          && parameters.get(option.name()) instanceof Integer size) {
        quorums.put(option.name(), size);
      }
    }
    return quorums;
  }

  /** What is wrong at every point is wrong with the rest of the command line. */
  private void refuseIfNothingIsLeft(List<Task> tasks) {
    List<Task.Refused> refused = new ArrayList<>();
    for (Task task : tasks) {
      if (task instanceof Task.Refused r) {
        refused.add(r);
      }
    }
    if (refused.size() < tasks.size()) {
      return;
    }
    Task.Refused first = refused.get(0);
    boolean same = refused.stream().allMatch(r -> r.reason().equals(first.reason()));
    throw usage(
        same
            ? first.reason()
            : "the model takes none of the %d points; at %s: %s"
                .formatted(tasks.size(), first.point(), first.reason()));
  }

  private static String text(SweepRun.Snapshot snapshot) {
    String inFlight =
        snapshot.inFlight().entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s: %,d states", e.getKey(), e.getValue()))
            .collect(Collectors.joining("  "));
    return "%d/%d points  %s".formatted(snapshot.done(), snapshot.total(), inFlight);
  }

  private String report(Sweep sweep) {
    if (output.json()) {
      return SweepJson.write(sweep);
    }
    SweepText text = new SweepText(output.palette(), sweep);
    return output.quiet() ? text.verdict() : text.write();
  }

  private static ExitCode exitCode(Sweep sweep) {
    if (sweep.disagrees()) {
      return ExitCode.VIOLATED;
    }
    return sweep.isIncomplete() ? ExitCode.INCOMPLETE : ExitCode.HOLDS;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
