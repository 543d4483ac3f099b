package org.quorate.cli;

import picocli.CommandLine.Help.Ansi;

/** What the terminal that this process runs in can show. */
final class Terminal {

  /** Set by the launcher to {@code terminal} or {@code file}; Java cannot ask about stderr. */
  private static final String STDERR = "quorate.stderr";

  private Terminal() {}

  /**
   * Whether to use colours. In this order, {@code NO_COLOR}, {@code CLICOLOR_FORCE} and {@code
   * TERM=dumb} decide; otherwise whether there is a terminal.
   */
  static Ansi colours() {
    boolean forced = !System.getenv().getOrDefault("CLICOLOR_FORCE", "0").equals("0");
    return isDumb() && !forced ? Ansi.OFF : Ansi.AUTO;
  }

  /** Whether stderr is a terminal, as far as the launcher has said so. */
  static boolean isOnStderr() {
    return "terminal".equals(System.getProperty(STDERR));
  }

  /** Whether it knows no more than to write one line after the other. */
  static boolean isDumb() {
    return "dumb".equals(System.getenv("TERM"));
  }
}
