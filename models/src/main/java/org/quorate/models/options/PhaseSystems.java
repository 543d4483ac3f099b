package org.quorate.models.options;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.model.Option.QuorumSystems;
import org.quorate.model.Settings;
import org.quorate.quorum.Composite;
import org.quorate.quorum.Faults;
import org.quorate.quorum.NotationException;
import org.quorate.quorum.QuorumCheck;

/**
 * Quorums of two phases that no numbers describe.
 *
 * @param phase1 over the processes that either phase names
 * @param phase2 over the same processes
 */
public record PhaseSystems(Composite phase1, Composite phase2) {

  private static final String NAME = "quorum-system";
  private static final Splitter PHASES = Splitter.on('/').trimResults();

  /** The option {@code quorum-system}. */
  public static Option option() {
    return new Option(
        NAME,
        new QuorumSystems(),
        "the quorums above",
        "quorums that no number describes, such as 'rows of 3x3 / columns of 3x3'");
  }

  /**
   * What the settings say, if they describe such quorums.
   *
   * @param others options that say something else about the same
   * @throws InvalidSettingsException if the text describes none, or another of the options is given
   */
  public static Optional<PhaseSystems> of(Settings settings, int most, List<String> others) {
    Optional<String> text = settings.text(NAME);
    for (String other : others) {
      if (text.isPresent() && settings.has(other)) {
        throw new InvalidSettingsException(
            "%s says who makes a quorum; leave out %s".formatted(NAME, other));
      }
    }
    try {
      return text.map(t -> parse(PHASES.splitToList(t), most));
    } catch (NotationException e) {
      throw new InvalidSettingsException(NAME + ": " + e.getMessage());
    }
  }

  private static PhaseSystems parse(List<String> phases, int most) {
    if (phases.size() > 2) {
      throw new InvalidSettingsException(
          "%s has one system, or those of two phases with a / between; not %d"
              .formatted(NAME, phases.size()));
    }
    List<String> names = Composite.namesIn(phases);
    if (names.size() > most) {
      throw new InvalidSettingsException(
          "%s names %d processes; at most %d".formatted(NAME, names.size(), most));
    }
    List<Composite> systems = phases.stream().map(p -> Composite.parse(p, names)).toList();
    return new PhaseSystems(systems.get(0), systems.get(systems.size() - 1));
  }

  /**
   * How many processes may crash so that quorums of both phases are left; 0 if they do not meet.
   */
  public int resilience() {
    return new QuorumCheck(phase1, phase2, Faults.crash(0)).resilience(Faults::crash).orElse(0);
  }

  /** Adds the option to the parameters of a model. */
  public void put(Map<String, Object> parameters) {
    parameters.put(NAME, phase1 + " / " + phase2);
  }
}
