package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Shows how far a long run has come: one line that is written over, or a line now and then. Nothing
 * in the first two seconds. Several threads may use it.
 */
final class StatusLine implements AutoCloseable {

  /** One less than a terminal has at least: some break a line that fills the last one. */
  static final int COLUMNS = 79;

  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final String ERASE = "\r\u001b[K";

  /** How to show it. */
  enum Style {
    NONE(Long.MAX_VALUE),
    /** A line after the other. */
    LINES(10_000_000_000L),
    /** A line in the place of the other, on a terminal. */
    REWRITTEN(250_000_000L);

    private final long nanosBetween;

    Style(long nanosBetween) {
      this.nanosBetween = nanosBetween;
    }
  }

  private final PrintWriter out;
  private final Style style;
  private final long start = System.nanoTime();
  private long nextAt = start + QUIET_NANOS;
  private boolean shown;

  StatusLine(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Shows a text if it is time for one. */
  synchronized void update(Supplier<String> text) {
    long now = System.nanoTime();
    if (style == Style.NONE || now - nextAt < 0) {
      return;
    }
    String line = elapsed((now - start) / 1_000_000_000L) + "  " + text.get();
    // A line that wraps would be written over in part only.
    out.print(style == Style.REWRITTEN ? ERASE + cut(line) : line + System.lineSeparator());
    out.flush();
    shown = true;
    nextAt = now + style.nanosBetween;
  }

  /** A time in at most seven letters, up to 9999 hours. */
  static String elapsed(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds / 60 % 60);
  }

  private static String cut(String line) {
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
  }

  /** Makes room for other text; a later update shows the line again. */
  synchronized void clear() {
    if (style == Style.REWRITTEN && shown) {
      out.print(ERASE);
      out.flush();
      shown = false;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
