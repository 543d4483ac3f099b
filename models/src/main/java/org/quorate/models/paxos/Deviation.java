package org.quorate.models.paxos;

import java.util.Optional;
import org.quorate.models.paxos.Rules.Choice;
import org.quorate.models.paxos.Rules.Guard;
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
  FORGET_PROMISE(Loss.PROMISE),
  FORGET_VOTE(Loss.VOTE),
  FORGET_ALL(Loss.ALL),
  LEARN_BY_VALUE(Rules.PAXOS.learningByValue()),

  PROMISE_ON_EQUAL(Rules.PAXOS.with(new PromiseRule(Guard.AT_LEAST, true))),
  ACCEPT_ONLY_ABOVE(Rules.PAXOS.with(new VoteRule(Guard.ABOVE, true, true))),
  PROMISE_UNCHECKED(Rules.PAXOS.with(new PromiseRule(Guard.UNCHECKED, true))),
  ACCEPT_KEEPS_HIGHEST(Rules.PAXOS.with(new VoteRule(Guard.AT_LEAST, false, false)));

  private final Rules rules;
  private final Optional<Loss> loss;

  Deviation(Rules rules) {
    this.rules = rules;
    this.loss = Optional.empty();
  }

  Deviation(Loss loss) {
    this.rules = Rules.PAXOS;
    this.loss = Optional.of(loss);
  }

  Rules rules() {
    return rules;
  }

  /** The name that users type, such as {@code skip-phase1}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What is lost, if the deviation is a crash that loses something. */
  Optional<Loss> loss() {
    return loss;
  }
}
