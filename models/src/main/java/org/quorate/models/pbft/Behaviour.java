package org.quorate.models.pbft;

import org.quorate.model.Option.Fault;

/**
 * What the Byzantine replicas do. None of them forges what others sign; each other behaviour allows
 * less than {@link #ANYTHING}. What is asked of them compares with constants, because the
 * just-in-time compiler does not take fields of an enum's constants for constants.
 */
public enum Behaviour {
  /** They say anything of their own at any time, to each receiver something else. */
  ANYTHING(new Fault("byzantine", true, true, "one Byzantine replica", "%d Byzantine replicas")),
  /** They send nothing: they have crashed before the start. */
  SILENT(restricted("silent", "is silent", "are silent")),
  /**
   * They say anything but in view-changes: there they report in each slot a certificate of the
   * highest view that there can be one of.
   */
  EQUIVOCATING(
      restricted(
          "equivocating",
          "equivocates outside of view-changes",
          "equivocate outside of view-changes")),
  /**
   * They follow the protocol, but their view-changes report in each slot any certificate that there
   * can be, or none; which, is settled when a primary makes use of the view-change.
   */
  LYING(restricted("lying", "lies in view-changes", "lie in view-changes"));

  private final Fault fault;

  Behaviour(Fault fault) {
    this.fault = fault;
  }

  private static Fault restricted(String name, String one, String many) {
    return new Fault(
        name, "one Byzantine replica that " + one, "%d Byzantine replicas that " + many);
  }

  /** The fault that this is in the option {@code faults}. */
  Fault fault() {
    return fault;
  }

  /** Whether they take steps and receive messages as correct replicas do. */
  boolean takesSteps() {
    return this == LYING;
  }

  /**
   * Whether all that a primary or a voter may say counts as said: each helps every quorum, and may
   * ask for any view.
   */
  boolean speaksFreely() {
    return this == ANYTHING || this == EQUIVOCATING;
  }

  /** Whether a view-change of theirs may report any valid certificate, or none. */
  boolean reportsFreely() {
    return this == ANYTHING || this == LYING;
  }
}
