package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Messages on their way, in a queue for each channel, or in a set where they overtake each other.
 *
 * @param channels next message first where order counts; no channel is empty
 * @param <C> the channels
 * @param <M> the messages
 */
public record NaiveChannels<C, M>(boolean reordering, Map<C, Collection<M>> channels) {

  /** A message that may be received, or lost, next. */
  public record Next<C, M>(C channel, M message) {}

  /** Channels with nothing in them. */
  public static <C, M> NaiveChannels<C, M> empty(boolean reordering) {
    return new NaiveChannels<>(reordering, Map.of());
  }

  /** Sends a message; one that is on its way already stays where it is. */
  public NaiveChannels<C, M> send(C channel, M message) {
    Collection<M> messages = messages(channel);
    if (messages.contains(message)) {
      return this;
    }
    messages.add(message);
    return with(channel, messages);
  }

  /** Takes a message out of its channel. */
  public NaiveChannels<C, M> remove(C channel, M message) {
    Collection<M> messages = messages(channel);
    messages.remove(message);
    return with(channel, messages);
  }

  /** Empties channels. */
  public NaiveChannels<C, M> clear(Predicate<C> which) {
    Map<C, Collection<M>> changed = new HashMap<>(channels);
    changed.keySet().removeIf(which);
    return new NaiveChannels<>(reordering, changed);
  }

  /** The first message of each queue, or all messages where they overtake each other. */
  public List<Next<C, M>> next() {
    List<Next<C, M>> next = new ArrayList<>();
    channels.forEach(
        (channel, messages) ->
            messages.stream()
                .limit(reordering ? messages.size() : 1)
                .forEach(m -> next.add(new Next<>(channel, m))));
    return next;
  }

  private Collection<M> messages(C channel) {
    Collection<M> messages = channels.getOrDefault(channel, List.of());
    return reordering ? new HashSet<>(messages) : new ArrayList<>(messages);
  }

  private NaiveChannels<C, M> with(C channel, Collection<M> messages) {
    Map<C, Collection<M>> changed = new HashMap<>(channels);
    if (messages.isEmpty()) {
      changed.remove(channel);
    } else {
      changed.put(channel, messages);
    }
    return new NaiveChannels<>(reordering, changed);
  }
}
