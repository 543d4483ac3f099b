package org.quorate.state;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One declared variable of a layout: a named grid of cells, rows × columns, each holding one
 * element of a domain. Every handle is a typed view of one; generic code (renaming, traces,
 * pictures of the bits) works on variables directly. A dimension that a variable does not have is a
 * domain of one element.
 *
 * @param name unique in the layout
 * @param rows what the rows are indexed by
 * @param columns what the columns are indexed by; for a set, what may be a member
 * @param element what a cell holds; {@link #BIT} for a set
 * @param mask as many ones as a cell has bits
 * @param placement where the cells are
 * @param alongRow how to read a row of bits at once
 * @param alongColumn how to read a column of bits at once
 * @param spread how to count a column of bits that lies in several words, if there is a way
 * @param bounds what may be written where
 */
public record Variable(
    String name,
    Domain rows,
    Domain columns,
    Domain element,
    long mask,
    Placement placement,
    Line alongRow,
    Line alongColumn,
    @Nullable Spread spread,
    Bounds bounds) {

  /** The domain of a dimension that is not there. */
  public static final Subrange UNIT = Subrange.of("unit", 1);

  /** The domain of a membership bit. */
  public static final Subrange BIT = Subrange.of("bit", 2);

  static Variable of(Shape shape, Placement placement) {
    int rows = shape.rows().size();
    int columns = shape.columns().size();
    boolean bits = shape.element().bits() == 1;
    int across = placement.columnStride();
    int down = placement.rowStride();
    return new Variable(
        shape.name(),
        shape.rows(),
        shape.columns(),
        shape.element(),
        (1L << shape.element().bits()) - 1,
        placement,
        Line.of(placement, bits ? rows : 1, down, bits ? columns : 1, across),
        Line.of(placement, bits ? columns : 1, across, bits ? rows : 1, down),
        bits ? Spread.of(placement, rows, columns) : null,
        Bounds.of(shape));
  }

  /** Whether cells are membership bits. */
  public boolean isSet() {
    return element.equals(BIT);
  }

  /** Whether an index or an element of this variable is a member of the scalarset. */
  public boolean mentions(Scalarset set) {
    return rows.mentions(set) || columns.mentions(set) || element.mentions(set);
  }

  /** Where the cell's lowest bit is: 64 times its word plus the position in the word. */
  public int address(int row, int column) {
    return placement.address(row - rows.first(), column - columns.first());
  }

  /** The element in a cell; the indices are checked by an {@code assert} only. */
  public int get(State s, int row, int column) {
    assert inRange(rows, row) && inRange(columns, column) : noSuchCell(cell(row, column));
    int address = address(row, column);
    return (int) (s.words[address >>> 6] >>> address & mask) + element.first();
  }

  /**
   * Writes an element to a cell.
   *
   * @throws IllegalArgumentException if an index or the value is out of range; it would change
   *     other cells
   */
  public void set(Draft t, int row, int column, int value) {
    if (!bounds.admit(row, column, value)) {
      throw outOfRange(row, column, value);
    }
    int address = address(row, column);
    long bits = (long) (value - element.first()) << address;
    int word = address >>> 6;
    t.words[word] = (t.words[word] & ~(mask << address)) | bits;
  }

  /** How many cells of the row hold a one. */
  int countRow(State s, int row) {
    if (alongRow.oneWord()) {
      return Long.bitCount(alongRow.bits(s, row - rows.first()));
    }
    int count = 0;
    for (int c = columns.first(); c <= columns.last(); c++) {
      count += get(s, row, c);
    }
    return count;
  }

  /** How many cells of the column hold a one. */
  int countColumn(State s, int column) {
    if (alongColumn.oneWord()) {
      return Long.bitCount(alongColumn.bits(s, column - columns.first()));
    }
    Spread words = spread;
    if (words != null) {
      return words.count(s, column - columns.first());
    }
    int count = 0;
    for (int r = rows.first(); r <= rows.last(); r++) {
      count += get(s, r, column);
    }
    return count;
  }

  /** The last column below {@code bound} that holds a one in this row, or NONE. */
  int lastBelow(State s, int row, int bound) {
    assert bound <= columns.last() + 1 : name + ": bound " + bound;
    if (alongRow.oneWord() && alongRow.step() == 1) {
      int width = bound - columns.first();
      long below = width == 0 ? 0 : -1L >>> (Long.SIZE - width);
      long bits = alongRow.bits(s, row - rows.first()) & below;
      // 63 − 64 is NONE: no branch, where there is nothing to add.
      int last = Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
      return columns.first() == 0 || last == Domain.NONE ? last : last + columns.first();
    }
    for (int c = bound - 1; c >= columns.first(); c--) {
      if (get(s, row, c) != 0) {
        return c;
      }
    }
    return Domain.NONE;
  }

  private static boolean inRange(Domain domain, int element) {
    return element >= domain.first() && element <= domain.last();
  }

  /** Such as {@code pc[p1] := 3 is outside 0..2}. */
  private IllegalArgumentException outOfRange(int row, int column, int value) {
    String write = cell(row, column) + " := " + value;
    boolean placed = inRange(rows, row) && inRange(columns, column);
    return new IllegalArgumentException(
        placed ? write + " is outside " + range(element) : noSuchCell(write));
  }

  /** An access to a cell that does not exist, and which there are. */
  private String noSuchCell(String access) {
    String ranges =
        Stream.of(rows, columns)
            .filter(d -> !d.equals(UNIT))
            .map(d -> d.name() + " " + range(d))
            .collect(Collectors.joining(", "));
    return access + ": an index is outside " + ranges;
  }

  private String cell(int row, int column) {
    String indices =
        Stream.concat(index(rows, row), index(columns, column)).collect(Collectors.joining(", "));
    return indices.isEmpty() ? name : name + "[" + indices + "]";
  }

  private static Stream<String> index(Domain domain, int element) {
    if (domain.equals(UNIT)) {
      return Stream.empty();
    }
    return Stream.of(inRange(domain, element) ? domain.format(element) : String.valueOf(element));
  }

  private static String range(Domain domain) {
    return domain.first() + ".." + domain.last();
  }
}
