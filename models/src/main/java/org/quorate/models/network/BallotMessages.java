package org.quorate.models.network;

import java.util.List;
import org.quorate.model.Exchange;
import org.quorate.model.Message;
import org.quorate.state.State;

/**
 * The processes and messages of a protocol with ballots, for people, and what the steps of a {@link
 * BallotNetwork} receive and lose.
 */
public interface BallotMessages {

  /** The name of an acceptor. */
  String acceptor(int acceptor);

  /** The name of the proposer of a ballot that stands for all of them. */
  String proposer(int ballot);

  /** A request on its way to an acceptor. */
  Message request(State s, int acceptor, int ballot, int request);

  /** A promise on its way to the proposers of a ballot. */
  Message promise(int acceptor, int ballot, int report);

  /** A vote on its way to the learner. */
  Message voteOnWay(int acceptor, int learner, int vote);

  /** The proposers of a ballot receive a promise. */
  default Exchange hear(State before, int[] x) {
    return receive(proposer(x[1]), promise(x[0], x[1], x[2]));
  }

  /** The learner receives a vote. */
  default Exchange learn(State before, int[] x) {
    return receive(BallotNetwork.LEARNER.format(x[1]), voteOnWay(x[0], x[1], x[2]));
  }

  /** An acceptor receives a request, and does not answer. */
  default Exchange ignore(State before, int[] x) {
    return receive(acceptor(x[0]), request(before, x[0], x[1], x[2]));
  }

  private static Exchange receive(String process, Message message) {
    return new Exchange(process, List.of(message), List.of());
  }

  /** A request is lost. */
  default Exchange loseRequest(State before, int[] x) {
    return lose(acceptor(x[0]), request(before, x[0], x[1], x[2]));
  }

  /** A promise is lost. */
  default Exchange losePromise(State before, int[] x) {
    return lose(proposer(x[1]), promise(x[0], x[1], x[2]));
  }

  /** A vote is lost. */
  default Exchange loseVote(State before, int[] x) {
    return lose(BallotNetwork.LEARNER.format(x[1]), voteOnWay(x[0], x[1], x[2]));
  }

  private static Exchange lose(String receiver, Message message) {
    return new Exchange(receiver, List.of(), List.of(), List.of(message));
  }

  /** A step of an acceptor by itself. */
  default Exchange alone(State before, int[] x) {
    return new Exchange(acceptor(x[0]), List.of(), List.of());
  }
}
