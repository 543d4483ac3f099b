package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model.Finding;
import org.quorate.models.options.QuorumFindings;
import org.quorate.state.Domain;
import org.quorate.state.State;

/** What Paxos promises, the facts that its proof rests on, and how to explain where they fail. */
record PaxosInvariants(Paxos model) {

  List<Invariant> invariants() {
    Choices choices = new Choices(model);
    return List.of(
        new Invariant(
            "agreement",
            "no two different values are chosen",
            this::agreement,
            choices::explainAgreement,
            choices::groups),
        new Invariant(
            "validity",
            "a value that is chosen in a ballot was proposed in it",
            this::validity,
            choices::explainValidity),
        new Invariant(
            "quorum-intersection",
            "no two phase-2 quorums vote for different values in one ballot",
            this::oneCertificatePerBallot,
            choices::explainAgreement,
            choices::groups));
  }

  /** After Lamport, Paxos Made Simple, section 2.2: P1, P1a and P2c. */
  List<Invariant> lemmas() {
    return List.of(
        new Invariant(
            "one-value-per-ballot",
            "at most one value is proposed in a ballot",
            this::oneValuePerBallot,
            s -> "a ballot has more than one proposal"),
        new Invariant(
            "promise-kept",
            "an acceptor whose promise for a ballot reports a vote has voted in no ballot between",
            this::promiseKept,
            s -> "an acceptor has voted below a ballot that it promised"),
        new Invariant(
            "proposal-safe",
            "when a value is proposed, no other value is or can still be chosen in a lower ballot",
            this::proposalsSafe,
            s -> "a value is proposed while another may be chosen below it"));
  }

  List<Goal> goals() {
    return List.of(
        new Goal(
            "decided",
            "some value is chosen",
            "nothing is ever decided: this holds because nothing happens",
            this::decided),
        new Goal(
            "decided-without-faulty",
            "some value is chosen while f acceptors, the Byzantine ones among them, do nothing",
            "nothing can be decided once " + faultyAcceptors(),
            this::decidedWithoutFaulty));
  }

  private String faultyAcceptors() {
    int faulty = model.config().faulty();
    if (faulty == model.config().f()) {
      return "f = %d acceptors have crashed".formatted(faulty);
    }
    return faulty == 1 ? "an acceptor has crashed" : faulty + " acceptors have crashed";
  }

  private boolean agreement(State s) {
    if (model.rules().learnByValue()) {
      return countChosen(s) <= 1;
    }
    int chosen = Domain.NONE;
    for (int b = 0; b < model.ballots().size(); b++) {
      for (int v = 0; v < model.values().size() && mayBeDecidedIn(s, b); v++) {
        if (isChosenIn(s, b, v)) {
          if (chosen != Domain.NONE && chosen != v) {
            return false;
          }
          chosen = v;
        }
      }
    }
    return true;
  }

