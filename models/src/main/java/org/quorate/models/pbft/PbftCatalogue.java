package org.quorate.models.pbft;

import java.util.List;
import org.quorate.model.Mutant;

/** The mutants of PBFT and the deviations that are safe, with the sizes that tell them apart. */
final class PbftCatalogue {

  private PbftCatalogue() {}

  static List<Mutant> mutants() {
    return List.of();
  }
}
