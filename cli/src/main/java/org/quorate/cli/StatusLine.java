package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows how far a long run has come: on a terminal one line that is written over, elsewhere a line
 * now and then. Nothing in the first two seconds. Several threads may use it.
 */
final class StatusLine implements AutoCloseable {

  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long TERMINAL_NANOS = 250_000_000L;
  private static final long FILE_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean enabled;
  private final boolean terminal = Ansi.AUTO.enabled();
  private final long start = System.nanoTime();
  private long nextAt = start + QUIET_NANOS;
  private boolean shown;

  StatusLine(PrintWriter out, boolean enabled) {
    this.out = out;
    this.enabled = enabled;
  }

  /** Shows a text if it is time for one. */
  synchronized void update(Supplier<String> text) {
    long now = System.nanoTime();
    if (!enabled || now < nextAt) {
      return;
    }
    String line =
        String.format(Locale.ROOT, "%,d s  %s", (now - start) / 1_000_000_000L, text.get());
    out.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
    out.flush();
    shown = true;
    nextAt = now + (terminal ? TERMINAL_NANOS : FILE_NANOS);
  }

  @Override
  public synchronized void close() {
    if (terminal && shown) {
      out.print("\r\u001b[K");
      out.flush();
      shown = false;
    }
  }
}
