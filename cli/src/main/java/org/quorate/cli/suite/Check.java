package org.quorate.cli.suite;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;

/**
 * Something to find out, and what must come of it.
 *
 * @param at where the check stands
 * @param name what to call it
 * @param task what to find out
 * @param expected facts with what they must be, and where the file says so
 * @param written the mapping that says it in the file, if there is one
 */
public record Check(
    Position at,
    String name,
    Task task,
    Map<String, Yaml.Scalar> expected,
    Optional<Yaml.Mapping> written) {

  /** How many states it is known to take, if that is known. */
  OptionalLong states() {
    for (String count : new String[] {Facts.EXPLORED, Facts.REPRESENTED}) {
      Yaml.Scalar stated = expected.get(count);
      if (stated != null) {
        return OptionalLong.of(Long.parseLong(stated.text()));
      }
    }
    return task.usualStates();
  }

  /** What kind of check it is. */
  public String kind() {
    return task.kind();
  }

  /** What to type to see all of it. */
  public Optional<String> command() {
    return task.command();
  }
}
