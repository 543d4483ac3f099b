package org.quorate.state;

/** A state that is being written: the scratch copy that an action changes through the handles. */
public final class Draft extends State {

  /** An all-zero draft of the given number of words. */
  public Draft(int words) {
    super(words);
  }

  /** Makes this draft a copy of {@code source}. */
  public void copyOf(State source) {
    load(source.words, 0);
  }

  /** The words themselves, for the engine that renames or stores a finished draft. */
  public long[] words() {
    return words;
  }
}
