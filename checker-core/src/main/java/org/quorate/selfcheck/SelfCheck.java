package org.quorate.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quorate.model.Action;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.ModelException;
import org.quorate.selfcheck.Equivariance.Twins;
import org.quorate.state.Domain;
import org.quorate.state.State;
import org.quorate.symmetry.Renaming;
import org.quorate.symmetry.Symmetry;
import org.quorate.trace.Transition;

/**
 * Looks for mistakes of a model that would make a search say something wrong, on a few random walks
 * that are always the same. It finds no mistake where there is none, and not every one.
 */
public final class SelfCheck {

  private static final int WALKS = 20;
  private static final int MAX_LENGTH = 50;

  /** No walk goes on after so many steps were looked at, so that the check is soon over. */
  private static final int ENOUGH = 200;

  /** For each action in each state, arguments of both kinds that are tried against its guards. */
  private static final int CHOICES = 2;

  private final Model model;
  private final List<Action> actions;
  private final List<Invariant> invariants;
  private final Symmetry symmetry;
  private final Equivariance equivariance;
  private final Guards guards;
  private final Random random = new Random(1);
  private int seen;

  private SelfCheck(Model model, Symmetry symmetry) {
    this.model = model;
    this.actions = model.actions();
    this.invariants = model.invariants();
    this.symmetry = symmetry;
    this.equivariance = new Equivariance(model);
    this.guards = new Guards(model);
  }

  /**
   * Checks a model that is to be searched up to a symmetry.
   *
   * @throws ModelException if something is wrong
   */
  public static void run(Model model, Symmetry symmetry) {
    try {
      new SelfCheck(model, symmetry).run();
    } catch (OutOfMemoryError e) {
      // The search will run out of it too, and says so.
    }
  }

  private void run() {
    List<long[]> starts = starts();
    for (int i = 0; i < WALKS; i++) {
      Renaming renaming = symmetry.randomRenaming(random);
      long[] start = starts.get(random.nextInt(starts.size()));
      equivariance.checkInitial(start, renaming);
      walk(start, renaming);
    }
  }

  private List<long[]> starts() {
    List<long[]> starts = equivariance.initialStates();
    if (starts.isEmpty()) {
      throw new ModelException(
          "the model has no initial state: initialStates must call begin() and end() for each one");
    }
    return starts;
  }

  /** Goes on until a state has no successor, or violates an invariant, as a search does. */
  private void walk(long[] start, Renaming renaming) {
    long[] words = start;
    for (int i = 0; i < MAX_LENGTH && seen < ENOUGH; i++) {
      List<Transition> some = visit(Twins.of(words, renaming));
      if (some.isEmpty()) {
        return;
      }
      words = some.get(random.nextInt(some.size())).target();
    }
  }

  private boolean violates(long[] words) {
    State state = State.of(words);
    return invariants.stream().anyMatch(i -> !i.holds().test(state));
  }

  /**
   * Checks a state; the result is one step of each action that is enabled, if a search would go on.
   */
  private List<Transition> visit(Twins twins) {
    equivariance.checkProperties(twins);
    List<Transition> some = new ArrayList<>();
    if (violates(twins.words())) {
      return some;
    }
    for (Action action : actions) {
      List<Transition> offered = Steps.offered(model, action, twins.words());
      seen += offered.size();
      checkGuards(action, twins.words(), offered);
      List<Transition> steps = Steps.changing(offered, twins.words());
      List<Transition> one =
          steps.isEmpty() ? steps : List.of(steps.get(random.nextInt(steps.size())));
      equivariance.checkSteps(action, twins, steps, one);
      some.addAll(one);
    }
    return some;
  }

  /** Tries some arguments, most of which will not be enabled, and some that are. */
  private void checkGuards(Action action, long[] words, List<Transition> offered) {
    if (action.guards().isEmpty()) {
      return;
    }
    State state = State.of(words);
    for (int i = 0; i < CHOICES; i++) {
      guards.check(action, state, offered, anyArguments(action));
      if (!offered.isEmpty()) {
        int[] taken = offered.get(random.nextInt(offered.size())).arguments();
        guards.check(action, state, offered, taken);
      }
    }
  }

  private int[] anyArguments(Action action) {
    int[] arguments = new int[action.parameters().size()];
    for (int i = 0; i < arguments.length; i++) {
      Domain domain = action.parameters().get(i).domain();
      arguments[i] = domain.first() + random.nextInt(domain.size());
    }
    return arguments;
  }
}
