package org.quorate.models.paxos;

import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldArray;
import org.quorate.state.Scalarset;
import org.quorate.state.SetArray;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * The compact way, for one proposer a ballot and acceptors that never forget: two bits for each
 * acceptor and ballot, and the value of each ballot. n_max is the highest ballot promised or voted
 * in, the registered vote the highest one cast, and a promise reports the highest vote below it,
 * because after the promise there were none.
 */
record DerivedAcceptors(SetArray promised, SetArray voted, FieldArray proposal)
    implements Acceptors {

  static DerivedAcceptors declare(
      Declarations d, Scalarset acceptors, Subrange ballots, Scalarset values) {
    SetArray promised = d.sets("promised", acceptors, ballots);
    SetArray voted = d.sets("voted", acceptors, ballots);
    FieldArray proposal = d.array("proposal", ballots, values.orNone());
    return new DerivedAcceptors(promised, voted, proposal);
  }

  @Override
  public int nMax(State s, int acceptor) {
    return Math.max(promised.last(s, acceptor), voted.last(s, acceptor));
  }

  @Override
  public int nLast(State s, int acceptor) {
    return voted.last(s, acceptor);
  }

  @Override
  public int xLast(State s, int acceptor) {
    int ballot = nLast(s, acceptor);
    return ballot == Domain.NONE ? Domain.NONE : proposal.get(s, ballot);
  }

  @Override
  public boolean isProposed(State s, int ballot, int value) {
    return proposal.get(s, ballot) == value;
  }

  @Override
  public int proposals(State s, int ballot) {
    return proposal.get(s, ballot) == Domain.NONE ? 0 : 1;
  }

  @Override
  public boolean hasVoted(State s, int acceptor, int ballot, int value) {
    return voted.has(s, acceptor, ballot) && proposal.get(s, ballot) == value;
  }

  @Override
  public int votes(State s, int ballot, int value) {
    return proposal.get(s, ballot) == value ? voted.countWith(s, ballot) : 0;
  }

  @Override
  public int votes(State s, int ballot) {
    return voted.countWith(s, ballot);
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
  public boolean reportsWithin(State s, int acceptor, int ballot, int low, int high) {
    if (!promised.has(s, acceptor, ballot)) {
      return false;
    }
    int reported = voted.lastBelow(s, acceptor, ballot);
    return reported == Domain.NONE || (reported >= low && reported <= high);
  }

  @Override
  public boolean reports(State s, int acceptor, int ballot, int votedBallot, int value) {
    return promised.has(s, acceptor, ballot)
        && voted.lastBelow(s, acceptor, ballot) == votedBallot
        && proposal.get(s, votedBallot) == value;
  }

  @Override
  public void propose(Draft t, int ballot, int value) {
    proposal.set(t, ballot, value);
  }

  @Override
  public void promise(Draft t, int acceptor, int ballot, int nMax) {
    promised.add(t, acceptor, ballot);
  }

  @Override
  public void vote(Draft t, int acceptor, int ballot, int value, int nMax, boolean register) {
    voted.add(t, acceptor, ballot);
  }

  @Override
  public void forget(Draft t, int acceptor, boolean promise, boolean vote) {
    throw new IllegalStateException("acceptors that forget must store their registers");
  }
}
