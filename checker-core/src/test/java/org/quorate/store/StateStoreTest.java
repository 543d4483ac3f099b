package org.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateStoreTest {

  @Nested
  class ExactOneWordWithLog extends StateStoreSuite {
    ExactOneWordWithLog() {
      super(1, true);
    }

    @Override
    StateStore create() {
      return StateStore.exact(1, true);
    }
  }

  @Nested
  class ExactOneWord extends StateStoreSuite {
    ExactOneWord() {
      super(1, false);
    }

    @Override
    StateStore create() {
      return StateStore.exact(1, false);
    }
  }

  @Nested
  class ExactTwoWords extends StateStoreSuite {
    ExactTwoWords() {
      super(2, true);
    }

    @Override
    StateStore create() {
      return StateStore.exact(2, true);
    }
  }

  @Nested
  class ExactFiveWords extends StateStoreSuite {
    ExactFiveWords() {
      super(5, true);
    }

    @Override
    StateStore create() {
      return StateStore.exact(5, false);
    }
  }

  @Nested
  class FingerprintWithLog extends StateStoreSuite {
    FingerprintWithLog() {
      super(3, true);
    }

    @Override
    StateStore create() {
      return StateStore.fingerprint(3, true);
    }
  }

  @Nested
  class Fingerprint extends StateStoreSuite {
    Fingerprint() {
      super(2, false);
    }

    @Override
    StateStore create() {
      return StateStore.fingerprint(2, false);
    }
  }

  @Test
  void onlyFingerprintsOfSeveralWordsAreInexact() {
    assertThat(StateStore.exact(1, false).isExact()).isTrue();
    assertThat(StateStore.exact(3, false).isExact()).isTrue();
    assertThat(StateStore.fingerprint(1, false).isExact()).isTrue();
    assertThat(StateStore.fingerprint(2, false).isExact()).isFalse();
  }

  @Test
  void onlyExactStoresOfSeveralWordsNeedTheirLog() {
    assertThat(StateStore.exact(1, true).needsLog()).isFalse();
    assertThat(StateStore.exact(2, true).needsLog()).isTrue();
    assertThat(StateStore.fingerprint(2, true).needsLog()).isFalse();
  }

  /** Two states whose hashes meet: the second words make up for the difference of the first. */
  @Test
  void statesOfOneHashAreTwoWhenExactAndOneAsFingerprints() {
    long[] one = {1, 0};
    long[] other = {2, Hash.of(new long[] {1}, 0, 1) ^ Hash.of(new long[] {2}, 0, 1)};
    assertThat(Hash.of(other, 0, 2)).isEqualTo(Hash.of(one, 0, 2));
    StateStore exact = StateStore.exact(2, false);
    assertThat(exact.add(one)).isTrue();
    assertThat(exact.add(other)).isTrue();
    assertThat(exact.add(one)).isFalse();
    assertThat(exact.add(other)).isFalse();
    StateStore fingerprint = StateStore.fingerprint(2, false);
    assertThat(fingerprint.add(one)).isTrue();
    assertThat(fingerprint.add(other)).isFalse();
  }

  @Test
  void theLargestShardGetsTwiceTheShareOfTheSmallest() {
    int[] counts = new int[StateStore.SHARDS];
    new Random(1).longs(1 << 20).forEach(hash -> counts[StateStore.shardOf(hash)]++);
    assertThat(counts).doesNotContain(0);
    double first = counts[0] + counts[1] + counts[2] + counts[3];
    double last = counts[60] + counts[61] + counts[62] + counts[63];
    assertThat(last / first).isBetween(1.7, 2.2);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 5.421e-20", "1000000, 2.71e-8", "4294967296, 0.3935"})
  void theProbabilityOfACollisionIsThatOfBirthdays(long states, double probability) {
    assertThat(StateStore.collisionProbability(states))
        .isCloseTo(probability, within(probability / 1000));
  }
}
