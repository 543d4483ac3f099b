package org.quorate.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.quorate.state.Scalarset;
import org.quorate.state.StateLayout;
import org.quorate.state.Variable;

/**
 * One renaming as table look-ups. A renaming treats each cell on its own, so the image of a state
 * is the bitwise or of the images of its pieces: the bits that it leaves alone are masked, and each
 * run of up to {@value #CHUNK_BITS} affected bits is looked up. Eight bits keep a table at 2 KiB;
 * most states have one or two affected runs.
 */
record RenamingTable(long[] kept, Lookup[] lookups) {

  private static final int CHUNK_BITS = 8;

  /**
   * One affected cell.
   *
   * @param address where it is
   * @param target where it goes
   * @param images what becomes of what it holds: for raw bits the raw bits of the renamed element
   */
  private record Cell(int address, int bits, int target, int[] images) {

    int targetWord() {
      return target / Long.SIZE;
    }

    /** The renamed cell's bits in its word of the image, given this cell's raw bits. */
    long image(int raw) {
      return raw < images.length ? (long) images[raw] << target : 0;
    }
  }

  /** A run of affected bits of one word, and what they become in one word of the image. */
  record Lookup(int sourceWord, int shift, long mask, int targetWord, long[] images) {}

  /** The table of a renaming that moves members of the given scalarsets only. */
  static RenamingTable of(StateLayout layout, Permutations renaming, List<Scalarset> sets) {
    List<Cell> cells = affected(layout, renaming, sets);
    long[] kept = new long[layout.words()];
    Arrays.fill(kept, -1L);
    for (Cell cell : cells) {
      kept[cell.address() / Long.SIZE] &= ~(((1L << cell.bits()) - 1) << cell.address());
    }
    List<Lookup> found = new ArrayList<>();
    for (List<Cell> chunk : chunks(cells)) {
      chunk.stream()
          .mapToInt(Cell::targetWord)
          .distinct()
          .sorted()
          .mapToObj(word -> lookup(chunk, word))
          .forEach(found::add);
    }
    return new RenamingTable(kept, found.toArray(Lookup[]::new));
  }

  private static List<Cell> affected(
      StateLayout layout, Permutations renaming, List<Scalarset> sets) {
    List<Cell> cells = new ArrayList<>();
    for (Variable v : layout.variables()) {
      if (sets.stream().anyMatch(v::mentions) && v.element().bits() > 0) {
        addCells(cells, v, renaming);
      }
    }
    cells.sort(Comparator.comparingInt(Cell::address));
    return cells;
  }

  private static void addCells(List<Cell> cells, Variable v, Permutations renaming) {
    int[] rows = renaming.images(v.rows());
    int[] columns = renaming.images(v.columns());
    int first = v.element().first();
    int[] images =
        Arrays.stream(renaming.images(v.element())).map(element -> element - first).toArray();
    for (int r = v.rows().first(); r <= v.rows().last(); r++) {
      for (int c = v.columns().first(); c <= v.columns().last(); c++) {
        int target = v.address(rows[r - v.rows().first()], columns[c - v.columns().first()]);
        cells.add(new Cell(v.address(r, c), v.element().bits(), target, images));
      }
    }
  }

  /** Cuts cells, in the order of their addresses, into runs that one look-up takes. */
  private static List<List<Cell>> chunks(List<Cell> cells) {
    List<List<Cell>> chunks = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || !fits(cells.get(start), cells.get(i))) {
        chunks.add(cells.subList(start, i));
        start = i;
      }
    }
    return chunks;
  }

  private static boolean fits(Cell first, Cell last) {
    return first.address() / Long.SIZE == last.address() / Long.SIZE
        && last.address() + last.bits() - first.address() <= CHUNK_BITS;
  }

  private static Lookup lookup(List<Cell> chunk, int targetWord) {
    Cell low = chunk.get(0);
    Cell high = chunk.get(chunk.size() - 1);
    int bits = high.address() + high.bits() - low.address();
    long mask = 0;
    for (Cell cell : chunk) {
      mask |= ((1L << cell.bits()) - 1) << (cell.address() - low.address());
    }
    long[] images = new long[1 << bits];
    for (int pattern = 0; pattern < images.length; pattern++) {
      for (Cell cell : chunk) {
        int raw = pattern >>> (cell.address() - low.address()) & ((1 << cell.bits()) - 1);
        images[pattern] |= cell.targetWord() == targetWord ? cell.image(raw) : 0;
      }
    }
    int shift = low.address() % Long.SIZE;
    return new Lookup(low.address() / Long.SIZE, shift, mask, targetWord, images);
  }

  /** Writes the renamed {@code source} to {@code target}, which must be another array. */
  void apply(long[] source, long[] target) {
    for (int w = 0; w < target.length; w++) {
      target[w] = source[w] & kept[w];
    }
    for (Lookup l : lookups) {
      target[l.targetWord] |= l.images[(int) (source[l.sourceWord] >>> l.shift & l.mask)];
    }
  }
}
