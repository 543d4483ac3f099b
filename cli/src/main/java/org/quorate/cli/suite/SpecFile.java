package org.quorate.cli.suite;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file with checks.
 *
 * @param name as the user named it, or found by walking a folder that the user named
 * @param text its content, from which the checks were read
 * @param checks in the order of the file
 * @param named files that the checks name, and that were read with them
 */
public record SpecFile(String name, String text, List<Check> checks, Set<String> named) {

  /** All files that were read. */
  public List<String> files() {
    return Stream.concat(Stream.of(name), named.stream()).toList();
  }
}
