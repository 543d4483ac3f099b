package org.quorate.models.multipaxos;

import static java.util.stream.Collectors.toSet;
import static org.quorate.models.oracle.Variant.property;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.model.Invariant;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.Explore;
import org.quorate.models.oracle.Variant;
import org.quorate.search.SearchResult;
import org.quorate.state.State;

/**
 * What all the runs of a model can lead to.
 *
 * @param failed the invariants that fail somewhere
 * @param goals which goals are reached
 * @param decisions what is chosen in some state
 */
record Outcome(Set<String> failed, Map<String, Boolean> goals, Set<Set<Choice>> decisions) {

  /** A value that is chosen for a slot in a ballot. */
  record Choice(int ballot, int slot, int value) {}

  /** What a model leads to where no values are renamed. */
  static Outcome of(MultiPaxos model, Explore way) {
    Set<String> failed = new HashSet<>();
    Set<Set<Choice>> decisions = new HashSet<>();
    Invariant recorder =
        property(
            "recorder",
            s -> {
              model.invariants().stream()
                  .filter(i -> !i.holds().test(s))
                  .forEach(i -> failed.add(i.name()));
              decisions.add(choices(model, s));
              return true;
            });
    SearchResult result = way.run(Variant.withInvariants(model, recorder));
    return new Outcome(failed, result.goals(), decisions);
  }

  private static Set<Choice> choices(MultiPaxos model, State s) {
    Set<Choice> found = new HashSet<>();
    for (int b = 0; b < model.domains().ballots().size(); b++) {
      for (int slot = 0; slot < model.domains().slots().size(); slot++) {
        for (int v = 0; v < model.domains().values().size(); v++) {
          if (model.acceptors().votes(s, b, slot, v) >= model.config().quorums().phase2()) {
            found.add(new Choice(b, slot, v));
          }
        }
      }
    }
    return found;
  }

  /** The same, and whatever results from it when values are renamed. */
  Outcome underAllNames(int values) {
    Set<Set<Choice>> renamed =
        Enumerate.permutations(values).stream()
            .flatMap(p -> decisions.stream().map(d -> rename(d, p)))
            .collect(toSet());
    return new Outcome(failed, goals, renamed);
  }

  private static Set<Choice> rename(Set<Choice> decision, List<Integer> image) {
    return decision.stream()
        .map(c -> new Choice(c.ballot(), c.slot(), image.get(c.value())))
        .collect(toSet());
  }

  /**
   * The same without decisions that others contain. What is learned late, or never, is no more than
   * what others have learned: a search that always learns at once does not come by it.
   */
  Outcome ofMostDecided() {
    return new Outcome(
        failed, goals, decisions.stream().filter(d -> !isContained(d)).collect(toSet()));
  }

  private boolean isContained(Set<Choice> decision) {
    return decisions.stream().anyMatch(d -> d.size() > decision.size() && d.containsAll(decision));
  }
}
