package org.quorate.network;

import java.util.List;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Pair;
import org.quorate.state.State;
import org.quorate.state.Subrange;
import org.quorate.state.Variable;

/**
 * The messages on their way between processes. A channel is a process and a lane: its counterpart,
 * or whatever else tells the channels of a process apart. A message is in a channel at most once:
 * sending what is on its way already changes nothing, which bounds what is in flight.
 */
public sealed interface Channels permits Unordered, Fifo {

  /**
   * Channels without messages.
   *
   * @param name unique in the layout
   * @param processes what the rows of the variable are indexed by
   * @param lanes the channels of a process
   * @param messages what can be on its way in one channel
   * @param capacity at most so many at once; at least 1
   * @param reordering whether messages overtake each other; otherwise the first one sent is the
   *     first to arrive
   */
  static Channels declare(
      Declarations d,
      String name,
      Domain processes,
      Domain lanes,
      Domain messages,
      int capacity,
      boolean reordering) {
    // One message cannot overtake another; as an element it takes fewer bits than as a set.
    if (reordering && capacity > 1) {
      Pair places = lanes.times(messages);
      return new Unordered(d.sets(name, processes, places), places);
    }
    Pair cells = lanes.times(Subrange.of("places", capacity));
    // The messages may have a NONE of their own; pairs are numbered from 0 in any case.
    Pair numbered = Variable.UNIT.times(messages);
    return new Fifo(d.matrix(name, processes, cells, numbered.orNone()), cells, messages.first());
  }

  /** The messages on their way, in the order in which they arrive if there is one; for people. */
  List<Integer> messages(State s, int process, int lane);

  /** Whether the message is on its way, and may be the next to arrive. */
  boolean isNext(State s, int process, int lane, int message);

  /**
   * Sends a message.
   *
   * @throws IllegalStateException if the channel is full
   */
  void send(Draft t, int process, int lane, int message);

  /** Takes a message that is next out of its channel. */
  void take(Draft t, int process, int lane, int message);

  /** Empties all channels of a process. */
  void clear(Draft t, int process);
}
