package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --update} writes counts, and leaves all else as it was. */
class SuiteUpdateTest {

  /** A count that takes two lines. */
  private static final String HARD =
      """
      checks:
        - name: x
          model: paxos
          options: {ballots: 2}
          expect:
            explored: |-
              1
      """;

  @TempDir private Path folder;
  private SuiteRun suite;

  @BeforeEach
  void suite() {
    suite = new SuiteRun(folder);
  }

  private String updated(String content, int exitCode) throws IOException {
    CommandLineRun run = suite.of(content, "--update");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    return Files.readString(folder.resolve("s.yaml"));
  }

  @Test
  void countsAreWrittenAndAllElseStays() throws IOException {
    String updated =
        updated(
            """
            # Über uns
            checks:

              - name:   flow   # a comment
                model: paxos
                options: {ballots: 2}
                expect: {depth: 1, verdict: holds, explored: "7", goals: {decided: true}}   # more
              - expect: # first
                  explored:   1   # states
                  verdict: holds # yes

                  goals:
                    decided: true
                name: block
                model: paxos
                options: {ballots: 2}
              - {name: nothing, model: paxos, options: {ballots: 2}}
              - {name: empty, model: paxos, options: {ballots: 2}, expect: {}}
              - name: goals
                model: paxos
                options: {ballots: 2}
                expect:
                  goals: {decided: true}
              - name: violated
                model: pbft
                options: {k: 4, views: 1, quorum: 2*f+1}
                expect:
                  invariant: agreement # the worst
            """,
            0);
    assertThat(updated)
        .isEqualTo(
            """
            # Über uns
            checks:

              - name:   flow   # a comment
                model: paxos
                options: {ballots: 2}
                expect: {depth: 16, verdict: holds, explored: 443, represented: 3921, transitions: 1099, goals: {decided: true}}   # more
              - expect: # first
                  explored:   443   # states
                  verdict: holds # yes
                  represented: 3921
                  transitions: 1099
                  depth: 16

                  goals:
                    decided: true
                name: block
                model: paxos
                options: {ballots: 2}
              - {name: nothing, model: paxos, options: {ballots: 2}}
              - {name: empty, model: paxos, options: {ballots: 2}, expect: {explored: 443, represented: 3921, transitions: 1099, depth: 16}}
              - name: goals
                model: paxos
                options: {ballots: 2}
                expect:
                  explored: 443
                  represented: 3921
                  transitions: 1099
                  depth: 16
                  goals: {decided: true}
              - name: violated
                model: pbft
                options: {k: 4, views: 1, quorum: 2*f+1}
                expect:
                  invariant: agreement # the worst
                  explored: 48
                  represented: 849
                  transitions: 83
                  depth: 8
                  length: 8
            """
                .replace("transitions: 83", "transitions: " + transitions()));
    assertThat(updated(updated, 0)).isEqualTo(updated);
  }

  private static String transitions() {
    String out = CommandLineRun.words("check pbft -k 4 --views 1 --quorum 2*f+1 --json").out();
    return out.replaceAll("(?s).*\"transitions\" : (\\d+).*", "$1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model: pbft, options: {k: 4, views: 1, quorum: 2*f+1}, expect: {verdict: holds, explored:"
            + " 1}",
        "model: pbft, options: {k: 4, views: 1, quorum: 2*f+1}, expect: {explored: 1}",
        "model: pbft, options: {k: 4, views: 1, quorum: 2*f+1}, expect: {invariant: validity,"
            + " length: 1}",
        "model: paxos, options: {ballots: 2}, expect: {verdict: violated, explored: 1}",
        "model: paxos, options: {ballots: 2}, expect: {goals: {decided: false}, explored: 1}",
        "quorum: {k: 4, quorum: 2*f+1}, expect: {verdict: safe and available}",
      })
  void verdictsInvariantsAndGoalsAreForPeople(String check) throws IOException {
    String content = "checks: [{name: x, %s}]\n".formatted(check);
    assertThat(updated(content, 1)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"explored: 1", "verdict: holds, explored: 1"})
  void incompleteChecksAreLeftAlone(String expect) throws IOException {
    String content =
        "checks: [{name: x, model: paxos, search: {max-states: 9}, expect: {%s}}]\n"
            .formatted(expect);
    assertThat(updated(content, 3)).isEqualTo(content);
  }

