package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.quorate.report.TextReport;
import org.quorate.search.Progress;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows how far a search has come: on a terminal one line that is written over, elsewhere a line
 * now and then. Nothing in the first two seconds.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long TERMINAL_NANOS = 250_000_000L;
  private static final long FILE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean enabled;
  private final boolean terminal = Ansi.AUTO.enabled();
  private final long start = System.nanoTime();
  private long nextAt = start + QUIET_NANOS;
  private long lastAt = start;
  private long lastExplored;
  private boolean shown;

  ProgressLine(PrintWriter out, boolean enabled) {
    this.out = out;
    this.enabled = enabled;
  }

  @Override
  public void update(Snapshot snapshot) {
    long now = System.nanoTime();
    if (!enabled || now < nextAt) {
      return;
    }
    double rate = (snapshot.explored() - lastExplored) * 1e9 / Math.max(1, now - lastAt);
    String line =
        String.format(
            Locale.ROOT,
            "%,d s  %,d states  %,.0f states/s  depth %d  frontier %,d  %s",
            (now - start) / 1_000_000_000L,
            snapshot.explored(),
            rate,
            snapshot.depth(),
            snapshot.frontier(),
            TextReport.bytes(snapshot.bytes()));
    out.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
    out.flush();
    shown = true;
    lastAt = now;
    lastExplored = snapshot.explored();
    nextAt = now + (terminal ? TERMINAL_NANOS : FILE_NANOS);
  }

  @Override
  public void close() {
    if (terminal && shown) {
      out.print("\r\u001b[K");
      out.flush();
      shown = false;
    }
  }
}
