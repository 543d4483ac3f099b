package org.quorate.quorum.proof;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a solver is told, word for word, and its answers. */
final class Dialogue {

  private static final Pattern VALUE = Pattern.compile("\\((\\w+)\\s+(\\(-\\s+)?(\\d+)\\)");

  private final SmtSolver solver;
  private final StringBuilder told = new StringBuilder();
  private int sent;
  private int depth;

  Dialogue(SmtSolver solver) {
    this.solver = solver;
  }

  /** The solver gave no answer. */
  static final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String answer;

    NoAnswerException(String answer) {
      super(answer);
      this.answer = answer;
    }

    /** What it said instead. */
    String answer() {
      return answer;
    }
  }

  /** All that the solver was told. */
  String text() {
    return told.toString();
  }

  /** A comment. */
  void note(String line) {
    tell("; " + line + "\n");
  }

  /** Lines of commands that have no answers, and comments; turned into ASCII, for any reader. */
  void tell(String lines) {
    told.append(lines.replace("≥", ">=").replace("≤", "<=").replace("−", "-").replace("·", "*"));
  }

  void claim(String condition) {
    tell("(assert " + condition + ")\n");
  }

  void push() {
    tell("(push 1)\n");
    depth++;
  }

  void pop() {
    tell("(pop 1)\n");
    depth--;
  }

  /** How many scopes are open. */
  int depth() {
    return depth;
  }

  /** Closes scopes until so many are open. */
  void unwind(int to) {
    while (depth > to) {
      pop();
    }
  }

  /**
   * Whether all that was claimed can be met.
   *
   * @throws NoAnswerException if the solver does not know
   */
  boolean isSatisfiable() {
    String answer = ask("(check-sat)\n");
    if (!answer.equals("sat") && !answer.equals("unsat")) {
      throw new NoAnswerException(answer);
    }
    return answer.equals("sat");
  }

  /** The values of unknowns that meet it, after {@link #isSatisfiable} said so. */
  Map<String, BigInteger> values(List<String> unknowns) {
    String answer = ask("(get-value (" + String.join(" ", unknowns) + "))\n");
    Map<String, BigInteger> values = new LinkedHashMap<>();
    for (Matcher matcher = VALUE.matcher(answer); matcher.find(); ) {
      BigInteger value = new BigInteger(matcher.group(3));
      values.put(matcher.group(1), matcher.group(2) == null ? value : value.negate());
    }
    if (!values.keySet().containsAll(unknowns)) {
      throw new IllegalStateException("no values of " + unknowns + " in: " + answer);
    }
    return values;
  }

  /** Sends what was told since the last question. */
  void end() {
    ask("");
  }

  private String ask(String question) {
    told.append(question);
    String answer = solver.execute(told.substring(sent)).strip();
    sent = told.length();
    if (!answer.isEmpty()) {
      note("answer: " + answer.replaceAll("\\s+", " "));
    }
    return answer;
  }
}
