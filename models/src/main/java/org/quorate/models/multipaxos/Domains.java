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
 */
record Domains(
    Scalarset acceptors,
    Subrange ballots,
    Subrange slots,
    Scalarset values,
    int proposersPerBallot,
    Domain leaders,
    Pair proposals,
    Domain plans) {

  static Domains of(MultiPaxosConfig config, Subrange ballots, Scalarset values) {
    Subrange slots = Subrange.of("slots", config.slots());
    int proposers = config.proposersPerBallot();
    return new Domains(
        new Scalarset("acceptors", config.acceptors(), "a"),
        ballots,
        slots,
        values,
        proposers,
        proposers == 1 ? ballots : ballots.times(new Scalarset("proposers", proposers, "p")),
        slots.times(values),
        plans(config.slots(), values.orNone()));
  }

  private static Domain plans(int slots, Domain each) {
    return slots == 1 ? each : plans(slots - 1, each).times(each);
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

  /** What a plan fixes for a slot: a value, or NONE. */
  int planned(int plan, int slot) {
    int choices = values.size() + 1;
    int rest = plan - plans.first();
    for (int later = slots.last(); later > slot; later--) {
      rest /= choices;
    }
    return rest % choices + Domain.NONE;
  }
}
