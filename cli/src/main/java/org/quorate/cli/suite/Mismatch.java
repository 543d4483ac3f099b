package org.quorate.cli.suite;

import org.quorate.cli.yaml.Position;

/**
 * A fact that is not as expected.
 *
 * @param at where the file says what is expected
 * @param fact its name
 * @param expected what the file says
 * @param found what the check found
 */
public record Mismatch(Position at, String fact, String expected, String found) {

  /** The mismatch in one line, without its place. */
  public String message() {
    return "%s: expected %s, found %s".formatted(fact, expected, found);
  }
}
