package org.quorate.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.quorate.quorum.Formula;
import org.quorate.quorum.proof.FaultModel;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Values;

/**
 * Questions with linear formulas, made at random from a seed. Half of them are close to right ones,
 * since formulas without a plan are wrong at once.
 */
final class RandomQuestions {

  private static final Values ALL = new Values.From(1);

  private final SplittableRandom random;

  RandomQuestions(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A question with one unbounded parameter, or two where faults are hybrid. */
  Question next() {
    return switch (random.nextInt(4)) {
      case 0 -> Question.hybrid(from(0, 2), from(0, 2), formulas("b", "c"));
      case 1 -> Question.of(faults(), from(1, 4), only(1 + random.nextInt(4)), formulas("f", "k"));
      default -> Question.of(faults(), only(1 + random.nextInt(5)), ALL, formulas("f", "k"));
    };
  }

  private FaultModel faults() {
    return random.nextBoolean() ? FaultModel.BYZANTINE : FaultModel.CRASH;
  }

  private Values from(int least, int bound) {
    return new Values.From(least + random.nextInt(bound));
  }

  private static Values only(int number) {
    return new Values.Listed(List.of(number));
  }

  private List<Formula> formulas(String... variables) {
    List<Formula> formulas = new ArrayList<>();
    int count = random.nextInt(4) == 0 ? 2 : 1;
    while (formulas.size() < count) {
      String text = random.nextBoolean() ? nearlyRight(variables) : sum(3, variables);
      if (text.length() <= Formula.MAX_LENGTH) {
        formulas.add(Formula.parse(text));
      }
    }
    return formulas;
  }

  private String nearlyRight(String... variables) {
    String rounding = random.nextBoolean() ? "ceil" : "floor";
    String x = variables[0];
    String half = "%s((n+%s+%d)/2)".formatted(rounding, x, random.nextInt(5));
    return switch (random.nextInt(5)) {
      case 0 -> half;
      case 1 -> "n-%s-%d".formatted(x, random.nextInt(3));
      case 2 -> "min(%s, n-%s)".formatted(half, x);
      case 3 -> "max(%s, %s)".formatted(half, sum(1, variables));
      default -> "%s + min(%d, %s/4)".formatted(half, random.nextInt(2), x);
    };
  }

  private String sum(int depth, String... variables) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(variables);
    }
    String left = sum(depth - 1, variables);
    String right = sum(depth - 1, variables);
    return switch (random.nextInt(8)) {
      case 0, 1 -> "(" + left + "+" + right + ")";
      case 2 -> "(" + left + "-" + right + ")";
      case 3 -> "ceil((" + left + ")/" + (2 + random.nextInt(5)) + ")";
      case 4 -> "floor((" + left + ")/" + (2 + random.nextInt(5)) + ")";
      case 5 -> "min(" + left + "," + right + ")";
      case 6 -> "max(" + left + "/2," + right + ")";
      default -> (1 + random.nextInt(3)) + "*" + right;
    };
  }

  private String leaf(String... variables) {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(9));
      case 1 -> "n";
      default -> variables[random.nextInt(variables.length)];
    };
  }
}
