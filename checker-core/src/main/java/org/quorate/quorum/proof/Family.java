package org.quorate.quorum.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quorate.quorum.Rational;

/**
 * Systems that one obligation is about. Its unknowns are whole; {@code n} and {@code f}, and with
 * hybrid faults {@code b} and {@code c}, are among them even where their values are fixed.
 */
final class Family {

  private final Map<String, Values> ranges;

  /** What k, f, b and c stand for in formulas: a number where there is just one. */
  private final Map<String, Linear> variables = new LinkedHashMap<>();

  /** Conditions in SMT-LIB by the unknown that they define or bound. */
  private final Map<String, String> unknowns = new LinkedHashMap<>();

  /** What makes a counterexample smaller than another, most important first, with lower bounds. */
  private final Map<String, Long> order = new LinkedHashMap<>();

  private Family(Map<String, Values> ranges) {
    this.ranges = ranges;
    ranges.forEach(
        (name, values) -> {
          boolean open = values instanceof Values.From;
          variables.put(name, open ? Linear.of(name) : Linear.of(least(name)));
          if (open || !name.equals("k")) {
            unknowns.put(name, "(%s %s %d)".formatted(open ? ">=" : "=", name, least(name)));
          }
        });
  }

  /**
   * The systems in some ranges.
   *
   * @param ranges each open or of one number; not both k and f open, for then n is not linear
   */
  static Family of(FaultModel faults, Map<String, Values> ranges) {
    Family family = new Family(ranges);
    if (faults == FaultModel.HYBRID) {
      Linear b = Linear.of("b");
      Linear c = Linear.of("c");
      family.define("f", b.plus(c));
      family.define("n", b.times(3).plus(c.times(2)).plus(1));
      family.order.put("f", (long) family.least("b") + family.least("c"));
      family.order.put("b", (long) family.least("b"));
    } else {
      LinearArithmetic arithmetic = new LinearArithmetic(family.variables);
      Linear product = arithmetic.times(arithmetic.variable("k"), arithmetic.variable("f"));
      family.define("n", product.plus(1));
      family.open().forEach((name, least) -> family.order.put(name, (long) least));
    }
    return family;
  }

  /**
   * All systems with n ≥ k·f + 1 processes for the least k, and any f from some number on. With
   * both k and f unbounded, n = k·f + 1 is not linear; but this holds all such systems, and more.
   */
  static Family atLeast(Map<String, Values> ranges) {
    Family family = new Family(ranges);
    Linear bound = leastProcesses(ranges);
    family.unknowns.remove("k");
    family.variables.remove("k");
    family.unknowns.put("n", Inequality.atLeast(Linear.of("n"), bound).term());
    family.variables.put("n", Linear.of("n"));
    family.order.put("f", (long) family.least("f"));
    family.order.put("n", 1L);
    return family;
  }

  /** k·f + 1 for the least k. */
  static Linear leastProcesses(Map<String, Values> ranges) {
    return Linear.of("f").times(new Family(ranges).least("k")).plus(1);
  }

  private void define(String name, Linear value) {
    unknowns.put(name, "(= %s %s)".formatted(name, value.term()));
    variables.put(name, value.isConstant() ? value : Linear.of(name));
  }

  private int least(String name) {
    Values values = ranges.get(name);
    if (values instanceof Values.From from) {
      return from.least();
    }
    if (values instanceof Values.Listed listed) {
      return listed.numbers().get(0);
    }
    throw new IllegalArgumentException(name + " has no values");
  }

  /** Whether there are systems here that nobody asked for: those of {@link #atLeast}. */
  boolean isRelaxed() {
    return order.containsKey("n");
  }

  /** What variables stand for in formulas. */
  Map<String, Linear> variables() {
    return variables;
  }

  /** The unknowns. */
  List<String> unknowns() {
    return List.copyOf(unknowns.keySet());
  }

  /** The unknowns with their conditions in SMT-LIB. */
  String declarations() {
    return unknowns.entrySet().stream()
        .map(e -> "(declare-const %s Int)\n(assert %s)\n".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining());
  }

  /** The unknowns that make a counterexample smaller, most important first, with lower bounds. */
  Map<String, Long> order() {
    return order;
  }

  /** The parameters that are unbounded, with their least values. */
  Map<String, Integer> open() {
    Map<String, Integer> open = new LinkedHashMap<>();
    ranges.forEach(
        (name, values) -> {
          if (values instanceof Values.From from) {
            open.put(name, from.least());
          }
        });
    return open;
  }

  /** The parameters that have one value, with it. */
  Map<String, Rational> fixed() {
    Map<String, Rational> fixed = new LinkedHashMap<>();
    ranges.forEach(
        (name, values) -> {
          if (values instanceof Values.Listed) {
            fixed.put(name, Rational.of(least(name)));
          }
        });
    return fixed;
  }

  /** For people: {@code k = 3, every f ≥ 1}. */
  String title() {
    String fixed =
        fixed().entrySet().stream()
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
    String open =
        open().entrySet().stream()
            .map(e -> e.getKey() + " ≥ " + e.getValue())
            .collect(Collectors.joining(" and "));
    String comma = fixed.isEmpty() || open.isEmpty() ? "" : ", ";
    return fixed + comma + (open.isEmpty() ? "" : "every " + open);
  }
}
