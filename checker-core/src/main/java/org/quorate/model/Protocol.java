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

  /** Settings worth trying, each as options of the command line with what they show. */
  List<Example> examples();

  /**
   * The model for some settings.
   *
   * @throws InvalidSettingsException if the settings do not fit together
   */
  Configured configure(Settings settings);

  /** Deviations from the protocol with what must become of each. */
  List<Mutant> mutants();

  /** Options, and what a check with them shows. */
  record Example(String options, String shows) {}

  /**
   * A model with the parameters it was made from.
   *
   * @param parameters the options with their values, defaults resolved, as reports show them; given
   *     as settings they configure the same model again
   */
  record Configured(Model model, Map<String, Object> parameters) {}
}
