package org.quorate.model;

/**
 * A process as a sequence chart shows it: a line along which its steps are in order.
 *
 * @param name such as {@code a1}; unique among the lifelines of a model
 * @param role what the process is, such as {@code acceptor}
 * @param isByzantine whether it may say what it should not, at any time: what others receive from
 *     such a process need not have been sent in a step
 */
public record Lifeline(String name, String role, boolean isByzantine) {

  /** A process that follows the protocol. */
  public Lifeline(String name, String role) {
    this(name, role, false);
  }
}
