package org.quorate.network;

import java.util.List;
import java.util.stream.IntStream;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Pair;
import org.quorate.state.State;

/**
 * Channels that are first-in first-out: queues from place 0 on, without gaps.
 *
 * @param queued for each process and cell the number of a message, from 0, or NONE
 * @param cells lanes × places
 * @param first the message with number 0
 */
record Fifo(FieldMatrix queued, Pair cells, int first) implements Channels {

  private int at(State s, int process, int lane, int place) {
    return queued.get(s, process, cells.of(lane, place));
  }

  private void put(Draft t, int process, int lane, int place, int number) {
    queued.set(t, process, cells.of(lane, place), number);
  }

  @Override
  public List<Integer> messages(State s, int process, int lane) {
    return IntStream.range(0, cells.right().size())
        .map(place -> at(s, process, lane, place))
        .takeWhile(number -> number != Domain.NONE)
        .mapToObj(number -> number + first)
        .toList();
  }

  @Override
  public boolean isNext(State s, int process, int lane, int message) {
    return at(s, process, lane, 0) == message - first;
  }

  @Override
  public void send(Draft t, int process, int lane, int message) {
    int number = message - first;
    for (int place = 0; place < cells.right().size(); place++) {
      int queuedThere = at(t, process, lane, place);
      if (queuedThere == Domain.NONE) {
        put(t, process, lane, place, number);
      }
      if (queuedThere == Domain.NONE || queuedThere == number) {
        return;
      }
    }
    throw new IllegalStateException(
        "%s: more than %d messages in a channel"
            .formatted(queued.variable().name(), cells.right().size()));
  }

  @Override
  public void take(Draft t, int process, int lane, int message) {
    int last = cells.right().last();
    for (int place = 0; place < last; place++) {
      put(t, process, lane, place, at(t, process, lane, place + 1));
    }
    put(t, process, lane, last, Domain.NONE);
  }

  @Override
  public void clear(Draft t, int process) {
    for (int cell = 0; cell <= cells.last(); cell++) {
      queued.set(t, process, cell, Domain.NONE);
    }
  }
}
