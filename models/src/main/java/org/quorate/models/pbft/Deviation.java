package org.quorate.models.pbft;

import java.util.Locale;

/** What is done differently from PBFT. The catalogue says what becomes of it. */
public enum Deviation {
  NONE(Rules.PBFT),

  IGNORE_CERTIFICATES(Rules.PBFT.with(Rules.Choice.NONE)),
  OMIT_CERTIFICATES(Rules.PBFT.omitting()),
  CHOOSE_ANY(Rules.PBFT.with(Rules.Choice.ANY)),
  CHOOSE_LOWEST(Rules.PBFT.with(Rules.Choice.LOWEST)),
  KEEP_VOTING(Rules.PBFT.votingOn()),
  ACCEPT_TWO(Rules.PBFT.acceptingTwo()),

  COMMIT_ON_QUORUM(Rules.PBFT.with(Rules.CommitRule.PREPARED_OR_QUORUM)),
  COMMIT_WITHOUT_PREPREPARE(Rules.PBFT.with(Rules.CommitRule.CERTIFIED));

  private final Rules rules;

  Deviation(Rules rules) {
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  /** The name that users type, such as {@code keep-voting}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
