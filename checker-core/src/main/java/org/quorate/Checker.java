package org.quorate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Partition;
import org.quorate.report.CheckResult;
import org.quorate.search.Search;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;
import org.quorate.selfcheck.SelfCheck;
import org.quorate.symmetry.Symmetry;
import org.quorate.trace.Counterexample;
import org.quorate.trace.Trace;
import org.quorate.trace.TraceBuilder;

/**
 * Checks a model:
 *
 * <pre>{@code
 * CheckResult result = Checker.of("my-protocol", model).check();
 * String report = new TextReport(Palette.PLAIN).write(result);
 * }</pre>
 */
public final class Checker {

  private final String name;
  private final Model model;
  private Map<String, Object> parameters = Map.of();
  private SearchOptions options;

  private Checker(String name, Model model) {
    this.name = name;
    this.model = model;
    this.options = SearchOptions.defaults(Symmetry.all(model.layout()));
  }

  /** A checker for a model, breadth-first, exact, on all cores, with all symmetries. */
  public static Checker of(String name, Model model) {
    return new Checker(name, model);
  }

  /** Parameters to show in the result. */
  public Checker parameters(Map<String, Object> shown) {
    this.parameters = shown;
    return this;
  }

  /** Treats the members of the named scalarsets alike, and of no others. */
  public Checker symmetry(String... scalarsets) {
    options = options.withSymmetry(Symmetry.of(model.layout(), Arrays.asList(scalarsets)));
    return this;
  }

  /** Changes the way to search. */
  public Checker search(UnaryOperator<SearchOptions> change) {
    options = change.apply(options);
    return this;
  }

  /**
   * Visits every reachable state, and makes a counterexample if there is one.
   *
   * @throws org.quorate.model.ModelException if the model throws, or if a short look at it finds
   *     that it breaks what the search relies on; then there is no verdict
   */
  public CheckResult check() {
    SelfCheck.run(model, options.symmetry());
    SearchResult search = Search.run(model, options);
    List<String> notes = new ArrayList<>();
    Optional<Counterexample> counterexample = counterexample(search, notes);
    List<String> invariants = model.invariants().stream().map(Invariant::name).toList();
    return new CheckResult(
        name,
        parameters,
        invariants,
        model.goals(),
        model.partition().map(Partition::by),
        options,
        search,
        counterexample,
        List.copyOf(notes));
  }

  private Optional<Counterexample> counterexample(SearchResult search, List<String> notes) {
    List<Finding> findings = model.findings();
    if (search.verdict() instanceof Verdict.Violated violated) {
      findings.forEach(f -> notes.add(f.explanation()));
      TraceBuilder builder = new TraceBuilder(model, options.symmetry());
      if (violated.path().isEmpty()) {
        notes.add("memory did not suffice to find the steps again; only the last state is known");
        return Optional.of(builder.lastStateOnly(violated.invariant(), violated.state()));
      }
      return Optional.of(
          builder.counterexample(violated.invariant(), violated.path(), violated.shortest()));
    }
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    Finding first = findings.get(0);
    notes.add(
        "no state that was visited violates an invariant; the configuration itself is what fails");
    return Optional.of(
        new Counterexample(
            first.invariant(),
            first.meaning(),
            first.explanation(),
            Trace.ofState(Map.of()),
            true));
  }
}
