package org.quorate.quorum;

/**
 * Two quorums with no process in common that is sure to be honest: the witness that a system is not
 * consistent.
 *
 * @param first a quorum
 * @param second a quorum of the same system, or of the other phase's
 */
public record Overlap(ProcessSet first, ProcessSet second) {

  /** The processes that are in both, which may all lie at once; possibly none. */
  public ProcessSet common() {
    return first.and(second);
  }
}
