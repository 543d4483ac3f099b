package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Action.Parameter;
import org.quorate.model.Action.Reduction;
import org.quorate.models.network.Crashes;
import org.quorate.models.network.Environment;
import org.quorate.models.network.Link;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Pair;
import org.quorate.state.SetArray;
import org.quorate.state.State;

/**
 * The channels of PBFT over an explicit network: one from each replica that takes steps to each
 * other one. Other Byzantine replicas are outside of it: what they may say is available at any
 * time, and they have seen everything that was sent.
 *
 * @param link the channels; a receiver has one for each sender
 * @param heard what each replica has heard, as elements of {@code hearings}: prepares, commits and
 *     view-changes, and what the primaries order
 * @param hearings pairs of a sender and a payload
 * @param crashes of correct replicas, if there are any
 */
record PbftNetwork(
    Replicas replicas,
    Payloads payloads,
    Link link,
    SetArray heard,
    Pair hearings,
    @Nullable Crashes crashes)
    implements Deliveries {

  static PbftNetwork declare(
      Declarations d, PbftConfig config, PbftDomains domains, Replicas replicas) {
    Environment environment = config.environment();
    Domain all = domains.replicas();
    Payloads payloads = Payloads.of(domains);
    Pair hearings = all.times(payloads.domain());
    return new PbftNetwork(
        replicas,
        payloads,
        Link.declare(
            d,
            "sent",
            environment,
            new Parameter("receiver", all),
            new Parameter("sender", all),
            new Parameter("message", payloads.domain()),
            capacity(config, domains)),
        d.sets("heard", all, hearings),
        hearings,
        Crashes.declare(d, environment, new Parameter("replica", all)));
  }

  /**
   * A replica sends another one a prepare and a commit in every place, and changes to the views of
   * which one of the two is primary.
   */
  private static int capacity(PbftConfig config, PbftDomains domains) {
    int requests = config.deviation().rules().acceptsTwo() ? domains.requests().size() : 1;
    return 2 * config.views() * config.slots() * requests + Math.min(2, config.views() - 1);
  }

  @Override
  public boolean isUp(State s, int replica) {
    return crashes == null || crashes.isUp(s, replica);
  }

  private boolean isNext(State s, int receiver, int sender, int payload) {
    return link.channels().isNext(s, receiver, sender, payload);
  }

  private boolean hasHeard(State s, int receiver, int sender, int payload) {
    return heard.has(s, receiver, hearings.of(sender, payload));
  }

  /** The number of replicas of which a replica has heard something. */
  private int countHeard(State s, int receiver, int payload) {
    int count = 0;
    for (int sender = 0; sender < replicaCount(); sender++) {
      count += hasHeard(s, receiver, sender, payload) ? 1 : 0;
    }
    return count;
  }

  private int replicaCount() {
    return replicas.domains().replicas().size();
  }

  @Override
  public boolean hasPrePrepare(State s, int replica, int view, int slot, int request) {
    return isNext(s, replica, view, payloads.prepare(view, slot, request));
  }

  @Override
  public boolean hasNewView(State s, int replica, int view) {
    return isNext(s, replica, view, payloads.change(view));
  }

  @Override
  public boolean hasHeardPrepare(
      State s, int replica, int sender, int view, int slot, int request) {
    return replica == sender
        ? replicas.hasAccepted(s, sender, view, slot, request)
        : hasHeard(s, replica, sender, payloads.prepare(view, slot, request));
  }

  @Override
  public int countPrepares(State s, int replica, int view, int slot, int request) {
    int own = replicas.hasAccepted(s, replica, view, slot, request) ? 1 : 0;
    return own + countHeard(s, replica, payloads.prepare(view, slot, request));
  }

  @Override
  public boolean hasHeardCommit(State s, int replica, int sender, int view, int slot, int request) {
    return replica == sender
        ? replicas.hasCommitted(s, sender, view, slot, request)
        : hasHeard(s, replica, sender, payloads.commit(view, slot, request));
  }

  @Override
  public boolean hasHeardCommits(State s, int replica, int least, int view, int slot, int request) {
    int count = 0;
    boolean correct = false;
    for (int sender = 0; sender < replicaCount(); sender++) {
      if (hasHeardCommit(s, replica, sender, view, slot, request)) {
        count++;
        correct |= !replicas.isFaulty(s, sender);
      }
    }
    return correct && count >= least;
  }

  @Override
  public boolean areCommitsHeard(State s, int least, int view, int slot, int request) {
    for (int r = 0; r < replicaCount(); r++) {
      if (!replicas.isFaulty(s, r) && hasHeardCommits(s, r, least, view, slot, request)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasHeardViewChange(State s, int view, int sender) {
    return (sender == view || replicas.speaksFreely(s, view))
        ? replicas.hasAsked(s, sender, view)
        : hasHeard(s, view, sender, payloads.change(view));
  }

  @Override
  public int countViewChanges(State s, int view) {
    int count = 0;
    for (int r = 0; r < replicaCount(); r++) {
      count += hasHeardViewChange(s, view, r) ? 1 : 0;
    }
    return count;
  }

  private void send(Draft t, int receiver, int sender, int payload) {
    if (receiver != sender && replicas.takesSteps(t, receiver) && isUp(t, receiver)) {
      link.channels().send(t, receiver, sender, payload);
    }
  }

  private void sendToAll(Draft t, int sender, int payload) {
    for (int r = 0; r < replicaCount(); r++) {
      send(t, r, sender, payload);
    }
  }

  @Override
  public void sendPrepare(Draft t, int sender, int view, int slot, int request) {
    sendToAll(t, sender, payloads.prepare(view, slot, request));
  }

  @Override
  public void sendCommit(Draft t, int sender, int view, int slot, int request) {
    sendToAll(t, sender, payloads.commit(view, slot, request));
  }

  @Override
  public void sendViewChange(Draft t, int sender, int view) {
    send(t, view, sender, payloads.change(view));
  }

  @Override
  public void sendNewView(Draft t, int view) {
    sendToAll(t, view, payloads.change(view));
  }

  private void hear(Draft t, int receiver, int sender, int payload) {
    heard.add(t, receiver, hearings.of(sender, payload));
  }

  @Override
  public void hearPrimary(Draft t, int replica, int view, int slot, int request) {
    if (replicas.takesSteps(t, view)) {
      hear(t, replica, view, payloads.prepare(view, slot, request));
    }
  }

  @Override
  public void takePrePrepare(Draft t, int replica, int view, int slot, int request) {
    link.channels().take(t, replica, view, payloads.prepare(view, slot, request));
  }

  @Override
  public void takeNewView(Draft t, int replica, int view) {
    link.channels().take(t, replica, view, payloads.change(view));
  }

  /** The steps that PBFT has over an explicit network only. */
  List<Action> actions(Pbft model) {
    PbftMessages messages = new PbftMessages(model);
    Link kept =
        link.only(
            "it is no pre-prepare or new-view", (r, from, m) -> !payloads.isOfPrimary(from, m));
    Link answered =
        link.only("it is a pre-prepare or new-view", (r, from, m) -> payloads.isOfPrimary(from, m));
    List<Action> actions = new ArrayList<>();
    actions.addAll(kept.arrivals("Hear", this::hear, messages::hear));
    actions.add(
        answered.refusals(
            "Ignore",
            (s, r, from, m) -> !isAnswered(model, s, r, m),
            "the receiver does not answer it",
            ofRefusals(model.rules()),
            this::ignore,
            messages::hear));
    actions.addAll(kept.lossesOfKept("LoseVote", messages::lose));
    actions.addAll(answered.lossesOfAnswered("LoseOrder", messages::lose));
    if (crashes != null) {
      actions.addAll(crashes.actions(replicas::isFaulty, link.channels()::clear, messages::alone));
    }
    return actions;
  }

  /**
   * In its order, a primary's new-view comes first, and who does not enter on it never will; so
   * what is refused once always is. Out of order, it does no harm to leave a message where it is,
   * unless a replica that has not accepted a request may make use of its pre-prepare.
   */
  private Reduction ofRefusals(Rules rules) {
    if (!link.environment().reordering()) {
      return Reduction.EAGER;
    }
    return rules.commit() == Rules.CommitRule.CERTIFIED ? Reduction.NONE : Reduction.REDUNDANT;
  }

  /** Whether a replica answers a pre-prepare or new-view that arrives. */
  private boolean isAnswered(Pbft model, State s, int replica, int payload) {
    int view = payloads.view(payload);
    return payloads.isChange(payload)
        ? model.mayEnter(s, replica, view)
        : model.takesPart(s, replica, view)
            && model.mayAccept(s, replica, view, payloads.slot(payload), payloads.request(payload));
  }

  /** A pre-prepare is heard even if it is not answered. */
  private void ignore(Draft t, int receiver, int sender, int payload) {
    if (!payloads.isChange(payload)) {
      hear(t, receiver, sender, payload);
    }
  }
}
