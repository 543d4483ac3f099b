package org.quorate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Scalarset;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** Channels against lists. */
class ChannelsTest {

  private static final Scalarset PROCESSES = new Scalarset("processes", 3, "p");
  private static final Subrange LANES = new Subrange("lanes", 1, 2);
  private static final Domain MESSAGES = Subrange.of("messages", 4).orNone();

  private record Place(int process, int lane) {}

  private static StateLayout.Declared<Channels> declare(int capacity, boolean reordering) {
    return StateLayout.declare(
        d -> Channels.declare(d, "sent", PROCESSES, LANES, MESSAGES, capacity, reordering));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void messagesArriveAsFromLists(boolean reordering) {
    StateLayout.Declared<Channels> declared = declare(MESSAGES.size(), reordering);
    Channels channels = declared.variables();
    Draft t = new Draft(declared.layout().words());
    Map<Place, List<Integer>> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int process = random.nextInt(PROCESSES.size());
      Place place = new Place(process, LANES.first() + random.nextInt(LANES.size()));
      int message = MESSAGES.first() + random.nextInt(MESSAGES.size());
      List<Integer> list = expected.computeIfAbsent(place, p -> new ArrayList<>());
      boolean isNext = reordering ? list.contains(message) : list.indexOf(message) == 0;

      assertThat(channels.isNext(t, process, place.lane(), message)).isEqualTo(isNext);
      if (isNext) {
        channels.take(t, process, place.lane(), message);
        list.remove((Integer) message);
      } else if (random.nextInt(40) == 0) {
        channels.clear(t, process);
        expected.keySet().removeIf(p -> p.process() == process);
      } else {
        channels.send(t, process, place.lane(), message);
        if (!list.contains(message)) {
          list.add(message);
        }
      }
      assertSame(channels, t, expected, reordering);
    }
  }

  private static void assertSame(
      Channels channels, Draft t, Map<Place, List<Integer>> expected, boolean reordering) {
    for (int p = 0; p < PROCESSES.size(); p++) {
      for (int lane = LANES.first(); lane <= LANES.last(); lane++) {
        List<Integer> there = expected.getOrDefault(new Place(p, lane), List.of());
        assertThat(channels.messages(t, p, lane))
            .isEqualTo(reordering ? there.stream().sorted().toList() : there);
      }
    }
  }

  @Test
  void fullChannelTakesNoOtherMessage() {
    StateLayout.Declared<Channels> declared = declare(2, false);
    Channels channels = declared.variables();
    Draft t = new Draft(declared.layout().words());
    channels.send(t, 0, 1, 3);
    channels.send(t, 0, 1, Domain.NONE);
    channels.send(t, 0, 1, 3);

    assertThat(channels.messages(t, 0, 1)).containsExactly(3, Domain.NONE);
    assertThatIllegalStateException()
        .isThrownBy(() -> channels.send(t, 0, 1, 0))
        .withMessage("sent: more than 2 messages in a channel");
  }
}
