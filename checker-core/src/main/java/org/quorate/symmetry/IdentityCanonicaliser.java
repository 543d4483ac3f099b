package org.quorate.symmetry;

/** No symmetry: every state is its own representative. */
final class IdentityCanonicaliser implements Canonicaliser {

  @Override
  public void canonicalise(long[] state) {}

  @Override
  public long orbitSize(long[] representative) {
    return 1;
  }
}
