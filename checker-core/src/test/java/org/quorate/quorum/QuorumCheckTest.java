package org.quorate.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.quorum.Composite.Lines;

class QuorumCheckTest {

  private static final List<Decider> GENERAL = List.of(new Enumeration(), new Satisfiability());

  /** Every way must answer as the definition says, and its witness must be one. */
  private static void agree(QuorumCheck check, List<Decider> deciders) {
    boolean consistent = BruteForce.isConsistent(check);
    boolean available = BruteForce.isAvailable(check);
    assertThat(check.isConsistent()).as("consistent: %s", check).isEqualTo(consistent);
    assertThat(check.isAvailable()).as("available: %s", check).isEqualTo(available);
    for (Decider decider : deciders) {
      assertThat(decider.canDecide(check)).isTrue();
      Optional<Overlap> overlap = decider.overlap(check);
      assertThat(overlap.isEmpty()).as("%s %s", decider, check).isEqualTo(consistent);
      overlap.ifPresent(o -> assertWitness(check, o));
      for (QuorumSystem system : List.of(check.phase1(), check.phase2())) {
        Optional<ProcessSet> blocking = decider.blocking(system, check.faults().faulty());
        QuorumCheck alone = QuorumCheck.of(system, check.faults());
        assertThat(blocking.isEmpty()).isEqualTo(BruteForce.isAvailable(alone));
        blocking.ifPresent(b -> assertBlocks(system, check.faults(), b));
      }
    }
  }

  private static void assertWitness(QuorumCheck check, Overlap overlap) {
    assertThat(check.phase1().isQuorum(overlap.first().mask())).isTrue();
    assertThat(check.phase2().isQuorum(overlap.second().mask())).isTrue();
    assertThat(check.faults().liars().admits(overlap.common().mask())).isTrue();
  }

