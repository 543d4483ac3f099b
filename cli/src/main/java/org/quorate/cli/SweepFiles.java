package org.quorate.cli;

import org.jspecify.annotations.Nullable;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.sweep.Sweep;
import org.quorate.cli.sweep.SweepCsv;
import org.quorate.cli.sweep.SweepHtml;
import org.quorate.cli.sweep.SweepSvg;
import org.quorate.cli.yaml.BadFileException;
import picocli.CommandLine.Option;

/** The files that a sweep may be written to. */
final class SweepFiles {

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write a record for each point, as comma-separated values")
  private @Nullable String csv;

  @Option(names = "--svg", paramLabel = "FILE", description = "draw the map, for a paper")
  private @Nullable String svg;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with the map and a table")
  private @Nullable String html;

  /**
   * The files that the user named, with what writes each.
   *
   * @throws BadFileException if one cannot be written, or two are the same
   */
  OutputFiles<Sweep> open() {
    return new OutputFiles<Sweep>()
        .with(csv, SweepCsv::write)
        .with(svg, SweepSvg::write)
        .with(html, SweepHtml::write);
  }
}
