package org.quorate.report;

/** Colours for a terminal, or none. */
public enum Palette {
  PLAIN(""),
  ANSI("\u001b[");

  private final String start;

  Palette(String start) {
    this.start = start;
  }

  private String paint(String codes, String text) {
    return this == PLAIN ? text : start + codes + "m" + text + start + "0m";
  }

  /** Good news. */
  public String good(String text) {
    return paint("1;32", text);
  }

  /** Bad news. */
  public String bad(String text) {
    return paint("1;31", text);
  }

  /** Something to be careful about. */
  public String warning(String text) {
    return paint("1;33", text);
  }

  /** Something to look at first. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** Something in the background. */
  public String faint(String text) {
    return paint("2", text);
  }
}
