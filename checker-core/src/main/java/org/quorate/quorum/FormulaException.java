package org.quorate.quorum;

/** A formula that is none, or has no use as a quorum; the message is for users, in one line. */
public final class FormulaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An error with its message. */
  public FormulaException(String message) {
    super(message);
  }
}
