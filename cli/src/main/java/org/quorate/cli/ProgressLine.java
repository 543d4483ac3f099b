package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.quorate.report.TextReport;
import org.quorate.search.Progress;

/** Shows how far a search has come. */
final class ProgressLine implements Progress, AutoCloseable {

  private final StatusLine line;
  private long lastAt = System.nanoTime();
  private long lastExplored;

  ProgressLine(PrintWriter out, boolean enabled) {
    line = new StatusLine(out, enabled);
  }

  @Override
  public void update(Snapshot snapshot) {
    line.update(() -> text(snapshot));
  }

  private String text(Snapshot snapshot) {
    long now = System.nanoTime();
    double rate = (snapshot.explored() - lastExplored) * 1e9 / Math.max(1, now - lastAt);
    lastAt = now;
    lastExplored = snapshot.explored();
    return String.format(
        Locale.ROOT,
        "%,d states  %,.0f states/s  depth %d  frontier %,d  %s",
        snapshot.explored(),
        rate,
        snapshot.depth(),
        snapshot.frontier(),
        TextReport.bytes(snapshot.bytes()));
  }

  @Override
  public void close() {
    line.close();
  }
}
