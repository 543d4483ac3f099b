package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.model.Partition;
import org.quorate.state.State;

/**
 * The placements of the Byzantine replicas, up to renaming the replicas that are never primaries: a
 * class of states for each set of Byzantine primaries.
 *
 * @param classes for each set of primaries, as bits, the number of its class; −1 if there is none
 */
record Placements(PbftConfig config, Replicas replicas, int[] classes, List<String> names) {

  static Placements of(PbftConfig config, Replicas replicas) {
    int[] classes = new int[1 << config.views()];
    Arrays.fill(classes, -1);
    List<String> names = new ArrayList<>();
    for (int primaries = 0; primaries < classes.length; primaries++) {
      int others = config.byzantine() - Integer.bitCount(primaries);
      if (others >= 0 && others <= config.replicas() - config.views()) {
        classes[primaries] = names.size();
        names.add(name(config, replicas, primaries, others));
      }
    }
    return new Placements(config, replicas, classes, names);
  }

  private static String name(PbftConfig config, Replicas replicas, int primaries, int others) {
    List<String> parts = new ArrayList<>();
    for (int r = 0; r < config.views(); r++) {
      if ((primaries >> r & 1) == 1) {
        parts.add(replicas.domains().replicas().format(r));
      }
    }
    if (others > 0) {
      String first = replicas.domains().replicas().format(config.views());
      String last = replicas.domains().replicas().format(config.replicas() - 1);
      parts.add(
          others == config.replicas() - config.views() && others == 1
              ? first
              : "%d of %s…%s".formatted(others, first, last));
    }
    return String.join(" and ", parts);
  }

  Partition partition() {
    return new Partition("faulty", names, this::classOf);
  }

  private int classOf(State s) {
    int primaries = 0;
    for (int r = 0; r < config.views(); r++) {
      primaries |= replicas.isFaulty(s, r) ? 1 << r : 0;
    }
    return classes[primaries];
  }
}
