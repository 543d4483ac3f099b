package org.quorate.quorum;

/** The time for a question about quorums was up before it was decided. */
public final class UndecidedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecidedException(String message) {
    super(message);
  }
}
