package org.quorate.model;

import java.util.List;
import java.util.function.Function;
import org.quorate.state.State;

/**
 * What must hold in every reachable state.
 *
 * @param name such as {@code agreement}
 * @param meaning one sentence
 * @param holds the property
 * @param explanation for a state in which it fails, why: who decided what by which quorum
 * @param groups for such a state, the groups of processes that the explanation is about, such as
 *     the two quorums
 */
public record Invariant(
    String name,
    String meaning,
    StatePredicate holds,
    Function<State, String> explanation,
    Function<State, List<Group>> groups) {

  /** An invariant whose explanation is not about groups of processes. */
  public Invariant(
      String name, String meaning, StatePredicate holds, Function<State, String> explanation) {
    this(name, meaning, holds, explanation, s -> List.of());
  }
}