  private static void assertBlocks(QuorumSystem system, Faults faults, ProcessSet blocking) {
    assertThat(faults.faulty().admits(blocking.mask())).isTrue();
    long all = (1L << system.processes()) - 1;
    assertThat(system.isQuorum(all & ~blocking.mask())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void thresholdsByCountingByListingAndBySearchAreWhatTheDefinitionSays(int n) {
    List<Decider> all = List.of(new Counting(), new Enumeration(), new Satisfiability());
    for (int q1 = 1; q1 <= n; q1++) {
      for (int q2 = q1; q2 <= n; q2++) {
        for (int b = 0; b <= Math.min(n, 3); b++) {
          for (int c = 0; c <= 2 && b + c <= n; c++) {
            agree(
                new QuorumCheck(new Threshold(n, q1), new Threshold(n, q2), Faults.hybrid(b, c)),
                all);
          }
        }
      }
    }
  }

  @Test
  void largerThresholdsByCountingAndByListingAgree() {
    for (int n = 7; n <= 13; n++) {
      for (int q = 1; q <= n; q++) {
        for (int b = 0; b <= 4; b++) {
          QuorumCheck check = QuorumCheck.of(new Threshold(n, q), Faults.byzantine(b));
          assertThat(new Enumeration().overlap(check).isEmpty()).isEqualTo(2 * q - n > b);
          assertThat(new Counting().overlap(check).isEmpty()).isEqualTo(2 * q - n > b);
          assertThat(new Enumeration().blocking(check.phase1(), check.faults().faulty()).isEmpty())
              .isEqualTo(q <= n - b);
        }
      }
    }
  }

  @Test
  void randomSystemsByListingAndBySearchAreWhatTheDefinitionSays() {
    for (int seed = 0; seed < 300; seed++) {
      RandomSystems random = new RandomSystems(seed, 2 + seed % 5);
      agree(new QuorumCheck(random.next(), random.next(), random.faults()), GENERAL);
    }
  }

  @Test
  void minimalQuorumsAreWhatTheDefinitionSays() {
    for (int seed = 0; seed < 300; seed++) {
      Composite system = new RandomSystems(seed, 2 + seed % 6).next();
      assertThat(MinimalQuorums.of(system, 5_000))
          .hasValueSatisfying(
              q -> assertThat(q).as("%s", system).isEqualTo(BruteForce.minimalQuorums(system)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2 of {a, b, c}                    | ab ac bc",
        "any of {all of {a, b}, all of {c}} | ab c",
        "4 of {3*a, b, c, d}               | ab ac ad",
        "3 of {2*a, b, c}                  | ab ac",
        "rows of {a, b; c, d}              | ab cd",
        "columns of {a, b; c, d}           | ac bd",
        "cross of {a, b; c, d}             | abc abd acd bcd",
        "2 of {any of {a, b}, c, all of {c, d}} | ac bc cd",
      })
  void quorumsAreThoseWrittenDown(String text, String quorums) {
    Composite system = Composite.parse(text, List.of("a", "b", "c", "d"));
    long[] found = MinimalQuorums.of(system, 100).orElseThrow();
    assertThat(found)
        .containsExactlyInAnyOrder(
            Arrays.stream(quorums.split(" ", -1))
                .mapToLong(q -> q.chars().mapToLong(c -> 1L << (c - 'a')).sum())
                .toArray());
  }

  @Test
  void tooManyQuorumsAreNotListed() {
    assertThat(MinimalQuorums.of(new Threshold(40, 20), 5_000)).isEmpty();
    assertThat(MinimalQuorums.of(halves(5), 5_000)).isEmpty();
  }

  /** Majorities of ten processes, in so many groups. */
  private static Composite halves(int groups) {
    List<String> names = IntStream.range(0, groups * 10).mapToObj(i -> "p" + i).toList();
    List<Gate> majorities =
        IntStream.range(0, groups)
            .mapToObj(
                g ->
                    Gate.of(
                        6,
                        IntStream.range(10 * g, 10 * g + 10).mapToObj(Member.Leaf::new).toList()))
            .toList();
    return new Composite(names, Gate.of(groups / 2 + 1, majorities));
  }

  @Test
  void systemsWithVeryManyQuorumsAreDecidedBySearch() {
    Composite system = halves(5);
    assertThat(new Enumeration().canDecide(QuorumCheck.of(system, Faults.crash(1)))).isFalse();
    assertThat(QuorumCheck.of(system, Faults.byzantine(1)).isConsistent()).isTrue();
    // Two majorities of 3 of 5 groups share a group, in which two majorities of 6 of 10 share two.
    assertThat(QuorumCheck.of(system, Faults.byzantine(2)).isConsistent()).isFalse();
    // Five failures in each of three groups leave two majorities.
    assertThat(QuorumCheck.of(system, Faults.crash(14)).isAvailable()).isTrue();
    assertThat(QuorumCheck.of(system, Faults.crash(15)).isAvailable()).isFalse();
  }

  @ParameterizedTest(name = "n = {0}, f = {1}: least safe quorum {2}")
  @CsvSource({"4, 1, 3", "5, 1, 4", "21, 3, 13", "7, 2, 5", "3, 1, 3", "3001, 1000, 2001"})
  void leastSafeQuorumOfByzantineProcesses(int n, int f, int least) {
    QuorumCheck check = QuorumCheck.of(new Threshold(n, 1), Faults.byzantine(f));
    assertThat(check.leastThreshold()).hasValue(least);
  }

  @Test
  void noThresholdIsSafeWhereEverybodyLies() {
    QuorumCheck check = QuorumCheck.of(new Threshold(3, 2), Faults.byzantine(3));
    assertThat(check.leastThreshold()).isEmpty();
    assertThat(check.resilience(Faults::byzantine)).hasValue(0);
  }

  @Test
  void hybridFaultsNeedThreeBAndTwoCAndOne() {
    for (int b = 0; b <= 3; b++) {
      for (int c = 0; c <= 3; c++) {
        for (int n = Math.max(1, b + c); n <= 3 * b + 2 * c + 3; n++) {
          Faults faults = Faults.hybrid(b, c);
          OptionalInt least = QuorumCheck.of(new Threshold(n, 1), faults).leastThreshold();
          boolean both =
              least.isPresent()
                  && QuorumCheck.of(new Threshold(n, least.getAsInt()), faults).isAvailable();
          assertThat(both).isEqualTo(n >= 3 * b + 2 * c + 1);
        }
      }
    }
  }

  @Test
  void resilienceAndLeastThresholdAreTheFirstOnesThatScanningFinds() {
    for (int seed = 0; seed < 100; seed++) {
      Composite system = new RandomSystems(seed, 2 + seed % 4).next();
      QuorumCheck check = QuorumCheck.of(system, Faults.byzantine(1));
      OptionalInt least =
          IntStream.rangeClosed(1, system.greatestThreshold())
              .filter(
                  t ->
                      BruteForce.isConsistent(
                          QuorumCheck.of(system.withThreshold(t), check.faults())))
              .findFirst();
      assertThat(check.leastThreshold()).isEqualTo(least);
      assertThat(check.resilience(Faults::byzantine)).isEqualTo(scan(system, Faults::byzantine));
      assertThat(check.resilience(Faults::crash)).isEqualTo(scan(system, Faults::crash));
    }
  }

  private static OptionalInt scan(QuorumSystem system, IntFunction<Faults> faults) {
    return IntStream.rangeClosed(0, system.processes())
        .takeWhile(
            f -> {
              QuorumCheck check = QuorumCheck.of(system, faults.apply(f));
              return BruteForce.isConsistent(check) && BruteForce.isAvailable(check);
            })
        .max();
  }

  @Test
  void flexiblePhases() {
    QuorumCheck safe = new QuorumCheck(new Threshold(4, 3), new Threshold(4, 2), Faults.crash(1));
    assertThat(safe.isConsistent()).isTrue();
    assertThat(safe.leastPhase1()).hasValue(3);
    assertThat(safe.leastPhase2()).hasValue(2);
    QuorumCheck split = new QuorumCheck(new Threshold(4, 2), new Threshold(4, 2), Faults.crash(1));
    assertThat(split.overlap().orElseThrow().common().isEmpty()).isTrue();
    assertThat(split.leastPhase1()).hasValue(3);
  }

  @Test
  void rowsOfAGridMeetItsColumns() {
    List<String> names = List.of("a", "b", "c", "d", "e", "f");
    Composite rows = Composite.grid(names, 2, 3, Lines.ROWS);
    Composite columns = Composite.grid(names, 2, 3, Lines.COLUMNS);
    assertThat(new QuorumCheck(rows, columns, Faults.crash(1)).isConsistent()).isTrue();
    assertThat(QuorumCheck.of(rows, Faults.crash(1)).isConsistent()).isFalse();
    Composite both = Composite.grid(names, 2, 3, Lines.CROSS);
    assertThat(QuorumCheck.of(both, Faults.crash(1)).isConsistent()).isTrue();
    // Any two crosses share two processes at least.
    assertThat(QuorumCheck.of(both, Faults.byzantine(1)).isConsistent()).isTrue();
    assertThat(QuorumCheck.of(both, Faults.byzantine(2)).isConsistent()).isFalse();
  }

  @Test
  void processesThatFailTogether() {
    List<String> names = List.of("a", "b", "c", "d");
    Composite anyThree = Composite.parse("3 of {a, b, c, d}", names);
    ProcessSet rack = ProcessSet.of(0b0011);
    Faults crash = Faults.together(List.of(), List.of(rack));
    assertThat(QuorumCheck.of(anyThree, crash).isConsistent()).isTrue();
    assertThat(QuorumCheck.of(anyThree, crash).blocked().orElseThrow().faulty()).isEqualTo(rack);
    Faults lie = Faults.together(List.of(rack), List.of());
    Overlap overlap = QuorumCheck.of(anyThree, lie).overlap().orElseThrow();
    assertThat(overlap.common()).isEqualTo(rack);
  }

  @Test
  void phasesAreAboutTheSameProcesses() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new QuorumCheck(new Threshold(3, 2), new Threshold(4, 3), Faults.crash(1)))
        .withMessage("the phases have 3 and 4 processes");
  }
}
