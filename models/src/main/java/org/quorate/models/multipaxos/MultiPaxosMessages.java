package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Exchange;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * Who takes a step of Multi-Paxos, and which messages it receives and sends. A message 1a does not
 * say which proposer of the ballot has sent it; it is drawn from the first one.
 */
record MultiPaxosMessages(MultiPaxos model) {

  List<Lifeline> lifelines() {
    List<Lifeline> lifelines = new ArrayList<>();
    for (int leader = 0; leader < domains().leaders().size(); leader++) {
      lifelines.add(new Lifeline(leader(leader), "proposer"));
    }
    for (int a = 0; a < domains().acceptors().size(); a++) {
      lifelines.add(new Lifeline(acceptor(a), "acceptor"));
    }
    return lifelines;
  }

  Exchange prepare(State before, int[] x) {
    Message prepare = prepare(x[0]);
    return new Exchange(prepare.sender(), List.of(), List.of(prepare));
  }

  Exchange promise(State before, int[] x) {
    List<String> reports = new ArrayList<>();
    for (int slot = 0; slot < domains().slots().size(); slot++) {
      int voted = willReport(before, x[0], slot);
      reports.add(report(voted, model.acceptors().xLast(before, x[0], slot)));
    }
    return new Exchange(
        acceptor(x[0]), List.of(prepare(x[1])), List.of(promise(x[0], x[1], reports)));
  }

  /** The ballot of the vote for a slot that the next promise reports, or NONE. */
  private int willReport(State s, int acceptor, int slot) {
    for (int later = slot + 1; later < domains().slots().size(); later++) {
      if (model.deviation().reportsLastSlotOnly()
          && model.acceptors().nLast(s, acceptor, later) != Domain.NONE) {
        return Domain.NONE;
      }
    }
    return model.acceptors().nLast(s, acceptor, slot);
  }

  Exchange lead(State before, int[] x) {
    int ballot = domains().ballotOf(x[0]);
    int quorum = model.deviation().needsPromises(ballot) ? quorum(before, ballot, x[1]) : 0;
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
    int slot = domains().proposals().left(x[2]);
    int value = domains().proposals().right(x[2]);
    int leader = domains().firstLeader(x[1]);
    while (!model.acceptors().hasProposed(before, leader, slot, value)) {
      leader++;
    }
    return new Exchange(
        acceptor(x[0]),
        List.of(proposal(leader, slot, value)),
        List.of(vote(x[0], x[1], slot, value)));
  }

  /** 2b(ballot, slot, value) of an acceptor. */
  Message vote(int acceptor, int ballot, int slot, int value) {
    return new Message(acceptor(acceptor), "2b" + contents(ballot, slot, value));
  }

  private Message prepare(int ballot) {
    return new Message(
        leader(domains().firstLeader(ballot)),
        "1a(%s)".formatted(domains().ballots().format(ballot)));
  }

  private Message sentPromise(State s, int acceptor, int ballot) {
    List<String> reports = new ArrayList<>();
    for (int slot = 0; slot < domains().slots().size(); slot++) {
      reports.add(
          report(
              model.acceptors().reportedBallot(s, acceptor, ballot, slot),
              model.acceptors().reportedValue(s, acceptor, ballot, slot)));
    }
    return promise(acceptor, ballot, reports);
  }

  private Message promise(int acceptor, int ballot, List<String> reports) {
    return new Message(
        acceptor(acceptor),
        "1b(%s, %s)".formatted(domains().ballots().format(ballot), String.join(" ", reports)));
  }

  private String report(int voted, int value) {
    return voted == Domain.NONE
        ? "–"
        : domains().ballots().format(voted) + ":" + domains().values().format(value);
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

  private String acceptor(int acceptor) {
    return domains().acceptors().format(acceptor);
  }

  private Domains domains() {
    return model.domains();
  }
}
