package org.quorate.model;

import java.util.Arrays;
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

  /** Stands for an argument that {@code begin} was not given; no domain has it. */
  public static final int NOT_GIVEN = Integer.MIN_VALUE;

  /** The words of a draft that is between two steps, where forgetting to begin or end must show. */
  private static final long NO_STEP = 0x9E3779B97F4A7C15L;

  private static final String OPEN =
      "a begin(…) has no end(): call end() after the writes of each successor";

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

  /**
   * As {@link #of}, but steps that change nothing are kept, and what a body does wrong is noticed;
   * for tools that explain.
   */
  public static Successors withUnchanged(State source, int words, Sink sink) {
    return audited(source, words, sink);
  }

  /** A receiver of initial states: drafts start all-zero, and none is dropped. */
  public static Successors initial(int words, Sink sink) {
    return audited(new State(words), words, sink);
  }

  /**
   * Everything but a search goes through this one sink: a search's own is then the second one that
   * {@link #end} meets, and the just-in-time compiler still knows both.
   */
  private static Successors audited(State source, int words, Sink sink) {
    Successors[] self = new Successors[1];
    self[0] = new Successors(source, draft -> self[0].finish(sink), words, false);
    self[0].clear();
    return self[0];
  }

  private void finish(Sink target) {
    if (!isOpen()) {
      throw new IllegalStateException("an end() has no begin(…): each successor needs both");
    }
    target.accept(draft);
    clear();
  }

  private void clear() {
    first = NOT_GIVEN;
    second = NOT_GIVEN;
    third = NOT_GIVEN;
    fourth = NOT_GIVEN;
    Arrays.fill(draft.words(), NO_STEP);
  }

  /** Whether a step was begun and not ended; a search's successors are not looked at. */
  private boolean isOpen() {
    if (dropsUnchanged) {
      return false;
    }
    for (long word : draft.words()) {
      if (word != NO_STEP) {
        return true;
      }
    }
    return false;
  }

  /**
   * To be called after a body of which mistakes shall be noticed.
   *
   * @throws IllegalStateException if it has begun a step and not ended it
   */
  public void requireEnded() {
    if (isOpen()) {
      throw new IllegalStateException(OPEN);
    }
  }

  /** Starts a successor by a step without arguments: a draft equal to the source state. */
  public Draft begin() {
    assert !isOpen() : OPEN;
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
    return Arrays.copyOf(all, count);
  }
}
