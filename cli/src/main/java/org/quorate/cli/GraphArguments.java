package org.quorate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.options.Flags;
import org.quorate.cli.output.OutputFiles;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.model.Model;
import org.quorate.model.Option.WholeNumber;
import org.quorate.model.Protocol;
import org.quorate.report.CheckResult;
import org.quorate.report.GraphDot;
import org.quorate.search.Limit;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchOptions.Strategy;
import org.quorate.search.Verdict;
import org.quorate.trace.StateGraph;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where to draw the states of a check, if they are few. */
final class GraphArguments {

  /** More nodes than this make no picture. */
  static final int MAX_STATES = 2_000;

  @Option(
      names = "--dot",
      paramLabel = "FILE",
      description = "write all states and steps for Graphviz, at most 2,000 states; bfs only")
  private @Nullable String dot;

  /** The states, and the file for them. */
  record Drawing(StateGraph graph, OutputFiles<String> file) {

    /** Writes the graph, with the counterexample if there is one; or says why not. */
    void write(CheckResult result, PrintWriter err) {
      Verdict verdict = result.search().verdict();
      if (verdict instanceof Verdict.Incomplete stopped && stopped.limit() != Limit.DEPTH) {
        err.println("the check did not come to its end: no graph was written");
        return;
      }
      List<long[]> path = verdict instanceof Verdict.Violated v ? v.path() : List.of();
      file.write(GraphDot.write(title(result), graph, path));
    }

    private String title(CheckResult result) {
      List<String> symmetry = result.options().symmetry().names();
      String upTo = symmetry.isEmpty() ? "" : ", up to symmetry of " + String.join(", ", symmetry);
      return "%s: %d states%s".formatted(result.model(), graph.nodes().size(), upTo);
    }
  }

  /** Whether a drawing is asked for. */
  boolean isGiven() {
    return dot != null;
  }

  /**
   * The drawing that the user asked for, if any; before the search, which may be long.
   *
   * @param others files for other things
   * @throws ParameterException if there are too many states, or the search is depth-first
   * @throws BadFileException if the file cannot be written
   */
  Optional<Drawing> draw(
      CommandLine command,
      Protocol protocol,
      Model model,
      SearchOptions options,
      OutputFiles<?> others) {
    if (dot == null) {
      return Optional.empty();
    }
    OutputFiles<String> file = others.<String>more().with(dot, text -> text);
    if (options.strategy() == Strategy.DFS) {
      throw new ParameterException(
          command, "--dot draws what breadth-first search visits; leave out --strategy dfs");
    }
    int depth = options.maxDepth().orElse(Integer.MAX_VALUE);
    StateGraph graph = StateGraph.explore(model, options.symmetry(), depth, MAX_STATES);
    if (graph.isCut()) {
      throw new ParameterException(command, tooLarge(graph, protocol));
    }
    return Optional.of(new Drawing(graph, file));
  }

  private static String tooLarge(StateGraph graph, Protocol protocol) {
    String numbers =
        protocol.options().stream()
            .filter(o -> o.type() instanceof WholeNumber)
            .map(o -> Flags.of(o.name()))
            .collect(Collectors.joining(", "));
    String some =
        graph.nodes().isEmpty()
            ? ""
            : " --max-depth %d for the first %,d, or"
                .formatted(graph.depth(), graph.nodes().size());
    return "--dot draws at most %,d states, and there are more; give%s less of %s"
        .formatted(MAX_STATES, some, numbers);
  }
}
