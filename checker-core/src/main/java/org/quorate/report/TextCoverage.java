package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.quorate.search.Coverage;
import org.quorate.search.SearchResult;

/** For people: what a check has made use of, and how its states spread over the depths. */
public final class TextCoverage {

  /** More bars do not fit on a screen. */
  private static final int MOST_BARS = 32;

  private TextCoverage() {}

  /** The tables, each after an empty line, ending in a line break. */
  public static String write(CheckResult result) {
    SearchResult search = result.search();
    String tables =
        "\n" + table(actions(search.coverage())) + "\n" + table(invariants(search.coverage()));
    return search.levels().isEmpty()
        ? tables
        : tables + "\n" + Histogram.of(search.levels(), MOST_BARS).text();
  }

  /** The heading, then a row for each action. */
  static List<List<String>> actions(Coverage coverage) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("fired", "first step", "action"));
    for (Coverage.OfAction action : coverage.actions()) {
      String first = action.fired() == 0 ? action.count(n -> "") : orUnknown(action.firstStep());
      rows.add(List.of(Fact.number(action.fired()), first, action.name()));
    }
    return rows;
  }

  /** The heading, then a row for each invariant. */
  static List<List<String>> invariants(Coverage coverage) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("evaluated", "failed", "invariant"));
    for (Coverage.OfInvariant each : coverage.invariants()) {
      rows.add(List.of(Fact.number(each.evaluated()), Fact.number(each.failed()), each.name()));
    }
    return rows;
  }

  private static String orUnknown(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "not known";
  }

  private static String table(List<List<String>> rows) {
    StringBuilder out = new StringBuilder();
    TextTable.align(rows, 2)
        .forEach(cells -> out.append("    ").append(String.join("  ", cells)).append('\n'));
    return out.toString();
  }
}
