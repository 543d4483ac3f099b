package org.quorate.cli;

import org.quorate.cli.suite.Result.Status;
import org.quorate.quorum.proof.Proof;
import org.quorate.report.CheckResult.Outcome;

/** What the process returns to its caller. */
enum ExitCode {
  HOLDS(0),
  VIOLATED(1),
  USAGE(2),
  INCOMPLETE(3),
  INTERNAL(4);

  /** What stands above the list of exit codes in help texts. */
  static final String HEADING = "%nExit codes:%n";

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> HOLDS;
      case VIOLATED -> VIOLATED;
      case INCOMPLETE -> INCOMPLETE;
    };
  }

  static ExitCode of(Proof.Outcome outcome) {
    return switch (outcome) {
      case PROVEN -> HOLDS;
      case REFUTED -> VIOLATED;
      case UNDECIDED -> INCOMPLETE;
    };
  }

  /** Of a suite: what is not run counts as incomplete. */
  static ExitCode of(Status suite) {
    return switch (suite) {
      case OK -> HOLDS;
      case FAILED -> VIOLATED;
      case INCOMPLETE, SKIPPED -> INCOMPLETE;
      case ERROR -> INTERNAL;
    };
  }
}
