package org.quorate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTableTest {

  private final EntryTable table = new EntryTable();

  private boolean add(long entry) {
    long[] chunk = table.chunkOf(entry);
    int index = EntryTable.homeOf(entry);
    while (chunk[index] != 0) {
      if (chunk[index] == entry) {
        return false;
      }
      index = EntryTable.next(index);
    }
    table.fill(chunk, index, entry);
    return true;
  }

  @ParameterizedTest(name = "{0} random low bits below {1}")
  @CsvSource({
    "64, 0000000000000000",
    "56, AB00000000000000",
    "50, 8000000000000000",
    "49, FFFF800000000000",
    "48, 0001000000000000"
  })
  void entriesThatShareTopBitsAreFoundAgain(int randomBits, String shared) {
    long top = Long.parseUnsignedLong(shared, 16);
    Random random = new Random(randomBits);
    Set<Long> entries = new LinkedHashSet<>();
    while (entries.size() < 20_000) {
      long entry = top | random.nextLong() >>> (Long.SIZE - randomBits);
      assertThat(add(entry)).isEqualTo(entries.add(entry));
      // So that the crowded chunks are not the only ones.
      long stray = random.nextLong();
      assertThat(add(stray)).isEqualTo(entries.add(stray));
    }
    assertThat(table.size()).isEqualTo(entries.size());
    assertThat(entries).noneMatch(this::add);
    assertThat(table.size()).isEqualTo(entries.size());
  }

  @Test
  void entriesOfOneHomeSlotFillChunksFromThereOnAndWrapAround() {
    long home = EntryTable.SLOTS - 2;
    long[] entries = new Random(1).longs(10_000).map(r -> (r & -EntryTable.SLOTS) | home).toArray();
    assertThat(entries).doesNotHaveDuplicates();
    for (long entry : entries) {
      assertThat(add(entry)).isTrue();
    }
    for (long entry : entries) {
      assertThat(add(entry)).isFalse();
    }
    assertThat(table.size()).isEqualTo(10_000);
  }

  @Test
  void moreEntriesOfOneDirectoryCellThanAChunkHoldsAreTooMany() {
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(
            () -> {
              for (long i = 1; i <= EntryTable.SLOTS; i++) {
                add(i);
              }
            })
        .withMessage("a shard of the state store is full");
  }

  @Test
  void memoryGrowsByChunks() {
    long empty = table.bytes();
    assertThat(empty).isGreaterThan(8L * EntryTable.SLOTS);
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      add(random.nextLong());
    }
    assertThat(table.bytes()).isEqualTo(empty);
    for (int i = 0; i < 1_000; i++) {
      add(random.nextLong());
    }
    assertThat(table.bytes()).isBetween(2 * empty - 64, 2 * empty + 64);
  }
}
