package org.quorate.models.multipaxos;

import org.quorate.state.Domain;
import org.quorate.state.Pair;
import org.quorate.state.Scalarset;
import org.quorate.state.Subrange;

/**
 * What a Multi-Paxos state speaks of.
 *
 * @param leaders who may lead: the ballots, or ballots × proposers where some share a ballot
 * @param proposals slots × values
 * @param plans for each slot the value that must be proposed in it, or none where any may be
 * @param registers one for each slot, or one for all
 * @param vote ballots × values: what a register holds
 * @param reports for each register the vote that a promise reports, or none
 */
record Domains(
    Scalarset acceptors,
    Subrange ballots,
    Subrange slots,
    Scalarset values,
    int proposersPerBallot,
    Domain leaders,
    Pair proposals,
    Tuples plans,
    Subrange registers,
    Pair vote,
    Tuples reports) {

  static Domains of(MultiPaxosConfig config, Subrange ballots, Scalarset values) {
    Subrange slots = Subrange.of("slots", config.slots());
    int proposers = config.proposersPerBallot();
    Subrange registers = config.deviation().hasOneRegister() ? Subrange.of("registers", 1) : slots;
    Pair vote = ballots.times(values);
    return new Domains(
        new Scalarset("acceptors", config.acceptors(), "a"),
        ballots,
        slots,
        values,
        proposers,
        proposers == 1 ? ballots : ballots.times(new Scalarset("proposers", proposers, "p")),
        slots.times(values),
        Tuples.of(slots.size(), values.orNone()),
        registers,
        vote,
        Tuples.of(registers.size(), vote.orNone()));
  }

  /** The first leader of a ballot; the others follow. */
  int firstLeader(int ballot) {
    return ballot * proposersPerBallot;
  }

  /** The ballot that a leader leads. */
  int ballotOf(int leader) {
    return leader / proposersPerBallot;
  }

  /** The plan that leaves every slot free. */
  int freePlan() {
    return plans.first();
  }

  /** The register in which an acceptor notes its votes for a slot. */
  int register(int slot) {
    return Math.min(slot, registers.last());
  }
}
