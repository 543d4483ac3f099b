package org.quorate.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tlc2.TLC;

/**
 * Compares Quorate with TLC on the protocols that both know, and prints a Markdown table: whole
 * processes, started as a user starts them, by turns, one after the other. To run it,
 *
 * <pre>
 *   cli/bench tlc                                  all rows; takes an hour
 *   cli/bench tlc paxos:3/3/2 pbft:4/1/3/1/2+sym --runs=5         two rows; Quorate five times
 *   cli/bench tlc paxos:3/5/2+sym --tlc-always --tlc-limit=3600
 * </pre>
 *
 * <p>What the columns mean:
 *
 * <ul>
 *   <li><i>Quorate, s</i>: wall time of {@code cli/quorate check …}, the start of the JVM included;
 *       the median of the runs, and the fastest and slowest.
 *   <li><i>RSS, bytes/state</i>: the peak of the resident set, less that of a run with one acceptor
 *       and one ballot, per stored state. So buffers and compiled code that a long run needs are in
 *       it, and dominate small rows.
 *   <li><i>states/s</i> and <i>transitions/s</i>: by that wall time, with all threads.
 *   <li><i>bare inserts/s</i>: {@link BareTable} on one thread, with as many random keys as there
 *       are transitions, as many of them distinct as there are states.
 *   <li><i>TLC, s</i>: the same configuration of the module in {@code specs/tla}, two workers, 8
 *       GB.
 * </ul>
 *
 * <p>The load average is there to see whether somebody else was at work, which spoils the figures.
 *
 * <p>Both tools must find the same number of states; where they do not, or where it is not the
 * known number, the exit code is 1.
 */
@Command(
    name = "bench tlc",
    description = "Compares Quorate with TLC.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class AgainstTlc implements Callable<Integer> {

  private static final Duration NO_LIMIT = Duration.ofDays(1);

  @Parameters(
      paramLabel = "ROW",
      defaultValue =
          "paxos:3/3/2 paxos:3/4/2+sym paxos:5/3/2+sym paxos:3/4/2 paxos:3/5/2+sym"
              + " multipaxos:3/3/2/2+sym pbft:4/1/2/1/2 pbft:4/1/3/1/2+sym pbft:7/2/2/1/2+sym",
      split = " ",
      converter = RowConverter.class,
      description =
          "a protocol and its sizes, without symmetry or with all, such as paxos:3/4/2+sym,"
              + " multipaxos:acceptors/ballots/slots/values or pbft:replicas/f/views/slots/values"
              + " (default: ${DEFAULT-VALUE})")
  private List<Configuration> rows;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "runs of Quorate for each row (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(
      names = "--tlc-runs",
      defaultValue = "1",
      description = "runs of TLC for each row (default: ${DEFAULT-VALUE})")
  private int tlcRuns;

  @Option(
      names = "--tlc-limit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "when to stop a run of TLC (default: ${DEFAULT-VALUE})")
  private int tlcLimit;

  @Option(
      names = "--tlc-always",
      description = "run TLC even where it would take hours: on more than 10 million states")
  private boolean tlcAlways;

  private final Path root = root();

  private static final class RowConverter implements CommandLine.ITypeConverter<Configuration> {
    @Override
    public Configuration convert(String text) {
      return Configuration.parse(text);
    }
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new AgainstTlc()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    checkFlags();
    quorate(Configuration.SMALLEST); // so that the launcher's archive of classes exists
    long fixedBytes = fixedBytes();
    System.out.printf(
        "%d processors, load average %.1f before, Java %s; a run of one step has a resident set of"
            + " %.1f MiB%n%n",
        Runtime.getRuntime().availableProcessors(),
        load,
        Runtime.version(),
        fixedBytes / (double) (1 << 20));
    System.out.println("| " + String.join(" | ", Row.TITLES) + " |");
    System.out.println("|---" + "|--:".repeat(Row.TITLES.size() - 1) + "|");
    List<String> mismatches = new ArrayList<>();
    for (Configuration configuration : rows) {
      Row row = measure(configuration, fixedBytes);
      System.out.println("| " + String.join(" | ", row.cells()) + " |");
      mismatches.addAll(row.mismatches());
    }
    mismatches.forEach(System.err::println);
    return mismatches.isEmpty() ? 0 : 1;
  }

  private Row measure(Configuration configuration, long fixedBytes)
      throws IOException, InterruptedException {
    Row row = new Row(configuration, fixedBytes);
    boolean timeout = false;
    for (int run = 0; run < Math.max(runs, tlcRuns); run++) {
      if (run < runs) {
        row.addQuorate(quorate(configuration));
        row.addBareRate(bareRate(row.transitions(), row.explored()));
      }
      if (run < tlcRuns && !timeout && wantsTlc(row.explored())) {
        Optional<MeasuredProcess.Outcome> outcome = tlc(configuration);
        outcome.ifPresentOrElse(row::addTlc, () -> row.addTlcTimeout(tlcLimit));
        timeout = outcome.isEmpty();
      }
    }
    return row;
  }

  private boolean wantsTlc(long states) {
    return tlcAlways || states <= 10_000_000;
  }

  private long fixedBytes() throws IOException, InterruptedException {
    double[] bytes = new double[3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = quorate(Configuration.SMALLEST).peakBytes();
    }
    return (long) Row.median(bytes);
  }

  private MeasuredProcess.Outcome quorate(Configuration configuration)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(configuration.arguments());
    return MeasuredProcess.run(command, List.of(), NO_LIMIT).orElseThrow().orThrow();
  }

  private Optional<MeasuredProcess.Outcome> tlc(Configuration configuration)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            java(),
            "-XX:+UseParallelGC",
            "-Xmx8g",
            "-Djava.io.tmpdir=.", // where TLC unpacks its standard modules
            "-cp",
            placeOf(TLC.class).toString(),
            TLC.class.getName(),
            "-deadlock", // does not look for deadlocks
            "-workers",
            "2",
            configuration.specification().module());
    Path folder = Files.createTempDirectory("quorate-tlc-");
    String name = configuration.specification().module();
    Path config = folder.resolve(name + ".cfg");
    try {
      Files.write(config, configuration.tlc());
      Path module = root.resolve("specs/tla/" + name + ".tla");
      return MeasuredProcess.run(command, List.of(module, config), Duration.ofSeconds(tlcLimit))
          .map(MeasuredProcess.Outcome::orThrow);
    } finally {
      Files.deleteIfExists(config);
      Files.delete(folder);
    }
  }

  private static double bareRate(long keys, long distinct)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(LaunchedBenchmark.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BareTable.class.getName());
    command.addAll(List.of(Long.toString(keys), Long.toString(distinct)));
    return Double.parseDouble(
        MeasuredProcess.run(command, List.of(), NO_LIMIT).orElseThrow().orThrow().output());
  }

  /** Benchmarks must start Java as the launcher does. */
  private void checkFlags() throws IOException {
    String script = Files.readString(launcher());
    for (String flag : LaunchedBenchmark.flags()) {
      if (!script.contains(flag)) {
        throw new IllegalStateException(launcher() + " has no " + flag + "; see LaunchedBenchmark");
      }
    }
  }

  private Path launcher() {
    return root.resolve("cli/quorate");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The repository that this class was built in. */
  private static Path root() {
    return Stream.iterate(placeOf(AgainstTlc.class), p -> p != null, Path::getParent)
        .filter(p -> Files.exists(p.resolve("cli/quorate")))
        .findFirst()
        .orElseThrow();
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
