package org.quorate.models.pbft;

import org.quorate.state.Draft;
import org.quorate.state.State;

/** Messages that stay available once they are sent: everybody has heard everything. */
record GrowingMessages(Replicas replicas) implements Deliveries {

  @Override
  public boolean isUp(State s, int replica) {
    return true;
  }

  @Override
  public boolean hasPrePrepare(State s, int replica, int view, int slot, int request) {
    return replicas.hasAccepted(s, view, view, slot, request);
  }

  @Override
  public boolean hasNewView(State s, int replica, int view) {
    return true;
  }

  @Override
  public boolean hasHeardPrepare(
      State s, int replica, int sender, int view, int slot, int request) {
    return replicas.hasAccepted(s, sender, view, slot, request);
  }

  @Override
  public int countPrepares(State s, int replica, int view, int slot, int request) {
    return replicas.countAccepted(s, view, slot, request);
  }

  @Override
  public boolean hasHeardCommit(State s, int replica, int sender, int view, int slot, int request) {
    return replicas.hasCommitted(s, sender, view, slot, request);
  }

  @Override
  public boolean hasHeardCommits(State s, int replica, int least, int view, int slot, int request) {
    return areCommitsHeard(s, least, view, slot, request);
  }

  @Override
  public boolean areCommitsHeard(State s, int least, int view, int slot, int request) {
    int commits = replicas.countCommitted(s, view, slot, request);
    return commits > 0 && commits >= least && replicas.isCommittedByCorrect(s, view, slot, request);
  }

  @Override
  public boolean hasHeardViewChange(State s, int view, int sender) {
    return replicas.hasAsked(s, sender, view);
  }

  @Override
  public int countViewChanges(State s, int view) {
    return replicas.countAsking(s, view);
  }

  @Override
  public void sendPrepare(Draft t, int sender, int view, int slot, int request) {}

  @Override
  public void sendCommit(Draft t, int sender, int view, int slot, int request) {}

  @Override
  public void sendViewChange(Draft t, int sender, int view) {}

  @Override
  public void sendNewView(Draft t, int view) {}

  @Override
  public void hearPrimary(Draft t, int replica, int view, int slot, int request) {}

  @Override
  public void takePrePrepare(Draft t, int replica, int view, int slot, int request) {}

  @Override
  public void takeNewView(Draft t, int replica, int view) {}
}
