package org.quorate.cli.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;

/**
 * Something to find out, and what must come of it.
 *
 * @param at where the check stands; of a scenario, where it says what must come of it
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

  /** This check where its file was changed to expect other counts, or more of them. */
  Check expecting(Map<String, String> counts) {
    Map<String, Yaml.Scalar> all = new LinkedHashMap<>(expected);
    counts.forEach(
        (count, value) -> {
          Yaml.Scalar stated = expected.get(count);
          Position place = stated == null ? at : stated.at();
          all.put(count, new Yaml.Scalar(place, value, false));
        });
    return new Check(at, name, task, all, written);
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
