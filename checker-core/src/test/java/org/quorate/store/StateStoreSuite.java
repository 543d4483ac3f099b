package org.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of store must do. */
abstract class StateStoreSuite {

  private final int words;
  private final boolean hasLog;

  StateStoreSuite(int words, boolean hasLog) {
    this.words = words;
    this.hasLog = hasLog;
  }

  abstract StateStore create();

  /** The n-th of a sequence of different states that differ in all words, or in the last only. */
  private long[] state(long n, boolean everywhere) {
    long[] state = new long[words];
    if (everywhere) {
      Arrays.fill(state, n * 0xD1342543DE82EF95L);
    }
    state[words - 1] = n;
    return state;
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 30_000, 1_000_000_000})
  void addsWhatAHashSetAdds(int different) {
    StateStore store = create();
    Set<List<Long>> expected = new HashSet<>();
    Random random = new Random(different);
    for (int i = 0; i < 60_000; i++) {
      long[] state = state(random.nextInt(different), i % 2 == 0);
      boolean added = expected.add(Arrays.stream(state).boxed().toList());
      assertThat(store.add(state)).isEqualTo(added);
    }
    assertThat(store.size()).isEqualTo(expected.size());
  }

  @Test
  void growsOverManySplits() {
    StateStore store = create();
    int count = 400_000;
    for (int n = 0; n < count; n++) {
      if (!store.add(state(n, true))) {
        throw new AssertionError("lost before it came: " + n);
      }
    }
    assertThat(store.size()).isEqualTo(count);
    for (int n = 0; n < count; n++) {
      if (store.add(state(n, true))) {
        throw new AssertionError("not found again: " + n);
      }
    }
    assertThat(store.size()).isEqualTo(count);
  }

  @Test
  void oneShardGrowsOnItsOwn() {
    StateStore store = create();
    List<long[]> states = new ArrayList<>();
    for (long n = 0; states.size() < 50_000; n++) {
      long[] state = state(n, false);
      if (StateStore.shardOf(Hash.of(state, 0, words)) == 17) {
        states.add(state);
      }
    }
    assertThat(states).allMatch(store::add);
    assertThat(states).noneMatch(store::add);
    assertThat(store.shard(17).size()).isEqualTo(states.size());
    assertThat(store.size()).isEqualTo(states.size());
  }

  @Test
  void theAllZeroStateIsAStateLikeOthers() {
    assertAddedOnce(new long[words]);
  }

  @Test
  void theStateWhoseHashIsZeroIsAStateLikeOthers() {
    assertAddedOnce(stateWithHashZero());
  }

  /** Mixing maps 0 to 0 only, so the last word must cancel the hash so far, or else the seed. */
  private long[] stateWithHashZero() {
    long[] state = new long[words];
    state[words - 1] = words == 1 ? 0x9E3779B97F4A7C15L : Hash.of(state, 0, words - 1);
    assertThat(Hash.of(state, 0, words)).isZero();
    return state;
  }

  private void assertAddedOnce(long[] state) {
    StateStore store = create();
    long[] other = state(77, true);
    assertThat(store.add(other)).isTrue();
    assertThat(store.add(state)).isTrue();
    assertThat(store.size()).isEqualTo(2);
    assertThat(store.add(state)).isFalse();
    assertThat(store.add(other)).isFalse();
    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void theStateWhoseHashIsZeroIsFoundInAFullStore() {
    StateStore store = create();
    long[] zero = stateWithHashZero();
    Random random = new Random(1);
    for (int i = 0; i < 300_000; i++) {
      store.add(state(random.nextLong(), true));
    }
    long before = store.size();
    assertThat(store.add(zero)).isTrue();
    assertThat(store.add(zero)).isFalse();
    assertThat(store.size()).isEqualTo(before + 1);
  }

  @Test
  void statesAreCopied() {
    StateStore store = create();
    long[] state = state(5, true);
    store.add(state);
    state[0]++;
    assertThat(store.add(state)).isTrue();
    state[0]--;
    assertThat(store.add(state)).isFalse();
  }

  @Test
  void aShardLogsItsStatesInTheOrderOfTheirArrival() {
    StateStore store = create();
    List<List<long[]>> arrived = new ArrayList<>();
    for (int shard = 0; shard < StateStore.SHARDS; shard++) {
      arrived.add(new ArrayList<>());
      assertThat(store.shard(shard).log() != null).isEqualTo(hasLog);
    }
    Random random = new Random(1);
    for (int i = 0; hasLog && i < 30_000; i++) {
      long[] state = i == 9 ? stateWithHashZero() : state(random.nextInt(20_000), true);
      if (store.add(state)) {
        arrived.get(StateStore.shardOf(Hash.of(state, 0, words))).add(state);
      }
    }
    for (int shard = 0; hasLog && shard < StateStore.SHARDS; shard++) {
      assertThat(logged(store, shard))
          .usingElementComparator(Arrays::compare)
          .isEqualTo(arrived.get(shard));
    }
  }

  private List<long[]> logged(StateStore store, int shard) {
    StateLog log = store.shard(shard).log();
    List<long[]> states = new ArrayList<>();
    for (long position = 0; position < log.size(); position++) {
      long[] state = new long[words];
      log.read(position, state, 0);
      states.add(state);
    }
    return states;
  }

  @Test
  void candidatesAreAddedAsIfOneByOne() {
    StateStore one = create();
    StateStore moved = create();
    Candidates candidates = new Candidates(words);
    Random random = new Random(1);
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 20_000; i++) {
        long[] state = i == 9 ? stateWithHashZero() : state(random.nextInt(50_000), true);
        one.add(state);
        candidates.add(state);
        state[0] = -1;
      }
      for (int shard = 0; shard < StateStore.SHARDS; shard++) {
        candidates.moveTo(moved, shard);
        candidates.moveTo(moved, shard);
      }
      assertThat(moved.size()).isEqualTo(one.size());
    }
    for (int shard = 0; shard < StateStore.SHARDS; shard++) {
      assertThat(moved.shard(shard).size()).isEqualTo(one.shard(shard).size());
      if (hasLog) {
        assertThat(logged(moved, shard))
            .usingElementComparator(Arrays::compare)
            .isEqualTo(logged(one, shard));
      }
    }
  }

  @Test
  void sizeAndMemoryNeverShrink() {
    StateStore store = create();
    Random random = new Random(1);
    long size = 0;
    long bytes = store.bytes();
    assertThat(bytes).isPositive();
    for (int i = 0; i < 60_000; i++) {
      store.add(state(random.nextInt(40_000), true));
      if (i % 500 == 0) {
        assertThat(store.size()).isBetween(size, (long) i + 1);
        assertThat(store.bytes()).isGreaterThanOrEqualTo(bytes);
        size = store.size();
        bytes = store.bytes();
      }
    }
    assertThat(bytes).isGreaterThan(size * 8);
  }
}
