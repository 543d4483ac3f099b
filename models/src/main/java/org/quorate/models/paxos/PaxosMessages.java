package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Exchange;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.models.network.BallotMessages;
import org.quorate.models.network.BallotNetwork;
import org.quorate.models.network.Requests;
import org.quorate.models.paxos.Rules.Choice;
import org.quorate.state.Domain;
import org.quorate.state.Pair;
import org.quorate.state.State;

/**
 * Who takes a step of Paxos, and which messages it receives and sends. The proposers of a ballot
 * have one lifeline: a state does not tell them apart.
 */
record PaxosMessages(Paxos model) implements BallotMessages {

  List<Lifeline> lifelines() {
    List<Lifeline> lifelines = new ArrayList<>();
    boolean shared = model.config().proposersPerBallot() > 1;
    for (int b = 0; b < model.ballots().size(); b++) {
      lifelines.add(new Lifeline(proposer(b), shared ? "proposers of the ballot" : "proposer"));
    }
    for (int a = 0; a < model.config().acceptors(); a++) {
      lifelines.add(new Lifeline(acceptor(a), "acceptor", isByzantine(a)));
    }
    if (model.network() != null) {
      String learner = BallotNetwork.LEARNER.format(BallotNetwork.TO_LEARNER);
      lifelines.add(new Lifeline(learner, "learner"));
    }
    return lifelines;
  }

  Exchange prepare(State before, int[] x) {
    return new Exchange(proposer(x[0]), List.of(), List.of(prepare(x[0])));
  }

  Exchange promise(State before, int[] x) {
    int a = x[0];
    int last = model.acceptors().nLast(before, a);
    Message promise = promise(a, x[1], last, model.acceptors().xLast(before, a));
    return new Exchange(acceptor(a), List.of(prepare(x[1])), List.of(promise));
  }

  /** Over an explicit network, the promises have arrived in steps of their own. */
  Exchange propose(State before, int[] x) {
    List<Message> promises = model.network() == null ? promisesFor(before, x[0], x[1]) : List.of();
    return new Exchange(proposer(x[0]), promises, List.of(proposal(x[0], x[1])));
  }

  Exchange accept(State before, int[] x) {
    return new Exchange(
        acceptor(x[0]), List.of(proposal(x[1], x[2])), List.of(vote(x[0], x[1], x[2])));
  }

  @Override
  public Message request(State s, int acceptor, int ballot, int request) {
    return request == Requests.PREPARE ? prepare(ballot) : proposal(ballot, request);
  }

  @Override
  public Message promise(int acceptor, int ballot, int report) {
    Pair vote = vote();
    return report == Domain.NONE
        ? promise(acceptor, ballot, Domain.NONE, Domain.NONE)
        : promise(acceptor, ballot, vote.left(report), vote.right(report));
  }

  @Override
  public Message voteOnWay(int acceptor, int learner, int cast) {
    Pair vote = vote();
    return vote(acceptor, vote.left(cast), vote.right(cast));
  }

  private Pair vote() {
    return model.ballots().times(model.values());
  }

  /** 2b(ballot, value) of an acceptor. */
  Message vote(int acceptor, int ballot, int value) {
    return new Message(acceptor(acceptor), "2b(%s, %s)".formatted(ballot(ballot), value(value)));
  }

  private Message prepare(int ballot) {
    return new Message(proposer(ballot), "1a(%s)".formatted(ballot(ballot)));
  }

  private Message proposal(int ballot, int value) {
    return new Message(proposer(ballot), "2a(%s, %s)".formatted(ballot(ballot), value(value)));
  }

  private Message promise(int acceptor, int ballot, int voted, int value) {
    String report = voted == Domain.NONE ? "–" : ballot(voted) + ":" + value(value);
    return new Message(acceptor(acceptor), "1b(%s, %s)".formatted(ballot(ballot), report));
  }

  @Override
  public String proposer(int ballot) {
    return "ballot " + ballot(ballot);
  }

  @Override
  public String acceptor(int acceptor) {
    return model.config().name(acceptor);
  }

  private String ballot(int ballot) {
    return model.ballots().format(ballot);
  }

  private String value(int value) {
    return model.values().format(value);
  }

  private boolean isByzantine(int acceptor) {
    return acceptor >= model.correct().size();
  }

  /**
   * Reports that allow a value in a ballot: each reports nothing, or a vote in a range of ballots.
   *
   * @param voted the ballot of the vote for the value that counts, which some member reports; NONE
   *     if there is none
   * @param byLiar whether that member is Byzantine
   */
  private record Grounds(int low, int high, int voted, boolean byLiar) {}

