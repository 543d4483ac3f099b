package org.quorate.search;

import java.util.List;
import org.quorate.model.Invariant;

/** What a search may be trusted for. */
public sealed interface Verdict {

  /** Every reachable state was visited, or is covered by one that was, and every invariant held. */
  record Holds() implements Verdict {}

  /**
   * An invariant fails in a reachable state.
   *
   * @param invariant the first invariant, in the model's order, that fails there
   * @param state the representative of the violating state
   * @param path representatives of the states from an initial one to the violating one; empty if
   *     memory did not suffice to find them again
   * @param shortest whether no violation can be reached in fewer steps
   */
  record Violated(Invariant invariant, long[] state, List<long[]> path, boolean shortest)
      implements Verdict {}

  /** A limit stopped the search before it had visited every state; nothing failed so far. */
  record Incomplete(Limit limit) implements Verdict {}
}
