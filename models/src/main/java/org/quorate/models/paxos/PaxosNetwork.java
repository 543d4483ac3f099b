package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action.Parameter;
import org.quorate.model.View;
import org.quorate.models.network.Crashes;
import org.quorate.models.network.Environment;
import org.quorate.models.network.Link;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Scalarset;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * The channels of Paxos over an explicit network. An acceptor shares one with each proposer in
 * either direction, and one with the learner.
 *
 * @param requests from the proposer of a ballot: as in {@link Requests}
 * @param promises to the proposer of a ballot: the vote that 1b reports, or NONE
 * @param votes to the learner: the vote that 2b casts
 * @param crashes of acceptors, if there are any
 */
record PaxosNetwork(Link requests, Link promises, Link votes, @Nullable Crashes crashes)
    implements Requests {

  /** The one learner. */
  static final Subrange LEARNER = Subrange.of("learner", 1).labelled(List.of("learner"));

  /** The lane of the votes. */
  static final int TO_LEARNER = 0;

  static PaxosNetwork declare(
      Declarations d, PaxosConfig config, Scalarset acceptors, Subrange ballots, Scalarset values) {
    Environment environment = config.environment();
    Parameter acceptor = new Parameter("acceptor", acceptors);
    Parameter ballot = new Parameter("ballot", ballots);
    Domain vote = ballots.times(values);
    int proposals = Math.min(config.proposersPerBallot(), values.size());
    return new PaxosNetwork(
        Link.declare(
            d,
            "requested",
            environment,
            acceptor,
            ballot,
            new Parameter("request", values.orNone()),
            1 + proposals),
        Link.declare(
            d,
            "promising",
            environment,
            acceptor,
            ballot,
            new Parameter("report", vote.orNone()),
            config.deviation().rules().promisesOnce() && config.forgets() == 0
                ? 1
                : vote.size() + 1),
        Link.declare(
            d,
            "voting",
            environment,
            acceptor,
            new Parameter("to", LEARNER),
            new Parameter("vote", vote),
            ballots.size() * proposals),
        Crashes.declare(d, environment, acceptor));
  }

  boolean isUp(State s, int acceptor) {
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

  /** What is on its way, and who is down. */
  List<View> views(PaxosMessages messages) {
    List<View> views = new ArrayList<>();
    views.add(requests.view("to acceptors", messages::request));
    views.add(promises.view("to proposers", messages::promise));
    views.add(votes.view("to learner", messages::voteOnWay));
    if (crashes != null) {
      views.addAll(crashes.views());
    }
    return views;
  }
}
