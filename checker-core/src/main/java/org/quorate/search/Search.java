package org.quorate.search;

import org.quorate.model.Model;

/** Explores the reachable states of a model. */
public final class Search {

  private Search() {}

  /**
   * Visits every reachable state, or as many as the options allow.
   *
   * @throws org.quorate.model.ModelException if the model's code throws; then there is no verdict
   */
  public static SearchResult run(Model model, SearchOptions options) {
    Graph graph = Graph.of(model, options.symmetry(), options.reduces());
    if (options.strategy() == SearchOptions.Strategy.DFS) {
      return new DepthFirst(graph, options).run();
    }
    try (Crew crew = new Crew(options.threads())) {
      return new BreadthFirst(graph, options, crew, false).run();
    }
  }
}
