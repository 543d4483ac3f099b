package org.quorate.models.multipaxos;

import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Pair;
import org.quorate.state.SetArray;
import org.quorate.state.State;

/**
 * The compact way, for one value a ballot and slot: a bit for each acceptor and promise, a bit for
 * each acceptor and vote. n_max is the highest ballot promised or voted in, a slot's registered
 * vote the highest one cast for it, and a promise reports the highest votes below it, because after
 * the promise there were none. The value of a ballot's vote or proposal stands in the plan of its
 * one leader.
 *
 * @param vote slots × ballots, so that an acceptor's votes for a slot lie side by side
 */
record DerivedAcceptors(
    SetArray promised, SetArray voted, SetArray proposed, FieldMatrix plan, Pair vote)
    implements Acceptors {

  static DerivedAcceptors declare(Declarations d, Domains domains, FieldMatrix plan) {
    Pair vote = domains.slots().times(domains.ballots());
    return new DerivedAcceptors(
        d.sets("promised", domains.acceptors(), domains.ballots()),
        d.sets("voted", domains.acceptors(), vote),
        d.sets("proposed", domains.leaders(), domains.slots()),
        plan,
        vote);
  }

  @Override
  public int nMax(State s, int acceptor) {
    int highest = promised.last(s, acceptor);
    for (int slot = 0; slot < vote.left().size(); slot++) {
      highest = Math.max(highest, nLast(s, acceptor, slot));
    }
    return highest;
  }

  @Override
  public int nLast(State s, int acceptor, int slot) {
    return lastVoteBelow(s, acceptor, vote.right().size(), slot);
  }

  private int lastVoteBelow(State s, int acceptor, int ballot, int slot) {
    int first = vote.of(slot, 0);
    int last = voted.lastBelow(s, acceptor, first + ballot);
    return last < first ? Domain.NONE : last - first;
  }

  @Override
  public int xLast(State s, int acceptor, int slot) {
    return valueOf(s, nLast(s, acceptor, slot), slot);
  }

  private int valueOf(State s, int ballot, int slot) {
    return ballot == Domain.NONE ? Domain.NONE : plan.get(s, ballot, slot);
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot) {
    return proposed.has(s, leader, slot);
  }

  @Override
  public boolean hasProposed(State s, int leader, int slot, int value) {
    return proposed.has(s, leader, slot) && plan.get(s, leader, slot) == value;
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
    return lastVoteBelow(s, acceptor, ballot, slot);
  }

  @Override
  public int reportedValue(State s, int acceptor, int ballot, int slot) {
    return valueOf(s, lastVoteBelow(s, acceptor, ballot, slot), slot);
  }

  @Override
  public boolean hasVoted(State s, int acceptor, int ballot, int slot, int value) {
    return voted.has(s, acceptor, vote.of(slot, ballot)) && plan.get(s, ballot, slot) == value;
  }

  @Override
  public int votes(State s, int ballot, int slot, int value) {
    return plan.get(s, ballot, slot) == value ? votes(s, ballot, slot) : 0;
  }

  @Override
  public int votes(State s, int ballot, int slot) {
    return voted.countWith(s, vote.of(slot, ballot));
  }

  @Override
  public void propose(Draft t, int leader, int slot, int value) {
    proposed.add(t, leader, slot);
  }

  @Override
  public void promise(Draft t, int acceptor, int ballot) {
    promised.add(t, acceptor, ballot);
  }

  @Override
  public void vote(Draft t, int acceptor, int ballot, int slot, int value) {
    voted.add(t, acceptor, vote.of(slot, ballot));
  }
}
