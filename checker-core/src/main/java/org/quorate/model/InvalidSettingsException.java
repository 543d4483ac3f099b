package org.quorate.model;

/** Settings that are no use: the message says what is wrong and what would be right. */
public final class InvalidSettingsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message for the user, in one line. */
  public InvalidSettingsException(String message) {
    super(message);
  }
}
