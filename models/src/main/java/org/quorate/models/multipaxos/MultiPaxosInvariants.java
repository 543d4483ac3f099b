package org.quorate.models.multipaxos;

import java.util.List;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.state.Domain;
import org.quorate.state.State;

/** What Multi-Paxos promises, and the facts that its proof rests on. */
record MultiPaxosInvariants(MultiPaxos model) {

  private static final int SEVERAL = -2;

  List<Invariant> invariants() {
    Choices choices = new Choices(model);
    return List.of(
        new Invariant(
            "agreement",
            model.deviation().hasOneRegister()
                ? "no two different values are chosen"
                : "no two different values are chosen for one slot",
            this::agreement,
            choices::explainAgreement,
            choices::groups),
        new Invariant(
            "validity",
            "a value that is chosen in a ballot for a slot was proposed in it for the slot",
            this::validity,
            choices::explainValidity),
        new Invariant(
            "quorum-intersection",
            "no two phase-2 quorums vote for different values in one ballot and slot",
            this::oneCertificate,
            choices::explainAgreement,
            choices::groups));
  }

  /** After Lamport, Paxos Made Simple, section 2.2, P1, P1a and P2c, for each slot. */
  List<Invariant> lemmas() {
    return List.of(
        new Invariant(
            "one-value-per-ballot-and-slot",
            "at most one value is proposed in a ballot for a slot",
            this::oneValue,
            s -> "a ballot has more than one proposal for a slot"),
        new Invariant(
            "promise-kept",
            "an acceptor's promise for a ballot reports its last vote below, for each slot",
            this::promiseKept,
            s -> "an acceptor has voted below a ballot that it promised, and did not report it"),
        new Invariant(
            "proposal-safe",
            "when a value is proposed for a slot, no other is or can still be chosen for it in a"
                + " lower ballot",
            this::proposalsSafe,
            s -> "a value is proposed while another may be chosen below it"));
  }

  List<Goal> goals() {
    return List.of(
        new Goal(
            "decided",
            "some slot has a chosen value",
            "nothing is ever decided: this holds because nothing happens",
            this::decided),
        new Goal(
            "all-decided",
            "every slot has a chosen value",
            "some slot is never decided",
            this::allDecided),
        new Goal(
            "decided-without-faulty",
            "some slot has a chosen value while f acceptors do nothing",
            "nothing can be decided once %s%d acceptors have crashed"
                .formatted(
                    model.config().faulty() == model.config().f() ? "f = " : "",
                    model.config().faulty()),
            this::decidedWithoutFaulty));
  }

  private int slots() {
    return model.domains().slots().size();
  }

  private int ballots() {
    return model.domains().ballots().size();
  }

  private int values() {
    return model.domains().values().size();
  }

  private boolean agreement(State s) {
    int chosen = Domain.NONE;
    for (int slot = 0; slot < slots(); slot++) {
      int before = model.deviation().hasOneRegister() ? chosen : Domain.NONE;
      chosen = addChosen(s, slot, before);
      if (chosen == SEVERAL) {
        return false;
      }
    }
    return true;
  }

  /** The only value among {@code before} and those that are chosen for a slot; NONE is no value. */
  private int addChosen(State s, int slot, int before) {
    int only = before;
    for (int b = 0; b < ballots(); b++) {
      for (int v = 0; v < values() && mayBeChosenIn(s, b, slot); v++) {
        if (isChosenIn(s, b, slot, v)) {
          if (only != Domain.NONE && only != v) {
            return SEVERAL;
          }
          only = v;
        }
      }
    }
    return only;
  }

