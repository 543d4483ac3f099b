package org.quorate.models.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Partition;
import org.quorate.model.StatePredicate;
import org.quorate.model.Successors;
import org.quorate.state.StateLayout;

/** A model with other actions or invariants, over the same states. */
public record Variant(Model model, List<Action> actions, List<Invariant> invariants)
    implements Model {

  /** The model with nothing to violate, so that a search visits all of it. */
  public static Variant withoutInvariants(Model model) {
    return new Variant(model, model.actions(), List.of());
  }

  /** The model with some of its invariants and lemmas only, or others. */
  public static Variant withInvariants(Model model, Invariant... invariants) {
    return new Variant(model, model.actions(), Arrays.asList(invariants));
  }

  /** This model with a property to check, under some name. */
  public static Invariant property(String name, StatePredicate holds) {
    return new Invariant(name, name, holds, s -> name + " fails");
  }

  /** The invariant or lemma of that name. */
  public static Invariant find(Model model, String name) {
    return java.util.stream.Stream.concat(model.invariants().stream(), model.lemmas().stream())
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no invariant or lemma named " + name));
  }

  /** This model, where every action body is replaced by another. */
  public Variant withBodies(UnaryOperator<Action.Body> change) {
    return new Variant(
        model, actions.stream().map(a -> a.withBody(change.apply(a.body()))).toList(), invariants);
  }

  @Override
  public StateLayout layout() {
    return model.layout();
  }

  @Override
  public void initialStates(Successors out) {
    model.initialStates(out);
  }

  @Override
  public List<Goal> goals() {
    return model.goals();
  }

  @Override
  public Optional<Partition> partition() {
    return model.partition();
  }
}
