package org.quorate.search;

/** What can stop a search before its end. */
public enum Limit {
  STATES("the limit on states was reached"),
  DEPTH("the limit on depth was reached"),
  TIME("the time limit was reached"),
  MEMORY("the memory limit was reached"),
  CANCELLED("the search was interrupted");

  private final String reason;

  Limit(String reason) {
    this.reason = reason;
  }

  /** The reason in words. */
  public String reason() {
    return reason;
  }
}
