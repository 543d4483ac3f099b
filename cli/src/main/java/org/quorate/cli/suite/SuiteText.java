package org.quorate.cli.suite;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quorate.cli.suite.Result.Status;
import org.quorate.cli.suite.SuiteResult.FileResult;
import org.quorate.report.Palette;

/** The results of a suite for people: a table, what failed and why, and a summary. */
public final class SuiteText {

  private static final String INDENT = "              ";

  private final Palette palette;
  private final SuiteResult suite;
  private final String row;

  public SuiteText(Palette palette, SuiteResult suite) {
    this.palette = palette;
    this.suite = suite;
    this.row =
        "%-"
            + width(Result::name, "check")
            + "s  %-"
            + width(r -> r.fact(Facts.VERDICT), "verdict")
            + "s %12s %15s %5s %8s";
  }

  private int width(Function<Result, String> cell, String title) {
    return Stream.concat(Stream.of(title), suite.results().map(cell))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** The text, ending in a line break. */
  public String write() {
    StringBuilder out = new StringBuilder();
    String titles = row.formatted("check", "verdict", "explored", "represented", "depth", "time");
    out.append(INDENT).append(palette.faint(titles)).append('\n');
    for (FileResult file : suite.files()) {
      out.append(palette.strong(file.file().name())).append('\n');
      file.results().forEach(result -> out.append(lines(result)));
    }
    return out.append('\n').append(summary()).append('\n').toString();
  }

  /** What is not as expected, or was updated, and the summary; ending in a line break. */
  public String verdict() {
    String failed =
        suite
            .results()
            .filter(r -> r.status() != Status.OK || !r.updates().isEmpty())
            .map(this::lines)
            .collect(joining());
    return failed + summary() + "\n";
  }

  private String lines(Result result) {
    StringBuilder out = new StringBuilder("  ");
    out.append(coloured(result.status(), "%-10s".formatted(result.status().word())));
    out.append("  ").append(cells(result).stripTrailing()).append('\n');
    if (result.status() != Status.OK) {
      result.explanation().forEach(line -> out.append(INDENT).append(line).append('\n'));
    } else {
      result.updates().forEach(line -> out.append(INDENT).append(line).append('\n'));
    }
    return out.toString();
  }

  private String cells(Result result) {
    boolean ran = result.facts().isPresent();
    return row.formatted(
        result.name(),
        result.fact(Facts.VERDICT),
        grouped(result.fact(Facts.EXPLORED)),
        grouped(result.fact(Facts.REPRESENTED)),
        result.fact(Facts.DEPTH),
        ran ? String.format(Locale.ROOT, "%.2f s", result.seconds()) : "");
  }

  private static String grouped(String number) {
    return number.isEmpty() ? "" : String.format(Locale.ROOT, "%,d", Long.parseLong(number));
  }

  private String summary() {
    List<String> parts = new ArrayList<>();
    for (Status status : Status.values()) {
      long count = suite.count(status);
      if (count > 0) {
        parts.add(coloured(status, count + " " + status.word()));
      }
    }
    return String.format(
        Locale.ROOT,
        "%s: %s; %.1f s%s",
        counted(suite.results().count(), "check"),
        String.join(", ", parts),
        suite.seconds(),
        suite.written() == 0 ? "" : "; " + counted(suite.written(), "file") + " written");
  }

  /** {@code 1 file}, {@code 2 files}. */
  public static String counted(long count, String what) {
    return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }

  private String coloured(Status status, String text) {
    return switch (status) {
      case OK -> palette.good(text);
      case FAILED, ERROR -> palette.bad(text);
      case INCOMPLETE, SKIPPED -> palette.warning(text);
    };
  }
}
