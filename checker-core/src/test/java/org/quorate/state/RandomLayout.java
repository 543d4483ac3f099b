package org.quorate.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Random declarations of every kind over random domains, and random states of any layout. */
public final class RandomLayout {

  /** One cell as its typed handle reads and writes it, a membership as 0 or 1. */
  public record Cell(
      String name, Domain element, ToIntFunction<State> read, ObjIntConsumer<Draft> write) {}

  private enum Kind {
    FIELD,
    ARRAY,
    MATRIX,
    SET,
    SETS
  }

  private record Declaration(Kind kind, String name, Domain rows, Domain columns, Domain element) {

    List<Cell> declare(Declarations d) {
      return switch (kind) {
        case FIELD -> {
          Field f = d.field(name, element);
          yield List.of(new Cell(name, element, f::get, f::set));
        }
        case ARRAY -> {
          FieldArray f = d.array(name, rows, element);
          yield each(rows)
              .mapToObj(r -> cell(r, 0, s -> f.get(s, r), (t, x) -> f.set(t, r, x)))
              .toList();
        }
        case MATRIX -> {
          FieldMatrix f = d.matrix(name, rows, columns, element);
          yield each(rows)
              .boxed()
              .flatMap(
                  r ->
                      each(columns)
                          .mapToObj(
                              c -> cell(r, c, s -> f.get(s, r, c), (t, x) -> f.set(t, r, c, x))))
              .toList();
        }
        case SET -> {
          SetField f = d.set(name, columns);
          yield each(columns)
              .mapToObj(c -> bit(0, c, s -> f.has(s, c), t -> f.add(t, c), t -> f.remove(t, c)))
              .toList();
        }
        case SETS -> {
          SetArray f = d.sets(name, rows, columns);
          yield each(rows)
              .boxed()
              .flatMap(
                  r ->
                      each(columns)
                          .mapToObj(
                              c ->
                                  bit(
                                      r,
                                      c,
                                      s -> f.has(s, r, c),
                                      t -> f.add(t, r, c),
                                      t -> f.remove(t, r, c))))
              .toList();
        }
      };
    }

    private static IntStream each(Domain domain) {
      return IntStream.rangeClosed(domain.first(), domain.last());
    }

    private Cell cell(int r, int c, ToIntFunction<State> read, ObjIntConsumer<Draft> write) {
      return new Cell(name + "[" + r + "," + c + "]", element, read, write);
    }

    private Cell bit(
        int r,
        int c,
        java.util.function.Predicate<State> has,
        java.util.function.Consumer<Draft> add,
        java.util.function.Consumer<Draft> remove) {
      return new Cell(
          name + "{" + r + "," + c + "}",
          Variable.BIT,
          s -> has.test(s) ? 1 : 0,
          (t, x) -> (x == 1 ? add : remove).accept(t));
    }
  }

  private final Random random;
  private final List<Scalarset> scalarsets;

  /** A scalarset that appears in unions only, so that it can be sorted. */
  private final Scalarset unionised;

  private final int mostColumns;
  private final int elementBits;

  private RandomLayout(
      Random random, List<Scalarset> scalarsets, int mostColumns, int elementBits) {
    this.random = random;
    this.scalarsets = scalarsets;
    this.unionised = new Scalarset("replicas", 1 + random.nextInt(4), "r");
    this.mostColumns = mostColumns;
    this.elementBits = elementBits;
  }

  /** A layout of one to six variables over up to three small scalarsets, and its cells. */
  static StateLayout.Declared<List<Cell>> large(Random random) {
    return of(random, 70, 20);
  }

  /** A layout with few cells of few bits, so that all renamings of a state can be tried. */
  public static StateLayout small(Random random) {
    return of(random, 9, 6).layout();
  }

  private static StateLayout.Declared<List<Cell>> of(
      Random random, int mostColumns, int elementBits) {
    List<Scalarset> scalarsets =
        List.of(
            new Scalarset("acceptors", 1 + random.nextInt(4), "a"),
            new Scalarset("values", 1 + random.nextInt(3), "v"),
            new Scalarset("clients", 2, "c"));
    return new RandomLayout(random, scalarsets, mostColumns, elementBits).layout();
  }

  private StateLayout.Declared<List<Cell>> layout() {
    List<Declaration> declarations = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      declarations.add(new Declaration(kind, "x" + i, index(5), index(mostColumns), element()));
    }
    return StateLayout.declare(
        d -> declarations.stream().flatMap(each -> each.declare(d).stream()).toList());
  }

  private Domain index(int most) {
    return switch (random.nextInt(9)) {
      case 0 -> new Subrange("few", random.nextInt(3), 3 + random.nextInt(4));
      case 1 -> Subrange.of("many", random.nextBoolean() ? 4 : most);
      case 2 -> scalarset().times(Subrange.of("half", 2));
      case 3 -> scalarset().orNone();
      case 4 -> union();
      default -> scalarset();
    };
  }

  private Union union() {
    return new Union(Subrange.of("pinned", 1 + unionised.size() % 2), unionised);
  }

  /** A domain of at least two elements. */
  private Domain element() {
    Domain domain = anyElement();
    return domain.size() > 1 ? domain : element();
  }

  private Domain anyElement() {
    return switch (random.nextInt(11)) {
      case 0 -> Subrange.of("large", 1 << random.nextInt(1 + elementBits));
      case 1, 2 -> new Subrange("few", random.nextInt(3), 3 + random.nextInt(4));
      case 3 -> scalarset().times(Subrange.of("slots", 3));
      case 4 -> scalarset().times(scalarset()).orNone();
      case 5, 6 -> scalarset();
      case 7 -> union();
      default -> scalarset().orNone();
    };
  }

  private Scalarset scalarset() {
    return scalarsets.get(random.nextInt(scalarsets.size()));
  }

  /**
   * Fills a state of a layout with elements; often with few different ones, so that some repeat.
   */
  public static long[] state(StateLayout layout, Random random) {
    Draft draft = new Draft(layout.words());
    int different = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(2);
    for (Variable v : layout.variables()) {
      int bound = Math.min(different, v.element().size());
      for (int r = v.rows().first(); r <= v.rows().last(); r++) {
        for (int c = v.columns().first(); c <= v.columns().last(); c++) {
          v.set(draft, r, c, v.element().first() + random.nextInt(bound));
        }
      }
    }
    return draft.toWords();
  }
}
