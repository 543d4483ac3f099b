package org.quorate.cli.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.report.Palette;
import org.quorate.report.TextTable;

/** A sweep for a screen: the map, a row for each point, and what became of it all. */
public final class SweepText {

  private final Palette palette;
  private final Sweep sweep;

  /** A text in the given colours. */
  public SweepText(Palette palette, Sweep sweep) {
    this.palette = palette;
    this.sweep = sweep;
  }

  /** The text, ending in a line break. */
  public String write() {
    StringBuilder out = new StringBuilder(palette.strong(sweep.model()));
    out.append(sweep.given().isEmpty() ? "" : "  " + sweep.options()).append("\n\n");
    map(out);
    out.append('\n');
    details(out);
    return out.append('\n').append(verdict()).toString();
  }

  /** What became of all points, and where the check does not agree; ending in a line break. */
  public String verdict() {
    StringBuilder out = new StringBuilder();
    reasons(out);
    summary(out);
    return out.toString();
  }

  private void map(StringBuilder out) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("k"));
    sweep.columns().forEach(f -> head.add("f = " + f));
    rows.add(head);
    for (Map.Entry<Integer, List<Cell>> row : sweep.rows().entrySet()) {
      List<String> cells = new ArrayList<>(List.of(row.getKey().toString()));
      row.getValue().forEach(c -> cells.add(symbol(c)));
      rows.add(cells);
    }
    List<List<String>> aligned = TextTable.align(rows, 1);
    out.append("  ").append(palette.faint(String.join("   ", aligned.get(0)))).append('\n');
    int r = 1;
    for (List<Cell> cells : sweep.rows().values()) {
      List<String> texts = new ArrayList<>(aligned.get(r++));
      for (int c = 0; c < cells.size(); c++) {
        texts.set(c + 1, cells.get(c).mark().paint(palette, texts.get(c + 1)));
      }
      out.append("  ").append(String.join("   ", texts)).append('\n');
    }
  }

  private static String symbol(Cell cell) {
    String differs = cell.disagrees() ? " ≠" : "";
    return cell.mark().symbol() + " " + cell.mark().word() + differs;
  }

  private void details(StringBuilder out) {
    List<List<String>> rows = new ArrayList<>(List.of(Details.TITLES));
    sweep.cells().forEach(c -> rows.add(Details.row(c)));
    List<List<String>> aligned = TextTable.align(rows, Details.VERDICT);
    out.append("  ").append(palette.faint(String.join("  ", aligned.get(0)))).append('\n');
    for (int r = 1; r < rows.size(); r++) {
      Cell cell = sweep.cells().get(r - 1);
      List<String> texts = new ArrayList<>(aligned.get(r));
      texts.set(Details.VERDICT, cell.mark().paint(palette, texts.get(Details.VERDICT)));
      out.append("  ").append(String.join("  ", texts)).append('\n');
    }
  }

  /** Why the check does not simply agree with the formula, once for all points where it is so. */
  private void reasons(StringBuilder out) {
    Map<String, List<String>> points = new LinkedHashMap<>();
    for (Cell cell : sweep.cells()) {
      if (!cell.agrees()) {
        points.computeIfAbsent(cell.reason(), r -> new ArrayList<>()).add(cell.point().toString());
      }
    }
    points.forEach((r, at) -> out.append("  %s: %s\n".formatted(String.join("; ", at), r)));
    out.append(points.isEmpty() ? "" : "\n");
  }

  private void summary(StringBuilder out) {
    String agreement = sweep.agreement();
    out.append(String.format(Locale.ROOT, "  %s, in %.1f s\n  ", sweep.tally(), sweep.seconds()))
        .append(
            sweep.disagrees()
                ? palette.bad(agreement)
                : sweep.isIncomplete() ? palette.warning(agreement) : palette.good(agreement))
        .append('\n');
    if (!sweep.isExact()) {
      out.append("  states were told apart by fingerprints: see 'check' for what that risks\n");
    }
  }
}
