package org.quorate.quorum.proof;

import java.util.Map;
import org.quorate.quorum.Rational;

/** What came out about one statement, for all systems of a family. */
public sealed interface Finding {

  /** It holds for every system, or where some are not well-formed, for every one that is. */
  record Proven() implements Finding {}

  /**
   * It fails for some system.
   *
   * @param first the parameters, n and the sizes of the smallest such system
   * @param never whether it fails for every system
   * @param why the arithmetic of the failure
   */
  record Refuted(Map<String, Rational> first, boolean never, String why) implements Finding {}

  /** There is nothing to decide, since no system is well-formed. */
  record Meaningless() implements Finding {}

  /**
   * Neither a proof nor a counterexample was found.
   *
   * @param why what is known, and why no more
   */
  record Undecided(String why) implements Finding {}
}
