package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.models.pbft.PbftWorld.Certificate;
import org.quorate.models.pbft.PbftWorld.Commit;
import org.quorate.models.pbft.PbftWorld.Message;
import org.quorate.models.pbft.PbftWorld.NewView;
import org.quorate.models.pbft.PbftWorld.PrePrepare;
import org.quorate.models.pbft.PbftWorld.Prepare;
import org.quorate.models.pbft.PbftWorld.Replica;
import org.quorate.models.pbft.PbftWorld.ViewChange;

/**
 * Other names for the replicas that are never primary, and for the values.
 *
 * @param primaries how many replicas keep their names
 * @param others replica {@code primaries + i} becomes {@code primaries + others[i]}
 * @param values value i becomes {@code values[i]}; the null request stays
 */
record PbftRenaming(int primaries, List<Integer> others, List<Integer> values) {

  PbftWorld apply(PbftWorld w) {
    List<Replica> replicas = new ArrayList<>(w.replicas());
    for (int r = 0; r < w.replicas().size(); r++) {
      replicas.set(replica(r), w.replicas().get(r));
    }
    return new PbftWorld(
        w.faulty().stream().map(this::replica).collect(Collectors.toSet()),
        w.sent().stream().map(this::message).collect(Collectors.toSet()),
        replicas);
  }

  int replica(int r) {
    return r < primaries ? r : primaries + others.get(r - primaries);
  }

  private int request(int d) {
    return d == PbftWorld.NULL ? d : values.get(d);
  }

  Message message(Message m) {
    if (m instanceof PrePrepare p) {
      return new PrePrepare(p.view(), p.slot(), request(p.request()));
    } else if (m instanceof Prepare p) {
      return new Prepare(replica(p.sender()), p.view(), p.slot(), request(p.request()));
    } else if (m instanceof Commit c) {
      return new Commit(replica(c.sender()), c.view(), c.slot(), request(c.request()));
    } else if (m instanceof ViewChange c) {
      return new ViewChange(
          replica(c.sender()), c.view(), c.reports().stream().map(this::certificates).toList());
    } else if (m instanceof NewView n) {
      return new NewView(n.view(), n.orders().stream().map(this::order).toList());
    }
    throw new AssertionError(m);
  }

  private Set<Certificate> certificates(Set<Certificate> some) {
    return some.stream()
        .map(c -> new Certificate(c.view(), request(c.request())))
        .collect(Collectors.toSet());
  }

  private Optional<Integer> order(Optional<Integer> request) {
    return request.map(this::request);
  }
}
