package org.quorate.models.multipaxos;

import org.jspecify.annotations.Nullable;
import org.quorate.models.network.BallotNetwork;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldArray;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Pair;
import org.quorate.state.Scalarset;
import org.quorate.state.SetArray;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * The general way: the registers of each acceptor, and every message, in full. An acceptor promises
 * a ballot once at most, so its reports are an array over ballots × registers.
 *
 * @param lastSlotOnly whether a promise reports the vote in the highest slot voted in, and no other
 * @param report ballots × registers: the place of a report
 * @param cast ballots × proposals
 * @param network on which promises and votes are on their way until they arrive; null where they
 *     arrive at once
 */
record StoredAcceptors(
    Domains domains,
    boolean lastSlotOnly,
    FieldArray nMax,
    FieldMatrix nLast,
    FieldMatrix xLast,
    SetArray promised,
    FieldMatrix reports,
    SetArray voted,
    SetArray proposed,
    Pair report,
    Pair cast,
    @Nullable BallotNetwork network)
    implements Acceptors {

  static StoredAcceptors declare(
      Declarations d, Deviation deviation, Domains domains, @Nullable BallotNetwork network) {
    Scalarset acceptors = domains.acceptors();
    Subrange ballots = domains.ballots();
    Subrange registers = domains.registers();
    Pair report = ballots.times(registers);
    Pair cast = ballots.times(domains.proposals());
    return new StoredAcceptors(
        domains,
        deviation.reportsLastSlotOnly(),
        d.array("n_max", acceptors, ballots.orNone()),
        d.matrix("n_last", acceptors, registers, ballots.orNone()),
        d.matrix("x_last", acceptors, registers, domains.values().orNone()),
        d.sets("promised", acceptors, ballots),
        d.matrix("reported", acceptors, report, domains.vote().orNone()),
        d.sets("voted", acceptors, cast),
        d.sets("proposed", domains.leaders(), domains.proposals()),
        report,
        cast,
        network);
  }

  @Override
  public int nMax(State s, int acceptor) {
    return nMax.get(s, acceptor);
  }

  @Override
  public int nLast(State s, int acceptor, int slot) {
    return nLast.get(s, acceptor, domains.register(slot));
  }

  @Override
  public int xLast(State s, int acceptor, int slot) {
    return xLast.get(s, acceptor, domains.register(slot));
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot) {
    for (int v = 0; v < domains.values().size(); v++) {
      if (hasProposed(s, leader, slot, v)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot, int value) {
    return proposed.has(s, leader, domains.proposals().of(slot, value));
  }

  @Override
  public boolean hasPromised(State s, int acceptor, int ballot) {
    return promised.has(s, acceptor, ballot);
  }

  @Override
  public int promises(State s, int ballot) {
    return promised.countWith(s, ballot);
  }

  @Override
  public int reportedBallot(State s, int acceptor, int ballot, int slot) {
    int reported = reported(s, acceptor, ballot, slot);
    return reported == Domain.NONE ? Domain.NONE : domains.vote().left(reported);
  }

  @Override
  public int reportedValue(State s, int acceptor, int ballot, int slot) {
    int reported = reported(s, acceptor, ballot, slot);
    return reported == Domain.NONE ? Domain.NONE : domains.vote().right(reported);
  }

  private int reported(State s, int acceptor, int ballot, int slot) {
    return reports.get(s, acceptor, report.of(ballot, domains.register(slot)));
  }

  @Override
  public boolean hasVoted(State s, int acceptor, int ballot, int slot, int value) {
    return voted.has(s, acceptor, cast.of(ballot, domains.proposals().of(slot, value)));
  }

  @Override
  public int votes(State s, int ballot, int slot, int value) {
    return voted.countWith(s, cast.of(ballot, domains.proposals().of(slot, value)));
  }

  @Override
  public int votes(State s, int ballot, int slot) {
    int count = 0;
    for (int v = 0; v < domains.values().size(); v++) {
      count += votes(s, ballot, slot, v);
    }
    return count;
  }

  @Override
  public void propose(Draft t, int leader, int slot, int value) {
    proposed.add(t, leader, domains.proposals().of(slot, value));
  }

  @Override
  public void promise(Draft t, int acceptor, int ballot) {
    nMax.set(t, acceptor, ballot);
    int all = report(t, acceptor);
    if (network == null) {
      hear(t, acceptor, ballot, all);
    } else {
      network.promises().channels().send(t, acceptor, ballot, all);
    }
  }

  /** What an acceptor's promise reports: one of {@link Domains#reports}. */
  int report(State s, int acceptor) {
    int all = domains.reports().first();
    boolean silent = false;
    for (int r = domains.registers().last(); r >= 0 && !silent; r--) {
      int last = nLast.get(s, acceptor, r);
      if (last != Domain.NONE) {
        int vote = domains.vote().of(last, xLast.get(s, acceptor, r));
        all = domains.reports().with(all, r, vote);
        silent = lastSlotOnly;
      }
    }
    return all;
  }

  /** The promise for a ballot, with what it reports, has arrived. */
  void hear(Draft t, int acceptor, int ballot, int all) {
    promised.add(t, acceptor, ballot);
    for (int r = 0; r < domains.registers().size(); r++) {
      reports.set(t, acceptor, report.of(ballot, r), domains.reports().at(all, r));
    }
  }

  @Override
  public void vote(Draft t, int acceptor, int ballot, int slot, int value) {
    int vote = cast.of(ballot, domains.proposals().of(slot, value));
    if (network == null) {
      learn(t, acceptor, vote);
    } else {
      network.votes().channels().send(t, acceptor, BallotNetwork.TO_LEARNER, vote);
    }
    nMax.set(t, acceptor, ballot);
    nLast.set(t, acceptor, domains.register(slot), ballot);
    xLast.set(t, acceptor, domains.register(slot), value);
  }

  /** A vote has arrived. */
  void learn(Draft t, int acceptor, int vote) {
    voted.add(t, acceptor, vote);
  }
}
