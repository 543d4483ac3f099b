package org.quorate.model;

import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * Where an action puts the successors of a state, one after another, each between {@code begin} and
 * {@link #end}. The draft is one scratch object that {@code begin} refills.
 *
 * <p>A step that changes nothing is not a step: {@code end} drops it.
 */
public final class Successors {

  /** The largest number of arguments of an action. */
  public static final int MAX_ARGUMENTS = 4;

  /** Receives finished successors. */
  @FunctionalInterface
  public interface Sink {
    /** Takes what it needs of the draft before it returns; it may change the draft. */
    void accept(Draft successor);
  }

  private final State source;
  private final Draft draft;
  private final Sink sink;
  private final boolean dropsUnchanged;
  private int first;
  private int second;
  private int third;
  private int fourth;

  private Successors(State source, Sink sink, int words, boolean dropsUnchanged) {
    this.source = source;
    this.draft = new Draft(words);
    this.sink = sink;
    this.dropsUnchanged = dropsUnchanged;
  }

  /**
   * Successors of whatever {@code source} holds at the time of each {@code begin}.
   *
   * @param words the number of words of the states
   */
  public static Successors of(State source, int words, Sink sink) {
    return new Successors(source, sink, words, true);
  }

  /** As {@link #of}, but steps that change nothing are kept; for tools that explain. */
  public static Successors withUnchanged(State source, int words, Sink sink) {
    return new Successors(source, sink, words, false);
  }

  /** A receiver of initial states: drafts start all-zero, and none is dropped. */
  public static Successors initial(int words, Sink sink) {
    return new Successors(new State(words), sink, words, false);
  }

  /** Starts a successor by a step without arguments: a draft equal to the source state. */
  public Draft begin() {
    draft.copyOf(source);
    return draft;
  }

  /** Starts a successor by a step with one argument. */
  public Draft begin(int argument) {
    first = argument;
    return begin();
  }

  /** Starts a successor by a step with two arguments. */
  public Draft begin(int argument1, int argument2) {
    first = argument1;
    second = argument2;
    return begin();
  }

  /** Starts a successor by a step with three arguments. */
  public Draft begin(int argument1, int argument2, int argument3) {
    first = argument1;
    second = argument2;
    third = argument3;
    return begin();
  }

  /** Starts a successor by a step with four arguments. */
  public Draft begin(int argument1, int argument2, int argument3, int argument4) {
    fourth = argument4;
    return begin(argument1, argument2, argument3);
  }

  /** Finishes the successor. */
  public void end() {
    if (dropsUnchanged && draft.sameAs(source)) {
      return;
    }
    sink.accept(draft);
  }

  /** The first {@code count} arguments of the step at hand; for sinks that show them. */
  public int[] arguments(int count) {
    int[] all = {first, second, third, fourth};
    return java.util.Arrays.copyOf(all, count);
  }
}
