package org.quorate.model;

import java.util.List;

/**
 * What one process receives and sends in a step.
 *
 * @param process the name of the lifeline of the process that takes the step
 * @param received messages that justify the step, as few as do; where several sets would, always
 *     the same one
 * @param sent the messages that the step sends
 * @param lost messages on their way to the process that are lost in the step
 */
public record Exchange(
    String process, List<Message> received, List<Message> sent, List<Message> lost) {

  public Exchange {
    received = List.copyOf(received);
    sent = List.copyOf(sent);
    lost = List.copyOf(lost);
  }

  /** A step in which nothing is lost. */
  public Exchange(String process, List<Message> received, List<Message> sent) {
    this(process, received, sent, List.of());
  }
}
