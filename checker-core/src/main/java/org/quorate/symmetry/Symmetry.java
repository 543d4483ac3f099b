package org.quorate.symmetry;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.quorate.state.Columns;
import org.quorate.state.Scalarset;
import org.quorate.state.StateLayout;
import org.quorate.state.Variable;

/**
 * Which scalarsets a search treats as interchangeable, and the fastest exact way to canonicalise
 * for them: the scalarset that the layout gave columns is sorted, the others are enumerated.
 */
public final class Symmetry {

  /** More renamings than this for one state would make the search slower than no symmetry. */
  public static final int MAX_ENUMERATED = 5_040;

  private final StateLayout layout;
  private final List<Scalarset> sets;
  private final RenamingTable[] tables;

  private Symmetry(StateLayout layout, List<Scalarset> sets) {
    this.layout = layout;
    this.sets = List.copyOf(sets);
    long enumerated = LongMath.saturatedMultiply(order(enumerated()), cosets());
    if (enumerated > MAX_ENUMERATED) {
      throw new IllegalArgumentException(
          "symmetry over %s needs %,d renamings a state; at most %,d are allowed; leave one out"
              .formatted(names(), enumerated, MAX_ENUMERATED));
    }
    this.tables = tables();
  }

  /**
   * The renamings of the enumerated scalarsets, and of the sorted one those that sorting within
   * classes leaves over; without the identity.
   */
  private RenamingTable[] tables() {
    List<Scalarset> moved = new ArrayList<>(enumerated());
    List<Permutations> permutations = Permutations.all(moved);
    if (cosets() > 1) {
      Scalarset sorted = sortedColumns().orElseThrow().set();
      permutations = Permutations.withCosets(permutations, sorted);
      moved.add(sorted);
    }
    return permutations.stream()
        .skip(1)
        .map(p -> RenamingTable.of(layout, p, moved))
        .toArray(RenamingTable[]::new);
  }

  /** The representatives of the group of the sorted scalarset, if there is one. */
  private int cosets() {
    return sortedColumns().map(c -> c.set().group().cosets().size()).orElse(1);
  }

  /** No symmetry. */
  public static Symmetry none(StateLayout layout) {
    return new Symmetry(layout, List.of());
  }

  /** The symmetry of every scalarset of the layout. */
  public static Symmetry all(StateLayout layout) {
    return new Symmetry(layout, layout.scalarsets());
  }

  /**
   * The symmetry of the named scalarsets.
   *
   * @throws IllegalArgumentException if the layout has no scalarset of that name, or the group is
   *     too large to enumerate
   */
  public static Symmetry of(StateLayout layout, Collection<String> names) {
    List<Scalarset> chosen = new ArrayList<>();
    for (Scalarset set : layout.scalarsets()) {
      if (names.contains(set.name())) {
        chosen.add(set);
      }
    }
    List<String> known = layout.scalarsets().stream().map(Scalarset::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "unknown symmetry '%s'; this model has: %s".formatted(name, String.join(", ", known)));
      }
    }
    return new Symmetry(layout, chosen);
  }

  /** The names of the scalarsets, in the order of the layout. */
  public List<String> names() {
    return sets.stream().map(Scalarset::name).toList();
  }

  /**
   * The names with how far the members are interchangeable, where they are not quite: {@code
   * acceptors (36 of 362,880 ways)}.
   */
  public List<String> descriptions() {
    return sets.stream()
        .map(
            s ->
                s.group().isFull()
                    ? s.name()
                    : String.format(
                        Locale.ROOT,
                        "%s (%,d of %,d ways)",
                        s.name(),
                        s.group().order(),
                        LongMath.factorial(s.size())))
        .toList();
  }

  /** The number of renamings of the group. */
  public long groupOrder() {
    return order(sets);
  }

  /** The fastest exact canonicaliser. */
  public Canonicaliser canonicaliser() {
    if (sets.isEmpty()) {
      return new IdentityCanonicaliser();
    }
    Optional<Columns> columns = sortedColumns();
    @Nullable ColumnSort sort = columns.isPresent() ? ColumnSort.of(columns.get()) : null;
    boolean sortsLast =
        columns.isEmpty()
            || tables.length == 0
            || (cosets() == 1 && !columnsMention(columns.get().set(), enumerated()));
    return new SortingCanonicaliser(groupOrder(), tables, sort, sortsLast, layout.words());
  }

  /** A canonicaliser that tries every renaming: slow, obvious, and with the same results. */
  public Canonicaliser exhaustiveCanonicaliser() {
    return new ExhaustiveCanonicaliser(Renaming.all(layout, sets));
  }

  /** Every renaming of the group, the identity first; for tests of a model's symmetry. */
  public List<Renaming> renamings() {
    return Renaming.all(layout, sets);
  }

  /** One renaming of the group, each with the same probability. */
  public Renaming randomRenaming(Random random) {
    return new Renaming(layout, Permutations.random(sets, random));
  }

  private Optional<Columns> sortedColumns() {
    return layout.columns().filter(c -> sets.contains(c.set()));
  }

  private List<Scalarset> enumerated() {
    Optional<Columns> columns = sortedColumns();
    return sets.stream().filter(s -> columns.isEmpty() || !s.equals(columns.get().set())).toList();
  }

  private boolean columnsMention(Scalarset sorted, List<Scalarset> others) {
    for (Variable v : layout.variables()) {
      if (v.mentions(sorted) && others.stream().anyMatch(v::mentions)) {
        return true;
      }
    }
    return false;
  }

  private static long order(List<Scalarset> sets) {
    long order = 1;
    for (Scalarset set : sets) {
      order = LongMath.saturatedMultiply(order, set.group().order());
    }
    return order;
  }
}
