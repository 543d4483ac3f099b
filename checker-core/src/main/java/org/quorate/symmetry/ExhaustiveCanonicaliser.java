package org.quorate.symmetry;

import java.util.List;
import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * Applies every renaming of the group, cell by cell, and keeps the smallest image: the oracle for
 * the {@link SortingCanonicaliser}. Its time grows with the order of the group.
 */
record ExhaustiveCanonicaliser(List<Renaming> group) implements Canonicaliser {

  @Override
  public Scratch newScratch() {
    return new Scratch(new long[0], new long[0], new long[0]);
  }

  @Override
  public void canonicalise(long[] state, Scratch scratch) {
    State source = new State(state.length);
    Draft image = new Draft(state.length);
    source.load(state, 0);
    for (Renaming renaming : group) {
      renaming.apply(source, image);
      if (State.compare(image.words(), state) < 0) {
        image.store(state, 0);
      }
    }
  }

  @Override
  public long orbitSize(long[] representative, Scratch scratch) {
    State source = new State(representative.length);
    Draft image = new Draft(representative.length);
    source.load(representative, 0);
    long stabiliser = 0;
    for (Renaming renaming : group) {
      renaming.apply(source, image);
      if (image.sameAs(source)) {
        stabiliser++;
      }
    }
    return group.size() / stabiliser;
  }
}
