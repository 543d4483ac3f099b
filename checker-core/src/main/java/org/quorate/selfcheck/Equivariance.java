package org.quorate.selfcheck;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.state.State;
import org.quorate.symmetry.Renaming;
import org.quorate.trace.Transition;

/**
 * What makes it right to explore a model up to symmetry: a renaming of scalarset members takes
 * initial states to initial states and steps to steps of the same action, and changes no invariant,
 * lemma, goal or class.
 */
public final class Equivariance {

  private static final String ADVICE =
      "; treat the members of a scalarset alike (compare them, use them as indices, and nothing"
          + " else), or search without this symmetry";

  /** Something that is the same in renamed states. */
  private record Property(String name, Function<State, Object> value) {}

  private final Model model;
  private final List<long[]> initial;
  private final Set<LongBuffer> known;
  private final List<Property> properties;

  /**
   * A check of a model.
   *
   * @throws ModelException if its initial states cannot be had
   */
  public Equivariance(Model model) {
    this.model = model;
    this.initial = initialStates(model);
    this.known = initial.stream().map(LongBuffer::wrap).collect(Collectors.toSet());
    this.properties = properties(model);
  }

  private static List<long[]> initialStates(Model model) {
    try {
      return Transition.initialStates(model);
    } catch (RuntimeException | AssertionError e) {
      throw ModelException.thrown("initialStates", e);
    }
  }

  private static List<Property> properties(Model model) {
    List<Property> all = new ArrayList<>();
    model
        .invariants()
        .forEach(i -> all.add(new Property("invariant " + i.name(), i.holds()::test)));
    model.lemmas().forEach(i -> all.add(new Property("lemma " + i.name(), i.holds()::test)));
    model.goals().forEach(g -> all.add(new Property("goal " + g.name(), g.reached()::test)));
    model
        .partition()
        .ifPresent(p -> all.add(new Property("partition by " + p.by(), p.classifier()::classOf)));
    return all;
  }

  /** The initial states of the model. */
  public List<long[]> initialStates() {
    return initial;
  }

  /** Checks that the image of an initial state is one. */
  public void checkInitial(long[] start, Renaming renaming) {
    if (!known.contains(LongBuffer.wrap(renaming.apply(start)))) {
      throw broken("initialStates", renaming, "makes an initial state none", start);
    }
  }

  /** A state that is reached, and the same with other names of scalarset members. */
  public record Twins(long[] words, Renaming renaming, long[] image) {
    /** A state and its image. */
    public static Twins of(long[] words, Renaming renaming) {
      return new Twins(words, renaming, renaming.apply(words));
    }
  }

  /** Checks that no property differs between a state and its image. */
  public void checkProperties(Twins twins) {
    for (Property property : properties) {
      Object here = value(property, twins.words());
      Object there = value(property, twins.image());
      if (!here.equals(there)) {
        throw broken(
            property.name(),
            twins.renaming(),
            "turns %s to %s".formatted(here, there),
            twins.words());
      }
    }
  }

  private Object value(Property property, long[] words) {
    return Steps.ask(property.name(), model, words, () -> property.value().apply(State.of(words)));
  }

  /**
   * Checks that an action has as many successors in the image of a state as in the state itself,
   * and among them the images of some.
   *
   * @param steps all steps of the action from the state
   * @param some those of them whose images are looked for
   */
  public void checkSteps(
      Action action, Twins twins, List<Transition> steps, Collection<Transition> some) {
    long[] image = twins.image();
    Set<LongBuffer> there = targets(Steps.changing(Steps.offered(model, action, image), image));
    int here = targets(steps).size();
    boolean asMany = here == there.size();
    if (!asMany || !some.stream().allMatch(t -> there.contains(image(t, twins.renaming())))) {
      String change =
          asMany
              ? "makes a step of it none"
              : "changes the number of its successors from %d to %d".formatted(here, there.size());
      throw broken("action " + action.name(), twins.renaming(), change, twins.words());
    }
  }

  private static LongBuffer image(Transition step, Renaming renaming) {
    return LongBuffer.wrap(renaming.apply(step.target()));
  }

  private static Set<LongBuffer> targets(List<Transition> steps) {
    return steps.stream().map(step -> LongBuffer.wrap(step.target())).collect(Collectors.toSet());
  }

  private ModelException broken(String part, Renaming renaming, String change, long[] words) {
    return new ModelException(
        "%s is not symmetric: renaming %s %s%s".formatted(part, renaming, change, ADVICE),
        model,
        State.of(words));
  }
}
