package org.quorate.model;

import java.util.List;
import java.util.Map;

/** A family of models: a protocol with options, and its catalogue of mutants. */
public interface Protocol {

  /** The name by which users call it. */
  String name();

  /** What it is, in one sentence. */
  String description();

  /** The options, in the order in which help texts list them. */
  List<Option> options();

  /**
   * The model for some settings.
   *
   * @throws InvalidSettingsException if the settings do not fit together
   */
  Configured configure(Settings settings);

  /** Deviations from the protocol with what must become of each. */
  List<Mutant> mutants();

  /**
   * A model with the parameters it was made from.
   *
   * @param parameters every option with its value, defaults resolved, in the order of the options
   */
  record Configured(Model model, Map<String, Object> parameters) {}
}
