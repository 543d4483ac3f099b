package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quorate.trace.StateGraph;

/**
 * Writes a state graph for Graphviz, a row for each depth. A node says what no initial state has;
 * pointing at it shows all of its state.
 */
public final class GraphDot {

  /** Longer lines of a node are cut; its tooltip has the rest. */
  private static final int MAX_LINE = 60;

  /** So many steps of an edge are shown; its tooltip has the rest. */
  private static final int MAX_STEPS = 3;

  private static final String HEAD =
      """
      digraph states {
        charset="UTF-8"; labelloc=t; fontname="sans-serif";
        node [shape=box, style="rounded,filled", fillcolor="#FFFFFF", fontname="sans-serif"];
        edge [fontname="sans-serif", fontsize=10];
      """;

  private static final String INITIAL = "#CDE6F5";
  private static final String GOAL = "#C8E8D9";
  private static final String VIOLATING = "#FF6B5E";

  private final ViewTable table = new ViewTable(TextReport.NONE);
  private final StateGraph graph;
  private final List<Map<String, @Nullable Object>> initial;
  private final Set<StateGraph.Edge> path;
  private final StringBuilder out = new StringBuilder(HEAD);

  private GraphDot(StateGraph graph, List<long[]> path) {
    this.graph = graph;
    this.initial =
        graph.nodes().stream().filter(n -> n.depth() == 0).map(StateGraph.Node::state).toList();
    this.path = graph.along(path);
  }

  /**
   * The graph as a text that ends in a line break.
   *
   * @param title what it is a graph of
   * @param path representatives from an initial state to a violating one, to be drawn bold; empty
   *     if there are none
   */
  public static String write(String title, StateGraph graph, List<long[]> path) {
    return new GraphDot(graph, path).write(title);
  }

  private String write(String title) {
    out.append("  label=%s;\n".formatted(quoted(List.of(title))));
    for (int depth = 0; depth <= graph.depth(); depth++) {
      rank(depth);
    }
    graph.edges().forEach(this::edge);
    return out.append("}\n").toString();
  }

  private void rank(int depth) {
    out.append("  { rank=same;\n");
    IntStream.range(0, graph.nodes().size())
        .filter(i -> graph.nodes().get(i).depth() == depth)
        .forEach(this::node);
    out.append("  }\n");
  }

  private void node(int position) {
    StateGraph.Node node = graph.nodes().get(position);
    boolean onPath = path.stream().anyMatch(e -> e.from() == position || e.to() == position);
    out.append(
        "    s%d [label=%s, tooltip=%s%s%s%s];\n"
            .formatted(
                position,
                quotedLeftAligned(lines(node)),
                quoted(table.write(node.state(), "").lines().toList()),
                colour(node),
                node.reached().isEmpty() ? "" : ", peripheries=2",
                onPath ? ", penwidth=3" : ""));
  }

  private static String colour(StateGraph.Node node) {
    String colour =
        !node.violated().isEmpty()
            ? VIOLATING
            : !node.reached().isEmpty() ? GOAL : node.depth() == 0 ? INITIAL : "";
    return colour.isEmpty() ? "" : ", fillcolor=\"" + colour + "\"";
  }

  private List<String> lines(StateGraph.Node node) {
    List<String> lines = new ArrayList<>();
    if (node.depth() == 0) {
      lines.add("initial state");
    }
    node.state()
        .forEach(
            (view, value) -> {
              String unusual = unusual(view, value);
              if (!unusual.isEmpty()) {
                lines.add(view + ": " + unusual);
              }
            });
    if (!node.violated().isEmpty()) {
      lines.add("violates " + String.join(", ", node.violated()));
    }
    if (!node.reached().isEmpty()) {
      lines.add("reaches " + String.join(", ", node.reached()));
    }
    return lines.stream().map(GraphDot::cut).toList();
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= MAX_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LINE - 1)) + "…";
  }

  /** What a view shows that it does not show in every initial state. */
  private String unusual(String view, @Nullable Object value) {
    if (value instanceof Map<?, ?> values) {
      return values.entrySet().stream()
          .filter(e -> !isUsual(view, e.getKey(), e.getValue()))
          .map(e -> e.getKey() + " " + table.format(e.getValue()))
          .collect(Collectors.joining(", "));
    }
    boolean isUsual = initial.stream().allMatch(s -> Objects.equals(s.get(view), value));
    return isUsual ? "" : table.format(value);
  }

  private boolean isUsual(String view, Object index, @Nullable Object value) {
    return initial.stream()
        .allMatch(s -> s.get(view) instanceof Map<?, ?> m && Objects.equals(m.get(index), value));
  }

  private void edge(StateGraph.Edge edge) {
    List<String> calls =
        edge.steps().stream().map(s -> table.call(s.action(), s.arguments())).toList();
    List<String> shown = new ArrayList<>(calls.subList(0, Math.min(MAX_STEPS, calls.size())));
    if (calls.size() > MAX_STEPS) {
      shown.add("and %d more".formatted(calls.size() - MAX_STEPS));
    }
    out.append(
        "  s%d -> s%d [label=%s, tooltip=%s%s];\n"
            .formatted(
                edge.from(),
                edge.to(),
                quoted(shown),
                quoted(calls),
                path.contains(edge) ? ", style=bold, penwidth=3" : ""));
  }

  /**
   * Lines as a string of the DOT language. Graphviz gives a meaning to backslashes and to entities
   * as in HTML, so both are spelled out.
   */
  private static String quoted(List<String> lines) {
    return lines.stream().map(GraphDot::escaped).collect(Collectors.joining("\\n", "\"", "\""));
  }

  private static String quotedLeftAligned(List<String> lines) {
    return lines.stream()
        .map(line -> escaped(line) + "\\l")
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(String line) {
    return line.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", "\uFFFD")
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;");
  }
}
