package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.Exchange;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.models.network.BallotMessages;
import org.quorate.models.network.BallotNetwork;
import org.quorate.models.network.Requests;
import org.quorate.state.Domain;
import org.quorate.state.Pair;
import org.quorate.state.State;

/**
 * Who takes a step of Multi-Paxos, and which messages it receives and sends. A message 1a does not
 * say which proposer of the ballot has sent it; it is drawn from the first one.
 */
record MultiPaxosMessages(MultiPaxos model) implements BallotMessages {

  List<Lifeline> lifelines() {
    List<Lifeline> lifelines = new ArrayList<>();
    for (int leader = 0; leader < domains().leaders().size(); leader++) {
      lifelines.add(new Lifeline(leader(leader), "proposer"));
    }
    for (int a = 0; a < domains().acceptors().size(); a++) {
      lifelines.add(new Lifeline(acceptor(a), "acceptor"));
    }
    if (model.network() != null) {
      String learner = BallotNetwork.LEARNER.format(BallotNetwork.TO_LEARNER);
      lifelines.add(new Lifeline(learner, "learner"));
    }
    return lifelines;
  }

  Exchange prepare(State before, int[] x) {
    Message prepare = prepare(x[0]);
    return new Exchange(prepare.sender(), List.of(), List.of(prepare));
  }

  Exchange promise(State before, int[] x) {
    Message promise = promise(x[0], x[1], slot -> willReport(before, x[0], slot));
    return new Exchange(acceptor(x[0]), List.of(prepare(x[1])), List.of(promise));
  }

  /** The vote for a slot that the next promise reports, or NONE. */
  private int willReport(State s, int acceptor, int slot) {
    for (int later = slot + 1; later < domains().slots().size(); later++) {
      if (model.deviation().reportsLastSlotOnly()
          && model.acceptors().nLast(s, acceptor, later) != Domain.NONE) {
        return Domain.NONE;
      }
    }
    return vote(
        model.acceptors().nLast(s, acceptor, slot), model.acceptors().xLast(s, acceptor, slot));
  }

  private int vote(int ballot, int value) {
    return ballot == Domain.NONE ? Domain.NONE : domains().vote().of(ballot, value);
  }

  /** Over an explicit network, the promises have arrived in steps of their own. */
  Exchange lead(State before, int[] x) {
    int ballot = domains().ballotOf(x[0]);
    boolean receives = model.network() == null && model.deviation().needsPromises(ballot);
    int quorum = receives ? quorum(before, ballot, x[1]) : 0;
    List<Message> promises = new ArrayList<>();
    for (int a = 0; a < domains().acceptors().size(); a++) {
      if ((quorum >> a & 1) == 1) {
        promises.add(sentPromise(before, a, ballot));
      }
    }
    return new Exchange(leader(x[0]), promises, List.of());
  }

  /** A smallest quorum of promises that gives a plan, as bits. */
  private int quorum(State s, int ballot, int plan) {
    int promisers = model.promisers(s, ballot);
    int smallest = promisers;
    for (int set = promisers; set != 0; set = (set - 1) & promisers) {
      boolean isQuorum = Integer.bitCount(set) >= model.config().quorums().phase1();
      if (isQuorum
          && Integer.bitCount(set) <= Integer.bitCount(smallest)
          && (!model.deviation().heedsReports() || model.gives(s, ballot, set, plan))) {
        smallest = set;
      }
    }
    return smallest;
  }

  Exchange propose(State before, int[] x) {
    return new Exchange(leader(x[0]), List.of(), List.of(proposal(x[0], x[1], x[2])));
  }

  Exchange accept(State before, int[] x) {
    return new Exchange(
        acceptor(x[0]),
        List.of(request(before, x[0], x[1], x[2])),
        List.of(vote(x[0], x[1], x[2])));
  }

  /** A 2a is that of the first proposer of the ballot that has sent it. */
  @Override
  public Message request(State s, int acceptor, int ballot, int request) {
    if (request == Requests.PREPARE) {
      return prepare(ballot);
    }
    int slot = domains().proposals().left(request);
    int value = domains().proposals().right(request);
    int leader = domains().firstLeader(ballot);
    while (!model.acceptors().hasProposed(s, leader, slot, value)) {
      leader++;
    }
    return proposal(leader, slot, value);
  }

  @Override
  public Message promise(int acceptor, int ballot, int report) {
    return promise(
        acceptor, ballot, slot -> domains().reports().at(report, domains().register(slot)));
  }

  @Override
  public Message voteOnWay(int acceptor, int learner, int vote) {
    Pair cast = domains().ballots().times(domains().proposals());
    return vote(acceptor, cast.left(vote), cast.right(vote));
  }

  private Message vote(int acceptor, int ballot, int proposal) {
    Pair proposals = domains().proposals();
    return vote(acceptor, ballot, proposals.left(proposal), proposals.right(proposal));
  }

  /** 2b(ballot, slot, value) of an acceptor. */
  Message vote(int acceptor, int ballot, int slot, int value) {
    return new Message(acceptor(acceptor), "2b" + contents(ballot, slot, value));
  }

  private Message prepare(int ballot) {
    return new Message(proposer(ballot), "1a(%s)".formatted(domains().ballots().format(ballot)));
  }

  private Message sentPromise(State s, int acceptor, int ballot) {
    return promise(
        acceptor,
        ballot,
        slot ->
            vote(
                model.acceptors().reportedBallot(s, acceptor, ballot, slot),
                model.acceptors().reportedValue(s, acceptor, ballot, slot)));
  }

  /**
   * A promise.
   *
   * @param reports for each slot the vote that is reported, or NONE
   */
  private Message promise(int acceptor, int ballot, IntUnaryOperator reports) {
    Domain vote = domains().vote().orNone();
    String votes =
        IntStream.range(0, domains().slots().size())
            .map(reports)
            .mapToObj(vote::format)
            .collect(Collectors.joining(" "));
    return new Message(
        acceptor(acceptor), "1b(%s, %s)".formatted(domains().ballots().format(ballot), votes));
  }

  private Message proposal(int leader, int slot, int value) {
    return new Message(leader(leader), "2a" + contents(domains().ballotOf(leader), slot, value));
  }

  private String contents(int ballot, int slot, int value) {
    return "(%s, %s, %s)"
        .formatted(
            domains().ballots().format(ballot),
            domains().slots().format(slot),
            domains().values().format(value));
  }

  private String leader(int leader) {
    return "ballot " + domains().leaders().format(leader);
  }

  @Override
  public String proposer(int ballot) {
    return leader(domains().firstLeader(ballot));
  }

  @Override
  public String acceptor(int acceptor) {
    return domains().acceptors().format(acceptor);
  }

  private Domains domains() {
    return model.domains();
  }
}
