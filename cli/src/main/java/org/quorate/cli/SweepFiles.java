package org.quorate.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  Map<OutputFile, Function<Sweep, String>> open() {
    Map<OutputFile, Function<Sweep, String>> files = new LinkedHashMap<>();
    add(files, csv, SweepCsv::write);
    add(files, svg, SweepSvg::write);
    add(files, html, SweepHtml::write);
    return files;
  }

  private static void add(
      Map<OutputFile, Function<Sweep, String>> files,
      @Nullable String name,
      Function<Sweep, String> writer) {
    if (name == null) {
      return;
    }
    OutputFile file = OutputFile.of(name);
    if (files.keySet().stream().anyMatch(file::isSameAs)) {
      throw new BadFileException("two things cannot be written to the same file " + name);
    }
    files.put(file, writer);
  }
}
