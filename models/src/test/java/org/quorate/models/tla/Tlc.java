package org.quorate.models.tla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tlc2.TLC;
import tlc2.output.EC;

/**
 * Runs TLC, the TLA+ model checker, on a module of {@code specs/tla}: the oracle that our own
 * counts are compared with.
 *
 * <pre>{@code
 * Tlc.Result result =
 *     Tlc.spec("Paxos")
 *         .modelValues("Acceptors", "a", 3)
 *         .modelValue("None")
 *         .constant("BallotCount", 2)
 *         .constant("Forgets", "\"all\"")
 *         .symmetry("AcceptorSymmetry")
 *         .invariant("Agreement")
 *         .run();
 * }</pre>
 *
 * <p>TLC keeps its state in statics and allows one run per JVM, so each run gets a child JVM. It
 * also gets a fresh folder for all that it writes, which is deleted afterwards. Deadlocks are not
 * looked for: a protocol run may end.
 */
public final class Tlc {

  /**
   * What TLC found.
   *
   * @param distinctStates the reachable states, or the orbits of states under a symmetry; where an
   *     invariant is violated, only those found until then (none, by an initial state)
   * @param depth how many steps the farthest state is from an initial one; where an invariant is
   *     violated, the steps of the counterexample. TLC's own "depth" counts states: one more.
   * @param violated the name of the violated invariant
   * @param generated the initial states and the transitions taken, to old and new states
   * @param output all that TLC printed
   */
  public record Result(
      long distinctStates, int depth, Optional<String> violated, long generated, String output) {}

  private static final Pattern STATS =
      Pattern.compile("([\\d,]+) states generated, ([\\d,]+) distinct states found");
  private static final Pattern DEPTH = Pattern.compile("graph search is (\\d+)");
  private static final Pattern VIOLATED = Pattern.compile("Invariant (\\S+) is violated");

  private final String module;
  private final List<String> config = new ArrayList<>(List.of("SPECIFICATION Spec"));
  private int workers = 2;
  private Duration timeout = Duration.ofMinutes(5);

  private Tlc(String module) {
    this.module = module;
  }

  /** Prepares a run of {@code specs/tla/<module>.tla}, which must define {@code Spec}. */
  public static Tlc spec(String module) {
    return new Tlc(module);
  }

  /** Gives a constant its value, as TLC's configuration file spells it: a string is quoted. */
  public Tlc constant(String name, String value) {
    config.add("CONSTANT " + name + " = " + value);
    return this;
  }

  /** Gives a constant a whole number. */
  public Tlc constant(String name, long value) {
    return constant(name, Long.toString(value));
  }

  /** Makes a constant a model value, which equals nothing but itself. */
  public Tlc modelValue(String name) {
    return constant(name, name);
  }

  /** Makes a constant a set of model values: {@code a1}, {@code a2} and so on. */
  public Tlc modelValues(String name, String prefix, int count) {
    return constant(
        name,
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> prefix + i)
            .collect(Collectors.joining(", ", "{", "}")));
  }

  /** Counts states up to a symmetry that the module defines over sets of model values. */
  public Tlc symmetry(String name) {
    config.add("SYMMETRY " + name);
    return this;
  }

  /** Checks an invariant. The first violation of any invariant ends the run. */
  public Tlc invariant(String name) {
    config.add("INVARIANT " + name);
    return this;
  }

  /**
   * Sets the number of TLC's threads, 2 unless told. Only one thread searches strictly breadth
   * first: with more, the depth may come out too large, and a counterexample be longer than the
   * shortest.
   */
  public Tlc workers(int count) {
    workers = count;
    return this;
  }

  /** Sets after how long a run is given up, 5 minutes unless told. */
  public Tlc timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /**
   * Runs TLC to its end.
   *
   * @throws AssertionError with TLC's output, if it neither finished nor found a violated invariant
   */
  public Result run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tlc-" + module + "-");
    try {
      copyModules(folder);
      Files.write(folder.resolve(module + ".cfg"), config);
      return runIn(folder);
    } finally {
      delete(folder);
    }
  }

  private Result runIn(Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("output.txt");
    Process tlc =
        new ProcessBuilder(command(folder))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = tlc.waitFor(timeout.toMillis(), MILLISECONDS);
      String output = Files.readString(log, UTF_8);
      if (!ended) {
        throw failure("did not end within " + timeout, output);
      }
      return result(tlc.exitValue(), output);
    } finally {
      tlc.destroyForcibly().waitFor();
    }
  }

  private List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseParallelGC",
        "-Xmx2g",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + folder, // where TLC unpacks its standard modules
        "-cp",
        jar().toString(),
        TLC.class.getName(),
        "-tool", // brackets each message with its code
        "-deadlock", // does not look for deadlocks
        "-fp", // the same hash function each time
        "0",
        "-workers",
        Integer.toString(workers),
        module);
  }

  private Result result(int exit, String output) {
    if (exit != EC.ExitStatus.SUCCESS && exit != EC.ExitStatus.VIOLATION_SAFETY) {
      throw failure("failed with exit status " + exit, output);
    }
    String initial = message(EC.TLC_INVARIANT_VIOLATED_INITIAL, output);
    if (!initial.isEmpty()) {
      return new Result(0, 0, Optional.of(violated(initial, output)), 0, output);
    }
    Optional<String> violated = Optional.empty();
    int levels = (int) number(find(DEPTH, message(EC.TLC_SEARCH_DEPTH, output), output).group(1));
    if (exit == EC.ExitStatus.VIOLATION_SAFETY) {
      String behavior = message(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, output);
      violated = Optional.of(violated(behavior, output));
      levels = (int) messages(EC.TLC_STATE_PRINT2, output).count();
    }
    Matcher stats = find(STATS, message(EC.TLC_STATS, output), output);
    return new Result(number(stats.group(2)), levels - 1, violated, number(stats.group(1)), output);
  }

  private String violated(String message, String output) {
    return find(VIOLATED, message, output).group(1);
  }

  /** The text of the last message with the given code, or nothing if there is none. */
  private static String message(int code, String output) {
    return messages(code, output).reduce("", (earlier, later) -> later);
  }

  private static Stream<String> messages(int code, String output) {
    String bracket = "@!@!@%s " + code + "%s @!@!@";
    Pattern message =
        Pattern.compile(
            bracket.formatted("STARTMSG", ":\\d") + "(.*?)" + bracket.formatted("ENDMSG", ""),
            Pattern.DOTALL);
    return message.matcher(output).results().map(match -> match.group(1));
  }

  private Matcher find(Pattern pattern, String message, String output) {
    Matcher matcher = pattern.matcher(message);
    if (!matcher.find()) {
      throw failure("printed nothing like \"" + pattern + "\"", output);
    }
    return matcher;
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  private AssertionError failure(String what, String output) {
    return new AssertionError(
        "TLC on %s %s%n%s%n%s".formatted(module, what, String.join("\n", config), output));
  }

  private static Path jar() {
    try {
      return Path.of(TLC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Copies all modules, for one may extend another. */
  private static void copyModules(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(modules())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tla")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  /** Finds {@code specs/tla} in the working folder or one above it. */
  private static Path modules() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("specs").resolve("tla"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no specs/tla in or above " + start));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
