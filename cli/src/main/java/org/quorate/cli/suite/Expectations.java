package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;

/**
 * Reads what must come of a check.
 *
 * @param verdicts what verdicts there are, the one that is expected if the file says nothing first
 * @param invariants the names of invariants, if any can fail
 * @param goals the names of goals
 * @param unknowable counts that this check will not find out, with the reason
 */
record Expectations(
    List<String> verdicts,
    List<String> invariants,
    List<String> goals,
    Map<String, String> unknowable) {

  private static final String VIOLATED = "violated";

  /** The facts of a check, with what each must be. */
  Map<String, Yaml.Scalar> read(Position check, @Nullable Yaml stated) {
    Map<String, Yaml.Scalar> facts = new LinkedHashMap<>();
    facts.put(Facts.VERDICT, new Yaml.Scalar(check, verdicts.get(0), false));
    if (stated == null) {
      return facts;
    }
    Yaml.Mapping expect = stated.mapping("facts that are expected").only("key", "expect", keys());
    verdict(expect).ifPresent(verdict -> facts.put(Facts.VERDICT, verdict));
    expect.find(Facts.INVARIANT).ifPresent(i -> facts.put(Facts.INVARIANT, invariant(i)));
    for (String count : Facts.COUNTS) {
      expect.find(count).ifPresent(n -> facts.put(count, number(count, n)));
    }
    expect.find(Facts.GOALS).ifPresent(g -> goals(g, facts));
    refuseContradictions(facts);
    return facts;
  }

  private List<String> keys() {
    if (invariants.isEmpty()) {
      return List.of(Facts.VERDICT);
    }
    List<String> keys = new ArrayList<>(List.of(Facts.VERDICT, Facts.INVARIANT));
    keys.addAll(Facts.COUNTS);
    keys.add(Facts.GOALS);
    return keys;
  }

  /** What is said of the verdict; who says how it is violated need not say that it is. */
  private Optional<Yaml.Scalar> verdict(Yaml.Mapping expect) {
    Optional<Yaml> stated = expect.find(Facts.VERDICT);
    if (stated.isPresent()) {
      Yaml.Scalar verdict = stated.get().scalar("a verdict");
      verdict.oneOf("verdict", verdicts);
      return Optional.of(verdict);
    }
    return expect
        .find(Facts.INVARIANT)
        .or(() -> expect.find(Facts.LENGTH))
        .map(how -> new Yaml.Scalar(how.at(), VIOLATED, false));
  }

  private Yaml.Scalar invariant(Yaml stated) {
    Yaml.Scalar name = stated.scalar("the name of an invariant");
    name.oneOf("invariant", invariants);
    return name;
  }

  private Yaml.Scalar number(String count, Yaml stated) {
    Yaml.Scalar number = stated.scalar("a whole number");
    if (!number.text().matches("0|[1-9]\\d{0,17}")) {
      throw number.at().error("expected a whole number, not '%s'".formatted(number.text()));
    }
    String reason = unknowable.get(count);
    if (reason != null) {
      throw number.at().error("'%s' cannot be expected: %s".formatted(count, reason));
    }
    return number;
  }

  private void goals(Yaml stated, Map<String, Yaml.Scalar> facts) {
    Yaml.Mapping reached = stated.mapping("true or false for each goal");
    reached.only("goal", "the model", goals);
    reached
        .entries()
        .forEach(
            (goal, entry) -> {
              Yaml.Scalar value = entry.value().scalar("true or false");
              value.oneOf("value", List.of("true", "false"));
              facts.put(Facts.goal(goal), value);
            });
  }

  private static void refuseContradictions(Map<String, Yaml.Scalar> facts) {
    Yaml.Scalar verdict = facts.get(Facts.VERDICT);
    for (String how : List.of(Facts.INVARIANT, Facts.LENGTH)) {
      Yaml.Scalar stated = facts.get(how);
      if (stated != null && verdict != null && !verdict.text().equals(VIOLATED)) {
        throw stated
            .at()
            .error(
                "'%s' goes with the verdict 'violated', not '%s'".formatted(how, verdict.text()));
      }
    }
  }
}
