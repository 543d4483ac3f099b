package org.quorate.models.pbft;

import org.quorate.model.Action;
import org.quorate.model.Action.Body;
import org.quorate.models.pbft.Rules.CommitRule;
import org.quorate.state.Domain;

/** The steps of PBFT with their parameters, and what each needs in words. */
record PbftGuards(Pbft model) {

  Action prePrepare(Body body) {
    Replicas replicas = model.replicas();
    Action action =
        Action.of("PrePrepare", body)
            .with("view", model.domains().views())
            .with("request", model.domains().requests());
    return up(withSlot(action))
        .needs(
            "the primary of the view " + ifCorrect("is correct, and ") + "takes part in the view",
            (s, x) -> model.takesPart(s, x[0], x[0]))
        .needs(
            "the primary has sent no pre-prepare for the slot in this view",
            (s, x) -> replicas.acceptedIn(s, x[0], x[0], slot(x, 2)) == Domain.NONE)
        .needs("the request is a value", (s, x) -> x[1] >= model.domains().firstValue());
  }

  Action prepare(String name, Body body) {
    boolean two = model.rules().acceptsTwo();
    return vote(name, body)
        .needs("the replica is not the primary of the view", (s, x) -> x[0] != x[1])
        .needs(
            two
                ? "the replica has not accepted this pre-prepare"
                : "the replica has accepted no pre-prepare for the slot in this view",
            (s, x) -> model.mayAccept(s, x[0], x[1], slot(x, 3), x[2]))
        .needs("the request is a value", (s, x) -> x[2] >= model.domains().firstValue())
        .needs(
            "the primary has sent a pre-prepare for the request" + isNext(),
            (s, x) -> model.mayReceivePrePrepare(s, x[0], x[1], slot(x, 3), x[2]));
  }

  Action commit(Body body) {
    Action action =
        vote("Commit", body)
            .needs(
                "the replica has sent no commit for the slot in this view",
                (s, x) -> model.mayCommitIn(s, x[0], x[1], slot(x, 3), x[2]));
    if (model.rules().commit() != CommitRule.PREPARED) {
      return action.needs(
          "there is a certificate for the request",
          (s, x) -> model.hasReasonToCommit(s, x[0], x[1], slot(x, 3), x[2]));
    }
    return action
        .needs(
            "the replica has accepted the request",
            (s, x) -> model.replicas().hasAccepted(s, x[0], x[1], slot(x, 3), x[2]))
        .needs(
            "%d replicas, the primary%s counted, have sent prepares for it"
                    .formatted(model.config().prepareQuorum(), ifFree(" and the Byzantine ones"))
                + isHeard("replica"),
            (s, x) -> model.certificates().isPreparedFor(s, x[0], x[1], slot(x, 3), x[2]));
  }

  Action viewChange(Body body) {
    return correct(
            up(
                Action.of("ViewChange", body)
                    .with("replica", model.domains().replicas())
                    .with("view", model.domains().laterViews())),
            "the replica is correct")
        .needs(
            "the view is the one after the replica's",
            (s, x) -> x[1] == model.replicas().view(s, x[0]) + 1);
  }

  Action newView(Body body) {
    return up(Action.of("NewView", body)
            .with("view", model.domains().laterViews())
            .with("orders", model.orders().domain()))
        .needs(
            "the primary of the view "
                + ifCorrect("is correct, ")
                + "has not entered it, and asked for no higher one",
            (s, x) -> model.mayEnter(s, x[0], x[0]))
        .needs(asked() + isHeard("primary"), (s, x) -> model.certificates().isAskedFor(s, x[0]))
        .needs(
            "the view-changes of some quorum lead to these orders",
            (s, x) -> model.certificates().allowsNewView(s, x[0], x[1]));
  }

  Action enterView(String name, Body body) {
    Replicas replicas = model.replicas();
    return up(Action.of(name, body)
            .with("replica", model.domains().replicas())
            .with("view", model.domains().laterViews())
            .with("orders", model.orders().domain()))
        .needs(
            "the replica "
                + ifCorrect("is correct, ")
                + "has not entered the view, and asked for no higher one",
            (s, x) -> model.mayEnter(s, x[0], x[1]))
        .needs("the replica is not the primary of the view", (s, x) -> x[0] != x[1])
        .needs(
            (behaviour().takesSteps() ? "the" : "a correct")
                + " primary has sent a new-view with these orders"
                + isNext(),
            (s, x) ->
                model.mayReceiveNewView(s, x[0], x[1])
                    && (replicas.speaksFreely(s, x[1])
                        || (replicas.hasSentNewView(s, x[1]) && model.sentOrders(s, x[1]) == x[2])))
        .needs(
            asked() + ", where the primary is Byzantine",
            (s, x) -> !replicas.speaksFreely(s, x[1]) || model.certificates().isAskedFor(s, x[1]))
        .needs(
            "the view-changes of some quorum lead to these orders",
            (s, x) ->
                !replicas.speaksFreely(s, x[1])
                    || model.certificates().allowsNewView(s, x[1], x[2]));
  }

  private String asked() {
    return "%d replicas%s have sent view-changes for the view"
        .formatted(model.config().viewChangeQuorum(), ifFree(", the Byzantine ones counted,"));
  }

  private Action vote(String name, Body body) {
    Action action =
        Action.of(name, body)
            .with("replica", model.domains().replicas())
            .with("view", model.domains().views())
            .with("request", model.domains().requests());
    return correct(
            up(withSlot(action)),
            "the replica is correct: Byzantine ones take no steps"
                + ifFree(", what they may say counts as said"))
        .needs("the replica takes part in the view", (s, x) -> model.takesPart(s, x[0], x[1]));
  }

  private Behaviour behaviour() {
    return model.config().behaviour();
  }

  /** Where Byzantine replicas take no steps, the replica that takes one must be correct. */
  private Action correct(Action action, String meaning) {
    return behaviour().takesSteps()
        ? action
        : action.needs(meaning, (s, x) -> model.replicas().takesSteps(s, x[0]));
  }

  /** Words for where only correct replicas take steps. */
  private String ifCorrect(String words) {
    return behaviour().takesSteps() ? "" : words;
  }

  /** Words for where all that Byzantine replicas may say counts as said. */
  private String ifFree(String words) {
    return behaviour().speaksFreely() ? words : "";
  }

  private String isNext() {
    return model.network() == null ? "" : ", which is the next to arrive";
  }

  private String isHeard(String receiver) {
    return model.network() == null ? "" : ", as far as the %s has heard".formatted(receiver);
  }

  /** The replica that takes the step, the first argument, must be up. */
  private Action up(Action action) {
    return model.config().environment().crashes() == 0
        ? action
        : action.needs("the replica is up", (s, x) -> model.deliveries().isUp(s, x[0]));
  }

  private Action withSlot(Action action) {
    return model.config().slots() == 1 ? action : action.with("slot", model.domains().slots());
  }

  /** The slot among some arguments, where it is the last one if there are several slots. */
  private int slot(int[] arguments, int position) {
    return model.config().slots() == 1 ? 0 : arguments[position];
  }
}
