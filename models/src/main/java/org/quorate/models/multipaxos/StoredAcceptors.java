package org.quorate.models.multipaxos;

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
 * @param registers one for each slot, or one for all
 * @param report ballots × registers: the place of a report
 * @param vote ballots × values: what a register holds and a report says
 * @param proposal slots × values
 * @param cast ballots × proposals
 */
record StoredAcceptors(
    boolean lastSlotOnly,
    Subrange registers,
    FieldArray nMax,
    FieldMatrix nLast,
    FieldMatrix xLast,
    SetArray promised,
    FieldMatrix reports,
    SetArray voted,
    SetArray proposed,
    Pair report,
    Pair vote,
    Pair proposal,
    Pair cast)
    implements Acceptors {

  static StoredAcceptors declare(Declarations d, Deviation deviation, Domains domains) {
    Subrange registers = deviation.hasOneRegister() ? Subrange.of("registers", 1) : domains.slots();
    Scalarset acceptors = domains.acceptors();
    Subrange ballots = domains.ballots();
    Pair report = ballots.times(registers);
    Pair vote = ballots.times(domains.values());
    Pair cast = ballots.times(domains.proposals());
    return new StoredAcceptors(
        deviation.reportsLastSlotOnly(),
        registers,
        d.array("n_max", acceptors, ballots.orNone()),
        d.matrix("n_last", acceptors, registers, ballots.orNone()),
        d.matrix("x_last", acceptors, registers, domains.values().orNone()),
        d.sets("promised", acceptors, ballots),
        d.matrix("reported", acceptors, report, vote.orNone()),
        d.sets("voted", acceptors, cast),
        d.sets("proposed", domains.leaders(), domains.proposals()),
        report,
        vote,
        domains.proposals(),
        cast);
  }

  private int register(int slot) {
    return Math.min(slot, registers.last());
  }

  @Override
  public int nMax(State s, int acceptor) {
    return nMax.get(s, acceptor);
  }

  @Override
  public int nLast(State s, int acceptor, int slot) {
    return nLast.get(s, acceptor, register(slot));
  }

  @Override
  public int xLast(State s, int acceptor, int slot) {
    return xLast.get(s, acceptor, register(slot));
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot) {
    for (int v = 0; v < proposal.right().size(); v++) {
      if (hasProposed(s, leader, slot, v)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot, int value) {
    return proposed.has(s, leader, proposal.of(slot, value));
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
    return reported == Domain.NONE ? Domain.NONE : vote.left(reported);
  }

  @Override
  public int reportedValue(State s, int acceptor, int ballot, int slot) {
    int reported = reported(s, acceptor, ballot, slot);
    return reported == Domain.NONE ? Domain.NONE : vote.right(reported);
  }

  private int reported(State s, int acceptor, int ballot, int slot) {
    return reports.get(s, acceptor, report.of(ballot, register(slot)));
  }

  @Override
  public boolean hasVoted(State s, int acceptor, int ballot, int slot, int value) {
    return voted.has(s, acceptor, cast.of(ballot, proposal.of(slot, value)));
  }

  @Override
  public int votes(State s, int ballot, int slot, int value) {
    return voted.countWith(s, cast.of(ballot, proposal.of(slot, value)));
  }

  @Override
  public int votes(State s, int ballot, int slot) {
    int count = 0;
    for (int v = 0; v < proposal.right().size(); v++) {
      count += votes(s, ballot, slot, v);
    }
    return count;
  }

  @Override
  public void propose(Draft t, int leader, int slot, int value) {
    proposed.add(t, leader, proposal.of(slot, value));
  }

  @Override
  public void promise(Draft t, int acceptor, int ballot) {
    promised.add(t, acceptor, ballot);
    nMax.set(t, acceptor, ballot);
    boolean silent = false;
    for (int r = registers.last(); r >= 0; r--) {
      int last = nLast.get(t, acceptor, r);
      if (last != Domain.NONE && !silent) {
        reports.set(t, acceptor, report.of(ballot, r), vote.of(last, xLast.get(t, acceptor, r)));
        silent = lastSlotOnly;
      }
    }
  }

  @Override
  public void vote(Draft t, int acceptor, int ballot, int slot, int value) {
    voted.add(t, acceptor, cast.of(ballot, proposal.of(slot, value)));
    nMax.set(t, acceptor, ballot);
    nLast.set(t, acceptor, register(slot), ballot);
    xLast.set(t, acceptor, register(slot), value);
  }
}
