package org.quorate.models.paxos;

import org.quorate.models.paxos.Rules.Choice;
import org.quorate.models.paxos.Rules.Guard;
import org.quorate.models.paxos.Rules.Loss;
import org.quorate.models.paxos.Rules.PromiseRule;
import org.quorate.models.paxos.Rules.ProposalRule;
import org.quorate.models.paxos.Rules.VoteRule;

/** What is done differently from Paxos. The catalogue says what becomes of it. */
public enum Deviation {
  NONE(Rules.PAXOS),

  SHARED_BALLOT(Rules.PAXOS),
  SMALL_QUORUM(Rules.PAXOS),
  SKIP_PHASE1(Rules.PAXOS.with(new ProposalRule(Choice.WITHOUT_PROMISES, false))),
  IGNORE_PROMISES(Rules.PAXOS.with(new ProposalRule(Choice.FREE, false))),
  CHOOSE_LOWEST(Rules.PAXOS.with(new ProposalRule(Choice.LOWEST, false))),
  CHOOSE_ANY(Rules.PAXOS.with(new ProposalRule(Choice.REPORTED, false))),
  PROMISE_NOT_STORED(Rules.PAXOS.with(new PromiseRule(Guard.ABOVE, false))),
  ACCEPT_UNCHECKED(Rules.PAXOS.with(new VoteRule(Guard.UNCHECKED, true, true))),
  ACCEPT_KEEPS_NMAX(Rules.PAXOS.with(new VoteRule(Guard.AT_LEAST, false, true))),
  STALE_PROMISE(Rules.PAXOS.with(new ProposalRule(Choice.HIGHEST, true))),
  FORGET_PROMISE(Rules.PAXOS.with(Loss.PROMISE)),
  FORGET_VOTE(Rules.PAXOS.with(Loss.VOTE)),
  FORGET_ALL(Rules.PAXOS.with(Loss.ALL)),
  LEARN_BY_VALUE(Rules.PAXOS.learningByValue()),

  PROMISE_ON_EQUAL(Rules.PAXOS.with(new PromiseRule(Guard.AT_LEAST, true))),
  ACCEPT_ONLY_ABOVE(Rules.PAXOS.with(new VoteRule(Guard.ABOVE, true, true))),
  PROMISE_UNCHECKED(Rules.PAXOS.with(new PromiseRule(Guard.UNCHECKED, true))),
  ACCEPT_KEEPS_HIGHEST(Rules.PAXOS.with(new VoteRule(Guard.AT_LEAST, false, false)));

  private final Rules rules;

  Deviation(Rules rules) {
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  /** The name that users type, such as {@code skip-phase1}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether the deviation is a crash that loses something. */
  boolean forgets() {
    return this == FORGET_PROMISE || this == FORGET_VOTE || this == FORGET_ALL;
  }
}
