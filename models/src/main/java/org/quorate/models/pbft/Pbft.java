package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Lifeline;
import org.quorate.model.Model;
import org.quorate.model.Partition;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.models.pbft.Rules.CommitRule;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.StateLayout;

/**
 * PBFT, by default with a growing set of signed messages: what was sent stays available, so loss,
 * duplication, delay and reordering are covered, and so are crashes with stable storage. Over an
 * explicit network, messages are on their way until they arrive; then a replica keeps prepares,
 * commits and view-changes, while it answers a pre-prepare or a new-view when it arrives, or never.
 * After Castro and Liskov, <i>Practical Byzantine Fault Tolerance</i>, 1999, sections 4.2 (normal
 * case) and 4.4 (view changes), with n and the quorums as parameters. The primary of view v is
 * replica v.
 *
 * <p>Byzantine replicas take no steps: at any time they may have said anything of their own, to
 * each receiver something else, so every quorum that they help to fill has them in it. A {@link
 * Behaviour} may restrict that; those that lie in view-changes alone take steps as correct ones do.
 *
 * <p>A record, because the just-in-time compiler takes final fields of records for constants.
 */
record Pbft(
    PbftConfig config,
    Rules rules,
    PbftDomains domains,
    StateLayout layout,
    Replicas replicas,
    Deliveries deliveries,
    @Nullable PbftNetwork network,
    Orders orders,
    Certificates certificates)
    implements Model {

  /** The handles, as they are declared. */
  private record Variables(Replicas replicas, @Nullable PbftNetwork network) {}

  static Pbft of(PbftConfig config) {
    return of(config, new Scalarset("values", config.values(), "v"));
  }

  /** A model whose values have the given names. */
  static Pbft of(PbftConfig config, Scalarset values) {
    PbftDomains domains = PbftDomains.of(config, values);
    Rules rules = config.deviation().rules();
    StateLayout.Declared<Variables> declared =
        StateLayout.declare(
            d -> {
              Replicas replicas = Replicas.declare(d, domains, rules, config.behaviour());
              return new Variables(
                  replicas,
                  config.environment().isExplicit()
                      ? PbftNetwork.declare(d, config, domains, replicas)
                      : null);
            });
    Replicas replicas = declared.variables().replicas();
    PbftNetwork network = declared.variables().network();
    Deliveries deliveries = network == null ? new GrowingMessages(replicas) : network;
    Orders orders = Orders.of(config.slots(), domains.requests());
    return new Pbft(
        config,
        rules,
        domains,
        declared.layout(),
        replicas,
        deliveries,
        network,
        orders,
        new Certificates(config, rules, replicas, orders, deliveries));
  }

  /** Every placement of the Byzantine replicas. */
  @Override
  public void initialStates(Successors out) {
    for (int set = 0; set < 1 << config.replicas(); set++) {
      if (Integer.bitCount(set) == config.byzantine()) {
        Draft t = out.begin();
        for (int r = 0; r < config.replicas(); r++) {
          if ((set >> r & 1) == 1) {
            replicas.corrupt(t, r);
          }
        }
        out.end();
      }
    }
  }

  @Override
  public List<Action> actions() {
    PbftGuards guards = new PbftGuards(this);
    PbftMessages messages = new PbftMessages(this);
    List<Action> actions = new ArrayList<>();
    actions.add(guards.prePrepare(this::prePrepare).communicates(messages::prePrepare));
    actions.addAll(
        answers(
            "Prepare",
            (name, isLast) ->
                guards
                    .prepare(name, (s, out) -> prepare(s, out, isLast))
                    .communicates(messages::prepare)));
    actions.add(guards.commit(this::commit).communicates(messages::commit));
    if (config.views() > 1) {
      actions.add(guards.viewChange(this::viewChange).communicates(messages::viewChange));
      actions.add(guards.newView(this::newView).communicates(messages::newView));
      actions.addAll(
          answers(
              "EnterView",
              (name, isLast) ->
                  guards
                      .enterView(name, (s, out) -> enterView(s, out, isLast))
                      .communicates(messages::enterView)));
    }
    if (network != null) {
      actions.addAll(network.actions(this));
    }
    return actions;
  }

  /** An action that answers a message, and where there are copies, one that leaves a copy. */
  private List<Action> answers(String name, BiFunction<String, Boolean, Action> action) {
    return network == null
        ? List.of(action.apply(name, true))
        : network.link().answers(name, action);
  }

  /** A primary, in its view, sends a pre-prepare for a slot that has none. */
  private void prePrepare(State s, Successors out) {
    for (int v = 0; v < config.views(); v++) {
      if (!deliveries.isUp(s, v) || !takesPart(s, v, v)) {
        continue;
      }
      for (int slot = 0; slot < config.slots(); slot++) {
        if (replicas.acceptedIn(s, v, v, slot) == Domain.NONE) {
          for (int d = domains.firstValue(); d < domains.requests().size(); d++) {
            Draft t = out.begin(v, d, slot);
            replicas.accept(t, v, v, slot, d);
            deliveries.sendPrepare(t, v, v, slot, d);
            out.end();
          }
        }
      }
    }
  }

  /** A replica accepts the primary's pre-prepare, the first in its view and slot: a prepare. */
  private void prepare(State s, Successors out, boolean isLast) {
    for (int r = 0; r < config.replicas(); r++) {
      int v = replicas.activeView(s, r);
      if (v == Domain.NONE || v == r || !mayAct(s, r)) {
        continue;
      }
      for (int slot = 0; slot < config.slots(); slot++) {
        if (mayAcceptIn(s, r, v, slot)) {
          prepare(s, out, r, v, slot, isLast);
        }
      }
    }
  }

  private void prepare(State s, Successors out, int r, int v, int slot, boolean isLast) {
    for (int d = domains.firstValue(); d < domains.requests().size(); d++) {
      if (mayReceivePrePrepare(s, r, v, slot, d) && !replicas.hasAccepted(s, r, v, slot, d)) {
        Draft t = out.begin(r, v, d, slot);
        if (isLast) {
          deliveries.takePrePrepare(t, r, v, slot, d);
        }
        prepare(t, r, v, slot, d);
        out.end();
      }
    }
  }

  /** A replica accepts what the primary orders, and says so. */
  private void prepare(Draft t, int r, int v, int slot, int request) {
    deliveries.hearPrimary(t, r, v, slot, request);
    replicas.accept(t, r, v, slot, request);
    deliveries.sendPrepare(t, r, v, slot, request);
  }

  /** A replica for which a request is prepared sends a commit. */
  private void commit(State s, Successors out) {
    for (int r = 0; r < config.replicas(); r++) {
      int v = replicas.activeView(s, r);
      if (v == Domain.NONE || !mayAct(s, r)) {
        continue;
      }
      for (int slot = 0; slot < config.slots(); slot++) {
        for (int d = 0; d < domains.requests().size(); d++) {
          if (hasReasonToCommit(s, r, v, slot, d) && mayCommitIn(s, r, v, slot, d)) {
            Draft t = out.begin(r, v, d, slot);
            replicas.commit(t, r, v, slot, d);
            deliveries.sendCommit(t, r, v, slot, d);
            out.end();
          }
        }
      }
    }
  }

  /** A replica stops taking part in its view, and asks for the next one. */
  private void viewChange(State s, Successors out) {
    for (int r = 0; r < config.replicas(); r++) {
      int next = replicas.view(s, r) + 1;
      if (next < config.views() && mayAct(s, r)) {
        Draft t = out.begin(r, next);
        replicas.ask(t, r, next);
        deliveries.sendViewChange(t, r, next);
        out.end();
      }
    }
  }

  /** A primary takes over on a quorum of view-changes: what it orders, it pre-prepares. */
  private void newView(State s, Successors out) {
    for (int v = 1; v < config.views(); v++) {
      if (!deliveries.isUp(s, v) || !mayEnter(s, v, v) || !certificates.isAskedFor(s, v)) {
        continue;
      }
      long prepared = certificates.preparedBelow(s, v);
      for (int o = orders.domain().first(); o <= orders.domain().last(); o++) {
        if (certificates.allowsNewView(s, v, prepared, o)) {
          Draft t = out.begin(v, o);
          for (int slot = 0; slot < config.slots(); slot++) {
            if (orders.at(o, slot) == Domain.NONE) {
              replicas.leaveFree(t, v, slot);
            }
          }
          enter(t, v, v, o);
          deliveries.sendNewView(t, v);
          out.end();
        }
      }
    }
  }

  /** A replica enters a view on a valid new-view, and accepts at once what that orders. */
  private void enterView(State s, Successors out, boolean isLast) {
    for (int v = 1; v < config.views(); v++) {
      if (!replicas.speaksFreely(s, v)) {
        if (replicas.hasSentNewView(s, v)) {
          enterAll(s, out, v, sentOrders(s, v), isLast);
        }
      } else if (certificates.isAskedFor(s, v)) {
        long prepared = certificates.preparedBelow(s, v);
        for (int o = orders.domain().first(); o <= orders.domain().last(); o++) {
          if (certificates.allowsNewView(s, v, prepared, o)) {
            enterAll(s, out, v, o, isLast);
          }
        }
      }
    }
  }

  private void enterAll(State s, Successors out, int v, int o, boolean isLast) {
    for (int r = 0; r < config.replicas(); r++) {
      if (r != v && deliveries.isUp(s, r) && mayEnter(s, r, v) && mayReceiveNewView(s, r, v)) {
        Draft t = out.begin(r, v, o);
        if (isLast) {
          deliveries.takeNewView(t, r, v);
        }
        enter(t, r, v, o);
        out.end();
      }
    }
  }

  /** A replica enters a view; what the primary orders by its new-view, it need not pre-prepare. */
  private void enter(Draft t, int r, int v, int o) {
    replicas.enter(t, r, v);
    for (int slot = 0; slot < config.slots(); slot++) {
      int request = orders.at(o, slot);
      if (request != Domain.NONE && r == v) {
        replicas.accept(t, r, v, slot, request);
      } else if (request != Domain.NONE) {
        prepare(t, r, v, slot, request);
      }
    }
  }

  /** Whether a replica takes steps, and is up. */
  private boolean mayAct(State s, int replica) {
    return replicas.takesSteps(s, replica) && deliveries.isUp(s, replica);
  }

  /** Whether a replica may receive a pre-prepare next; where all counts as said, at any time. */
  boolean mayReceivePrePrepare(State s, int replica, int view, int slot, int request) {
    return deliveries.hasPrePrepare(s, replica, view, slot, request)
        || replicas.speaksFreely(s, view);
  }

  /**
   * Whether a replica may receive a new-view next, if it was sent; where all counts as said, at any
   * time.
   */
  boolean mayReceiveNewView(State s, int replica, int view) {
    return deliveries.hasNewView(s, replica, view) || replicas.speaksFreely(s, view);
  }

  /** Whether a replica takes steps, and part in a view. */
  boolean takesPart(State s, int replica, int view) {
    return replicas.takesSteps(s, replica) && replicas.activeView(s, replica) == view;
  }

  boolean mayEnter(State s, int replica, int view) {
    return replicas.takesSteps(s, replica) && replicas.mayEnter(s, replica, view);
  }

  boolean mayAcceptIn(State s, int replica, int view, int slot) {
    return rules.acceptsTwo() || replicas.acceptedIn(s, replica, view, slot) == Domain.NONE;
  }

  /** Whether a replica that takes part in a view may accept a request in a slot, and has not. */
  boolean mayAccept(State s, int replica, int view, int slot, int request) {
    return mayAcceptIn(s, replica, view, slot)
        && !replicas.hasAccepted(s, replica, view, slot, request);
  }

  /** Whether a replica has not yet sent the commit of a view and slot. */
  boolean mayCommitIn(State s, int replica, int view, int slot, int request) {
    return rules.acceptsTwo()
        ? !replicas.hasCommitted(s, replica, view, slot, request)
        : !replicas.hasCommitted(s, replica, view, slot);
  }

  boolean hasReasonToCommit(State s, int replica, int view, int slot, int request) {
    return hasPrepared(s, replica, view, slot, request)
        || isDecidedForCommit(s, replica, view, slot, request);
  }

  /** Whether a request is prepared for a replica. */
  boolean hasPrepared(State s, int replica, int view, int slot, int request) {
    boolean accepted =
        rules.commit() == CommitRule.CERTIFIED
            || replicas.hasAccepted(s, replica, view, slot, request);
    return accepted && certificates.isPreparedFor(s, replica, view, slot, request);
  }

  private boolean isDecidedForCommit(State s, int replica, int view, int slot, int request) {
    return rules.commit() == CommitRule.PREPARED_OR_QUORUM
        && certificates.isDecidedFor(s, replica, view, slot, request);
  }

  /** What a new-view that was sent orders. */
  int sentOrders(State s, int view) {
    int sent = orders.domain().first();
    for (int slot = 0; slot < config.slots(); slot++) {
      if (!replicas.isLeftFree(s, view, slot)) {
        sent = orders.with(sent, slot, replicas.acceptedIn(s, view, view, slot));
      }
    }
    return sent;
  }

  @Override
  public List<Invariant> invariants() {
    return PbftInvariants.of(this).invariants();
  }

  @Override
  public List<Invariant> lemmas() {
    return PbftInvariants.of(this).lemmas();
  }

  @Override
  public List<Goal> goals() {
    return PbftInvariants.of(this).goals();
  }

  @Override
  public List<Finding> findings() {
    return PbftInvariants.of(this).findings();
  }

  @Override
  public List<Finding> obstacles() {
    return PbftInvariants.of(this).obstacles();
  }

  @Override
  public Optional<Partition> partition() {
    return config.byzantine() == 0
        ? Optional.empty()
        : Optional.of(Placements.of(config, replicas).partition());
  }

  @Override
  public List<View> views() {
    return new PbftViews(this).views();
  }

  @Override
  public List<Lifeline> lifelines(State initial) {
    return new PbftMessages(this).lifelines(initial);
  }
}
