package org.quorate.cli.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found out, each fact by the name under which a spec file expects it.
 *
 * @param values in the order in which to show and to write them
 * @param surprises what is not as it should be although no spec file says what should
 * @param notes what helps to understand a failure
 */
public record Facts(Map<String, String> values, List<String> surprises, List<String> notes) {

  /** The answer in words. */
  public static final String VERDICT = "verdict";

  /** The first invariant that fails. */
  public static final String INVARIANT = "invariant";

  public static final String EXPLORED = "explored";
  public static final String REPRESENTED = "represented";
  public static final String TRANSITIONS = "transitions";
  public static final String DEPTH = "depth";

  /** Steps of the counterexample. */
  public static final String LENGTH = "length";

  /** Whether each goal was reached; facts about them are {@code goals.NAME}. */
  public static final String GOALS = "goals";

  /** The facts that are numbers, in the order in which a spec file lists them. */
  public static final List<String> COUNTS =
      List.of(EXPLORED, REPRESENTED, TRANSITIONS, DEPTH, LENGTH);

  /** The verdict of what did not come to its end. */
  public static final String INCOMPLETE = "incomplete";

  /** Just a verdict. */
  static Facts of(String verdict, List<String> surprises, List<String> notes) {
    return new Facts(new LinkedHashMap<>(Map.of(VERDICT, verdict)), surprises, notes);
  }

  /** The name of the fact about a goal. */
  static String goal(String name) {
    return GOALS + "." + name;
  }

  /** A fact, if it is known. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The verdict. */
  public String verdict() {
    return find(VERDICT).orElseThrow();
  }

  /** Whether a limit, or the user, ended the check before its end. */
  public boolean isIncomplete() {
    return verdict().equals(INCOMPLETE);
  }
}
