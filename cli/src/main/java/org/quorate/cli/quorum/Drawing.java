package org.quorate.cli.quorum;

import com.google.common.base.Strings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumSystem;

/** Sets of processes drawn as rows under the processes' names. */
final class Drawing {

  /** Wider ones are hard to read, and are left out; sets are given in words as well. */
  private static final int MOST_COLUMNS = 100;

  private final QuorumSystem system;
  private final Map<String, String> rows = new LinkedHashMap<>();

  Drawing(QuorumSystem system) {
    this.system = system;
  }

  /** Adds a row with a sign for each member of a set. */
  Drawing row(String label, ProcessSet set, char sign) {
    StringBuilder row = new StringBuilder();
    for (int p = 0; p < system.processes(); p++) {
      String mark = Character.toString(set.contains(p) ? sign : '·');
      row.append(' ').append(centred(mark, system.name(p).length()));
    }
    rows.put(label, row.toString());
    return this;
  }

  private static String centred(String mark, int width) {
    return Strings.padEnd(Strings.padStart(mark, width / 2 + 1, ' '), width, ' ');
  }

  /** The drawing, each line after an indent; empty if it would be too wide. */
  String draw(String indent) {
    StringBuilder names = new StringBuilder();
    for (int p = 0; p < system.processes() && names.length() <= MOST_COLUMNS; p++) {
      names.append(' ').append(system.name(p));
    }
    if (names.length() > MOST_COLUMNS) {
      return "";
    }
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder out = new StringBuilder(indent + " ".repeat(width) + names + "\n");
    rows.forEach(
        (label, row) ->
            out.append((indent + Strings.padEnd(label, width, ' ') + row).stripTrailing())
                .append('\n'));
    return out.toString();
  }
}
