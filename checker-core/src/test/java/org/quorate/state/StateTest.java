package org.quorate.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17})
  void loadAndStoreCopyAtAnOffset(int words) {
    long[] source = new Random(words).longs(words + 4L).toArray();
    State state = new State(words);
    state.load(source, 2);
    assertThat(state.toWords()).isEqualTo(Arrays.copyOfRange(source, 2, 2 + words));
    long[] target = new long[words + 4];
    state.store(target, 3);
    long[] expected = new long[words + 4];
    System.arraycopy(source, 2, expected, 3, words);
    assertThat(target).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17})
  void aCopyIsTheSameUntilAnyWordChanges(int words) {
    State source = new State(words);
    source.load(new Random(words).longs(words).toArray(), 0);
    for (int w = 0; w < words; w++) {
      Draft draft = new Draft(words);
      draft.copyOf(source);
      assertThat(draft.sameAs(source)).isTrue();
      draft.words()[w] ^= 1L << w;
      assertThat(draft.sameAs(source)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void statesCompareAsUnsignedWordsTheFirstWordFirst(int words) {
    long[] low = new long[words];
    for (int w = words - 1; w >= 0; w--) {
      long[] high = low.clone();
      high[w] = -1;
      assertThat(State.compare(low, high)).isNegative();
      assertThat(State.compare(high, low)).isPositive();
      assertThat(Words.less(low, high)).isTrue();
      assertThat(Words.less(high, low)).isFalse();
      assertThat(Words.less(high, high)).isFalse();
      low = high;
      low[w] = Long.MAX_VALUE;
    }
  }
}
