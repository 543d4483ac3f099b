package org.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateLogTest {

  private static final int CHUNK = 1 << 12;

  private static void append(StateLog log, int words, long from, long to) {
    long[] state = new long[1 + words];
    for (long n = from; n < to; n++) {
      for (int w = 0; w < words; w++) {
        state[1 + w] = n * words + w;
      }
      log.append(state, 1);
    }
  }

  private static void assertHolds(StateLog log, int words, long from, long to) {
    long[] state = new long[2 + words];
    for (long n = from; n < to; n++) {
      log.read(n, state, 2);
      for (int w = 0; w < words; w++) {
        assertThat(state[2 + w]).isEqualTo(n * words + w);
      }
      assertThat(log.holds(n, state, 2)).isTrue();
      state[1 + words]++;
      assertThat(log.holds(n, state, 2)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void statesAreReadBackInTheirOrder(int words) {
    StateLog log = new StateLog(words);
    append(log, words, 0, 10 * CHUNK + 7);
    assertThat(log.size()).isEqualTo(10 * CHUNK + 7);
    assertThat(log.start()).isZero();
    assertHolds(log, words, 0, log.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void releasedChunksAreUsedAgain(int words) {
    StateLog log = new StateLog(words);
    append(log, words, 0, 6 * CHUNK);
    long bytes = log.bytes();
    log.release(4 * CHUNK + 17);
    assertThat(log.start()).isEqualTo(4 * CHUNK);
    assertThat(log.size()).isEqualTo(6 * CHUNK);
    append(log, words, 6 * CHUNK, 8 * CHUNK);
    assertThat(log.bytes()).isEqualTo(bytes);
    assertHolds(log, words, 4 * CHUNK, 8 * CHUNK);
    append(log, words, 8 * CHUNK, 10 * CHUNK + 1);
    assertThat(log.bytes()).isGreaterThan(bytes);
    assertHolds(log, words, 4 * CHUNK, log.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1})
  void anUnfinishedChunkIsNotReleased(int position) {
    StateLog log = new StateLog(1);
    append(log, 1, 0, CHUNK + 10);
    log.release(position);
    assertThat(log.start()).isZero();
    assertHolds(log, 1, 0, CHUNK + 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {CHUNK, CHUNK + 10})
  void everythingMayBeReleased(int size) {
    StateLog log = new StateLog(1);
    append(log, 1, 0, size);
    log.release(size);
    log.release(size);
    append(log, 1, size, 3 * CHUNK);
    assertThat(log.start()).isEqualTo(CHUNK);
    assertHolds(log, 1, size, 3 * CHUNK);
  }
}
