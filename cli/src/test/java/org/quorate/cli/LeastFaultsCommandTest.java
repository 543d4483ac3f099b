package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cli.faults.FaultAnswer;
import org.quorate.cli.faults.FaultRun;
import org.quorate.cli.faults.FaultTable;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;
import org.quorate.report.Palette;
import org.quorate.search.SearchOptions;
import org.quorate.symmetry.Symmetry;

/** {@code check … --least-faults} and {@code mutants --least-faults}. */
class LeastFaultsCommandTest {

  private static CommandLineRun check(String arguments) {
    return CommandLineRun.of(("check paxos --no-progress " + arguments).split(" "));
  }

  @Test
  void paxosNeedsAFaultThatItDoesNotTolerate() {
    CommandLineRun run =
        check(
            "--ballots 2 --values 2 --least-faults -q --faults"
                + " loss,duplication,reordering,crash=1,recovery,forget-vote=1,reuse=1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("agreement needs: two proposers with one number; nothing else")
        .contains("agreement needs: one crash that forgets the vote; nothing else")
        .contains(
            "harmless  lost messages, duplicated messages, messages that overtake each other, one"
                + " crash and recovery from crashes: 28,346 states explored")
        .containsPattern("checked   \\d+ of 96 sets of faults");
  }

  @Test
  void counterexamplesAreShortestAndComeWithTheirCommand() {
    CommandLineRun run = check("--acceptors 1 --ballots 1 --least-faults --faults loss,reuse=1");

    assertThat(run.out())
        .contains("quorate check paxos --acceptors 1 --ballots 1 --faults reuse=1")
        .contains("9 steps, and no run is shorter")
        .contains("violates agreement");
    assertThat(check("--acceptors 1 --ballots 1 --faults reuse=1").exitCode()).isEqualTo(1);
  }

  @Test
  void nothingBreaksItWithoutFaults() {
    CommandLineRun run = check("--ballots 2 --least-faults --faults loss,reordering");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("HOLDS  no set of the faults breaks an invariant");
  }

  @Test
  void limitsMakeItIncomplete() {
    CommandLineRun run = check("--least-faults --faults loss --max-states 10 -q");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("INCOMPLETE").contains("unknown   no fault");
  }

  @Test
  void nothingElseIsSaidOnlyOfWhatIsKnown() {
    CommandLineRun run =
        check(
            "--acceptors 2 --ballots 2 --least-faults --faults byzantine=1,loss --max-states 130"
                + " -q");

    assertThat(run.out()).contains("one Byzantine acceptor; or less, which is not known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--faults lost | unknown fault 'lost' (did you mean 'loss'?)",
        "--faults crash | crash needs a number from 1 to 99, such as crash=1",
        "--faults loss=1 | loss takes no number",
        "--faults loss,loss | loss is there twice",
        "--faults recovery | recovery needs crashes, such as crash=1",
        "--faults forget=1,forget-vote=1 | crashes lose one and the same thing",
        "--faults reuse=1 --proposers-per-ballot 3 | give either proposers-per-ballot, or reuse=N"
            + " in faults",
        "--faults loss --proposers-per-ballot 2 | name reuse=1 there",
        "--faults loss --byzantine 1 | name byzantine=1 there, or leave out byzantine",
        "--faults loss --mutant forget-vote | this mutant is a fault",
        "--faults loss --mutant shared-ballot | name reuse=1 there",
        "--least-faults --proposers-per-ballot 2 | faults are all that there are",
        "--network growing --faults loss | name all three",
        "--network growing --faults loss,duplication,reordering,crash=1 | leave crash and recovery",
        "--least-faults --forget 1 | say how many there may be of forget in faults",
        "--least-faults --chart | --chart",
        "--faults crash=4 | crash must be from 0 to 3, not 4",
      })
  void wrongFaultsAreRefused(String arguments, String message) {
    CommandLineRun run = check(arguments);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "por"})
  void reductionIsToldAndCanBeLeft(String reduction) {
    CommandLineRun run = check("--ballots 2 --faults none --json --reduction " + reduction);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"reduction\" : \"%s\"".formatted(reduction))
        .contains("\"explored\" : " + (reduction.equals("por") ? 904 : 13666));
  }

  @Test
  void parametersNameTheNetworkOfGivenFaults() {
    String faults = " --ballots 2 --faults loss,duplication,reordering";

    assertThat(check("--json --network growing" + faults).out())
        .contains("\"network\" : \"growing\"")
        .contains("\"explored\" : 443");
    assertThat(check("--json" + faults).out()).contains("\"network\" : \"explicit\"");
  }

  @Test
  void crashOfAMajorityDecidesNothing() {
    CommandLineRun run = check("--ballots 2 --faults crash=2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("HOLDS")
        .contains("but nothing can be decided once 2 acceptors have crashed");
  }

  /** By the names of mutants, what the project's documents say. */
  private static final List<String> TABLE = table();

  private static List<String> table() {
    try (Stream<String> lines = Files.lines(Path.of("../models/README.md"))) {
      return lines.filter(line -> line.contains("; at ")).map(String::strip).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> smallMutants() {
    return Protocols.all().stream()
        .flatMap(p -> p.mutants().stream().map(m -> Arguments.of(p, m)))
        .filter(each -> isSmall((Mutant) each.get()[1]));
  }

  private static boolean isSmall(Mutant mutant) {
    if (mutant.control()) {
      return false;
    }
    Map<String, String> size = mutant.caught().get(0);
    return size.containsKey("ballots")
        ? Integer.parseInt(size.get("ballots")) <= 2
        : size.getOrDefault("views", "").equals("1");
  }

  @ParameterizedTest
  @MethodSource("smallMutants")
  void leastFaultsOfSmallMutants(Protocol protocol, Mutant mutant) {
    FaultRun run =
        FaultRun.of(protocol, mutant, layout -> SearchOptions.defaults(Symmetry.all(layout)));

    FaultAnswer answer = run.run((decided, sets, set) -> UnaryOperator.identity());

    assertThat(TABLE).contains(new FaultTable(Palette.PLAIN).row(mutant, run, answer).strip());
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"paxos", "multipaxos"})
  void leastFaultsOfEveryMutant(String model) {
    CommandLineRun run = CommandLineRun.of("mutants", model, "--least-faults", "--no-progress");

    assertThat(run.exitCode()).isZero();
    assertThat(TABLE)
        .containsAll(
            run.out().lines().map(String::strip).filter(line -> line.contains("; at ")).toList());
  }
}
