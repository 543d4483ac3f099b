package org.quorate.report;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;

/** Lines up the cells of a table for a screen. */
public final class TextTable {

  private TextTable() {}

  /**
   * The cells with spaces, so that each is as wide as its column; those of the last column are as
   * they were.
   *
   * @param rows of the same length
   * @param numbers how many columns to set flush right; the others are flush left
   */
  public static List<List<String>> align(List<List<String>> rows, int numbers) {
    List<List<String>> aligned = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        cells.add(cell(rows, row.get(c), c, numbers));
      }
      aligned.add(cells);
    }
    return aligned;
  }

  private static String cell(List<List<String>> rows, String text, int column, int numbers) {
    if (column == rows.get(0).size() - 1) {
      return text;
    }
    int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
    return column < numbers ? Strings.padStart(text, width, ' ') : Strings.padEnd(text, width, ' ');
  }
}