  private boolean validity(State s) {
    for (int slot = 0; slot < slots(); slot++) {
      for (int b = 0; b < ballots(); b++) {
        for (int v = 0; v < values() && mayBeChosenIn(s, b, slot); v++) {
          if (isChosenIn(s, b, slot, v) && !model.isProposed(s, b, slot, v)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean oneCertificate(State s) {
    for (int slot = 0; slot < slots(); slot++) {
      for (int b = 0; b < ballots(); b++) {
        int certified = 0;
        for (int v = 0; v < values() && mayBeChosenIn(s, b, slot); v++) {
          certified += isChosenIn(s, b, slot, v) ? 1 : 0;
        }
        if (certified > 1) {
          return false;
        }
      }
    }
    return true;
  }

  /** A necessary condition that costs one count, and that few ballots meet. */
  private boolean mayBeChosenIn(State s, int ballot, int slot) {
    return model.acceptors().votes(s, ballot, slot) >= model.config().quorums().phase2();
  }

  private boolean isChosenIn(State s, int ballot, int slot, int value) {
    return model.acceptors().votes(s, ballot, slot, value) >= model.config().quorums().phase2();
  }

  boolean isChosen(State s, int slot, int value) {
    for (int b = 0; b < ballots(); b++) {
      if (isChosenIn(s, b, slot, value)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDecided(State s, int slot) {
    return addChosen(s, slot, Domain.NONE) != Domain.NONE;
  }

  private boolean decided(State s) {
    for (int slot = 0; slot < slots(); slot++) {
      if (isDecided(s, slot)) {
        return true;
      }
    }
    return false;
  }

  private boolean allDecided(State s) {
    for (int slot = 0; slot < slots(); slot++) {
      if (!isDecided(s, slot)) {
        return false;
      }
    }
    return true;
  }

  private boolean decidedWithoutFaulty(State s) {
    if (countSilent(s) < model.config().faulty()) {
      return false;
    }
    for (int b = 0; b < ballots(); b++) {
      boolean quorum = model.acceptors().promises(s, b) >= model.config().quorums().phase1();
      for (int slot = 0; quorum && slot < slots(); slot++) {
        for (int v = 0; v < values(); v++) {
          if (isChosenIn(s, b, slot, v)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The number of acceptors that have sent nothing. */
  private int countSilent(State s) {
    int count = 0;
    for (int a = 0; a < model.domains().acceptors().size(); a++) {
      count += model.acceptors().nMax(s, a) == Domain.NONE ? 1 : 0;
    }
    return count;
  }

  private boolean oneValue(State s) {
    for (int b = 0; b < ballots(); b++) {
      for (int slot = 0; slot < slots(); slot++) {
        int proposed = 0;
        for (int v = 0; v < values(); v++) {
          proposed += model.isProposed(s, b, slot, v) ? 1 : 0;
        }
        if (proposed > 1) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean promiseKept(State s) {
    for (int a = 0; a < model.domains().acceptors().size(); a++) {
      for (int b = 0; b < ballots(); b++) {
        for (int slot = 0; slot < slots() && model.acceptors().hasPromised(s, a, b); slot++) {
          if (model.acceptors().reportedBallot(s, a, b, slot) < lastVoteBelow(s, a, b, slot)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private int lastVoteBelow(State s, int acceptor, int ballot, int slot) {
    for (int b = ballot - 1; b >= 0; b--) {
      for (int v = 0; v < values(); v++) {
        if (model.acceptors().hasVoted(s, acceptor, b, slot, v)) {
          return b;
        }
      }
    }
    return Domain.NONE;
  }

  private boolean proposalsSafe(State s) {
    for (int b = 0; b < ballots(); b++) {
      for (int slot = 0; slot < slots(); slot++) {
        for (int v = 0; v < values(); v++) {
          if (model.isProposed(s, b, slot, v) && otherIsChoosableBelow(s, b, slot, v)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean otherIsChoosableBelow(State s, int ballot, int slot, int value) {
    for (int b = 0; b < ballot; b++) {
      for (int v = 0; v < values(); v++) {
        if (v != value && isChoosable(s, b, slot, v)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the acceptors that voted for a value in a ballot, or still may, are a quorum. */
  private boolean isChoosable(State s, int ballot, int slot, int value) {
    if (!model.isProposed(s, ballot, slot, value) && !isOpen(s, ballot, slot)) {
      return false;
    }
    int votes = 0;
    for (int a = 0; a < model.domains().acceptors().size(); a++) {
      boolean voted = model.acceptors().hasVoted(s, a, ballot, slot, value);
      votes += voted || model.acceptors().nMax(s, a) <= ballot ? 1 : 0;
    }
    return votes >= model.config().quorums().phase2();
  }

  /** Whether some proposer of a ballot has not proposed a value for a slot yet. */
  private boolean isOpen(State s, int ballot, int slot) {
    int first = model.domains().firstLeader(ballot);
    for (int i = 0; i < model.domains().proposersPerBallot(); i++) {
      if (!model.acceptors().hasProposed(s, first + i, slot)) {
        return true;
      }
    }
    return false;
  }
}
