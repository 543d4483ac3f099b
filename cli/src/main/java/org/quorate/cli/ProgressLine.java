package org.quorate.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.quorate.search.Progress;

/**
 * Shows how far a search has come. Numbers have two or three digits, so that the line fits beside
 * the time into 80 columns.
 */
final class ProgressLine implements Progress {

  private static final String MAGNITUDES = "kMGTPE";
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private final StatusLine line;
  private final OptionalLong mostBytes;
  private long lastAt;
  private long lastExplored;

  /**
   * The progress of one search.
   *
   * @param mostBytes the limit on its memory, if there is one
   */
  ProgressLine(StatusLine line, OptionalLong mostBytes) {
    this.line = line;
    this.mostBytes = mostBytes;
    this.lastAt = System.nanoTime();
  }

  @Override
  public void update(Snapshot snapshot) {
    line.update(() -> text(snapshot));
  }

  /** The line now. */
  String text(Snapshot snapshot) {
    return text(snapshot, System.nanoTime());
  }

  /** The line at some time; the rate is that since the line before. */
  String text(Snapshot snapshot, long now) {
    double seconds = Math.max(1, now - lastAt) / 1e9;
    long rate = (long) ((snapshot.explored() - lastExplored) / seconds);
    lastAt = now;
    lastExplored = snapshot.explored();
    return String.format(
        Locale.ROOT,
        "%s states  %s/s  depth %d  frontier %s%s  %s",
        number(snapshot.explored()),
        number(rate),
        snapshot.depth(),
        number(snapshot.frontier()),
        trend(snapshot),
        memory(snapshot.bytes()));
  }

  /** Compares the level that is being expanded with the one before; that is all that is known. */
  private static String trend(Snapshot snapshot) {
    long before = snapshot.previousFrontier().orElse(snapshot.frontier());
    int change = Long.compare(snapshot.frontier(), before);
    return change == 0 ? "" : change > 0 ? " growing" : " shrinking";
  }

  private String memory(long bytes) {
    return memorySize(bytes) + (mostBytes.isEmpty() ? "" : "/" + memorySize(mostBytes.getAsLong()));
  }

  private static String memorySize(long bytes) {
    double value = bytes;
    int unit = 0;
    for (; value >= 1000; unit++) {
      value /= 1024;
    }
    return (unit == 0 ? Long.toString(bytes) : digits(value)) + " " + UNITS.get(unit);
  }

  /** A number in at most four letters, rounded down: 999, 1.2k, 12k, 123k, 1.2M. */
  static String number(long n) {
    double value = n;
    int magnitude = 0;
    for (; value >= 1000; magnitude++) {
      value /= 1000;
    }
    return magnitude == 0 ? Long.toString(n) : digits(value) + MAGNITUDES.charAt(magnitude - 1);
  }

  private static String digits(double value) {
    return value < 10
        ? String.format(Locale.ROOT, "%.1f", Math.floor(value * 10) / 10)
        : Long.toString((long) value);
  }
}
