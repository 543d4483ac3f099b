package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.Group;
import org.quorate.state.State;

/**
 * Explains in words what was decided, by whom, and why that should not be.
 *
 * @param certificates what counts as a decision
 */
record Decisions(Pbft model, Certificates certificates) {

  /** A decision: what, where, and which replicas are in its commit certificate. */
  private record Decision(int slot, int request, int view, List<Integer> committers) {}

  private List<Decision> decisions(State s) {
    List<Decision> found = new ArrayList<>();
    for (int slot = 0; slot < model.config().slots(); slot++) {
      for (int v = 0; v < model.config().views(); v++) {
        for (int d = 0; d < model.domains().requests().size(); d++) {
          if (certificates.isDecided(s, v, slot, d)) {
            found.add(new Decision(slot, d, v, committers(s, v, slot, d)));
          }
        }
      }
    }
    return found;
  }

  /** Replicas of which the first correct one that decided has a commit, or may have one. */
  private List<Integer> committers(State s, int view, int slot, int request) {
    int first =
        all()
            .filter(r -> !model.replicas().isFaulty(s, r))
            .filter(r -> certificates.isDecidedFor(s, r, view, slot, request))
            .findFirst()
            .orElseThrow();
    Deliveries deliveries = certificates.deliveries();
    return all()
        .filter(
            r ->
                model.replicas().speaksFreely(s, r)
                    || deliveries.hasHeardCommit(s, first, r, view, slot, request))
        .boxed()
        .toList();
  }

  private IntStream all() {
    return IntStream.range(0, model.config().replicas());
  }

  String explainValidity(State s) {
    return decisions(s).stream()
        .filter(d -> !certificates.isPrePrepared(s, d.view(), d.slot(), d.request()))
        .map(d -> describe(s, d) + ", where the primary sent no pre-prepare for it")
        .collect(Collectors.joining("; "));
  }

  /** Two decisions that contradict each other, and where their certificates meet. */
  String explain(State s) {
    List<Decision> two = contradiction(s);
    return "%s; %s. %s"
        .formatted(
            describe(s, two.get(0)), describe(s, two.get(1)), meeting(s, two.get(0), two.get(1)));
  }

  /** The two quorums that have decided what they should not have. */
  List<Group> groups(State s) {
    return contradiction(s).stream().map(this::group).toList();
  }

  private List<Decision> contradiction(State s) {
    List<Decision> decisions = decisions(s);
    for (Decision first : decisions) {
      for (Decision second : decisions) {
        if (first.slot() == second.slot() && first.request() < second.request()) {
          return List.of(first, second);
        }
      }
    }
    throw new IllegalStateException("no two decisions contradict each other");
  }

  private Group group(Decision d) {
    PbftMessages messages = new PbftMessages(model);
    return new Group(
        "%s%s in view %d"
            .formatted(model.domains().requests().format(d.request()), slot(d), d.view()),
        d.committers().stream()
            .map(r -> messages.commit(r, d.view(), d.slot(), d.request()))
            .toList());
  }

  private String slot(Decision d) {
    return model.config().slots() == 1 ? "" : " in slot " + d.slot();
  }

  private String describe(State s, Decision d) {
    boolean isDecided = model.certificates().isDecided(s, d.view(), d.slot(), d.request());
    return "%s %s decided%s in view %d by the commits of %s"
        .formatted(
            model.domains().requests().format(d.request()),
            isDecided ? "was" : "can be",
            slot(d),
            d.view(),
            names(s, d.committers()));
  }

  private String meeting(State s, Decision first, Decision second) {
    List<Integer> both = new ArrayList<>(first.committers());
    both.retainAll(second.committers());
    if (both.isEmpty()) {
      return "The two quorums have no replica in common";
    }
    boolean onlyLiars = both.stream().allMatch(r -> model.replicas().isFaulty(s, r));
    if (onlyLiars) {
      return "The two quorums meet only in %s, which said both".formatted(names(s, both));
    }
    return "The two quorums meet in %s, which committed both".formatted(names(s, both));
  }

  private String names(State s, List<Integer> replicas) {
    return replicas.stream()
        .map(
            r ->
                model.domains().replicas().format(r)
                    + (model.replicas().isFaulty(s, r) ? " (Byzantine)" : ""))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
