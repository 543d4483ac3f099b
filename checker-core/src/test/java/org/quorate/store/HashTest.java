package org.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTest {

  @Test
  void differentWordsHaveDifferentHashes() {
    LongOpenHashSet states = new LongOpenHashSet();
    for (long i = -(1 << 18); i < 1 << 18; i++) {
      states.add(i);
      states.add(i << 40);
    }
    new Random(1).longs(1 << 18).forEach(states::add);
    LongOpenHashSet hashes = new LongOpenHashSet();
    states.forEach(state -> hashes.add(Hash.of(new long[] {state}, 0, 1)));
    assertThat(hashes.size()).isEqualTo(states.size());
  }

  @Test
  void everyWordAndItsPlaceCount() {
    LongOpenHashSet hashes = new LongOpenHashSet();
    hashes.add(Hash.of(new long[3], 0, 3));
    for (int bit = 0; bit < 3 * Long.SIZE; bit++) {
      long[] state = new long[3];
      state[bit / Long.SIZE] = 1L << bit;
      hashes.add(Hash.of(state, 0, 3));
    }
    assertThat(hashes.size()).isEqualTo(1 + 3 * Long.SIZE);
  }

  @Test
  void aStateHashesTheSameAtAnyOffset() {
    long[] state = {3, 1, 4};
    long[] shifted = {9, 9, 3, 1, 4, 9};
    assertThat(Hash.of(shifted, 2, 3)).isEqualTo(Hash.of(state, 0, 3));
  }
}
