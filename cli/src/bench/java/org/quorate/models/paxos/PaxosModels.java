package org.quorate.models.paxos;

import org.quorate.model.Model;

/** Lets benchmarks in other packages choose how Paxos keeps its registers. */
public final class PaxosModels {

  private PaxosModels() {}

  /** Paxos without faults, and with registers that are stored or derived from the messages. */
  public static Model of(int acceptors, int ballots, int values, boolean storesRegisters) {
    return Paxos.of(PaxosConfig.of(acceptors, ballots, values), storesRegisters);
  }
}
