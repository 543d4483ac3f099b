package org.quorate.trace;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.state.State;
import org.quorate.symmetry.Canonicaliser;
import org.quorate.symmetry.Symmetry;

/**
 * The reachable states of a small model, one for each orbit, with the steps between them: what a
 * breadth-first search visits, in an order that depends on the model alone. Like the search it ends
 * with the first level that has a violation.
 *
 * @param nodes the representatives in the order of their discovery, so by depth
 * @param edges the steps from them, one edge for each pair of nodes at most
 * @param isCut whether there was no room for the next level
 */
public record StateGraph(List<Node> nodes, List<Edge> edges, boolean isCut) {

  /**
   * A representative.
   *
   * @param words its bits
   * @param depth the number of steps from the initial states
   * @param state for each view its value, or a map from index to value
   * @param violated the names of the invariants that fail
   * @param reached the names of the goals that are reached
   */
  public record Node(
      List<Long> words,
      int depth,
      Map<String, @Nullable Object> state,
      List<String> violated,
      List<String> reached) {}

  /**
   * All steps from one node to another.
   *
   * @param from the position of the node in which they start
   * @param to the position of the node that represents where they lead; symmetry may rename
   *     processes on the way
   * @param steps the steps, in the order of the model
   */
  public record Edge(int from, int to, List<Step> steps) {}

  /** An action with its arguments by parameter name, as JSON-like values. */
  public record Step(String action, Map<String, @Nullable Object> arguments) {}

  public StateGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Explores a model on one thread.
   *
   * @param maxDepth states that are so many steps away are not expanded
   * @param maxStates a level that would make more nodes is left out, with all that follow
   */
  public static StateGraph explore(Model model, Symmetry symmetry, int maxDepth, int maxStates) {
    return new Walk(model, symmetry).explore(maxDepth, maxStates);
  }

  /** The number of the last level; −1 if there was no room for the initial states. */
  public int depth() {
    return nodes.isEmpty() ? -1 : nodes.get(nodes.size() - 1).depth();
  }

  /** The edges along a path of representatives that a search has found. */
  public Set<Edge> along(List<long[]> path) {
    Map<List<Long>, Integer> places = new HashMap<>();
    path.forEach(state -> places.put(Longs.asList(state), places.size()));
    Set<Edge> found = new HashSet<>();
    for (Edge edge : edges) {
      Integer from = places.get(nodes.get(edge.from()).words());
      Integer to = places.get(nodes.get(edge.to()).words());
      if (from != null && to != null && to == from + 1) {
        found.add(edge);
      }
    }
    return found;
  }

  private static final class Walk {

    private final Model model;
    private final Canonicaliser canonicaliser;
    private final Narrator narrator;
    private final Map<List<Long>, Integer> positions = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    Walk(Model model, Symmetry symmetry) {
      this.model = model;
      this.canonicaliser = symmetry.canonicaliser();
      this.narrator = new Narrator(model.views());
    }

    StateGraph explore(int maxDepth, int maxStates) {
      List<long[]> level = new ArrayList<>();
      for (long[] state : Transition.initialStates(model)) {
        position(state, level);
      }
      List<Edge> into = List.of();
      for (int depth = 0; positions.size() <= maxStates; depth++) {
        edges.addAll(into);
        boolean violates = false;
        for (long[] state : level) {
          Node node = node(state, depth);
          nodes.add(node);
          violates |= !node.violated().isEmpty();
        }
        if (level.isEmpty() || violates || depth == maxDepth) {
          return new StateGraph(nodes, edges, false);
        }
        List<long[]> next = new ArrayList<>();
        into = expand(level, next);
        level = next;
      }
      return new StateGraph(nodes, edges, true);
    }

    private List<Edge> expand(List<long[]> level, List<long[]> next) {
      List<Edge> found = new ArrayList<>();
      for (long[] source : level) {
        Map<Integer, List<Step>> byTarget = new LinkedHashMap<>();
        for (Transition t : Transition.from(model, source)) {
          Step step = new Step(t.action().name(), Narrator.arguments(t.action(), t.arguments()));
          byTarget.computeIfAbsent(position(t.target(), next), k -> new ArrayList<>()).add(step);
        }
        int from = position(source, next);
        byTarget.forEach((to, steps) -> found.add(new Edge(from, to, steps)));
      }
      return found;
    }

    /** The position of a state's representative, which joins the next level if it is new. */
    private int position(long[] state, List<long[]> next) {
      long[] representative = state.clone();
      canonicaliser.canonicalise(representative);
      Integer known = positions.putIfAbsent(Longs.asList(representative), positions.size());
      if (known != null) {
        return known;
      }
      next.add(representative);
      return positions.size() - 1;
    }

    private Node node(long[] words, int depth) {
      State state = State.of(words);
      return new Node(
          Longs.asList(words),
          depth,
          narrator.show(words),
          model.invariants().stream()
              .filter(i -> !i.holds().test(state))
              .map(Invariant::name)
              .toList(),
          model.goals().stream().filter(g -> g.reached().test(state)).map(Goal::name).toList());
    }
  }
}
