package org.quorate.trace;

/** A step that a model does not allow in a state; the message says what it needs there. */
public final class NotEnabledException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NotEnabledException(String reason) {
    super(reason);
  }
}
