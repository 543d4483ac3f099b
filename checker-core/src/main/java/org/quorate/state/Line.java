package org.quorate.state;

/**
 * How to read all bits along one axis of a grid of bits at once. Where every line along the axis
 * lies in one word, line i is {@code word >>> (base + i * stride)} under {@code mask}, whose bits
 * are {@code step} apart.
 *
 * @param oneWord whether the lines can be read so; if not, the other parts mean nothing
 */
record Line(boolean oneWord, int base, int stride, int step, long mask) {

  private static final Line SCATTERED = new Line(false, 0, 0, 0, 0);

  /**
   * Lines of {@code count} cells, {@code step} apart, whose first cells are {@code stride} apart.
   */
  static Line of(Placement placement, int lines, int stride, int count, int step) {
    if (placement.table() != null) {
      return SCATTERED;
    }
    int lowest = placement.base() + Math.min(0, (count - 1) * step);
    int reach = (count - 1) * Math.abs(step);
    for (int i = 0; i < lines; i++) {
      if (((lowest + i * stride) & 63) + reach > 63) {
        return SCATTERED;
      }
    }
    long mask = 0;
    for (int i = 0; i < count; i++) {
      mask |= 1L << (i * Math.abs(step));
    }
    return new Line(true, lowest, stride, step, mask);
  }

  /** The bits of line i, the cell with the lowest address at bit 0. */
  long bits(State s, int i) {
    int address = base + i * stride;
    return s.words[address >>> 6] >>> address & mask;
  }
}
