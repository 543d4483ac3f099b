package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The runs of the slides do what they say. */
class SeedScenariosTest {

  private static final Path FOLDER = Path.of("../specs/seed");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyScenarioEndsAsItExpects(Path file) {
    CommandLineRun run = CommandLineRun.of("replay", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("AS EXPECTED").doesNotContain("NOT AS");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void twoProposersOfOneNumberAreShownAsOnTheSlides() {
    String out =
        CommandLineRun.of("replay", FOLDER.resolve("another-proposer.yaml").toString()).out();
    assertThat(out)
        .contains(
            """
                   initially
                             a1  a2  a3
                   x_last    0   0   0
                   n_last    0   0   0
                   n_max     0   0   0
            """)
        .contains(
            """
                8  Accept(acceptor a3, ballot 5, value 8)  x_last[a3] 0 → 8; n_last[a3] 0 → 5; 2b[a3] + 5:8
                             a1  a2  a3
                   x_last    8   8   8
                   n_last    5   5   5
                   n_max     5   5   5

                9  Propose(ballot 5, value 2)              2a[5] + 2
                   breaks one-value-per-ballot: at most one value is proposed in a ballot
            """)
        .contains(
            """
                             a1  a2  a3
                   x_last    2   2   2
                   n_last    5   5   5
                   n_max     5   5   5

              after the last step
            """)
        .contains("violates agreement: no two different values are chosen");
  }
}
