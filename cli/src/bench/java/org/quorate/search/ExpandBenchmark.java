package org.quorate.search;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quorate.bench.LaunchedBenchmark;
import org.quorate.model.Model;
import org.quorate.models.paxos.PaxosModels;
import org.quorate.symmetry.Symmetry;

/**
 * Generating successors, without canonicalisation and without a store: Paxos with 3 acceptors, 4
 * ballots and 2 values, whose 8,220,065 reachable states are sampled evenly. The score is per
 * expanded state; the secondary result {@code expand:transitions} is per fired transition.
 */
@State(Scope.Thread)
public class ExpandBenchmark extends LaunchedBenchmark {

  private static final int SAMPLE = 1 << 18;
  private static final int STATES_PER_CALL = 1 << 12;

  /** Counts the fired transitions. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Fired {
    public long transitions;
  }

  /** How the model keeps the acceptors' registers: in one word a state, or in two. */
  @Param({"derived", "stored"})
  public String registers;

  private int words;
  private long[] states;
  private int next;
  private Expander expander;
  private long transitions;
  private long sum;

  @Setup
  public void setUp() {
    Model model = PaxosModels.of(3, 4, 2, registers.equals("stored"));
    Symmetry none = Symmetry.none(model.layout());
    words = model.layout().words();
    states = ReachableStates.sample(ReachableStates.all(model, none), words, SAMPLE);
    expander = new Expander(Graph.of(model, none), this::take);
  }

  private void take(long[] successor) {
    transitions++;
    sum += successor[0];
  }

  @Benchmark
  @OperationsPerInvocation(STATES_PER_CALL)
  public long expand(Fired fired) {
    long before = transitions;
    int from = next;
    for (int i = 0; i < STATES_PER_CALL; i++) {
      expander.expand(states, (from + i) * words);
    }
    next = (from + STATES_PER_CALL) % SAMPLE;
    fired.transitions += transitions - before;
    return sum;
  }
}
