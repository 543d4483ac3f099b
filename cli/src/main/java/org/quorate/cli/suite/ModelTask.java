package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.Checker;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.model.Protocol.Configured;
import org.quorate.report.CheckResult;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;

/**
 * A search of a model.
 *
 * @param protocol its name
 * @param configured the model
 * @param search how to search
 * @param typed the command that does the same
 */
record ModelTask(String protocol, Configured configured, SearchArguments search, String typed)
    implements Task {

  @Override
  public String kind() {
    return "model";
  }

  @Override
  public boolean canShare() {
    return search.canShare();
  }

  @Override
  public Optional<String> command() {
    return Optional.of(typed);
  }

  @Override
  public Facts run(Share share, Watch watch) {
    CheckResult result =
        Checker.of(protocol, configured.model())
            .parameters(configured.parameters())
            .search(d -> watch.over(search.options(configured.model().layout(), share)))
            .check();
    return new Facts(values(result), List.of(), notes(result));
  }

  private static Map<String, String> values(CheckResult result) {
    SearchResult search = result.search();
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Facts.VERDICT, result.outcome().name().toLowerCase(Locale.ROOT));
    result.counterexample().ifPresent(c -> values.put(Facts.INVARIANT, c.invariant()));
    values.put(Facts.EXPLORED, Long.toString(search.explored()));
    values.put(Facts.REPRESENTED, Long.toString(search.represented()));
    values.put(Facts.TRANSITIONS, Long.toString(search.transitions()));
    search.depth().ifPresent(depth -> values.put(Facts.DEPTH, Integer.toString(depth)));
    result
        .counterexample()
        .ifPresent(c -> values.put(Facts.LENGTH, Integer.toString(c.trace().length())));
    search
        .goals()
        .forEach((name, reached) -> values.put(Facts.goal(name), Boolean.toString(reached)));
    return values;
  }

  private static List<String> notes(CheckResult result) {
    List<String> notes = new ArrayList<>();
    result.counterexample().ifPresent(c -> notes.add(c.invariant() + ": " + c.explanation()));
    if (result.search().verdict() instanceof Verdict.Incomplete incomplete) {
      notes.add(incomplete.limit().reason());
    }
    return notes;
  }
}
