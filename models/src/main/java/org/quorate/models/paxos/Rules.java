package org.quorate.models.paxos;

/**
 * The decisions that the acceptors, proposers and learners of Paxos make, so that a deviation is a
 * change of one of them.
 *
 * @param promise how an acceptor answers a Prepare
 * @param vote how an acceptor answers a proposal
 * @param proposal how a proposer finds a value
 * @param learnByValue whether votes for a value count together over all ballots
 */
record Rules(PromiseRule promise, VoteRule vote, ProposalRule proposal, boolean learnByValue) {

  /** How a ballot must compare with n_max. */
  enum Guard {
    ABOVE,
    AT_LEAST,
    UNCHECKED;

    boolean allows(int ballot, int nMax) {
      return this == UNCHECKED || (this == ABOVE ? ballot > nMax : ballot >= nMax);
    }

    /** The comparison in words. */
    String meaning() {
      return switch (this) {
        case ABOVE -> "the ballot is above n_max";
        case AT_LEAST -> "the ballot is not below n_max";
        case UNCHECKED -> "any ballot will do";
      };
    }
  }

  /**
   * How an acceptor answers a Prepare.
   *
   * @param guard for which ballots
   * @param stored whether the answer raises n_max
   */
  record PromiseRule(Guard guard, boolean stored) {}

  /**
   * How an acceptor answers a proposal.
   *
   * @param guard in which ballots it votes
   * @param raises whether a vote sets n_max to its ballot
   * @param overwrites whether a vote replaces a registered vote of a higher ballot
   */
  record VoteRule(Guard guard, boolean raises, boolean overwrites) {}

  /**
   * How a proposer finds a value.
   *
   * @param choice which values it may propose
   * @param staleCounts whether a promise for a lower ballot counts
   */
  record ProposalRule(Choice choice, boolean staleCounts) {}

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

  /** Paxos. */
  static final Rules PAXOS =
      new Rules(
          new PromiseRule(Guard.ABOVE, true),
          new VoteRule(Guard.AT_LEAST, true, true),
          new ProposalRule(Choice.HIGHEST, false),
          false);

  Rules with(PromiseRule other) {
    return new Rules(other, vote, proposal, learnByValue);
  }

  Rules with(VoteRule other) {
    return new Rules(promise, other, proposal, learnByValue);
  }

  Rules with(ProposalRule other) {
    return new Rules(promise, vote, other, learnByValue);
  }

  Rules learningByValue() {
    return new Rules(promise, vote, proposal, true);
  }

  /** Whether no step but a crash lowers an acceptor's n_max. */
  boolean raisesOnly() {
    return vote.guard() != Guard.UNCHECKED || !vote.raises();
  }

  /** Whether an acceptor that does not crash promises each ballot once at most. */
  boolean promisesOnce() {
    return promise.equals(PAXOS.promise) && raisesOnly();
  }

  /**
   * Whether each acceptor's registers, and what its promises report, follow from which promises and
   * votes it has sent: n_max never falls and is the highest of them, and the registered vote is the
   * highest one.
   */
  boolean registersFollow() {
    return promise.equals(PAXOS.promise)
        && vote.guard() != Guard.UNCHECKED
        && vote.raises()
        && vote.overwrites();
  }
}
