package org.quorate.quorum.proof;

/** Which faults quorums must outlive. */
public enum FaultModel {

  /** f of n = k·f + 1 processes do anything: two quorums must share more than f. */
  BYZANTINE("f Byzantine", Linear.of("f").plus(1)),

  /** f of n = k·f + 1 processes stop: two quorums must share one. */
  CRASH("f crashed", Linear.of(1)),

  /** b of n = 3b + 2c + 1 processes do anything, c stop: two quorums must share more than b. */
  HYBRID("b Byzantine and c crashed", Linear.of("b").plus(1));

  private final String label;
  private final Linear overlap;

  FaultModel(String label, Linear overlap) {
    this.label = label;
    this.overlap = overlap;
  }

  /** Who is faulty: {@code f Byzantine}. */
  public String label() {
    return label;
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