  @Test
  void checksThatAreExpectedToBeIncompleteAreLeftAlone() throws IOException {
    String content =
        "checks: [{name: x, model: paxos, search: {max-depth: 3}, expect: {verdict:"
            + " incomplete}}]\n";
    assertThat(updated(content, 0)).isEqualTo(content);
  }

  @Test
  void othersThanTheFilterFindsAreLeftAlone() throws IOException {
    String content =
        """
        checks:
          - {name: a, model: paxos, options: {ballots: 1}, expect: {explored: 1}}
          - {name: b, model: paxos, options: {ballots: 2}, expect: {explored: 1}}
        """;
    suite.of(content, "--update", "--filter", "b");
    assertThat(folder.resolve("s.yaml"))
        .content()
        .contains("{ballots: 1}, expect: {explored: 1}}")
        .contains("{ballots: 2}, expect: {explored: 443, represented: 3921");
  }

  @Test
  void lineBreaksStayWhatTheyAre() throws IOException {
    String content = SuiteRun.GOOD.replace("{explored: 443}", "\n      explored: 1");
    assertThat(updated(content.replace("\n", "\r\n"), 0))
        .isEqualTo(updated(content, 0).replace("\n", "\r\n"));
  }

  @Test
  void permissionsStayAndNoOtherFileIsLeft() throws IOException {
    Path file = suite.write("s.yaml", SuiteRun.GOOD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(suite.onFolder("--update").exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void linkStaysALink() throws IOException {
    Path file = suite.write("real/s.txt", SuiteRun.GOOD);
    Path link = Files.createSymbolicLink(folder.resolve("s.yaml"), file);
    assertThat(suite.onFolder("--update").exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains("represented: 3921");
  }

  @Test
  void whatCannotBeEditedIsRefused() throws IOException {
    CommandLineRun run = suite.of(HARD, "--update");
    assertThat(run.err()).contains("cannot be updated as it is written");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(folder.resolve("s.yaml")).content().isEqualTo(HARD);
  }

  @Test
  void fileThatCannotBeUpdatedDoesNotLoseTheResults() throws IOException {
    Path other = suite.write("a.yaml", SuiteRun.GOOD.replace("443", "1"));
    Path xml = folder.resolve("j.xml");
    CommandLineRun run =
        suite.of(HARD, "--update", "--junit-xml", xml.toString(), other.toString());
    assertThat(run.out())
        .containsPattern("  failed +x +holds +443 ")
        .containsPattern("  ok +small +holds +443 ")
        .contains("s.yaml:6:17: explored: expected 1, found 443");
    assertThat(run.err()).startsWith("error: s.yaml: cannot be updated").hasLineCount(1);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(xml).content().contains("<testcase name=\"x\"", "<testcase name=\"small\"");
    assertThat(other).content().contains("explored: 443");
  }

  @Test
  void changesAreSaid() throws IOException {
    CommandLineRun run = suite.of(SuiteRun.GOOD.replace("443", "8"), "--update");
    assertThat(run.out())
        .contains("updated: explored 8 → 443\n", "updated: represented 3921 added\n")
        .containsPattern("\n1 check: 1 ok; [0-9.]+ s; 1 file written\n");
    assertThat(suite.onFolder("--update").out()).doesNotContain("updated", "written");
  }

  @Test
  void jsonExpectsWhatIsInTheFileNow() throws IOException {
    assertThat(suite.of(SuiteRun.GOOD.replace("443", "8"), "--update", "--json").out())
        .contains("\"written\" : 1,")
        .contains("\"expected\" : {\n      \"verdict\" : \"holds\",\n      \"explored\" : 443,")
        .contains("\"complaints\" : [ ]", "\"updated: explored 8 → 443\"");
  }
}
