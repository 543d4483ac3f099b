package org.quorate.symmetry;

import java.util.ArrayList;
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

  /** One affected cell: its place, and what it holds. */
  private record Cell(Variable variable, int row, int column, int address) {
    int bits() {
      return variable.element().bits();
    }

    /** The renamed cell's bits in word {@code word} of the image, given this cell's raw bits. */
    long image(Permutations renaming, int raw, int word) {
      if (raw >= variable.element().size()) {
        return 0;
      }
      int address =
          variable.address(
              renaming.image(variable.rows(), row), renaming.image(variable.columns(), column));
      int first = variable.element().first();
      long renamed = (long) renaming.image(variable.element(), raw + first) - first;
      return address / Long.SIZE == word ? renamed << address : 0;
    }
  }

  /** A run of affected bits of one word, and what they become in one word of the image. */
  record Lookup(int sourceWord, int shift, long mask, int targetWord, long[] images) {}

  /** The table of a renaming that moves members of the given scalarsets only. */
  static RenamingTable of(StateLayout layout, Permutations renaming, List<Scalarset> sets) {
    List<Cell> cells = affected(layout, sets);
    long[] kept = new long[layout.words()];
    java.util.Arrays.fill(kept, -1L);
    for (Cell cell : cells) {
      kept[cell.address() / Long.SIZE] &= ~(((1L << cell.bits()) - 1) << cell.address());
    }
    List<Lookup> found = new ArrayList<>();
    for (List<Cell> chunk : chunks(cells)) {
      for (int word = 0; word < layout.words(); word++) {
        Lookup lookup = lookup(chunk, renaming, word);
        if (java.util.Arrays.stream(lookup.images()).anyMatch(bits -> bits != 0)) {
          found.add(lookup);
        }
      }
    }
    return new RenamingTable(kept, found.toArray(Lookup[]::new));
  }

  private static List<Cell> affected(StateLayout layout, List<Scalarset> sets) {
    List<Cell> cells = new ArrayList<>();
    for (Variable v : layout.variables()) {
      if (sets.stream().anyMatch(v::mentions) && v.element().bits() > 0) {
        for (int r = v.rows().first(); r <= v.rows().last(); r++) {
          for (int c = v.columns().first(); c <= v.columns().last(); c++) {
            cells.add(new Cell(v, r, c, v.address(r, c)));
          }
        }
      }
    }
    cells.sort(Comparator.comparingInt(Cell::address));
    return cells;
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

  private static Lookup lookup(List<Cell> chunk, Permutations renaming, int targetWord) {
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
        images[pattern] |= cell.image(renaming, raw, targetWord);
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
