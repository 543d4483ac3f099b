package org.quorate.models.paxos;

/** What a crash that loses stable state loses. */
public enum Loss {
  ALL,
  PROMISE,
  VOTE;

  boolean losesPromise() {
    return this != VOTE;
  }

  boolean losesVote() {
    return this != PROMISE;
  }
}
