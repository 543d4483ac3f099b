package org.quorate.cli.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that is no use: the message says where, what is wrong, and what would be right. */
public final class BadFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 1_000;

  private final transient @Nullable Position at;

  /** An error that concerns a file as a whole. */
  public BadFileException(String message) {
    super(printable(message));
    at = null;
  }

  BadFileException(Position at, String message) {
    super(printable(at + ": " + message));
    this.at = at;
  }

  /** Where the error is, if it is at one place. */
  public Optional<Position> at() {
    return Optional.ofNullable(at);
  }

  /** Messages quote the file, which may hold anything: one line that a terminal takes as text. */
  private static String printable(String message) {
    String line = message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\uFFFD");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
