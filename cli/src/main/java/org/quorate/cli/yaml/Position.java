package org.quorate.cli.yaml;

/**
 * A place in a file.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {

  /** An error at this place. */
  public BadFileException error(String message) {
    return new BadFileException(this, message);
  }

  @Override
  public String toString() {
    return "%s:%d:%d".formatted(file, line, column);
  }
}
