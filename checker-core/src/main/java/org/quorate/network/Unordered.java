package org.quorate.network;

import java.util.List;
import java.util.stream.IntStream;
import org.quorate.state.Draft;
import org.quorate.state.Pair;
import org.quorate.state.SetArray;
import org.quorate.state.State;

/**
 * Channels in which messages overtake each other: sets.
 *
 * @param flying for each process the pairs in {@code places} that are on their way
 * @param places lanes × messages
 */
record Unordered(SetArray flying, Pair places) implements Channels {

  @Override
  public List<Integer> messages(State s, int process, int lane) {
    return IntStream.rangeClosed(places.right().first(), places.right().last())
        .filter(message -> isNext(s, process, lane, message))
        .boxed()
        .toList();
  }

  @Override
  public boolean isNext(State s, int process, int lane, int message) {
    return flying.has(s, process, places.of(lane, message));
  }

  @Override
  public void send(Draft t, int process, int lane, int message) {
    flying.add(t, process, places.of(lane, message));
  }

  @Override
  public void take(Draft t, int process, int lane, int message) {
    flying.remove(t, process, places.of(lane, message));
  }

  @Override
  public void clear(Draft t, int process) {
    for (int place = 0; place <= places.last(); place++) {
      flying.remove(t, process, place);
    }
  }
}
