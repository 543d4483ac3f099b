package org.quorate.state;

/** Pairs of elements of two domains, numbered from 0 with the second running fastest. */
public record Pair(Domain left, Domain right) implements Domain {

  @Override
  public String name() {
    return left.name() + " × " + right.name();
  }

  @Override
  public int size() {
    return Math.multiplyExact(left.size(), right.size());
  }

  @Override
  public int first() {
    return 0;
  }

  /** The pair (x, y) as one element. */
  public int of(int x, int y) {
    return (x - left.first()) * right.size() + (y - right.first());
  }

  /** The first part of a pair. */
  public int left(int pair) {
    return pair / right.size() + left.first();
  }

  /** The second part of a pair. */
  public int right(int pair) {
    return pair % right.size() + right.first();
  }

  @Override
  public String format(int element) {
    return left.format(left(element)) + ":" + right.format(right(element));
  }

  @Override
  public Object value(int element) {
    return format(element);
  }

  @Override
  public boolean mentions(Scalarset set) {
    return left.mentions(set) || right.mentions(set);
  }

  @Override
  public int rename(Scalarset set, int[] image, int element) {
    return of(left.rename(set, image, left(element)), right.rename(set, image, right(element)));
  }
}
