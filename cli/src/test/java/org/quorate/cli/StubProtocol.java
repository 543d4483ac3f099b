package org.quorate.cli;

import java.util.List;
import java.util.Map;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;

/** A protocol that counts to nine, and does something of the test's at each step. */
record StubProtocol(Runnable atEachStep, int highestAllowed, List<Mutant> mutants)
    implements Protocol {

  @Override
  public String name() {
    return "counter";
  }

  @Override
  public String description() {
    return "a counter";
  }

  @Override
  public List<Option> options() {
    return List.of();
  }

  @Override
  public List<Example> examples() {
    return List.of();
  }

  @Override
  public Configured configure(Settings settings) {
    return new Configured(new StubCounter(atEachStep, count -> count <= highestAllowed), Map.of());
  }
}
