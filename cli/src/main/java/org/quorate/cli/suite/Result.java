package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.Yaml;

/**
 * What came of a check.
 *
 * @param check the check
 * @param status whether it may be trusted, and in what
 * @param facts what it found out, if it ran
 * @param mismatches what is not as the spec file expects
 * @param updates what was changed in its file, so that it is as expected now
 * @param problem the error that ended it
 * @param seconds the time that it took
 */
public record Result(
    Check check,
    Status status,
    Optional<Facts> facts,
    List<Mismatch> mismatches,
    List<String> updates,
    @Nullable Throwable problem,
    double seconds) {

  /** What a result may be trusted for. */
  public enum Status {
    /** Everything is as expected. */
    OK("ok"),
    /** Something is not as expected. */
    FAILED("failed"),
    /** A limit, or the user, ended it; that is never as expected unless the file says so. */
    INCOMPLETE("incomplete"),
    /** It did not run, since another had failed or the user had interrupted. */
    SKIPPED("skipped"),
    /** An error in the program or a model; there is no verdict. */
    ERROR("error");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The status as reports show it. */
    public String word() {
      return word;
    }
  }

  /** A check that was not run. */
  static Result skipped(Check check) {
    return new Result(check, Status.SKIPPED, Optional.empty(), List.of(), List.of(), null, 0);
  }

  /** A check that ended by an error. */
  static Result error(Check check, Throwable problem, double seconds) {
    return new Result(
        check, Status.ERROR, Optional.empty(), List.of(), List.of(), problem, seconds);
  }

  /**
   * A check that came to facts.
   *
   * @param interrupted whether the user ended it; then it cannot be incomplete as expected
   */
  static Result of(Check check, Facts facts, boolean interrupted, double seconds) {
    List<Mismatch> mismatches = mismatches(check, facts);
    boolean good = mismatches.isEmpty() && facts.surprises().isEmpty();
    boolean incomplete = facts.isIncomplete() && (interrupted || !good);
    Status status = incomplete ? Status.INCOMPLETE : good ? Status.OK : Status.FAILED;
    return new Result(check, status, Optional.of(facts), mismatches, List.of(), null, seconds);
  }

  /** Every fact that differs; another verdict stands for all that differs with it. */
  private static List<Mismatch> mismatches(Check check, Facts facts) {
    List<Mismatch> mismatches = new ArrayList<>();
    check
        .expected()
        .forEach(
            (fact, expected) -> {
              String found = facts.find(fact).orElse("none");
              if (!found.equals(expected.text())) {
                mismatches.add(new Mismatch(expected.at(), fact, expected.text(), found));
              }
            });
    return mismatches.stream()
        .filter(m -> m.fact().equals(Facts.VERDICT))
        .findFirst()
        .map(List::of)
        .orElse(mismatches);
  }

  /** This result where a file was changed to expect the counts that were found. */
  Result corrected(Map<String, String> counts) {
    List<String> updates = new ArrayList<>();
    counts.forEach(
        (count, found) -> {
          Yaml.Scalar stated = check.expected().get(count);
          if (stated == null) {
            updates.add("updated: %s %s added".formatted(count, found));
          } else if (!stated.text().equals(found)) {
            updates.add("updated: %s %s → %s".formatted(count, stated.text(), found));
          }
        });
    return new Result(check.expecting(counts), Status.OK, facts, List.of(), updates, null, seconds);
  }

  /** The name of the check. */
  public String name() {
    return check.name();
  }

  /** A fact, or nothing where the check did not run or did not find it out. */
  public String fact(String name) {
    return facts.flatMap(f -> f.find(name)).orElse("");
  }

  /** What to say of a check that is not as it should be, each line with its place. */
  public List<String> complaints() {
    List<String> lines = new ArrayList<>();
    for (Mismatch mismatch : mismatches) {
      lines.add("%s: %s".formatted(mismatch.at(), mismatch.message()));
    }
    facts.ifPresent(f -> f.surprises().forEach(s -> lines.add("%s: %s".formatted(check.at(), s))));
    if (problem != null) {
      lines.add("%s: internal error; there is no verdict: %s".formatted(check.at(), problem));
    }
    return lines;
  }

  /** What helps to understand the result, and what was changed to come to it. */
  public List<String> notes() {
    List<String> lines = new ArrayList<>();
    facts.ifPresent(f -> lines.addAll(f.notes()));
    lines.addAll(updates);
    return lines;
  }

  /** Complaints, what helps to understand them, and what to type to see more. */
  public List<String> explanation() {
    List<String> lines = new ArrayList<>(complaints());
    lines.addAll(notes());
    if (facts.isPresent()) {
      check.command().ifPresent(typed -> lines.add("see  " + typed));
    }
    return lines;
  }
}
