package org.quorate.models.options;

import org.quorate.model.InvalidSettingsException;
import org.quorate.model.Settings;

/** Options that a mutant needs to have some value. */
public final class Implied {

  private Implied() {}

  /**
   * The value of an option that the chosen mutant may need to be at least {@code least}.
   *
   * @param needed whether it does
   * @param otherwise the default where it does not
   * @throws InvalidSettingsException if a smaller value is given and it does
   */
  public static int number(
      Settings settings, String option, boolean needed, int least, int otherwise) {
    int value = settings.number(option).orElse(needed ? least : otherwise);
    if (needed && value < least) {
      throw new InvalidSettingsException(
          "this mutant needs %s to be at least %d, not %d".formatted(option, least, value));
    }
    return value;
  }
}
