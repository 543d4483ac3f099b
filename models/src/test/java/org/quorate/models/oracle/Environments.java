package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;

/** Explicit networks with every combination of faults, and with crashes. */
public final class Environments {

  /** Every fault of the network, no crash. */
  public static final Environment WORST = Environment.explicit(true, true, true);

  private Environments() {}

  /** Every combination of loss, duplication and reordering. */
  public static List<Environment> networks() {
    List<Environment> all = new ArrayList<>();
    for (int faults = 0; faults < 8; faults++) {
      all.add(Environment.explicit((faults & 1) != 0, (faults & 2) != 0, (faults & 4) != 0));
    }
    return all;
  }

  /** The same without crashes, with one, and with one that its process recovers from. */
  public static List<Environment> all() {
    return networks().stream()
        .flatMap(e -> Stream.of(e, e.withCrashes(1, false), e.withCrashes(1, true)))
        .toList();
  }

  /** Whether one of two environments has all faults of the other. */
  public static boolean isWithin(Environment smaller, Environment larger) {
    return (larger.loss() || !smaller.loss())
        && (larger.duplication() || !smaller.duplication())
        && (larger.reordering() || !smaller.reordering())
        && (larger.recovery() || !smaller.recovery())
        && larger.crashes() >= smaller.crashes();
  }
}
