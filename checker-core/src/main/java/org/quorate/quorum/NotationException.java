package org.quorate.quorum;

/** A text that spells no quorum system; the message is for users, in one line. */
public final class NotationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  NotationException(String message) {
    super(message);
  }
}
