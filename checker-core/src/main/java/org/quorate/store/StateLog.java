package org.quorate.store;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.quorate.state.Words;

/**
 * States in the order in which they were found, appended to chunks of {@value #CHUNK_STATES}
 * states: the queue of a breadth-first search and the source of its traces.
 */
public final class StateLog {

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK_STATES = 1 << CHUNK_BITS;
  private static final int CHUNK_MASK = CHUNK_STATES - 1;
  private static final long[] RELEASED = {};

  private final int words;
  private long[][] chunks = new long[4][];
  private final Deque<long[]> spares = new ArrayDeque<>();
  private long size;
  private int firstChunk;

  StateLog(int words) {
    this.words = words;
  }

  /** The number of states that were ever appended; positions run from 0 to this. */
  public long size() {
    return size;
  }

  /** The position of the first state that is still held. */
  public long start() {
    return (long) firstChunk << CHUNK_BITS;
  }

  void append(long[] source, int offset) {
    int chunk = (int) (size >>> CHUNK_BITS);
    int at = ((int) size & CHUNK_MASK) * words;
    if (at == 0) {
      addChunk(chunk);
    }
    Words.copy(source, offset, chunks[chunk], at, words);
    size++;
  }

  private void addChunk(int chunk) {
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunks.length);
    }
    long[] spare = spares.poll();
    chunks[chunk] = spare == null ? new long[CHUNK_STATES * words] : spare;
  }

  /** Copies the state at a position to {@code target[offset…]}. */
  public void read(long position, long[] target, int offset) {
    long[] source = chunks[(int) (position >>> CHUNK_BITS)];
    int at = ((int) position & CHUNK_MASK) * words;
    Words.copy(source, at, target, offset, words);
  }

  /** Whether the state at a position equals the one at {@code state[offset…]}. */
  boolean holds(long position, long[] state, int offset) {
    long[] source = chunks[(int) (position >>> CHUNK_BITS)];
    int at = ((int) position & CHUNK_MASK) * words;
    return Words.equal(source, at, state, offset, words);
  }

  /**
   * Forgets the states below a position, as far as they fill whole chunks, which are used again.
   */
  public void release(long position) {
    int keep = (int) (position >>> CHUNK_BITS);
    for (; firstChunk < keep; firstChunk++) {
      spares.add(chunks[firstChunk]);
      chunks[firstChunk] = RELEASED;
    }
  }

  /** The memory that the log takes, in bytes. */
  long bytes() {
    long held = ((size + CHUNK_MASK) >>> CHUNK_BITS) - firstChunk + spares.size();
    return held * ((long) CHUNK_STATES * words * Long.BYTES + 16) + 4L * chunks.length;
  }
}
