package org.quorate.cli.sweep;

import java.util.Map;
import org.quorate.model.Model;
import org.quorate.search.SearchOptions;

/** What is to be done at a point. */
public sealed interface Task {

  /** The point. */
  Point point();

  /**
   * A check.
   *
   * @param name of the model
   * @param model what to check
   * @param quorums the sizes of its quorums by the names of their options
   * @param options how to search, and when to give up
   */
  record Check(
      Point point, String name, Model model, Map<String, Integer> quorums, SearchOptions options)
      implements Task {}

  /**
   * Nothing: the model takes no such settings.
   *
   * @param reason why, in one line
   */
  record Refused(Point point, String reason) implements Task {}
}
