package org.quorate.cli.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quorate.search.SearchResult;

/** A point in figures: a row of a table for people, or fields for programs. */
final class Details {

  /** What stands for no value. */
  private static final String NONE = "–";

  /** The titles of a row. */
  static final List<String> TITLES =
      List.of(
          "k",
          "f",
          "n",
          "quorum",
          "explored",
          "represented",
          "depth",
          "seconds",
          "verdict",
          "formula",
          "agree");

  /** The column of the verdict, before which all are numbers. */
  static final int VERDICT = TITLES.indexOf("verdict");

  private Details() {}

  /** Texts under the titles. */
  static List<String> row(Cell cell) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(cell.point().k()));
    row.add(Integer.toString(cell.point().f()));
    row.add(Long.toString(cell.point().n()));
    row.add(cell.quorums().isEmpty() ? NONE : cell.quorum());
    row.add(figure(cell, s -> String.format(Locale.ROOT, "%,d", s.explored())));
    row.add(figure(cell, s -> String.format(Locale.ROOT, "%,d", s.represented())));
    row.add(figure(cell, s -> s.depth().isPresent() ? "" + s.depth().getAsInt() : NONE));
    row.add(figure(cell, s -> String.format(Locale.ROOT, "%.2f", s.seconds())));
    row.add(cell.mark().word());
    row.add(cell.formula().map(Mark::word).orElse(NONE));
    row.add(cell.mark().isFinal() ? cell.agrees() ? "yes" : "no" : NONE);
    return row;
  }

  private static String figure(Cell cell, Function<SearchResult, String> text) {
    return cell.search().map(text).orElse(NONE);
  }

  /** Numbers, booleans and texts by name; null for what is not known. */
  static Map<String, @Nullable Object> fields(Cell cell) {
    Optional<SearchResult> search = cell.search();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("k", cell.point().k());
    fields.put("f", cell.point().f());
    fields.put("n", cell.point().n());
    fields.put("quorum", cell.quorums().isEmpty() ? null : cell.quorum());
    fields.put("explored", search.map(SearchResult::explored).orElse(null));
    fields.put("represented", search.map(SearchResult::represented).orElse(null));
    fields.put("depth", search.map(SearchResult::depth).map(Details::number).orElse(null));
    fields.put("seconds", search.map(s -> seconds(s.seconds())).orElse(null));
    fields.put("verdict", cell.mark().word());
    fields.put("formula", cell.formula().map(Mark::word).orElse(null));
    fields.put("agree", cell.mark().isFinal() ? cell.agrees() : null);
    fields.put("reason", cell.reason().isEmpty() ? null : cell.reason());
    return fields;
  }

  private static @Nullable Integer number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  /** To the millisecond. */
  static double seconds(double seconds) {
    return Math.round(seconds * 1e3) / 1e3;
  }
}
