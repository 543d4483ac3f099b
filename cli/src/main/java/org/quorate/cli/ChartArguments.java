package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.report.SequenceChart;
import picocli.CommandLine.Option;

/** How to draw a run as a sequence chart. */
final class ChartArguments {

  @Option(names = "--chart", description = "print the run as a sequence chart, after the report")
  private boolean chart;

  @Option(
      names = "--trace-mermaid",
      paramLabel = "FILE",
      description = "write the run as a Mermaid sequence diagram")
  private @Nullable String mermaid;

  @Option(
      names = "--trace-svg",
      paramLabel = "FILE",
      description = "draw the run as a sequence chart")
  private @Nullable String svg;

  @Option(
      names = "--trace-html",
      paramLabel = "FILE",
      description = "write a page with the sequence chart, and why it fails in words")
  private @Nullable String html;

  /** Whether the chart is to be printed. */
  boolean prints() {
    return chart;
  }

  /**
   * The files that the user named; asked for before the work begins.
   *
   * @throws BadFileException if one cannot be written, or two are the same
   */
  OutputFiles<SequenceChart> open() {
    return new OutputFiles<SequenceChart>()
        .with(mermaid, SequenceChart::mermaid)
        .with(svg, SequenceChart::svg)
        .with(html, SequenceChart::html);
  }

  /**
   * Prints and writes a chart, or says that there is none.
   *
   * @param drawn the chart, if there is a run to draw
   * @param files what {@link #open} has given
   */
  void show(
      Optional<SequenceChart> drawn,
      OutputFiles<SequenceChart> files,
      PrintWriter out,
      PrintWriter err) {
    if (drawn.isEmpty()) {
      if (chart || !files.isEmpty()) {
        err.println("there is no run to draw: no chart was written");
      }
      return;
    }
    if (chart) {
      out.print("\n" + drawn.get().text());
    }
    files.write(drawn.get());
  }
}
