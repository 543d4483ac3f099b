package org.quorate.symmetry;

import java.util.List;
import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * Applies every renaming of the group, cell by cell, and keeps the smallest image: the oracle for
 * the {@link SortingCanonicaliser}. Its time grows with the order of the group.
 */
final class ExhaustiveCanonicaliser implements Canonicaliser {

  private final List<Renaming> group;
  private final State source;
  private final Draft image;

  ExhaustiveCanonicaliser(List<Renaming> group, int words) {
    this.group = group;
    this.source = new State(words);
    this.image = new Draft(words);
  }

  @Override
  public void canonicalise(long[] state) {
    source.load(state, 0);
    for (Renaming renaming : group) {
      renaming.apply(source, image);
      if (State.compare(image.words(), state) < 0) {
        image.store(state, 0);
      }
    }
  }

  @Override
  public long orbitSize(long[] representative) {
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
