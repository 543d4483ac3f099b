package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Action;
import org.quorate.models.network.Crashes;
import org.quorate.state.State;

/** The steps that Paxos has over an explicit network only. */
record NetworkActions(Paxos model, PaxosNetwork network) {

  List<Action> actions() {
    PaxosMessages messages = new PaxosMessages(model);
    List<Action> actions = new ArrayList<>();
    actions.addAll(network.promises().arrivals("Hear", model::hear, messages::hear));
    actions.addAll(network.votes().arrivals("Learn", model::learn, messages::learn));
    actions.add(
        network
            .requests()
            .refusals(
                "Ignore",
                this::isRefused,
                "the acceptor does not answer it",
                refusesForGood(),
                messages::ignore));
    actions.addAll(network.requests().lossesOfAnswered("LoseRequest", messages::loseRequest));
    actions.addAll(network.promises().lossesOfKept("LosePromise", messages::losePromise));
    actions.addAll(network.votes().lossesOfKept("LoseVote", messages::loseVote));
    Crashes crashes = network.crashes();
    if (crashes != null) {
      actions.addAll(crashes.actions(network.requests().channels()::clear, messages::alone));
    }
    return actions;
  }

  /** Whether an acceptor does not answer a request that arrives. */
  private boolean isRefused(State s, int acceptor, int ballot, int request) {
    Rules.Guard guard =
        request == Requests.PREPARE
            ? model.rules().promise().guard()
            : model.rules().vote().guard();
    return !guard.allows(ballot, model.acceptors().nMax(s, acceptor));
  }

  /** A request that is refused for a ballot below n_max stays refused unless n_max falls. */
  private boolean refusesForGood() {
    return model.rules().raisesOnly() && model.config().forgets() == 0;
  }
}
