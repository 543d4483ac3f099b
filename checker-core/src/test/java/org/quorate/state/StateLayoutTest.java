package org.quorate.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.state.RandomLayout.Cell;
import org.quorate.state.StateLayout.Declared;

class StateLayoutTest {

  private static final Scalarset ACCEPTORS = new Scalarset("acceptors", 3, "a");
  private static final Scalarset VALUES = new Scalarset("values", 2, "v");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void writesReachTheirOwnCellOnly(int seed) {
    Random random = new Random(seed);
    Declared<List<Cell>> declared = RandomLayout.large(random);
    List<Cell> cells = declared.variables();
    Draft draft = new Draft(declared.layout().words());
    int[] expected = cells.stream().mapToInt(cell -> cell.element().first()).toArray();
    assertThat(contents(draft, cells)).isEqualTo(expected);
    for (int i = 0; i < cells.size(); i++) {
      Domain element = cells.get(i).element();
      expected[i] = element.first() + random.nextInt(element.size());
      cells.get(i).write().accept(draft, expected[i]);
      assertThat(contents(draft, cells)).isEqualTo(expected);
    }
  }

  private static int[] contents(State state, List<Cell> cells) {
    return cells.stream().mapToInt(cell -> cell.read().applyAsInt(state)).toArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyElementOfEveryCellIsReadBack(int seed) {
    Declared<List<Cell>> declared = RandomLayout.large(new Random(seed));
    Draft draft = new Draft(declared.layout().words());
    for (Cell cell : declared.variables()) {
      int step = 1 + cell.element().size() / 100;
      for (int value = cell.element().last(); value >= cell.element().first(); value -= step) {
        cell.write().accept(draft, value);
        assertThat(cell.read().applyAsInt(draft)).isEqualTo(value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cellsLieInOneWordEachAndDoNotOverlap(int seed) {
    StateLayout layout = RandomLayout.large(new Random(seed)).layout();
    BitSet taken = new BitSet();
    for (Variable v : layout.variables()) {
      int bits = v.element().bits();
      for (int r = v.rows().first(); bits > 0 && r <= v.rows().last(); r++) {
        for (int c = v.columns().first(); c <= v.columns().last(); c++) {
          int low = v.address(r, c);
          int high = low + bits - 1;
          assertThat(high / 64).as("word of %s", v.name()).isEqualTo(low / 64);
          assertThat(taken.get(low, high + 1).isEmpty()).as("%s is alone", v.name()).isTrue();
          taken.set(low, high + 1);
        }
      }
    }
    assertThat(taken.cardinality()).isEqualTo(layout.bits());
    assertThat(taken.length()).isLessThanOrEqualTo(64 * layout.words());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void columnsHoldAllThatTheirScalarsetIndexes(int seed) {
    StateLayout layout = RandomLayout.large(new Random(seed)).layout();
    if (layout.columns().isEmpty()) {
      return;
    }
    Columns columns = layout.columns().get();
    for (int member = 0; member < columns.set().size(); member++) {
      BitSet own = new BitSet();
      int start = columns.addresses()[member];
      own.set(start, start + 64 * (columns.wordsPerColumn() - 1) + Long.bitCount(columns.mask()));
      for (Variable v : layout.variables()) {
        for (int address : addressesOf(v, columns.set(), member)) {
          assertThat(own.get(address)).as("%s lies in column %d", v.name(), member).isTrue();
        }
      }
    }
  }

  private static int[] addressesOf(Variable v, Scalarset set, int member) {
    if (v.element().bits() == 0) {
      return new int[0];
    }
    if (v.rows().equals(set)) {
      return IntStream.rangeClosed(v.columns().first(), v.columns().last())
          .map(c -> v.address(member, c))
          .toArray();
    }
    return v.columns().equals(set)
        ? IntStream.rangeClosed(v.rows().first(), v.rows().last())
            .map(r -> v.address(r, member))
            .toArray()
        : new int[0];
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "64, 1", "65, 2", "128, 2", "1000, 16"})
  void setsTakeAsManyWordsAsTheyNeed(int members, int words) {
    assertThat(layout(d -> d.set("set", Subrange.of("members", members))).words()).isEqualTo(words);
  }

  @Test
  void aCellThatDoesNotFitStartsTheNextWord() {
    Subrange large = Subrange.of("large", 1 << 20);
    StateLayout layout = layout(d -> d.array("array", Subrange.of("index", 4), large));
    assertThat(layout.bits()).isEqualTo(80);
    assertThat(layout.words()).isEqualTo(2);
    assertThat(layout).hasToString("80 bits in 2 words");
  }

  @Test
  void columnsOfMoreThanAWordTakeWholeWords() {
    StateLayout layout =
        layout(
            d -> {
              d.field("global", Subrange.of("bit", 2));
              d.sets("sets", ACCEPTORS, Subrange.of("members", 100));
            });
    Columns columns = layout.columns().orElseThrow();
    assertThat(columns.wordsPerColumn()).isEqualTo(2);
    assertThat(columns.addresses()).containsExactly(64, 3 * 64, 5 * 64);
    assertThat(layout.words()).isEqualTo(7);
  }

  @Test
  void theLargestScalarsetThatOnlyIndexesGetsTheColumns() {
    Scalarset clients = new Scalarset("clients", 4, "c");
    StateLayout layout =
        layout(
            d -> {
              d.array("vote", ACCEPTORS, VALUES.orNone());
              d.set("voted", ACCEPTORS);
              d.array("server", clients, clients);
            });
    assertThat(layout.columns().orElseThrow().set()).isEqualTo(ACCEPTORS);
    assertThat(layout.scalarsets()).containsExactly(ACCEPTORS, VALUES, clients);
  }

  @Test
  void aScalarsetThatIndexesTwiceGetsNoColumns() {
    assertThat(layout(d -> d.sets("trusts", ACCEPTORS, ACCEPTORS)).columns()).isEmpty();
    assertThat(layout(d -> d.set("edges", ACCEPTORS.times(VALUES))).columns()).isEmpty();
    assertThat(layout(d -> d.set("maybe", ACCEPTORS.orNone())).columns()).isEmpty();
  }

  @Test
  void thePinnedPartOfAUnionHasColumnsBesideThoseThatAreSorted() {
    Union replicas = new Union(Subrange.of("primaries", 2), ACCEPTORS);
    StateLayout layout =
        layout(
            d -> {
              d.array("vote", replicas, VALUES.orNone());
              d.set("faulty", replicas);
            });
    assertThat(layout.columns().orElseThrow().addresses()).containsExactly(55, 52, 49);
    assertThat(layout.bits()).isEqualTo(15);
    assertThat(
            layout(
                    d -> {
                      d.set("faulty", replicas);
                      d.set("crashed", ACCEPTORS);
                    })
                .columns())
        .as("columns of members that are indexed in two ways")
        .isEmpty();
  }

  @Test
  void describeDrawsTheBits() {
    Subrange ballots = Subrange.of("ballots", 3);
    StateLayout layout =
        layout(
            d -> {
              d.set("started", ballots);
              d.array("n_max", ACCEPTORS, ballots.orNone());
              d.field("chosen", VALUES.orNone());
              d.sets("votes", ACCEPTORS, VALUES);
              d.matrix("history", Subrange.of("slots", 2), ballots, Subrange.of("large", 300));
            });
    assertThat(layout.describe())
        .isEqualTo(
            """
            71 bits in 2 words
            word 0
              63..61  started{0..2}
              60..59  chosen : values or none
              58..32  history[0][0..2] : large
              31..5   history[1][0..2] : large
            word 1
              63..62  votes[a1]{v1..v2}
              61..60  n_max[a1] : ballots or none
              59..58  votes[a2]{v1..v2}
              57..56  n_max[a2] : ballots or none
              55..54  votes[a3]{v1..v2}
              53..52  n_max[a3] : ballots or none
            """);
  }

  @Test
  void twoVariablesOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                layout(
                    d -> {
                      d.field("vote", VALUES);
                      d.set("vote", VALUES);
                    }))
        .withMessage("two variables are called vote");
  }

  @Test
  void aLayoutOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layout(d -> {}))
        .withMessage("a state needs at least one variable");
  }

  @Test
  void writesOutOfRangeAreRefused() {
    Subrange digits = new Subrange("digits", 4, 9);
    record Handles(FieldMatrix matrix, SetField set, Field field) {}
    var declared =
        StateLayout.declare(
            d ->
                new Handles(
                    d.matrix("m", ACCEPTORS, digits, digits),
                    d.set("s", ACCEPTORS),
                    d.field("f", digits)));
    Handles h = declared.variables();
    Draft t = new Draft(declared.layout().words());
    assertRefused("m[a1, 4] := 10 is outside 4..9", () -> h.matrix().set(t, 0, 4, 10));
    assertRefused("m[a3, 9] := 3 is outside 4..9", () -> h.matrix().set(t, 2, 9, 3));
    assertRefused("f := -1 is outside 4..9", () -> h.field().set(t, -1));
    assertRefused(
        "m[-1, 4] := 5: an index is outside acceptors 0..2, digits 4..9",
        () -> h.matrix().set(t, -1, 4, 5));
    assertRefused(
        "m[a1, 3] := 5: an index is outside acceptors 0..2, digits 4..9",
        () -> h.matrix().set(t, 0, 3, 5));
    assertRefused("s[3] := 1: an index is outside acceptors 0..2", () -> h.set().add(t, 3));
    assertThat(t.toWords()).containsOnly(0);
  }

  private static void assertRefused(String message, Runnable write) {
    assertThatIllegalArgumentException().isThrownBy(write::run).withMessage(message);
  }

  @Test
  void readsOutOfRangeFailAssertions() {
    Subrange digits = new Subrange("digits", 4, 9);
    var declared = StateLayout.declare(d -> d.matrix("m", ACCEPTORS, digits, digits));
    State s = new State(declared.layout().words());
    assertFails(
        "m[3, 4]: an index is outside acceptors 0..2, digits 4..9",
        () -> declared.variables().get(s, 3, 4));
    assertFails(
        "m[a1, 3]: an index is outside acceptors 0..2, digits 4..9",
        () -> declared.variables().get(s, 0, 3));
  }

  private static void assertFails(String message, Runnable access) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(access::run).withMessage(message);
  }

  private static StateLayout layout(Consumer<Declarations> declaration) {
    return StateLayout.declare(
            d -> {
              declaration.accept(d);
              return "";
            })
        .layout();
  }
}
