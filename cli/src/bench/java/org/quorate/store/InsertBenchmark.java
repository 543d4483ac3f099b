package org.quorate.store;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quorate.bench.BareTable;
import org.quorate.bench.LaunchedBenchmark;

/**
 * Inserting random states into a store, the way a search does: a block of candidates, then shard by
 * shard. Scores are per candidate. {@code added} fills an empty store, which grows all the way;
 * {@code repeated} offers the states of a full store in another order. The {@code bare} twins do
 * the same to a plain array that was made in the right size, for what the memory allows.
 */
public class InsertBenchmark extends LaunchedBenchmark {

  /** Inserts a call; small stores are filled several times to get there. */
  private static final int INSERTS = 1 << 24;

  /** About as many as a breadth-first search collects before it inserts them. */
  private static final int BLOCK = 1 << 18;

  /** Odd: so multiples are distinct and, after hashing, in random order. */
  private static final long FACTOR = 0xD1342543DE82EF95L;

  /** A store and its candidates. */
  @State(Scope.Thread)
  public static class Sharded {
    @Param({"1", "2"})
    public int words;

    /** 2^20 and 2^24. */
    @Param({"1048576", "16777216"})
    public int states;

    private Candidates candidates;
    private long[] state;
    private StateStore full;

    @Setup
    public void setUp() {
      candidates = new Candidates(words);
      state = new long[words];
      full = StateStore.exact(words, true);
      insert(full, 1);
    }

    /** The stores of the last call need not be kept; without this, they would fill the heap. */
    @Setup(Level.Invocation)
    public void collect() {
      System.gc();
    }

    /** Inserts the states in an order that the odd {@code step} chooses. */
    private void insert(StateStore store, int step) {
      for (int from = 0; from < states; from += BLOCK) {
        for (int i = from; i < from + BLOCK; i++) {
          int number = (i * step) & (states - 1);
          state[words - 1] = number;
          state[0] = number * FACTOR;
          candidates.add(state);
        }
        for (int shard = 0; shard < StateStore.SHARDS; shard++) {
          candidates.moveTo(store, shard);
        }
      }
      if (store.size() != states) {
        throw new AssertionError("the store has %d states".formatted(store.size()));
      }
    }
  }

  /** Plain tables and a block of hashes. */
  @State(Scope.Thread)
  public static class Bare {
    /** 2^20 and 2^24. */
    @Param({"1048576", "16777216"})
    public int states;

    private final long[] hashes = new long[BLOCK];
    private BareTable[] empty;
    private BareTable full;

    @Setup
    public void setUp() {
      full = new BareTable(states);
      insert(full, 1);
    }

    @Setup(Level.Invocation)
    public void allocate() {
      empty = new BareTable[0];
      System.gc();
      empty = new BareTable[INSERTS / states];
      for (int i = 0; i < empty.length; i++) {
        empty[i] = new BareTable(states);
      }
    }

    private int insert(BareTable table, int step) {
      int added = 0;
      for (int from = 0; from < states; from += BLOCK) {
        for (int i = 0; i < BLOCK; i++) {
          hashes[i] = (((from + i) * step) & (states - 1)) * FACTOR;
          hashes[i] = Hash.of(hashes, i, 1);
        }
        added += table.addAll(hashes, BLOCK);
      }
      return added;
    }
  }

  /** Any odd number far from the powers of two. */
  private static final int ANOTHER_ORDER = 0x2545F491;

  @Benchmark
  @OperationsPerInvocation(INSERTS)
  public void added(Sharded s) {
    for (int i = 0; i < INSERTS / s.states; i++) {
      s.insert(StateStore.exact(s.words, true), 1);
    }
  }

  @Benchmark
  @OperationsPerInvocation(INSERTS)
  public void repeated(Sharded s) {
    for (int i = 0; i < INSERTS / s.states; i++) {
      s.insert(s.full, ANOTHER_ORDER);
    }
  }

  @Benchmark
  @OperationsPerInvocation(INSERTS)
  public int bareAdded(Bare b) {
    int added = 0;
    for (BareTable table : b.empty) {
      added += b.insert(table, 1);
    }
    return added;
  }

  @Benchmark
  @OperationsPerInvocation(INSERTS)
  public int bareRepeated(Bare b) {
    int added = 0;
    for (int i = 0; i < b.empty.length; i++) {
      added += b.insert(b.full, ANOTHER_ORDER);
    }
    return added;
  }
}
