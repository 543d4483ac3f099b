package org.quorate.quorum.proof;

/** Which faults quorums must outlive. */
public enum FaultModel {

  /** f of n = k·f + 1 processes do anything: two quorums must share more than f. */
  BYZANTINE("f Byzantine", "ceil((n+f+1)/2)", Linear.of("f").plus(1)),

  /** f of n = k·f + 1 processes stop: two quorums must share one. */
  CRASH("f crashed", "floor(n/2)+1", Linear.of(1)),

  /** b of n = 3b + 2c + 1 processes do anything, c stop: two quorums must share more than b. */
  HYBRID("b Byzantine and c crashed", "ceil((n+b+1)/2)", Linear.of("b").plus(1));

  private final String label;
  private final String leastSafe;
  private final Linear overlap;

  FaultModel(String label, String leastSafe, Linear overlap) {
    this.label = label;
    this.leastSafe = leastSafe;
    this.overlap = overlap;
  }

  /** Who is faulty: {@code f Byzantine}. */
  public String label() {
    return label;
  }

  /** The formula for the least safe quorum: {@code ceil((n+f+1)/2)}. */
  public String leastSafe() {
    return leastSafe;
  }

  /** How many processes two quorums must share, for people: {@code f + 1}. */
  public String needed() {
    return overlap.toString();
  }

  /** How many processes are left when all that may fail do, for people: {@code n − f}. */
  public String left() {
    return Linear.of("n").minus(silent()).toString();
  }

  /** How many processes two quorums must share. */
  Linear overlap() {
    return overlap;
  }

  /** How many processes may stay silent. */
  Linear silent() {
    return this == HYBRID ? Linear.of("b").plus(Linear.of("c")) : Linear.of("f");
  }

  /** The number of processes: {@code k·f + 1}. */
  public String processes() {
    return this == HYBRID ? "3b + 2c + 1" : "k·f + 1";
  }
}
