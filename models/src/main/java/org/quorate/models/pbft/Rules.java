package org.quorate.models.pbft;

import org.quorate.state.Domain;

/**
 * The decisions that replicas and primaries of PBFT make, so that a deviation is a change of one of
 * them.
 *
 * @param commit when a replica sends a commit
 * @param choice what a new-view orders in a slot, given the certificates of its view-changes
 * @param reports whether a view-change reports the replica's certificates
 * @param stops whether a replica stops taking part in a view once it has asked for the next
 * @param acceptsTwo whether a replica accepts several values in one view and slot
 */
record Rules(CommitRule commit, Choice choice, boolean reports, boolean stops, boolean acceptsTwo) {

  /** When a replica sends a commit for a value. */
  enum CommitRule {
    /** It has accepted the value, and there is a prepared certificate. */
    PREPARED,
    /** The same, or a commit quorum has already committed the value. */
    PREPARED_OR_QUORUM,
    /** There is a prepared certificate. */
    CERTIFIED
  }

  /** Which certificate of its view-changes a new-view follows. */
  enum Choice {
    HIGHEST,
    LOWEST,
    ANY,
    /** None: every slot is free. */
    NONE;

    /**
     * Whether a view-change may be among those that a new-view follows a certificate of.
     *
     * @param reported the view of the certificate that the view-change has, or none
     * @param followed the view of the certificate that is followed, or none
     */
    boolean allows(int reported, int followed) {
      return switch (this) {
        case HIGHEST -> reported <= followed;
        case LOWEST -> reported == Domain.NONE || (followed != Domain.NONE && reported >= followed);
        case ANY -> reported == Domain.NONE || followed != Domain.NONE;
        case NONE -> true;
      };
    }
  }

  /** PBFT. */
  static final Rules PBFT = new Rules(CommitRule.PREPARED, Choice.HIGHEST, true, true, false);

  Rules with(CommitRule other) {
    return new Rules(other, choice, reports, stops, acceptsTwo);
  }

  Rules with(Choice other) {
    return new Rules(commit, other, reports, stops, acceptsTwo);
  }

  Rules omitting() {
    return new Rules(commit, choice, false, stops, acceptsTwo);
  }

  Rules votingOn() {
    return new Rules(commit, choice, reports, false, acceptsTwo);
  }

  Rules acceptingTwo() {
    return new Rules(commit, choice, reports, stops, true);
  }

  /** Whether what a replica has committed in a view is among what it has accepted there. */
  boolean commitsFollow() {
    return commit == CommitRule.PREPARED && !acceptsTwo;
  }
}
