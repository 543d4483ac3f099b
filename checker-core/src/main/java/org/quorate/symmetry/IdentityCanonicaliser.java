package org.quorate.symmetry;

/** No symmetry: every state is its own representative. */
record IdentityCanonicaliser() implements Canonicaliser {

  @Override
  public Scratch newScratch() {
    return new Scratch(new long[0], new long[0], new long[0]);
  }

  @Override
  public void canonicalise(long[] state, Scratch scratch) {}

  @Override
  public long orbitSize(long[] representative, Scratch scratch) {
    return 1;
  }
}
