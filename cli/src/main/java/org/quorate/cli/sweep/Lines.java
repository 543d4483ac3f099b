package org.quorate.cli.sweep;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines, since SVG does not. */
final class Lines {

  /** More than the average width of a letter of 12 px. */
  private static final double LETTER = 6.0;

  private Lines() {}

  /** The lines of a text that is to be so many pixels wide; none if it is empty. */
  static List<String> of(String text, int width) {
    int letters = (int) (width / LETTER);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Splitter.on(' ').omitEmptyStrings().split(text)) {
      for (String part : Splitter.fixedLength(letters).split(word)) {
        if (line.length() + 1 + part.length() > letters && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(part);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
