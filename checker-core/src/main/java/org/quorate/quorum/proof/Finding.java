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
   * @param system the parameters, n and the sizes of such a system
   * @param smallest whether every smaller system is known to meet it
   * @param never whether it is known to fail for every system
   * @param why the arithmetic of the failure
   */
  record Refuted(Map<String, Rational> system, boolean smallest, boolean never, String why)
      implements Finding {}

  /**
   * There is nothing to decide.
   *
   * @param missing what every system lacks
   */
  record Meaningless(Statement missing) implements Finding {}

  /**
   * Neither a proof nor a counterexample was found.
   *
   * @param why what is known, and why no more
   */
  record Undecided(String why) implements Finding {}
}
