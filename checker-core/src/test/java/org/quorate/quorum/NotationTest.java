package org.quorate.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "4");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 of {a, b, c}                        | 2 of {a, b, c}",
        " all  of{a,b , c }                    | all of {a, b, c}",
        "any of {all of {a, b}, all of {c, 4}} | any of {all of {a, b}, all of {c, 4}}",
        "majority of {a, b, c, 4}              | 3 of {a, b, c, 4}",
        "4 of {3*a, b, 2 * any of {c, 4}}      | 4 of {3*a, b, 2*any of {c, 4}}",
        "1 of {4}                              | all of {4}",
        "3 of {2*4, c}                         | all of {2*4, c}",
        "3 of 4                                | 3 of {a, b, c, 4}",
        "rows of {a, b; c, 4}                  | any of {all of {a, b}, all of {c, 4}}",
        "columns of 2x2                        | any of {all of {a, c}, all of {b, 4}}",
        "cross of {a, b, c}                    | all of {all of {all of {a, b, c}}, any of {all of"
            + " {a}, all of {b}, all of {c}}}",
      })
  void readsAndWrites(String text, String written) {
    Composite system = Composite.parse(text, NAMES);
    assertThat(system).hasToString(written);
    assertThat(Composite.parse(written, NAMES)).isEqualTo(system);
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    for (int seed = 0; seed < 100; seed++) {
      Composite system = new RandomSystems(seed, 6).next();
      assertThat(Composite.parse(system.toString(), system.names())).isEqualTo(system);
    }
  }

  @Test
  void namesComeInTheOrderOfTheText() {
    assertThat(Composite.namesIn(List.of("2 of {z, 3*a, any of {z, m}}")))
        .containsExactly("z", "a", "m");
    assertThat(Composite.namesIn(List.of("rows of 1x3"))).containsExactly("p1", "p2", "p3");
    assertThat(Composite.namesIn(List.of("2 of 3", "any of {c, a, b}")))
        .containsExactly("c", "a", "b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 of {a, x}     | column 10: there is no process 'x'; there are a, b, c, 4",
        "2 {a}           | column 3: expected 'of', found '{'",
        "some of {a, b}  | column 1: expected a number, all, any, majority, rows,"
            + " columns or cross, found 's'",
        "3 of {a, b}     | column 1: the threshold must be from 1 to the weight of all members, 2,"
            + " not 3",
        "0 of {a, b}     | column 1: the threshold must be from 1 to the weight of all members, 2,"
            + " not 0",
        "2 of {a, b      | column 11: expected '}', found the end",
        "2 of {}         | column 7: expected a process, a number, or a word such as all, found"
            + " '}'",
        "2 of {a, b} c   | column 13: expected the end, found 'c'",
        "2 of {a, 0*b}   | column 10: a weight is from 1 to 100,000, not 0",
        "2 of 5          | column 6: there are 4 processes, not 5",
        "rows of 2       | column 9: expected rows in braces, or a size such as 3x3, found '2'",
        "rows of {a, b; c} | column 1: the rows of a grid must have the same length",
        "2 of 0          | column 6: from 1 to 62 processes",
        "2 of {a, a, b}  | column 1: a process is a member twice; give it a weight instead, such as"
            + " 2*a",
        "1 of {a, x*b}   | column 10: expected a weight, found 'x'",
      })
  void saysWhatIsWrongWhere(String text, String message) {
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> Composite.parse(text, NAMES))
        .withMessage("quorum system '%s', %s", text, message);
  }

  @Test
  void textsAreBounded() {
    String deep = "any of {".repeat(21) + "a" + "}".repeat(21);
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> Composite.parse(deep, NAMES))
        .withMessageContaining("at most 20 nested systems");
    Composite.parse("any of {".repeat(20) + "a" + "}".repeat(20), NAMES);
    String wide = "any of {" + String.join(",", Collections.nCopies(6_000, "a")) + "}";
    assertThatExceptionOfType(NotationException.class)
        .isThrownBy(() -> Composite.parse(wide, NAMES))
        .withMessage("a quorum system of 12,008 characters is too long; at most 10,000");
  }
}
