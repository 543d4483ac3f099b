package org.quorate.search;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quorate.bench.LaunchedBenchmark;
import org.quorate.model.Model;
import org.quorate.models.paxos.PaxosModels;
import org.quorate.symmetry.Canonicaliser;
import org.quorate.symmetry.Symmetry;

/**
 * Finding representatives under both symmetries of Paxos, for what a search hands to it: successors
 * of representatives, sampled evenly from the whole state space. And counting orbits, which is done
 * once for each new state. Scores are per state.
 */
@State(Scope.Thread)
public class CanonicaliseBenchmark extends LaunchedBenchmark {

  private static final int SAMPLE = 1 << 17;
  private static final int STATES_PER_CALL = 1 << 12;

  /** Acceptors, ballots and values. */
  @Param({"3/4/2", "5/3/2"})
  public String configuration;

  private int words;
  private long[] representatives;
  private long[] successors;
  private int next;
  private Canonicaliser canonicaliser;
  private Canonicaliser.Scratch scratch;
  private long[] state;

  @Setup
  public void setUp() {
    String[] sizes = configuration.split("/", -1);
    Model model =
        PaxosModels.of(
            Integer.parseInt(sizes[0]),
            Integer.parseInt(sizes[1]),
            Integer.parseInt(sizes[2]),
            false);
    Symmetry symmetry = Symmetry.all(model.layout());
    words = model.layout().words();
    representatives = ReachableStates.sample(ReachableStates.all(model, symmetry), words, SAMPLE);
    successors =
        ReachableStates.sample(ReachableStates.successors(model, representatives), words, SAMPLE);
    canonicaliser = Graph.of(model, symmetry).canonicaliser();
    scratch = canonicaliser.newScratch();
    state = new long[words];
  }

  @Benchmark
  @OperationsPerInvocation(STATES_PER_CALL)
  public long canonicalise() {
    long sum = 0;
    int from = advance();
    for (int i = 0; i < STATES_PER_CALL; i++) {
      load(successors, from + i);
      canonicaliser.canonicalise(state, scratch);
      sum += state[0];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(STATES_PER_CALL)
  public long orbitSize() {
    long sum = 0;
    int from = advance();
    for (int i = 0; i < STATES_PER_CALL; i++) {
      load(representatives, from + i);
      sum += canonicaliser.orbitSize(state, scratch);
    }
    return sum;
  }

  private int advance() {
    int from = next;
    next = (from + STATES_PER_CALL) % SAMPLE;
    return from;
  }

  private void load(long[] states, int number) {
    for (int w = 0; w < words; w++) {
      state[w] = states[number * words + w];
    }
  }
}
