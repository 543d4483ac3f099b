package org.quorate.cli.quorum;

import org.quorate.quorum.proof.FaultModel;

/** What the faulty processes of a question do. */
public enum FaultKind {
  /** f processes do anything. */
  BYZANTINE(FaultModel.BYZANTINE, "ceil((n+f+1)/2)", "f + 1", "n − f"),
  /** f processes stop. */
  CRASH(FaultModel.CRASH, "floor(n/2)+1", "1", "n − f"),
  /** b processes do anything, and c others stop; f = b + c. */
  HYBRID(FaultModel.HYBRID, "ceil((n+b+1)/2)", "b + 1", "n − b − c");

  private final FaultModel model;
  private final String leastSafe;
  private final String needed;
  private final String correct;

  FaultKind(FaultModel model, String leastSafe, String needed, String correct) {
    this.model = model;
    this.leastSafe = leastSafe;
    this.needed = needed;
    this.correct = correct;
  }

  /** What proofs know of it. */
  public FaultModel model() {
    return model;
  }

  /** The formula for the least safe quorum. */
  public String leastSafe() {
    return leastSafe;
  }

  /** How many processes two quorums must share, as a term. */
  public String needed() {
    return needed;
  }

  /** How many processes are sure not to fail, as a term. */
  public String correct() {
    return correct;
  }
}
