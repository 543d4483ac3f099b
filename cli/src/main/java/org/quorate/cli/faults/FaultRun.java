package org.quorate.cli.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.quorate.Checker;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Option.FaultSet;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.model.Settings;
import org.quorate.report.CheckResult;
import org.quorate.search.SearchOptions;
import org.quorate.search.Verdict;
import org.quorate.state.StateLayout;
import org.quorate.trace.Counterexample;

/**
 * The search for the least faults that break a model.
 *
 * @param protocol whose models
 * @param faults the option that takes faults
 * @param most the faults that there may be at most
 * @param others all other settings
 * @param options how to search states of a layout
 */
public record FaultRun(
    Protocol protocol,
    Option faults,
    Map<String, Integer> most,
    Map<String, String> others,
    Function<StateLayout, SearchOptions> options) {

  /** A few seconds: a short counterexample is a courtesy. */
  private static final long MOST_STATES_TO_SHORTEN = 3_000_000;

  /** Told of a check before it begins. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * A way to watch the search.
     *
     * @param decided how many sets of faults are decided
     * @param sets how many there are
     * @param set the one to be checked, as an option takes it
     */
    UnaryOperator<SearchOptions> checking(int decided, int sets, String set);
  }

  /**
   * The search below the faults that the settings name; below one of each kind where they name
   * none.
   *
   * @throws InvalidSettingsException if the protocol has no faults to choose from, or a setting
   *     says already how many there are of one
   */
  public static FaultRun of(
      Protocol protocol, Map<String, String> given, Function<StateLayout, SearchOptions> options) {
    Option faults = option(protocol);
    Map<String, Integer> most = new LinkedHashMap<>();
    for (Option.Fault fault : ((FaultSet) faults.type()).faults()) {
      if (given.containsKey(fault.name())) {
        throw new InvalidSettingsException(
            "to look for the least faults, say how many there may be of %s in %s"
                .formatted(fault.name(), faults.name()));
      }
      most.put(fault.name(), 1);
    }
    Map<String, String> others = new LinkedHashMap<>(given);
    others.remove(faults.name());
    return new FaultRun(
        protocol,
        faults,
        Settings.of(protocol, given).faults(faults).orElse(most),
        others,
        options);
  }

  /**
   * The search for the least faults by which a mutant is caught, at the first of its sizes: below
   * one of each kind that the protocol should bear, and what the mutant consists of.
   */
  public static FaultRun of(
      Protocol protocol, Mutant mutant, Function<StateLayout, SearchOptions> options) {
    Option faults = option(protocol);
    Map<String, String> others = new LinkedHashMap<>(mutant.caught().get(0));
    if (!mutant.faults().isEmpty()) {
      others.remove("mutant");
    }
    Map<String, Integer> most = new LinkedHashMap<>(mutant.faults());
    for (Option.Fault fault : ((FaultSet) faults.type()).faults()) {
      String stated = others.remove(fault.name());
      if (stated != null) {
        most.put(fault.name(), Integer.parseInt(stated));
      } else if (fault.isTolerated()) {
        most.put(fault.name(), 1);
      }
    }
    return new FaultRun(protocol, faults, most, others, options);
  }

  private static Option option(Protocol protocol) {
    return protocol.options().stream()
        .filter(o -> o.type() instanceof FaultSet)
        .findFirst()
        .orElseThrow(
            () -> new InvalidSettingsException(protocol.name() + " has no faults to choose from"));
  }

  /**
   * Finds the answer.
   *
   * @throws InvalidSettingsException if there is no model without faults, or there are too many
   *     sets
   */
  public FaultAnswer run(Watcher watcher) {
    var unused = configured(Map.of());
    Lattice lattice = Lattice.below((FaultSet) faults.type(), most, this::isPossible);
    int sets = lattice.sets().size();
    LeastFaults search =
        new LeastFaults(
            lattice, (set, decided) -> check(set, watcher.checking(decided, sets, text(set))));
    return search.run();
  }

  /**
   * The same answer with shortest counterexamples, which reduced searches need not give; where that
   * takes too long, with those that are known.
   */
  public FaultAnswer shorten(FaultAnswer answer, Watcher watcher) {
    int sets = answer.sets();
    return answer.withNeeded(
        answer.needed().stream()
            .map(found -> shortest(found, watcher.checking(sets, sets, text(found.faults()))))
            .toList());
  }

  private FaultAnswer.Found shortest(
      FaultAnswer.Found found, UnaryOperator<SearchOptions> watched) {
    Counterexample known = found.result().counterexample().orElseThrow();
    boolean breadthFirst = found.result().options().strategy() == SearchOptions.Strategy.BFS;
    if (known.shortest() || !breadthFirst) {
      return found;
    }
    CheckResult result =
        check(
            found.faults(),
            options ->
                watched
                    .apply(options)
                    .withReduction(false)
                    .withMaxDepth(known.trace().length())
                    .withMaxStates(
                        Math.min(
                            MOST_STATES_TO_SHORTEN,
                            options.maxStates().orElse(MOST_STATES_TO_SHORTEN))));
    boolean isFound = result.search().verdict() instanceof Verdict.Violated;
    return isFound ? new FaultAnswer.Found(found.faults(), result) : found;
  }

  private boolean isPossible(Map<String, Integer> set) {
    try {
      var unused = configured(set);
      return true;
    } catch (InvalidSettingsException e) {
      return false;
    }
  }

  private CheckResult check(Map<String, Integer> set, UnaryOperator<SearchOptions> watched) {
    Configured configured = configured(set);
    return Checker.of(protocol.name(), configured.model())
        .parameters(configured.parameters())
        .search(unused -> watched.apply(options.apply(configured.model().layout())))
        .check();
  }

  private Configured configured(Map<String, Integer> set) {
    return protocol.configure(Settings.of(protocol, settings(set)));
  }

  /** The settings under a set of faults. */
  Map<String, String> settings(Map<String, Integer> set) {
    Map<String, String> settings = new LinkedHashMap<>(others);
    settings.put(faults.name(), text(set));
    return settings;
  }

  private String text(Map<String, Integer> set) {
    return ((FaultSet) faults.type()).text(set);
  }
}
