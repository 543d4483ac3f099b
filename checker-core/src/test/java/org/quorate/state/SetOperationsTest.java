package org.quorate.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on whole sets, against loops over their members, in every kind of placement. */
class SetOperationsTest {

  private static final Scalarset FIVE = new Scalarset("five", 5, "f");

  private record Sets(SetArray array, SetField single) {}

  static Stream<Arguments> placements() {
    Subrange small = Subrange.of("small", 6);
    return Stream.of(
        Arguments.of("globals, descending bits", small, Subrange.of("members", 7), true, true),
        Arguments.of("columns, ascending bits", FIVE, small, true, true),
        Arguments.of("columns by member", small, FIVE, true, true),
        Arguments.of("columns in two words", FIVE, Subrange.of("members", 20), false, false),
        Arguments.of("a word a column", FIVE, Subrange.of("members", 64), true, false),
        Arguments.of("columns of two words", FIVE, Subrange.of("members", 70), false, false),
        Arguments.of("a word a row", small, Subrange.of("members", 64), true, false),
        Arguments.of("rows across words", small, Subrange.of("members", 65), false, false),
        Arguments.of("members from 3 on", small, new Subrange("members", 3, 8), true, true),
        Arguments.of("columns from 3 on", FIVE, new Subrange("members", 3, 8), true, true),
        Arguments.of("rows from 2 on", new Subrange("rows", 2, 5), FIVE, true, true),
        Arguments.of("one member", small, Subrange.of("members", 1), true, true),
        Arguments.of("one row", Subrange.of("rows", 1), small, true, true),
        Arguments.of("members or none", small, small.orNone(), true, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("placements")
  void agreeWithLoops(String name, Domain rows, Domain members, boolean row, boolean column) {
    var declared =
        StateLayout.declare(
            d -> new Sets(d.sets("array", rows, members), d.set("single", members)));
    SetArray array = declared.variables().array();
    SetField single = declared.variables().single();
    assertThat(array.variable().alongRow().oneWord()).isEqualTo(row);
    assertThat(array.variable().alongColumn().oneWord()).isEqualTo(column);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Draft t = new Draft(declared.layout().words());
      t.load(RandomLayout.state(declared.layout(), random), 0);
      if (i == 0) {
        each(rows).forEach(r -> each(members).forEach(m -> array.add(t, r, m)));
      }
      assertThat(single.size(t))
          .isEqualTo((int) each(members).filter(m -> single.has(t, m)).count());
      each(members).forEach(m -> assertCountWith(t, array, rows, m));
      each(rows).forEach(r -> assertRow(t, array, r, members));
    }
  }

  private static void assertRow(State s, SetArray array, int row, Domain members) {
    assertThat(array.size(s, row))
        .isEqualTo((int) each(members).filter(m -> array.has(s, row, m)).count());
    assertThat(array.last(s, row)).isEqualTo(lastBelow(s, array, row, members.last() + 1));
    for (int bound = members.first(); bound <= members.last() + 1; bound++) {
      assertThat(array.lastBelow(s, row, bound)).isEqualTo(lastBelow(s, array, row, bound));
    }
  }

  private static int lastBelow(State s, SetArray array, int row, int bound) {
    return each(array.variable().columns())
        .filter(m -> m < bound && array.has(s, row, m))
        .max()
        .orElse(Domain.NONE);
  }

  private static void assertCountWith(State s, SetArray array, Domain rows, int member) {
    assertThat(array.countWith(s, member))
        .isEqualTo((int) each(rows).filter(r -> array.has(s, r, member)).count());
  }

  private static IntStream each(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last());
  }

  @Test
  void addAndRemoveTwiceAreAsOnce() {
    var declared = StateLayout.declare(d -> d.set("set", FIVE));
    SetField set = declared.variables();
    Draft t = new Draft(declared.layout().words());
    set.add(t, 2);
    set.add(t, 2);
    assertThat(set.size(t)).isEqualTo(1);
    set.remove(t, 2);
    set.remove(t, 2);
    assertThat(set.size(t)).isZero();
  }

  @Test
  void aBoundAboveTheLastMemberFails() {
    var declared = StateLayout.declare(d -> d.sets("sets", FIVE, FIVE.times(FIVE)));
    State s = new State(declared.layout().words());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> declared.variables().lastBelow(s, 0, 26))
        .withMessage("sets: bound 26");
  }
}
