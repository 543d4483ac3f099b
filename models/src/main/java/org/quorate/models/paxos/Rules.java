package org.quorate.models.paxos;

/**
 * The decisions that the acceptors, proposers and learners of Paxos make, so that a deviation is a
 * change of one of them.
 *
 * @param promise when an acceptor answers a Prepare
 * @param promiseStored whether an answer raises n_max
 * @param accept when an acceptor votes
 * @param acceptRaises whether a vote sets n_max to its ballot
 * @param acceptOverwrites whether a vote replaces a registered vote of a higher ballot
 * @param choice which values a proposer may propose
 * @param staleCounts whether a promise for a lower ballot counts
 * @param loss what a forgetting crash loses
 * @param learnByValue whether votes for a value count together over all ballots
 */
record Rules(
    Guard promise,
    boolean promiseStored,
    Guard accept,
    boolean acceptRaises,
    boolean acceptOverwrites,
    Choice choice,
    boolean staleCounts,
    Loss loss,
    boolean learnByValue) {

  /** How a ballot must compare with n_max. */
  enum Guard {
    ABOVE,
    AT_LEAST,
    UNCHECKED;

    boolean allows(int ballot, int nMax) {
      return this == UNCHECKED || (this == ABOVE ? ballot > nMax : ballot >= nMax);
    }
  }

  /** Which values a proposer may propose, given the votes that a quorum reports. */
  enum Choice {
    /** That of the highest reported ballot; any value if no vote is reported. */
    HIGHEST,
    /** That of the lowest reported ballot; any value if no vote is reported. */
    LOWEST,
    /** Any reported value; any value if no vote is reported. */
    REPORTED,
    /** Any value. */
    FREE,
    /** Any value, even without a quorum of promises. */
    WITHOUT_PROMISES
  }

  /** What a crash loses. */
  enum Loss {
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

  /** Paxos. */
  static final Rules PAXOS =
      new Rules(
          Guard.ABOVE, true, Guard.AT_LEAST, true, true, Choice.HIGHEST, false, Loss.ALL, false);

  Rules withPromise(Guard guard, boolean stored) {
    return new Rules(
        guard,
        stored,
        accept,
        acceptRaises,
        acceptOverwrites,
        choice,
        staleCounts,
        loss,
        learnByValue);
  }

  Rules withAccept(Guard guard, boolean raises, boolean overwrites) {
    return new Rules(
        promise, promiseStored, guard, raises, overwrites, choice, staleCounts, loss, learnByValue);
  }

  Rules withChoice(Choice other, boolean stale) {
    return new Rules(
        promise,
        promiseStored,
        accept,
        acceptRaises,
        acceptOverwrites,
        other,
        stale,
        loss,
        learnByValue);
  }

  Rules withLoss(Loss other) {
    return new Rules(
        promise,
        promiseStored,
        accept,
        acceptRaises,
        acceptOverwrites,
        choice,
        staleCounts,
        other,
        learnByValue);
  }

  Rules learningByValue() {
    return new Rules(
        promise,
        promiseStored,
        accept,
        acceptRaises,
        acceptOverwrites,
        choice,
        staleCounts,
        loss,
        true);
  }

  /**
   * Whether each acceptor's registers, and what its promises report, follow from which promises and
   * votes it has sent: n_max never falls and is the highest of them, and the registered vote is the
   * highest one.
   */
  boolean registersFollow() {
    return promise == Guard.ABOVE
        && promiseStored
        && accept != Guard.UNCHECKED
        && acceptRaises
        && acceptOverwrites;
  }
}
