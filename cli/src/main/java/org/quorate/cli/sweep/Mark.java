package org.quorate.cli.sweep;

import org.quorate.model.Model;
import org.quorate.report.CheckResult;
import org.quorate.report.Palette;
import org.quorate.search.Verdict;

/** What a map shows of a point. */
public enum Mark {
  /** The invariants hold, and something can be decided without the faulty. */
  SAFE_AND_LIVE("●", "safe and live", "all invariants hold; the correct alone can decide"),
  /** The invariants hold, but nothing can be decided without the faulty. */
  SAFE_ONLY("○", "safe only", "all invariants hold; without the faulty, no decision"),
  /** A reachable state violates an invariant. */
  UNSAFE("×", "unsafe", "a reachable state violates an invariant"),
  /** A limit or the user stopped the check, which found no violation up to there. */
  INCOMPLETE("?", "incomplete", "a limit or the user stopped the check"),
  /** The model takes no such settings. */
  REFUSED("–", "refused", "the model takes no such settings");

  /** The goal by which models say that something can be decided without the faulty. */
  static final String LIVE = "decided-without-faulty";

  private final String symbol;
  private final String word;
  private final String meaning;

  Mark(String symbol, String word, String meaning) {
    this.symbol = symbol;
    this.word = word;
    this.meaning = meaning;
  }

  /** One character that stands for it. */
  String symbol() {
    return symbol;
  }

  /** Its name for people. */
  String word() {
    return word;
  }

  /** What it says, in less than 55 characters. */
  String meaning() {
    return meaning;
  }

  /** Whether the check came to an answer. */
  boolean isFinal() {
    return this != INCOMPLETE && this != REFUSED;
  }

  /** What every reachable state says; what the configuration says by itself does not count. */
  static Mark of(CheckResult result) {
    Verdict verdict = result.search().verdict();
    if (verdict instanceof Verdict.Violated) {
      return UNSAFE;
    }
    if (verdict instanceof Verdict.Incomplete) {
      return INCOMPLETE;
    }
    return result.search().goals().getOrDefault(LIVE, false) ? SAFE_AND_LIVE : SAFE_ONLY;
  }

  /** What the sizes of the quorums alone say. */
  static Mark byFormula(Model model) {
    if (!model.findings().isEmpty()) {
      return UNSAFE;
    }
    return model.obstacles().isEmpty() ? SAFE_AND_LIVE : SAFE_ONLY;
  }

  /** A text in the colour of this mark. */
  String paint(Palette palette, String text) {
    return switch (this) {
      case SAFE_AND_LIVE -> palette.good(text);
      case SAFE_ONLY -> palette.warning(text);
      case UNSAFE -> palette.bad(text);
      case INCOMPLETE -> palette.strong(text);
      case REFUSED -> palette.faint(text);
    };
  }
}
