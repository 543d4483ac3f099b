package org.quorate.models.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Action.Parameter;
import org.quorate.model.View;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * The channels of protocols with ballots over an explicit network. An acceptor shares one with the
 * proposers of each ballot in either direction, and one with the learner.
 *
 * @param requests to acceptors: as in {@link Requests}
 * @param promises to the proposers of a ballot: what 1b reports
 * @param votes to the learner: the vote that 2b casts
 * @param crashes of acceptors, if there are any
 */
public record BallotNetwork(Link requests, Link promises, Link votes, @Nullable Crashes crashes)
    implements Requests {

  /** The one learner. */
  public static final Subrange LEARNER = Subrange.of("learner", 1).labelled(List.of("learner"));

  /** The lane of the votes. */
  public static final int TO_LEARNER = 0;

  /**
   * What a channel holds.
   *
   * @param capacity at most so many messages at once
   */
  public record Contents(Domain messages, int capacity) {}

  /** Channels without messages, and acceptors that are up. */
  public static BallotNetwork declare(
      Declarations d,
      Environment environment,
      Scalarset acceptors,
      Subrange ballots,
      Contents requests,
      Contents promises,
      Contents votes) {
    Parameter acceptor = new Parameter("acceptor", acceptors);
    Parameter ballot = new Parameter("ballot", ballots);
    return new BallotNetwork(
        Link.declare(
            d,
            "requested",
            environment,
            acceptor,
            ballot,
            new Parameter("request", requests.messages()),
            requests.capacity()),
        Link.declare(
            d,
            "promising",
            environment,
            acceptor,
            ballot,
            new Parameter("report", promises.messages()),
            promises.capacity()),
        Link.declare(
            d,
            "voting",
            environment,
            acceptor,
            new Parameter("to", LEARNER),
            new Parameter("vote", votes.messages()),
            votes.capacity()),
        Crashes.declare(d, environment, acceptor));
  }

  /** Whether an acceptor is up. */
  public boolean isUp(State s, int acceptor) {
    return crashes == null || crashes.isUp(s, acceptor);
  }

  @Override
  public boolean has(State s, int acceptor, int ballot, int request) {
    return requests.channels().isNext(s, acceptor, ballot, request);
  }

  /** Nothing is on its way to an acceptor that is down. */
  @Override
  public void send(Draft t, int ballot, int request) {
    for (int a = 0; a < requests.process().domain().size(); a++) {
      if (isUp(t, a)) {
        requests.channels().send(t, a, ballot, request);
      }
    }
  }

  @Override
  public void take(Draft t, int acceptor, int ballot, int request) {
    requests.channels().take(t, acceptor, ballot, request);
  }

  @Override
  public String arrival() {
    return "is the next to arrive";
  }

  @Override
  public List<Action> answers(String name, BiFunction<String, Boolean, Action> action) {
    return requests.answers(name, action);
  }

  /**
   * The steps that there are over an explicit network only.
   *
   * @param hear what the proposers of a ballot do with a promise
   * @param learn what the learner does with a vote
   * @param refusal whether an acceptor does not answer a request that arrives
   * @param isFinal whether a request that is refused once will always be
   */
  public List<Action> actions(
      Link.Receiver hear,
      Link.Receiver learn,
      Link.Condition refusal,
      boolean isFinal,
      BallotMessages messages) {
    List<Action> actions = new ArrayList<>();
    actions.addAll(promises.arrivals("Hear", hear, messages::hear));
    actions.addAll(votes.arrivals("Learn", learn, messages::learn));
    actions.add(
        requests.refusals(
            "Ignore", refusal, "the acceptor does not answer it", isFinal, messages::ignore));
    actions.addAll(requests.lossesOfAnswered("LoseRequest", messages::loseRequest));
    actions.addAll(promises.lossesOfKept("LosePromise", messages::losePromise));
    actions.addAll(votes.lossesOfKept("LoseVote", messages::loseVote));
    if (crashes != null) {
      actions.addAll(crashes.actions(requests.channels()::clear, messages::alone));
    }
    return actions;
  }

  /** What is on its way, and who is down. */
  public List<View> views(BallotMessages messages) {
    List<View> views = new ArrayList<>();
    views.add(requests.view("to acceptors", messages::request));
    views.add(promises.view("to proposers", (s, a, b, report) -> messages.promise(a, b, report)));
    views.add(votes.view("to learner", (s, a, to, vote) -> messages.voteOnWay(a, to, vote)));
    if (crashes != null) {
      views.addAll(crashes.views());
    }
    return views;
  }
}
