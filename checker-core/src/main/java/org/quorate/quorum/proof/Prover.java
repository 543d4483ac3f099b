package org.quorate.quorum.proof;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.quorum.FormulaException;
import org.quorate.quorum.Rational;
import org.quorate.quorum.proof.Dialogue.NoAnswerException;

/**
 * Decides whether quorums are right for all systems of a kind.
 *
 * <p>A statement about unboundedly many systems holds if the solver finds that no system fails it.
 * Otherwise the smallest failing system is found by halving: is there one with f ≤ 10, with f ≤ 5,
 * …? Each answer of the solver that such a system exists is checked by exact arithmetic.
 */
public final class Prover {

  /** How many f are tried, each for all k, where a proof for all k and f is not to be had. */
  private static final int REACH = 20;

  /** The length of the largest f that is tried. */
  private static final int MAX_BITS = 30;

  private static final String LATE = "the solver found no answer in time";

  private final Question question;
  private final SmtSolver solver;
  private final Dialogue dialogue;

  private Prover(Question question, SmtSolver solver) {
    this.question = question;
    this.solver = solver;
    this.dialogue = new Dialogue(solver);
  }

  /**
   * Answers a question.
   *
   * @param solver without anything told to it yet
   * @throws FormulaException if a formula is not linear in what is unbounded, or divides by zero;
   *     or if there are too many families
   */
  public static Proof prove(Question question, SmtSolver solver) {
    return new Prover(question, solver).prove();
  }

  private Proof prove() {
    long start = System.nanoTime();
    List<Obligations> all =
        Families.of(question).stream().map(f -> new Obligations(question, f)).toList();
    heading();
    List<Proof.Part> parts = all.stream().map(this::part).toList();
    dialogue.end();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Proof(question, parts, solver.name(), dialogue.text(), seconds);
  }

  private void heading() {
    dialogue.note(
        "Are quorums right in every system of n = %s processes, %s?"
            .formatted(question.faults().processes(), question.faults().label()));
    dialogue.note(
        "Each check-sat looks for a system where a condition fails. unsat: there is none,");
    dialogue.note(
        "and the condition is proven. sat: there is one, and smaller ones are looked for.");
    dialogue.note("Answers are those of %s.".formatted(solver.name()));
    dialogue.tell("(set-option :produce-models true)\n(set-logic QF_LIA)\n");
  }

  private Proof.Part part(Obligations obligations) {
    Family family = obligations.family();
    Map<Statement, Finding> findings = findings(obligations);
    if (family.isRelaxed()) {
      findings.replaceAll((statement, finding) -> genuine(statement, finding));
    }
    return new Proof.Part(family.title(), family.fixed(), family.open(), findings);
  }

  private Map<Statement, Finding> findings(Obligations obligations) {
    Map<Statement, Finding> findings = new EnumMap<>(Statement.class);
    begin(obligations);
    for (Statement statement : Statement.values()) {
      if (statement.appliesTo(question.quorums().size())) {
        Optional<Statement> missing =
            statement.premises().stream().filter(p -> neverHolds(findings.get(p))).findFirst();
        findings.put(
            statement,
            missing.isPresent()
                ? new Finding.Meaningless(missing.get())
                : finding(obligations, statement));
      }
    }
    dialogue.pop();
    return findings;
  }

  private static boolean neverHolds(@Nullable Finding finding) {
    return finding instanceof Finding.Refuted refuted && refuted.never();
  }

  private void begin(Obligations obligations) {
    dialogue.tell("\n");
    dialogue.note("---- " + obligations.family().title());
    dialogue.push();
    dialogue.tell(obligations.declarations());
  }

  private Finding finding(Obligations obligations, Statement statement) {
    dialogue.tell("\n");
    dialogue.note("%s: %s".formatted(statement.label(), statement.text(question)));
    int depth = dialogue.depth();
    try {
      return decide(obligations, statement);
    } catch (NoAnswerException e) {
      return new Finding.Undecided(
          e.answer().equals("unknown") ? LATE : "the solver answers " + e.answer());
    } finally {
      dialogue.unwind(depth);
    }
  }

