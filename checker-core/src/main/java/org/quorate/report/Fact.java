package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.quorate.search.Coverage;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.store.StateStore;
import org.quorate.trace.Counterexample;

/**
 * Something that a check counted or measured, in words.
 *
 * @param label what it is about
 * @param text what was found
 */
record Fact(String label, String text) {

  /** All of a check, in the order in which to show them. */
  static List<Fact> of(CheckResult result) {
    SearchResult search = result.search();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("states", states(result)));
    result.partition().ifPresent(by -> facts.add(new Fact(by, classes(search))));
    String fired = fired(search.coverage());
    facts.add(new Fact("transitions", number(search.transitions()) + "  " + fired));
    facts.add(new Fact("depth", depth(search)));
    if (search.reduced()) {
      facts.add(
          new Fact("reduction", "steps that others cover are left out, and what follows them"));
    }
    search.coverage().goals().forEach(g -> facts.add(new Fact("goal", goal(search, g))));
    facts.add(new Fact("exact", exact(search)));
    facts.add(new Fact("run", run(result)));
    return facts;
  }

  private static String states(CheckResult result) {
    List<String> symmetry = result.options().symmetry().descriptions();
    String up =
        symmetry.isEmpty() ? "no symmetry" : "up to renaming " + String.join(" and ", symmetry);
    return "%s explored %s, representing %s"
        .formatted(number(result.search().explored()), up, number(result.search().represented()));
  }

  private static String classes(SearchResult search) {
    return search.partition().entrySet().stream()
        .map(
            each ->
                "%s %s (%s)"
                    .formatted(
                        each.getKey(),
                        number(each.getValue().explored()),
                        number(each.getValue().represented())))
        .collect(Collectors.joining(" · "));
  }

  private static String fired(Coverage coverage) {
    return coverage.actions().stream()
        .map(a -> a.name() + " " + a.count(Fact::number))
        .collect(Collectors.joining(" · "));
  }

  private static String depth(SearchResult search) {
    boolean all = search.verdict() instanceof Verdict.Holds;
    return search.depth().isPresent()
        ? "%s to the farthest state%s%s"
            .formatted(
                steps(search.depth().getAsInt()),
                all ? "" : " so far",
                search.reduced() ? ", of those that are not left out" : "")
        : "not known: depth-first search";
  }

  private static String goal(SearchResult search, Coverage.OfGoal goal) {
    if (!goal.reached()) {
      boolean all = search.verdict() instanceof Verdict.Holds;
      return goal.name() + (all ? " is not reachable" : " was not reached so far");
    }
    OptionalInt depth = goal.depth();
    return goal.name()
        + " is reachable"
        + (depth.isPresent() && !search.reduced()
            ? ", at the earliest after " + steps(depth.getAsInt())
            : "");
  }

  private static String exact(SearchResult search) {
    return search.exact()
        ? "yes: no state was taken for another"
        : "no: fingerprints; a state was taken for another with probability %.1e"
            .formatted(StateStore.collisionProbability(search.explored()));
  }

  private static String run(CheckResult result) {
    return "%s, %d thread%s, %.2f s, %s"
        .formatted(
            result.options().strategy().name().toLowerCase(Locale.ROOT),
            result.options().threads(),
            result.options().threads() == 1 ? "" : "s",
            result.search().seconds(),
            bytes(result.search().bytes()));
  }

  /** How long a counterexample is, and whether a shorter one is known not to exist. */
  static String length(Counterexample c) {
    return steps(c.trace().length())
        + (c.shortest() ? ", and no run is shorter" : "; there may be a shorter run");
  }

  /** So many steps. */
  static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }

  /** A number with separators. */
  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A number of bytes in the unit that gives one to four digits. */
  static String bytes(long n) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = n;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }
}
