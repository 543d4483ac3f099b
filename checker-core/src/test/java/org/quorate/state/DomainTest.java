package org.quorate.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {

  private static final Scalarset ACCEPTORS = new Scalarset("acceptors", 3, "a");
  private static final Scalarset VALUES = new Scalarset("values", 2, "v");
  private static final Subrange DIGITS = new Subrange("digits", 4, 9);
  private static final int[] SHIFT = {1, 2, 0};

  static Stream<Domain> domains() {
    return Stream.of(
        ACCEPTORS,
        VALUES.orNone(),
        DIGITS,
        Subrange.of("one", 1),
        ACCEPTORS.times(DIGITS),
        DIGITS.times(VALUES.orNone()),
        ACCEPTORS.times(ACCEPTORS).orNone(),
        DIGITS.labelled(List.of("four", "5", "six", "7", "8", "9")),
        new Union(Subrange.of("leaders", 2).labelled(List.of("l0", "l1")), ACCEPTORS),
        new Union(Subrange.of("null", 1), VALUES));
  }

  private static List<Integer> elements(Domain domain) {
    return IntStream.rangeClosed(domain.first(), domain.last()).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void elementsAreConsecutiveAndDistinctForPeople(Domain domain) {
    assertThat(elements(domain)).hasSize(domain.size());
    assertThat(elements(domain).stream().map(domain::format)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void renamingPermutesTheElements(Domain domain) {
    var images = elements(domain).stream().map(e -> domain.rename(ACCEPTORS, SHIFT, e)).toList();
    assertThat(images).containsExactlyInAnyOrderElementsOf(elements(domain));
    assertThat(images.equals(elements(domain))).isEqualTo(!domain.mentions(ACCEPTORS));
  }

  @ParameterizedTest
  @MethodSource("domains")
  void renamingThreeTimesByACycleOfThreeChangesNothing(Domain domain) {
    for (int element : elements(domain)) {
      int renamed = element;
      for (int i = 0; i < 3; i++) {
        renamed = domain.rename(ACCEPTORS, SHIFT, renamed);
      }
      assertThat(renamed).isEqualTo(element);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "4, 2", "5, 3", "256, 8", "257, 9", "1048576, 20"})
  void bitsAreTheFewestThatTellElementsApart(int size, int bits) {
    assertThat(Subrange.of("range", size).bits()).isEqualTo(bits);
  }

  @Test
  void scalarsetIsShownByPrefixAndNumber() {
    assertThat(elements(ACCEPTORS)).containsExactly(0, 1, 2);
    assertThat(ACCEPTORS.format(2)).isEqualTo("a3");
    assertThat(ACCEPTORS.value(0)).isEqualTo("a1");
    assertThat(ACCEPTORS.rename(ACCEPTORS, SHIFT, 2)).isZero();
    assertThat(ACCEPTORS.rename(VALUES, new int[] {1, 0}, 1)).isEqualTo(1);
  }

  @Test
  void subrangeIsShownAsANumber() {
    assertThat(elements(DIGITS)).containsExactly(4, 5, 6, 7, 8, 9);
    assertThat(DIGITS.format(7)).isEqualTo("7");
    assertThat(DIGITS.value(7)).isEqualTo(7);
  }

  @Test
  void orNoneStartsWithNone() {
    OrNone vote = VALUES.orNone();
    assertThat(elements(vote)).containsExactly(Domain.NONE, 0, 1);
    assertThat(vote.format(1)).isEqualTo("v2");
    assertThat(vote.format(Domain.NONE)).isEqualTo("–");
    assertThat(vote.value(Domain.NONE)).isNull();
    assertThat(vote.value(1)).isEqualTo("v2");
    assertThat(vote.name()).isEqualTo("values or none");
    assertThat(vote.rename(VALUES, new int[] {1, 0}, Domain.NONE)).isEqualTo(Domain.NONE);
  }

  @Test
  void pairNumbersItsElementsWithTheSecondRunningFastest() {
    Pair pair = DIGITS.times(VALUES.orNone());
    int expected = 0;
    for (int x : elements(DIGITS)) {
      for (int y : elements(VALUES.orNone())) {
        assertThat(pair.of(x, y)).isEqualTo(expected);
        assertThat(pair.left(expected)).isEqualTo(x);
        assertThat(pair.right(expected)).isEqualTo(y);
        expected++;
      }
    }
    assertThat(pair.size()).isEqualTo(expected);
    assertThat(pair.format(pair.of(5, 1))).isEqualTo("5:v2");
    assertThat(pair.value(pair.of(4, Domain.NONE))).isEqualTo("4:–");
  }

  @Test
  void pairRenamesBothParts() {
    Pair edge = ACCEPTORS.times(ACCEPTORS);
    assertThat(edge.rename(ACCEPTORS, SHIFT, edge.of(0, 2))).isEqualTo(edge.of(1, 0));
    assertThat(edge.mentions(VALUES)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 21})
  void scalarsetOfTooFewOrTooManyMembersIsRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scalarset("acceptors", size, "a"))
        .withMessage("acceptors: a scalarset has 1 to 20 members, not " + size);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "3, 2", "0, 1048576"})
  void subrangeThatIsNegativeOrEmptyOrHugeIsRefused(int low, int high) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Subrange("ballots", low, high))
        .withMessage("ballots: not a small range: " + low + ".." + high);
  }

  @Test
  void orNoneOfADomainThatStartsElsewhereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(DIGITS::orNone)
        .withMessage("digits: orNone needs a domain that starts at 0");
    assertThatIllegalArgumentException().isThrownBy(() -> VALUES.orNone().orNone());
  }

  @Test
  void pairWithMoreElementsThanAnIntIsRefused() {
    Subrange large = Subrange.of("large", 1 << 20);
    assertThatThrownBy(() -> large.times(large).size()).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void labelsAreShownAndNumbersAmongThemAreNumbers() {
    Subrange digits = DIGITS.labelled(List.of("four", "5", "six", "7", "8", "9"));
    assertThat(digits.value(4)).isEqualTo("four");
    assertThat(digits.value(5)).isEqualTo(5);
    assertThat(Subrange.of("ballots", 1).labelled(List.of("05")).value(0)).isEqualTo("05");
    assertThat(new Scalarset("values", 2, List.of("8", "2")).format(1)).isEqualTo("2");
  }

  @Test
  void labelsMustBeAsManyAsElements() {
    assertThatThrownBy(() -> DIGITS.labelled(List.of("four")))
        .hasMessage("digits: 6 numbers and 1 labels");
    assertThatThrownBy(() -> new Scalarset("values", 2, List.of("8")))
        .hasMessage("values: 2 members and 1 labels");
  }
}
