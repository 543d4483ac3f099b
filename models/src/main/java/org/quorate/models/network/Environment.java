package org.quorate.models.network;

/**
 * How messages travel, and how processes crash.
 *
 * @param isExplicit whether messages are on their way until they arrive; otherwise what was sent
 *     stays available, which covers every fault of the network, and crashes with stable storage
 * @param loss whether messages may be lost
 * @param duplication whether a message that arrives may arrive once more
 * @param reordering whether the messages of a channel overtake each other
 * @param crashes how many crashes there may be that lose nothing but what is on its way to the
 *     crashed process
 * @param recovery whether crashed processes may come back, with all that they knew
 */
public record Environment(
    boolean isExplicit,
    boolean loss,
    boolean duplication,
    boolean reordering,
    int crashes,
    boolean recovery) {

  /** The growing set of messages. */
  public static final Environment GROWING = new Environment(false, true, true, true, 0, false);

  /**
   * @throws IllegalArgumentException if a fault is left out or counted that a growing set of
   *     messages covers in any case, or processes recover that never crash
   */
  public Environment {
    boolean all = loss && duplication && reordering && crashes == 0 && !recovery;
    if (!isExplicit && !all) {
      throw new IllegalArgumentException(
          "a growing set of messages always has loss, duplication, reordering and crashes");
    }
    if (crashes < 0 || (recovery && crashes == 0)) {
      throw new IllegalArgumentException("recovery needs crashes: their number must be above 0");
    }
  }

  /** An explicit network with some faults. */
  public static Environment explicit(boolean loss, boolean duplication, boolean reordering) {
    return new Environment(true, loss, duplication, reordering, 0, false);
  }

  /** This environment with so many crashes. */
  public Environment withCrashes(int count, boolean thatRecover) {
    return new Environment(isExplicit, loss, duplication, reordering, count, thatRecover);
  }
}