  private Finding decide(Obligations obligations, Statement statement) {
    int depth = dialogue.depth();
    dialogue.push();
    presume(obligations, statement);
    dialogue.claim("(not " + obligations.condition(statement) + ")");
    if (!dialogue.isSatisfiable()) {
      return new Finding.Proven();
    }
    Map<String, Rational> some = system(obligations);
    Optional<Map<String, Rational>> smallest = smallest(obligations);
    dialogue.unwind(depth);
    Map<String, Rational> system = smallest.orElse(some);
    String why = obligations.failure(statement, system);
    return new Finding.Refuted(
        system, smallest.isPresent(), failsAlways(obligations, statement), why);
  }

  private boolean failsAlways(Obligations obligations, Statement statement) {
    dialogue.note("does it hold in some system? unsat: in none");
    dialogue.push();
    presume(obligations, statement);
    dialogue.claim(obligations.condition(statement));
    try {
      return !dialogue.isSatisfiable();
    } catch (NoAnswerException e) {
      return false;
    }
  }

  /** Other statements are about sizes that are well-formed. */
  private void presume(Obligations obligations, Statement statement) {
    if (statement != Statement.WELL_FORMED) {
      dialogue.claim(obligations.condition(Statement.WELL_FORMED));
    }
  }

  /** The smallest system that meets what was claimed, unless that takes too long. */
  private Optional<Map<String, Rational>> smallest(Obligations obligations) {
    try {
      for (Map.Entry<String, Long> each : obligations.family().order().entrySet()) {
        String unknown = each.getKey();
        BigInteger least = least(unknown, BigInteger.valueOf(each.getValue()));
        dialogue.note("the smallest has %s = %d".formatted(unknown, least));
        dialogue.claim("(= %s %d)".formatted(unknown, least));
        dialogue.isSatisfiable();
      }
      return Optional.of(system(obligations));
    } catch (NoAnswerException e) {
      return Optional.empty();
    }
  }

  private Map<String, Rational> system(Obligations obligations) {
    return obligations.system(dialogue.values(obligations.family().unknowns()));
  }

  /** The least value of an unknown in systems that meet what was claimed; there is one. */
  private BigInteger least(String unknown, BigInteger bound) {
    BigInteger low = bound;
    BigInteger high = value(unknown);
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      dialogue.note("a smaller one?");
      dialogue.push();
      dialogue.claim("(<= %s %d)".formatted(unknown, middle));
      if (dialogue.isSatisfiable()) {
        high = value(unknown);
      } else {
        low = middle.add(BigInteger.ONE);
      }
      dialogue.pop();
    }
    return low;
  }

  private BigInteger value(String unknown) {
    return dialogue.values(List.of(unknown)).values().iterator().next();
  }

  /**
   * What is true of n = k·f + 1, where a statement fails for some n ≥ k·f + 1: for one f after the
   * other, all k are considered at once.
   */
  private Finding genuine(Statement statement, Finding finding) {
    if (!(finding instanceof Finding.Refuted refuted)) {
      return finding;
    }
    BigInteger least = number(refuted.system(), "f");
    if (!refuted.smallest()) {
      return new Finding.Undecided(LATE);
    }
    if (least.bitLength() > MAX_BITS) {
      return undecided(refuted, least);
    }
    int from = least.intValueExact();
    for (int f = from; f < from + REACH; f++) {
      Map<String, Values> ranges = new LinkedHashMap<>(question.ranges());
      ranges.put("f", Values.only(f));
      Obligations obligations = new Obligations(question, Family.of(question.faults(), ranges));
      begin(obligations);
      Finding one = finding(obligations, statement);
      dialogue.pop();
      if (one instanceof Finding.Refuted r) {
        return new Finding.Refuted(r.system(), r.smallest(), refuted.never(), r.why());
      }
      if (!(one instanceof Finding.Proven)) {
        return one;
      }
    }
    return undecided(refuted, BigInteger.valueOf(from + REACH));
  }

  private Finding undecided(Finding.Refuted refuted, BigInteger unknownFrom) {
    return new Finding.Undecided(
        "it holds for all k where f < %d; for larger f, a proof needs the stronger claim for every n ≥"
                .formatted(unknownFrom)
            + " %s, which is false for f = %d, n = %d"
                .formatted(
                    Family.leastProcesses(question.ranges()),
                    number(refuted.system(), "f"),
                    number(refuted.system(), "n")));
  }

  private static BigInteger number(Map<String, Rational> system, String name) {
    Rational value = system.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " has no value");
    }
    return value.numerator();
  }
}
