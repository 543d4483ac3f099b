package org.quorate.models.paxos;

import org.jspecify.annotations.Nullable;
import org.quorate.models.network.BallotNetwork;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldArray;
import org.quorate.state.Pair;
import org.quorate.state.Scalarset;
import org.quorate.state.SetArray;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.Subrange;

/**
 * The general way: the registers of each acceptor, and every message, in full. A promise is an
 * element of ballots × (vote or none), a vote one of ballots × values.
 *
 * @param network on which promises and votes are on their way until they arrive; null where they
 *     arrive at once
 */
record StoredAcceptors(
    FieldArray nMax,
    FieldArray nLast,
    FieldArray xLast,
    SetArray promises,
    SetArray votes,
    SetField proposals,
    Pair vote,
    Pair promise,
    @Nullable BallotNetwork network)
    implements Acceptors {

  static StoredAcceptors declare(
      Declarations d,
      Scalarset acceptors,
      Subrange ballots,
      Scalarset values,
      @Nullable BallotNetwork network) {
    Pair vote = ballots.times(values);
    Pair promise = ballots.times(vote.orNone());
    return new StoredAcceptors(
        d.array("n_max", acceptors, ballots.orNone()),
        d.array("n_last", acceptors, ballots.orNone()),
        d.array("x_last", acceptors, values.orNone()),
        d.sets("promised", acceptors, promise),
        d.sets("voted", acceptors, vote),
        d.set("proposed", vote),
        vote,
        promise,
        network);
  }

  @Override
  public int nMax(State s, int acceptor) {
    return nMax.get(s, acceptor);
  }

  @Override
  public int nLast(State s, int acceptor) {
    return nLast.get(s, acceptor);
  }

  @Override
  public int xLast(State s, int acceptor) {
    return xLast.get(s, acceptor);
  }

  @Override
  public boolean isProposed(State s, int ballot, int value) {
    return proposals.has(s, vote.of(ballot, value));
  }

  @Override
  public int proposals(State s, int ballot) {
    int count = 0;
    for (int v = 0; v < vote.right().size(); v++) {
      count += isProposed(s, ballot, v) ? 1 : 0;
    }
    return count;
  }

  @Override
  public boolean hasVoted(State s, int acceptor, int ballot, int value) {
    return votes.has(s, acceptor, vote.of(ballot, value));
  }

  @Override
  public int votes(State s, int ballot, int value) {
    return votes.countWith(s, vote.of(ballot, value));
  }

  @Override
  public int votes(State s, int ballot) {
    int count = 0;
    for (int v = 0; v < vote.right().size(); v++) {
      count += votes(s, ballot, v);
    }
    return count;
  }

  @Override
  public boolean hasPromised(State s, int acceptor, int ballot) {
    return reportsWithin(s, acceptor, ballot, 0, vote.left().last());
  }

  @Override
  public int promises(State s, int ballot) {
    int count = 0;
    for (int a = 0; a < promises.variable().rows().size(); a++) {
      count += hasPromised(s, a, ballot) ? 1 : 0;
    }
    return count;
  }

  @Override
  public boolean reportsWithin(State s, int acceptor, int ballot, int low, int high) {
    if (promises.has(s, acceptor, promise.of(ballot, Domain.NONE))) {
      return true;
    }
    for (int b = low; b <= high; b++) {
      for (int v = 0; v < vote.right().size(); v++) {
        if (reports(s, acceptor, ballot, b, v)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean reports(State s, int acceptor, int ballot, int votedBallot, int value) {
    return promises.has(s, acceptor, promise.of(ballot, vote.of(votedBallot, value)));
  }

  @Override
  public void propose(Draft t, int ballot, int value) {
    proposals.add(t, vote.of(ballot, value));
  }

  @Override
  public void promise(Draft t, int acceptor, int ballot, int newNMax) {
    int last = nLast.get(t, acceptor);
    int report = last == Domain.NONE ? Domain.NONE : vote.of(last, xLast.get(t, acceptor));
    nMax.set(t, acceptor, newNMax);
    if (network == null) {
      hear(t, acceptor, ballot, report);
    } else {
      network.promises().channels().send(t, acceptor, ballot, report);
    }
  }

  /** The promise for a ballot, with what it reports, has arrived. */
  void hear(Draft t, int acceptor, int ballot, int report) {
    promises.add(t, acceptor, promise.of(ballot, report));
  }

  @Override
  public void vote(Draft t, int acceptor, int ballot, int value, int newNMax, boolean register) {
    int cast = vote.of(ballot, value);
    if (network == null) {
      learn(t, acceptor, cast);
    } else {
      network.votes().channels().send(t, acceptor, BallotNetwork.TO_LEARNER, cast);
    }
    nMax.set(t, acceptor, newNMax);
    if (register) {
      nLast.set(t, acceptor, ballot);
      xLast.set(t, acceptor, value);
    }
  }

  /** A vote has arrived. */
  void learn(Draft t, int acceptor, int cast) {
    votes.add(t, acceptor, cast);
  }

  @Override
  public void forget(Draft t, int acceptor, boolean losesPromise, boolean losesVote) {
    if (losesPromise) {
      nMax.set(t, acceptor, Domain.NONE);
    }
    if (losesVote) {
      nLast.set(t, acceptor, Domain.NONE);
      xLast.set(t, acceptor, Domain.NONE);
    }
  }
}
