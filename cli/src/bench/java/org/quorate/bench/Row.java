package org.quorate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What was measured of one configuration, as a row of a Markdown table. */
final class Row {

  static final List<String> TITLES =
      List.of(
          "configuration",
          "states explored",
          "Quorate, s",
          "RSS, bytes/state",
          "states/s",
          "transitions, million/s",
          "bare inserts, million/s",
          "TLC, s",
          "TLC / Quorate");

  private final Configuration configuration;
  private final long fixedBytes;
  private final List<MeasuredProcess.Outcome> quorate = new ArrayList<>();
  private final List<MeasuredProcess.Outcome> tlc = new ArrayList<>();
  private final List<Double> bareRates = new ArrayList<>();
  private final List<String> mismatches = new ArrayList<>();
  private double tlcLimit;

  /**
   * @param fixedBytes the resident set of a run that stores next to nothing
   */
  Row(Configuration configuration, long fixedBytes) {
    this.configuration = configuration;
    this.fixedBytes = fixedBytes;
  }

  void addQuorate(MeasuredProcess.Outcome outcome) {
    quorate.add(outcome);
    compare("Quorate", states(outcome));
  }

  void addTlc(MeasuredProcess.Outcome outcome) {
    tlc.add(outcome);
    compare("TLC", outcome.number("([\\d,]+) distinct states found, 0 states left"));
  }

  /** Notes that TLC was stopped after so many seconds. */
  void addTlcTimeout(double seconds) {
    tlcLimit = seconds;
  }

  void addBareRate(double millionPerSecond) {
    bareRates.add(millionPerSecond);
  }

  /** Each count must be the known one or, where none is known, that of the first run. */
  private void compare(String tool, long found) {
    OptionalLong known = configuration.states();
    long expected = known.orElseGet(this::states);
    if (found != expected) {
      mismatches.add(
          String.format(
              Locale.ROOT,
              "%s: %s found %,d states, not %,d",
              configuration,
              tool,
              found,
              expected));
    }
  }

  /** Where a tool did not find the states that it should have found. */
  List<String> mismatches() {
    return mismatches;
  }

  private static long states(MeasuredProcess.Outcome outcome) {
    return outcome.number("\"states\" : \\{\\s*\"explored\" : (\\d+)");
  }

  private long states() {
    return states(quorate.get(0));
  }

  long transitions() {
    return quorate.get(0).number("\"transitions\" : (\\d+)");
  }

  /** The states of the first run, for a table of the right size. */
  long explored() {
    return states();
  }

  /** The cells, in the order of the titles. */
  List<String> cells() {
    double seconds = median(seconds(quorate));
    double bytes = median(quorate.stream().mapToDouble(o -> o.peakBytes() - fixedBytes).toArray());
    return List.of(
        configuration.toString(),
        format("%,d", states()),
        spread(quorate),
        format("%.1f", bytes / states()),
        format("%,.0f", states() / seconds),
        format("%.2f", transitions() / seconds / 1e6),
        format("%.1f", median(bareRates.stream().mapToDouble(r -> r).toArray())),
        tlcSeconds(),
        ratio(seconds));
  }

  private String tlcSeconds() {
    if (tlcLimit > 0) {
      return format("> %.0f", tlcLimit);
    }
    return tlc.isEmpty() ? "–" : spread(tlc);
  }

  private String ratio(double seconds) {
    if (tlcLimit > 0) {
      return format("> %.0f", Math.floor(tlcLimit / seconds));
    }
    return tlc.isEmpty() ? "–" : format("%.1f", median(seconds(tlc)) / seconds);
  }

  private static String spread(List<MeasuredProcess.Outcome> outcomes) {
    double[] seconds = seconds(outcomes);
    Arrays.sort(seconds);
    String median = format("%.2f", median(seconds));
    return seconds.length == 1
        ? median
        : median + format(" (%.2f–%.2f)", seconds[0], seconds[seconds.length - 1]);
  }

  private static double[] seconds(List<MeasuredProcess.Outcome> outcomes) {
    return outcomes.stream().mapToDouble(MeasuredProcess.Outcome::seconds).toArray();
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
