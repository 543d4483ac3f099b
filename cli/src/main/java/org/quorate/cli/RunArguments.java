package org.quorate.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.report.Run;
import org.quorate.report.SequenceChart;
import picocli.CommandLine.Option;

/** How to draw a run as a sequence chart, and where to write it. */
final class RunArguments {

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

  @Option(
      names = "--trace-itf",
      paramLabel = "FILE",
      description = "write the run as JSON that tools for TLA+ read (ITF)")
  private @Nullable String itf;

  /**
   * The files that the user named.
   *
   * @param charts those of the chart; not every run has one
   * @param traces the others
   */
  record Files(OutputFiles<SequenceChart> charts, OutputFiles<Run> traces) {}

  /** Whether anything of a run is to be shown or written. */
  boolean isGiven() {
    return chart || Stream.of(mermaid, svg, html, itf).anyMatch(Objects::nonNull);
  }

  /** Whether the chart is to be printed. */
  boolean prints() {
    return chart;
  }

  /**
   * The files that the user named; asked for before the work begins.
   *
   * @param read files that the command reads
   * @throws BadFileException if one cannot be written or is read, or two are the same
   */
  Files open(Collection<String> read) {
    OutputFiles<SequenceChart> charts =
        new OutputFiles<SequenceChart>(read)
            .with(mermaid, SequenceChart::mermaid)
            .with(svg, SequenceChart::svg)
            .with(html, SequenceChart::html);
    OutputFiles<Run> traces = charts.<Run>more().with(itf, run -> run.itf(Version.number()));
    return new Files(charts, traces);
  }

  /**
   * Prints and writes a run, or says that there is none.
   *
   * @param files what {@link #open} has given
   */
  void show(Optional<Run> run, Files files, PrintWriter out, PrintWriter err) {
    Optional<SequenceChart> drawn = run.flatMap(Run::chart);
    if (drawn.isEmpty() && (chart || !files.charts().isEmpty())) {
      err.println("there is no run to draw: no chart was written");
    }
    if (run.isEmpty() && !files.traces().isEmpty()) {
      err.println("there is no run: no trace was written");
    }
    if (chart) {
      drawn.ifPresent(c -> out.print("\n" + c.text()));
    }
    // A file may be stdout as well.
    out.flush();
    drawn.ifPresent(files.charts()::write);
    run.ifPresent(files.traces()::write);
  }
}