  /** The promises of one quorum that allows the value, if the proposer needs any. */
  private List<Message> promisesFor(State s, int ballot, int value) {
    if (model.rules().proposal().choice() == Choice.WITHOUT_PROMISES) {
      return List.of();
    }
    Grounds grounds =
        grounds(s, ballot, value).stream()
            .filter(g -> model.leads().isMet(model.setWithin(s, ballot, g.low(), g.high())))
            .findFirst()
            .orElseThrow();
    int needed = reporter(s, ballot, value, grounds);
    long quorum = quorum(model.setWithin(s, ballot, grounds.low(), grounds.high()), needed);
    List<Message> promises = new ArrayList<>();
    for (int a = 0; a < model.config().acceptors(); a++) {
      if ((quorum >> a & 1) == 1) {
        promises.add(
            a == needed
                ? reportOf(s, a, ballot, grounds.voted(), value)
                : reportWithin(s, a, ballot, grounds));
      }
    }
    return promises;
  }

  /** What may allow a value, in the order of preference: a silent quorum, votes, a liar. */
  private List<Grounds> grounds(State s, int ballot, int value) {
    int last = model.ballots().last();
    if (model.rules().proposal().choice() == Choice.FREE) {
      return List.of(new Grounds(0, last, Domain.NONE, false));
    }
    boolean lowest = model.rules().proposal().choice() == Choice.LOWEST;
    List<Grounds> grounds = new ArrayList<>();
    grounds.add(new Grounds(1, 0, Domain.NONE, false));
    for (int voted = last; voted >= 0; voted--) {
      if (model.isReported(s, ballot, voted, value)) {
        int high = model.rules().proposal().choice() == Choice.HIGHEST ? voted : last;
        grounds.add(new Grounds(lowest ? voted : 0, high, voted, false));
      }
    }
    if (model.config().byzantine() > 0 && ballot > 0) {
      grounds.add(new Grounds(0, ballot - 1, lowest ? 0 : ballot - 1, true));
    }
    return grounds;
  }

  /** The acceptor whose report the quorum cannot do without, or NONE. */
  private int reporter(State s, int ballot, int value, Grounds grounds) {
    if (grounds.byLiar()) {
      return model.correct().size();
    }
    for (int a = 0; a < model.correct().size() && grounds.voted() != Domain.NONE; a++) {
      if (ballotOfReport(s, a, ballot, grounds.voted(), value) != Domain.NONE) {
        return a;
      }
    }
    return Domain.NONE;
  }

  /** As few as do of some correct acceptors and the Byzantine ones, who are the first to go. */
  private long quorum(int correct, int needed) {
    int n = model.config().acceptors();
    long members = correct | (1L << n) - (1L << model.correct().size());
    for (int a = n - 1; a >= 0; a--) {
      long without = members & ~(1L << a);
      if (a != needed && model.config().phase1().isQuorum(without)) {
        members = without;
      }
    }
    return members;
  }

  private Message reportOf(State s, int acceptor, int ballot, int voted, int value) {
    int promised =
        isByzantine(acceptor) ? ballot : ballotOfReport(s, acceptor, ballot, voted, value);
    return promise(acceptor, promised, voted, value);
  }

  private Message reportWithin(State s, int acceptor, int ballot, Grounds grounds) {
    if (isByzantine(acceptor)) {
      return promise(acceptor, ballot, Domain.NONE, Domain.NONE);
    }
    for (int b = model.lowestCounted(ballot); b <= ballot; b++) {
      if (model.acceptors().reportsWithin(s, acceptor, b, 1, 0)) {
        return promise(acceptor, b, Domain.NONE, Domain.NONE);
      }
    }
    for (int voted = grounds.low(); voted <= grounds.high(); voted++) {
      for (int v = 0; v < model.values().size(); v++) {
        int b = ballotOfReport(s, acceptor, ballot, voted, v);
        if (b != Domain.NONE) {
          return promise(acceptor, b, voted, v);
        }
      }
    }
    throw new IllegalStateException("the acceptor has sent no promise that counts");
  }

  /** The ballot of an acceptor's promise that counts and reports a vote, or NONE. */
  private int ballotOfReport(State s, int acceptor, int ballot, int voted, int value) {
    for (int b = model.lowestCounted(ballot); b <= ballot; b++) {
      if (model.acceptors().reports(s, acceptor, b, voted, value)) {
        return b;
      }
    }
    return Domain.NONE;
  }
}
