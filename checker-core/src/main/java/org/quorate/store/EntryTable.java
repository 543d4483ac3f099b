package org.quorate.store;

import java.util.Arrays;

/**
 * An open-addressing table of 64-bit entries that grows by extendible hashing (Fagin, Nievergelt,
 * Pippenger and Strong, 1979). Slots lie in chunks of {@value #SLOTS}; the top bits of an entry
 * choose its chunk through a directory, its lowest {@value #SLOT_BITS} bits its home slot, and
 * probing is linear inside the chunk. A chunk that is four fifths full is split in two by the next
 * top bit.
 *
 * <p>So growing moves 32 KiB at a time, never copies the table, and never leaves an old one behind
 * for the garbage collector. Which entries are equal is for the owner to say: the table only places
 * them, by bits that every entry has.
 *
 * <p>A chunk's element 0 counts its entries, so that it shares a cache line with the array length,
 * which every access reads.
 */
final class EntryTable {

  static final int SLOT_BITS = 12;
  static final int SLOTS = 1 << SLOT_BITS;

  /** Linear probing takes 13 steps for a miss at this load, all in two or three cache lines. */
  private static final int MAX_ENTRIES = SLOTS * 4 / 5;

  /** Entries have this many bits on top that are fit to choose a chunk. */
  static final int DIRECTORY_BITS = 20;

  private static final int MASK = SLOTS - 1;

  private long[][] directory = {new long[1 + SLOTS]};
  private final long[] scratch = new long[1 + SLOTS];
  private int depth;
  private int chunks = 1;
  private long size;

  /** The chunk that an entry with these bits belongs to. */
  long[] chunkOf(long bits) {
    return directory[(int) (bits >>> 1 >>> (Long.SIZE - 1 - depth))];
  }

  /** The index in its chunk where the search for an entry with these bits begins. */
  static int homeOf(long bits) {
    return 1 + ((int) bits & MASK);
  }

  /** The index after {@code index} in probing order. */
  static int next(int index) {
    return 1 + (index & MASK);
  }

  /** Puts an entry into the empty slot that a search for it ended at. */
  void fill(long[] chunk, int index, long entry) {
    chunk[index] = entry;
    size++;
    if (++chunk[0] > MAX_ENTRIES) {
      split(chunk, entry);
    }
  }

  /** Divides a full chunk by the first top bit that not all its entries share. */
  private void split(long[] chunk, long member) {
    int shared = sharedBits(chunk, member);
    if (shared == depth) {
      doubleDirectory();
    }
    long[] sibling = new long[1 + SLOTS];
    long[] entries = scratch;
    System.arraycopy(chunk, 0, entries, 0, chunk.length);
    Arrays.fill(chunk, 0);
    for (int i = 1; i < entries.length; i++) {
      long entry = entries[i];
      if (entry != 0) {
        place((entry << shared) < 0 ? sibling : chunk, entry);
      }
    }
    int span = 1 << (depth - shared);
    int index = (int) (member >>> 1 >>> (Long.SIZE - 1 - depth)) & -span;
    for (int i = index + span / 2; i < index + span; i++) {
      directory[i] = sibling;
    }
    chunks++;
  }

  /** How many top bits choose this chunk: the directory's, less those that do not matter for it. */
  private int sharedBits(long[] chunk, long member) {
    int index = (int) (member >>> 1 >>> (Long.SIZE - 1 - depth));
    int shared = depth;
    while (shared > 0 && directory[index ^ (1 << (depth - shared))] == chunk) {
      shared--;
    }
    return shared;
  }

  private void doubleDirectory() {
    if (depth == DIRECTORY_BITS) {
      throw new OutOfMemoryError("a shard of the state store is full");
    }
    long[][] larger = new long[directory.length * 2][];
    for (int i = 0; i < larger.length; i++) {
      larger[i] = directory[i >> 1];
    }
    directory = larger;
    depth++;
  }

  private static void place(long[] chunk, long entry) {
    int index = homeOf(entry);
    while (chunk[index] != 0) {
      index = next(index);
    }
    chunk[index] = entry;
    chunk[0]++;
  }

  /** The number of entries. */
  long size() {
    return size;
  }

  /** The memory that the table takes, in bytes. */
  long bytes() {
    return chunks * (Long.BYTES * (1L + SLOTS) + 16) + 4L * directory.length;
  }
}
