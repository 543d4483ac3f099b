package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.pbft.NaiveDecisions.Decision;
import org.quorate.models.pbft.PbftWorld.Commit;
import org.quorate.models.pbft.PbftWorld.NewView;
import org.quorate.models.pbft.PbftWorld.PrePrepare;
import org.quorate.models.pbft.PbftWorld.Prepare;
import org.quorate.models.pbft.PbftWorld.Replica;

/**
 * PBFT once more, as the papers tell it and without a thought for speed: messages in a set, and a
 * record for each replica.
 */
record NaivePbft(PbftConfig config, NaiveDecisions decisions) {

  NaivePbft(PbftConfig config) {
    this(config, new NaiveDecisions(config));
  }

  NaiveSearch<PbftWorld> search() {
    return NaiveSearch.of(decisions.initialWorlds(), this::steps);
  }

  List<Step<PbftWorld>> steps(PbftWorld w) {
    List<Step<PbftWorld>> steps = new ArrayList<>();
    for (Decision x : decisions.all()) {
      addVotes(w, x.view(), x.slot(), x.request(), steps);
    }
    for (int v = 1; v < config.views(); v++) {
      addEntries(w, v, steps);
    }
    return steps;
  }

  private void addVotes(PbftWorld w, int v, int slot, int d, List<Step<PbftWorld>> steps) {
    if (decisions.mayPrePrepare(w, v, slot, d)) {
      steps.add(new Step<>("PrePrepare", w.send(new PrePrepare(v, slot, d))));
    }
    for (int r : decisions.acting(w)) {
      if (decisions.mayPrepare(w, r, v, slot, d)) {
        steps.add(new Step<>("Prepare", w.send(new Prepare(r, v, slot, d))));
      }
      if (decisions.mayCommit(w, r, v, slot, d)) {
        steps.add(new Step<>("Commit", w.send(new Commit(r, v, slot, d))));
      }
    }
  }

  private void addEntries(PbftWorld w, int v, List<Step<PbftWorld>> steps) {
    for (int r : decisions.acting(w)) {
      if (decisions.mayAsk(w, r, v)) {
        PbftWorld asking = w.set(r, decisions.asking(w, r, v));
        steps.add(new Step<>("ViewChange", asking.send(decisions.viewChange(w, r, v))));
      }
      if (decisions.mayEnter(w, r, v)) {
        PbftWorld entered = w.set(r, new Replica(v, v));
        for (List<Optional<Integer>> orders : orders(w, r, v)) {
          steps.add(
              r == v
                  ? new Step<>("NewView", entered.send(new NewView(v, orders)))
                  : new Step<>(
                      "EnterView", entered.sendAll(NaiveDecisions.prepares(r, v, orders))));
        }
      }
    }
  }

  /** With what orders a replica may enter a view. */
  private Collection<List<Optional<Integer>>> orders(PbftWorld w, int r, int v) {
    if (r == v) {
      return decisions.justifiedOrders(w, w, v);
    }
    return decisions.acts(w, v)
        ? w.newView(v).map(NewView::orders).stream().toList()
        : decisions.ordersOfFaulty(w, v);
  }

  boolean agreement(PbftWorld w) {
    return NaiveDecisions.agreement(decisions.decided(w));
  }

  boolean validity(PbftWorld w) {
    return decisions.validity(w, decisions.decided(w));
  }

  boolean nothingIsDecided(PbftWorld w) {
    return decisions.decided(w).isEmpty();
  }

  /**
   * Every image of a state under renamings of replicas that are never primary, of values, or both.
   */
  Collection<PbftWorld> images(PbftWorld w, Collection<String> scalarsets) {
    return decisions.renamings(scalarsets).stream().map(renaming -> renaming.apply(w)).toList();
  }
}
