package org.quorate.models.options;

import java.util.List;
import java.util.Map;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Option;
import org.quorate.model.Option.Words;
import org.quorate.model.Settings;
import org.quorate.state.Scalarset;
import org.quorate.state.Subrange;

/** Names that a user gave to ballots and values, to show them by. */
public final class Labels {

  private static final String BALLOTS = "ballot-names";
  private static final String VALUES = "value-names";

  private Labels() {}

  /** The options {@code value-names} and {@code ballot-names}. */
  public static List<Option> options() {
    return List.of(
        valueOption(), new Option(BALLOTS, new Words(), "0,1,…", "how to show the ballots"));
  }

  /** The option {@code value-names}, for protocols without ballots. */
  public static Option valueOption() {
    return new Option(VALUES, new Words(), "v1,v2,…", "how to show the values");
  }

  /**
   * Ballots 0 to count−1.
   *
   * @throws InvalidSettingsException if there are more or fewer names
   */
  public static Subrange ballots(Settings settings, int count) {
    return Subrange.of("ballots", count).labelled(of(settings, BALLOTS, count, List.of()));
  }

  /**
   * So many values.
   *
   * @throws InvalidSettingsException if there are more or fewer names
   */
  public static Scalarset values(Settings settings, int count) {
    List<String> otherwise = Scalarset.labels("v", 1, count);
    return new Scalarset("values", count, of(settings, VALUES, count, otherwise));
  }

  /** Adds the names that were given to the parameters of a model. */
  public static void putGiven(Settings settings, Map<String, Object> parameters) {
    for (String names : List.of(BALLOTS, VALUES)) {
      settings.text(names).ifPresent(given -> parameters.put(names, given));
    }
  }

  private static List<String> of(
      Settings settings, String option, int count, List<String> otherwise) {
    List<String> labels = settings.words(option).orElse(otherwise);
    if (labels.size() != count && settings.has(option)) {
      throw new InvalidSettingsException(
          "%s must be %d names, one for each, not %d".formatted(option, count, labels.size()));
    }
    return labels;
  }
}
