package org.quorate.models.multipaxos;

import java.util.Locale;

/** What is done differently from Multi-Paxos. The catalogue says what becomes of it. */
public enum Deviation {
  NONE,

  SKIP_PHASE1,
  TWO_VALUES,
  SHARED_BALLOT,
  REPORT_LAST_SLOT,
  LEAVE_FREE,
  SINGLE_REGISTER,

  OUT_OF_ORDER,
  SKIP_FIRST_PHASE1,
  REPLAN;

  /** The name that users type, such as {@code skip-phase1}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the leader of a ballot needs promises; if not, it takes every slot to be free. */
  boolean needsPromises(int ballot) {
    return ballot == 0 ? this != SKIP_FIRST_PHASE1 : this != SKIP_PHASE1;
  }

  /** Whether a leader re-proposes the values that its promises report. */
  boolean heedsReports() {
    return this != LEAVE_FREE;
  }

  /** Whether a leader may go back to its promises and plan the slots anew that it left open. */
  boolean replans() {
    return this == REPLAN;
  }

  /** Whether a leader proposes the slots one after another, from the first. */
  boolean proposesInOrder() {
    return this != OUT_OF_ORDER;
  }

  /** Whether a leader may propose another value in a slot in which it has proposed one. */
  boolean proposesAgain() {
    return this == TWO_VALUES;
  }

  /** Whether a promise reports the vote in the highest slot voted in, and no other. */
  boolean reportsLastSlotOnly() {
    return this == REPORT_LAST_SLOT;
  }

  /** Whether acceptors have one register for all slots, and learners take all for one decision. */
  boolean hasOneRegister() {
    return this == SINGLE_REGISTER;
  }

  /**
   * Whether a ballot has one value for a slot, and each acceptor's registers and reports follow
   * from which promises and votes it has sent.
   */
  boolean registersFollow() {
    return !proposesAgain() && !reportsLastSlotOnly() && !hasOneRegister();
  }
}
