package org.quorate.quorum;

import java.util.ArrayList;
import java.util.List;
import org.quorate.quorum.Adversary.AtMost;
import org.quorate.quorum.Adversary.Within;

/**
 * What may go wrong at once. A process that crashes keeps what it has stored, and never lies; one
 * that is Byzantine may do anything.
 *
 * @param liars the sets that may be Byzantine together
 * @param faulty the sets that may crash or be Byzantine together
 */
public record Faults(Adversary liars, Adversary faulty) {

  /** At most f processes are Byzantine. */
  public static Faults byzantine(int f) {
    return hybrid(f, 0);
  }

  /** At most f processes crash. */
  public static Faults crash(int f) {
    return hybrid(0, f);
  }

  /** At most b processes are Byzantine, and at most c others crash. */
  public static Faults hybrid(int b, int c) {
    return new Faults(new AtMost(b), new AtMost(b + c));
  }

  /**
   * The processes of one set of each kind fail at once, or some of them.
   *
   * @param byzantine sets that may lie
   * @param crash sets that may crash
   */
  public static Faults together(List<ProcessSet> byzantine, List<ProcessSet> crash) {
    List<ProcessSet> all = new ArrayList<>(byzantine.isEmpty() ? crash : List.of());
    for (ProcessSet lying : byzantine) {
      all.add(lying);
      crash.forEach(crashing -> all.add(lying.or(crashing)));
    }
    return new Faults(new Within(byzantine), new Within(all));
  }
}
