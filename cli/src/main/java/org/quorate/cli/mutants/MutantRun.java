package org.quorate.cli.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quorate.Checker;
import org.quorate.model.Model;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.report.CheckResult;
import org.quorate.search.SearchOptions;
import org.quorate.search.Verdict;

/**
 * A check that the catalogue asks for.
 *
 * @param protocol whose catalogue
 * @param mutant the mutant or control
 * @param settings at which size
 * @param caughtExpected whether a run must violate an invariant; otherwise none may
 */
public record MutantRun(
    Protocol protocol, Mutant mutant, Map<String, String> settings, boolean caughtExpected) {

  /** Every check of a mutant. */
  public static List<MutantRun> of(Protocol protocol, Mutant mutant) {
    List<MutantRun> runs = new ArrayList<>();
    mutant.caught().forEach(at -> runs.add(new MutantRun(protocol, mutant, at, true)));
    mutant.missed().forEach(at -> runs.add(new MutantRun(protocol, mutant, at, false)));
    return runs;
  }

  /** The model at this size. */
  public Protocol.Configured configured() {
    return protocol.configure(Settings.of(protocol, settings));
  }

  /** Runs the check. */
  public Result run(UnaryOperator<SearchOptions> search) {
    Model model = configured().model();
    return new Result(this, Checker.of(protocol.name(), model).search(search).check());
  }

  /** The expectation in one word. */
  public String expected() {
    return word(caughtExpected);
  }

  /** The settings in words. */
  public String at() {
    return settings.entrySet().stream()
        .filter(s -> !s.getKey().equals("mutant"))
        .map(s -> s.getKey() + " " + s.getValue())
        .collect(Collectors.joining(", "));
  }

  private String word(boolean caught) {
    if (caught) {
      return mutant.control() ? "violated" : "caught";
    }
    return mutant.control() ? "holds" : "missed";
  }

  /**
   * What came of the check.
   *
   * @param run the check
   * @param check what the search says
   */
  public record Result(MutantRun run, CheckResult check) {

    /** Whether a run violates an invariant; a configuration alone does not count. */
    public boolean isCaught() {
      return check.search().verdict() instanceof Verdict.Violated;
    }

    /** Whether a limit stopped the search before anything was caught. */
    public boolean isIncomplete() {
      return check.search().verdict() instanceof Verdict.Incomplete;
    }

    /** Whether the search came to its end, and to what the catalogue says. */
    public boolean isAsExpected() {
      return !isIncomplete() && isCaught() == run.caughtExpected();
    }

    /** The result in one word. */
    public String found() {
      return isIncomplete() ? "incomplete" : run.word(isCaught());
    }
  }
}