  private boolean validity(State s) {
    if (model.rules().learnByValue()) {
      return true;
    }
    for (int b = 0; b < model.ballots().size(); b++) {
      for (int v = 0; v < model.values().size() && mayBeDecidedIn(s, b); v++) {
        if (isChosenIn(s, b, v) && !model.acceptors().isProposed(s, b, v)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean oneCertificatePerBallot(State s) {
    for (int b = 0; b < model.ballots().size(); b++) {
      int certified = 0;
      for (int v = 0; v < model.values().size() && mayBeDecidedIn(s, b); v++) {
        certified += isChosenIn(s, b, v) ? 1 : 0;
      }
      if (certified > 1) {
        return false;
      }
    }
    return true;
  }

  private boolean decided(State s) {
    return countChosen(s) > 0;
  }

  private boolean decidedWithoutFaulty(State s) {
    if (!decided(s) || model.config().byzantine() + countSilent(s) < model.config().faulty()) {
      return false;
    }
    for (int b = 0; b < model.ballots().size(); b++) {
      for (int v = 0; v < model.values().size(); v++) {
        if (promisedByCorrect(s, b) && votedByCorrect(s, b, v)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean promisedByCorrect(State s, int ballot) {
    int set = 0;
    for (int a = 0; a < model.correct().size(); a++) {
      set |= model.acceptors().hasPromised(s, a, ballot) ? 1 << a : 0;
    }
    return model.config().phase1().isQuorum(set);
  }

  private boolean votedByCorrect(State s, int ballot, int value) {
    return model.config().phase2().isQuorum(voterSet(s, ballot, value));
  }

  /** The correct acceptors that have voted for a value in a ballot, as bits. */
  private int voterSet(State s, int ballot, int value) {
    int set = 0;
    for (int a = 0; a < model.correct().size(); a++) {
      set |= model.acceptors().hasVoted(s, a, ballot, value) ? 1 << a : 0;
    }
    return set;
  }

  /** The number of correct acceptors that have sent nothing, as far as one can tell. */
  private int countSilent(State s) {
    int count = 0;
    for (int a = 0; a < model.correct().size(); a++) {
      boolean silent =
          model.acceptors().nMax(s, a) == Domain.NONE
              && lastVoteBelow(s, a, model.ballots().size()) == Domain.NONE;
      for (int b = 0; silent && b < model.ballots().size(); b++) {
        silent = !model.acceptors().hasPromised(s, a, b);
      }
      count += silent ? 1 : 0;
    }
    return count;
  }

  private int countChosen(State s) {
    int count = 0;
    for (int v = 0; v < model.values().size(); v++) {
      count += isChosen(s, v) ? 1 : 0;
    }
    return count;
  }

  /** A necessary condition that costs one count, and that few ballots meet. */
  private boolean mayBeDecidedIn(State s, int ballot) {
    return model.decides().mayBeMet(model.acceptors().votes(s, ballot));
  }

  boolean isChosenIn(State s, int ballot, int value) {
    QuorumPredicate decides = model.decides();
    return decides.mayBeMet(model.acceptors().votes(s, ballot, value))
        && (decides.counts() || decides.isMet(voterSet(s, ballot, value)));
  }

  private boolean oneValuePerBallot(State s) {
    for (int b = 0; b < model.ballots().size(); b++) {
      if (model.acceptors().proposals(s, b) > 1) {
        return false;
      }
    }
    return true;
  }

  private boolean promiseKept(State s) {
    for (int a = 0; a < model.correct().size(); a++) {
      for (int b = 0; b < model.ballots().size(); b++) {
        int voted = lastVoteBelow(s, a, b);
        if (model.acceptors().hasPromised(s, a, b)
            && voted >= 0
            && !reportsVoteSince(s, a, b, voted)) {
          return false;
        }
      }
    }
    return true;
  }

  private int lastVoteBelow(State s, int acceptor, int ballot) {
    for (int b = ballot - 1; b >= 0; b--) {
      for (int v = 0; v < model.values().size(); v++) {
        if (model.acceptors().hasVoted(s, acceptor, b, v)) {
          return b;
        }
      }
    }
    return -1;
  }

  /** A vote that is reported need not be known: over an explicit network, it may be lost. */
  private boolean reportsVoteSince(State s, int acceptor, int ballot, int voted) {
    for (int b = voted; b < ballot; b++) {
      for (int v = 0; v < model.values().size(); v++) {
        if (model.acceptors().reports(s, acceptor, ballot, b, v)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean proposalsSafe(State s) {
    for (int b = 0; b < model.ballots().size(); b++) {
      for (int v = 0; v < model.values().size(); v++) {
        if (model.acceptors().isProposed(s, b, v) && otherIsChoosableBelow(s, b, v)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean otherIsChoosableBelow(State s, int ballot, int value) {
    for (int b = 0; b < ballot; b++) {
      for (int v = 0; v < model.values().size(); v++) {
        if (v != value && isChoosable(s, b, v)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the acceptors that voted for a value in a ballot, or still may, are a quorum. */
  private boolean isChoosable(State s, int ballot, int value) {
    Acceptors acceptors = model.acceptors();
    boolean proposable = acceptors.proposals(s, ballot) < model.config().proposersPerBallot();
    if (!acceptors.isProposed(s, ballot, value) && !proposable) {
      return false;
    }
    int set = 0;
    for (int a = 0; a < model.correct().size(); a++) {
      boolean voted = acceptors.hasVoted(s, a, ballot, value);
      set |= voted || acceptors.nMax(s, a) <= ballot ? 1 << a : 0;
    }
    return model.decides().isMet(set);
  }

  boolean isChosen(State s, int value) {
    if (model.rules().learnByValue()) {
      return model
          .decides()
          .isMet(votersInAnyBallot(s, value).stream().mapToInt(a -> 1 << a).sum());
    }
    for (int b = 0; b < model.ballots().size(); b++) {
      if (isChosenIn(s, b, value)) {
        return true;
      }
    }
    return false;
  }

  List<Integer> votersInAnyBallot(State s, int value) {
    List<Integer> voters = new ArrayList<>();
    for (int a = 0; a < model.correct().size(); a++) {
      if (lastVoteFor(s, a, value) >= 0) {
        voters.add(a);
      }
    }
    return voters;
  }

  int lastVoteFor(State s, int acceptor, int value) {
    for (int b = model.ballots().last(); b >= 0; b--) {
      if (model.acceptors().hasVoted(s, acceptor, b, value)) {
        return b;
      }
    }
    return -1;
  }

  List<Finding> findings() {
    PaxosConfig config = model.config();
    return QuorumFindings.ofPhases(
        config.phase1(), config.phase2(), config::name, config.byzantine());
  }

  /** What is wrong if f acceptors, the Byzantine ones among them, leave no quorum. */
  List<Finding> obstacles() {
    PaxosConfig config = model.config();
    return QuorumFindings.obstaclesOfPhases(
        config.phase1(), config.phase2(), config::name, config.faulty());
  }
}
