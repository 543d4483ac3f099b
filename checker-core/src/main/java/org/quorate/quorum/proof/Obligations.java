package org.quorate.quorum.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quorate.quorum.Formula;
import org.quorate.quorum.FormulaException;
import org.quorate.quorum.Rational;

/** What is to be decided about one family of systems: for a solver, and for a single system. */
final class Obligations {

  /** Those that a system may have, as people list them. */
  private static final List<String> PARAMETERS = List.of("k", "b", "c", "f", "n");

  private final Question question;
  private final Family family;
  private final String declarations;
  private final List<String> whole = new ArrayList<>();

  /**
   * The obligations of a question about a family.
   *
   * @throws FormulaException if a formula is not linear in the family's unknowns, or divides by
   *     zero
   */
  Obligations(Question question, Family family) {
    this.question = question;
    this.family = family;
    StringBuilder text = new StringBuilder(family.declarations());
    LinearArithmetic arithmetic = new LinearArithmetic(family.variables());
    for (int i = 0; i < question.quorums().size(); i++) {
      Formula formula = question.quorums().get(i);
      formula.requireOnly(family.variables().keySet());
      Linear value = formula.interpret(arithmetic);
      text.append(arithmetic.takeDefinitions());
      text.append(size(question.names().get(i), formula, value));
    }
    declarations = text.toString();
  }

  /** Declares a size: the value, rounded down where it may be a fraction, which is noted. */
  private String size(String name, Formula formula, Linear value) {
    String declared = "; %1$s is %2$s\n(declare-const %1$s Int)\n".formatted(name, formula);
    BigInteger d = value.denominator();
    if (d.equals(BigInteger.ONE)) {
      return declared + "(assert (= %s %s))\n".formatted(name, value.term());
    }
    Linear scaled = Linear.of(name).times(d);
    String whole = value.times(d).term();
    this.whole.add("(= %s %s)".formatted(scaled.term(), whole));
    return declared
        + "(assert (<= %s %s))\n".formatted(scaled.term(), whole)
        + "(assert (< %s %s))\n".formatted(whole, scaled.plus(Linear.of(Rational.of(d))).term());
  }

  /** The systems that these are about. */
  Family family() {
    return family;
  }

  /** The unknowns, and what is known of them, in SMT-LIB. */
  String declarations() {
    return declarations;
  }

  /** A statement as a formula of SMT-LIB. */
  String condition(Statement statement) {
    Stream<String> conditions = conditions(statement).stream().map(Inequality::term);
    Stream<String> wholeness = statement == Statement.WELL_FORMED ? whole.stream() : Stream.of();
    List<String> all = Stream.concat(wholeness, conditions).toList();
    return all.size() == 1 ? all.get(0) : "(and " + String.join(" ", all) + ")";
  }

  private List<Inequality> conditions(Statement statement) {
    return statement.conditions(question.faults(), question.names());
  }

  /** A system: what a solver says of its unknowns, and the exact sizes of its quorums. */
  Map<String, Rational> system(Map<String, BigInteger> unknowns) {
    Map<String, Rational> known = new LinkedHashMap<>(family.fixed());
    unknowns.forEach((name, value) -> known.put(name, Rational.of(value)));
    Map<String, Rational> system = new LinkedHashMap<>();
    for (String name : PARAMETERS) {
      if (known.containsKey(name)) {
        system.put(name, value(known, name));
      }
    }
    for (int i = 0; i < question.quorums().size(); i++) {
      system.put(question.names().get(i), question.quorums().get(i).value(system));
    }
    return system;
  }

  /**
   * How a statement fails in a system, by exact arithmetic.
   *
   * @throws IllegalStateException if it does not, so that the solver was wrong
   */
  String failure(Statement statement, Map<String, Rational> system) {
    List<String> failures = new ArrayList<>();
    if (statement == Statement.WELL_FORMED) {
      question.names().stream()
          .filter(name -> !value(system, name).isWhole())
          .forEach(name -> failures.add(name + " is not a whole number"));
    }
    conditions(statement).stream()
        .filter(condition -> !condition.holds(system))
        .forEach(condition -> failures.add(condition.missed(system)));
    if (failures.isEmpty()) {
      throw new IllegalStateException(
          "the solver says that %s fails at %s; it does not".formatted(statement.label(), system));
    }
    return failures.get(0);
  }

  private static Rational value(Map<String, Rational> system, String name) {
    Rational value = system.get(name);
    if (value == null) {
      throw new IllegalStateException(name + " has no value");
    }
    return value;
  }
}
