package org.quorate.model;

import java.util.List;

/**
 * What one process receives and sends in a step.
 *
 * @param process the name of the lifeline of the process that takes the step
 * @param received messages that justify the step, as few as do; where several sets would, always
 *     the same one
 * @param sent the messages that the step sends
 */
public record Exchange(String process, List<Message> received, List<Message> sent) {

  public Exchange {
    received = List.copyOf(received);
    sent = List.copyOf(sent);
  }
}
