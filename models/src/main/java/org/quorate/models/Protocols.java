package org.quorate.models;

import java.util.List;
import org.quorate.model.Protocol;
import org.quorate.models.multipaxos.MultiPaxosProtocol;
import org.quorate.models.paxos.PaxosProtocol;
import org.quorate.models.pbft.PbftProtocol;

/** Every protocol that comes with the checker. */
public final class Protocols {

  private Protocols() {}

  /** The protocols, in the order in which to list them. */
  public static List<Protocol> all() {
    return List.of(new PaxosProtocol(), new MultiPaxosProtocol(), new PbftProtocol());
  }
}
