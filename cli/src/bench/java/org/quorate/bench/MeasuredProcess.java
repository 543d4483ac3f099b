package org.quorate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs a command to its end, in a folder of its own, and measures it from outside. */
final class MeasuredProcess {

  /**
   * What was measured.
   *
   * @param exit the exit status
   * @param seconds from the start of the process to its end
   * @param peakBytes the largest resident set, as the kernel counts it
   * @param output what the command printed, errors included
   */
  record Outcome(int exit, double seconds, long peakBytes, String output) {

    /** The number in the last match of a pattern with one group; TLC writes commas into it. */
    long number(String pattern) {
      Matcher matcher = Pattern.compile(pattern).matcher(output);
      String last = matcher.results().reduce("", (a, match) -> match.group(1), (a, b) -> b);
      if (last.isEmpty()) {
        throw new IllegalStateException("no \"%s\" in:%n%s".formatted(pattern, output));
      }
      return Long.parseLong(last.replace(",", ""));
    }

    /** This outcome, if the command succeeded. */
    Outcome orThrow() {
      if (exit != 0) {
        throw new IllegalStateException("exit status %d:%n%s".formatted(exit, output));
      }
      return this;
    }
  }

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  /**
   * Short beside the end of a JVM, which follows the peak; long beside the 50 µs that a look takes.
   */
  private static final int POLL_MILLISECONDS = 5;

  private MeasuredProcess() {}

  /**
   * Runs a command.
   *
   * @param files files to put into the folder that the command is started in
   * @param limit after this the process is killed, and there is no outcome
   */
  static Optional<Outcome> run(List<String> command, List<Path> files, Duration limit)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("quorate-bench-");
    try {
      for (Path file : files) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      return runIn(folder, command, limit);
    } finally {
      delete(folder);
    }
  }

  private static Optional<Outcome> runIn(Path folder, List<String> command, Duration limit)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      long peak = 0;
      while (!process.waitFor(POLL_MILLISECONDS, MILLISECONDS)) {
        peak = Math.max(peak, peakBytes(process.pid()));
        if (System.nanoTime() - start > limit.toNanos()) {
          return Optional.empty();
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String text = Files.readString(output, UTF_8);
      return Optional.of(new Outcome(process.exitValue(), seconds, peak, text));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static long peakBytes(long pid) {
    try {
      Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status"), UTF_8));
      return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : 0;
    } catch (IOException e) {
      return 0; // it has just ended, before the file was opened or while it was read
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
