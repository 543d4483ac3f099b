package org.quorate.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all benchmarks have in common: nanoseconds per operation, in a JVM that is started with the
 * flags of {@code cli/quorate}. Here they stand a second time; {@link AgainstTlc} refuses to run
 * when the launcher no longer has one of them. More flags go into {@code -jvmArgs}, because JMH's
 * {@code -jvmArgsAppend} would replace these.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseSerialGC",
      "-XX:MaxRAMPercentage=75",
      "-XX:InitialRAMPercentage=75",
      "-XX:NewSize=48m",
      "-XX:MaxNewSize=48m",
      "-XX:PretenureSizeThreshold=16k",
      "-XX:+UseTransparentHugePages",
      "-XX:ObjectAlignmentInBytes=128",
      "-XX:InlineSmallCode=1000000",
      "-XX:MaxInlineLevel=30"
    })
public abstract class LaunchedBenchmark {

  /** The flags. */
  static List<String> flags() {
    return List.of(LaunchedBenchmark.class.getAnnotation(Fork.class).jvmArgsAppend());
  }
}
