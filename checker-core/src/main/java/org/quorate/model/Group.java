package org.quorate.model;

import java.util.List;

/**
 * Processes that belong together in an explanation, such as a quorum, with the message of each that
 * makes it a member.
 *
 * @param label what the group has done, such as {@code v1 in ballot 0}
 * @param messages one of each member, in the order of the lifelines; those of Byzantine members
 *     count as sent
 */
public record Group(String label, List<Message> messages) {

  public Group {
    messages = List.copyOf(messages);
  }

  /** The names of the members' lifelines. */
  public List<String> members() {
    return messages.stream().map(Message::sender).distinct().toList();
  }

  /** The names of the lifelines that are in both groups. */
  public List<String> meet(Group other) {
    return members().stream().filter(other.members()::contains).toList();
  }
}
