package org.quorate.models.options;

import java.util.List;
import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Settings;

/** Names that a user gave to the elements of a domain, to show them by. */
public final class Labels {

  private Labels() {}

  /**
   * The words of an option, one for each of {@code count} elements.
   *
   * @throws InvalidSettingsException if there are more or fewer
   */
  public static List<String> of(
      Settings settings, String option, int count, List<String> otherwise) {
    List<String> labels = settings.words(option).orElse(otherwise);
    if (settings.has(option) && labels.size() != count) {
      throw new InvalidSettingsException(
          "%s must be %d names, one for each, not %d".formatted(option, count, labels.size()));
    }
    return labels;
  }
}
