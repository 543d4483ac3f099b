package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Message;
import org.quorate.model.View;
import org.quorate.models.network.Crashes;
import org.quorate.state.Domain;
import org.quorate.state.Pair;
import org.quorate.state.State;

/** How traces show a PBFT state: the view of each replica, and the messages by kind. */
record PbftViews(Pbft model) {

  List<View> views() {
    Domain replicas = model.domains().replicas();
    List<View> views = new ArrayList<>();
    views.add(View.scalar("faulty", this::faulty));
    views.add(register("view", this::view));
    views.add(register("prepare", this::prepares));
    views.add(register("commit", this::commits));
    if (model.config().views() > 1) {
      views.add(new View("view-change", replicas, this::viewChanges));
      views.add(new View("new-view", model.domains().laterViews(), this::newView));
    }
    views.add(new View("decided", model.domains().slots(), this::decided));
    PbftNetwork network = model.network();
    if (network != null) {
      views.add(new View("heard", replicas, (s, r) -> heard(network, s, r)));
      views.add(new View("to replicas", replicas, (s, r) -> onWay(network, s, r)));
      Crashes crashes = network.crashes();
      if (crashes != null) {
        views.addAll(crashes.views());
      }
    }
    return views;
  }

  /** What a replica has heard from others; of a primary, what it orders. */
  private Set<Object> heard(PbftNetwork network, State s, int replica) {
    Pair hearings = network.hearings();
    Set<Object> found = new LinkedHashSet<>();
    for (int hearing = 0; hearing < hearings.size(); hearing++) {
      if (network.heard().has(s, replica, hearing)) {
        found.add(said(s, hearings.left(hearing), hearings.right(hearing)));
      }
    }
    return found;
  }

  /** What is on its way to a replica; from one sender in the order in which it arrives. */
  private List<Object> onWay(PbftNetwork network, State s, int replica) {
    List<Object> found = new ArrayList<>();
    for (int sender = 0; sender < model.config().replicas(); sender++) {
      for (int payload : network.link().channels().messages(s, replica, sender)) {
        found.add(said(s, sender, payload));
      }
    }
    return found;
  }

  private String said(State s, int sender, int payload) {
    Message message = new PbftMessages(model).said(s, sender, payload);
    return message.sender() + " " + message.text();
  }

  private View register(String name, View.Value value) {
    return new View(name, model.domains().replicas(), value).asRegister();
  }

  private Set<Object> faulty(State s) {
    Set<Object> found = new LinkedHashSet<>();
    for (int r = 0; r < model.config().replicas(); r++) {
      if (model.replicas().isFaulty(s, r)) {
        found.add(model.domains().replicas().format(r));
      }
    }
    return found;
  }

  private Object view(State s, int replica) {
    Replicas replicas = model.replicas();
    if (!replicas.takesSteps(s, replica)) {
      return "Byzantine";
    }
    int active = replicas.activeView(s, replica);
    Object view = active == Domain.NONE ? "waits for " + replicas.view(s, replica) : active;
    return replicas.isFaulty(s, replica) ? view + ", Byzantine" : view;
  }

  private Set<Object> prepares(State s, int replica) {
    return votes((v, slot, d) -> model.replicas().hasAccepted(s, replica, v, slot, d));
  }

  private Set<Object> commits(State s, int replica) {
    return votes((v, slot, d) -> model.replicas().hasCommitted(s, replica, v, slot, d));
  }

  private interface VoteTest {
    boolean test(int view, int slot, int request);
  }

  private Set<Object> votes(VoteTest sent) {
    Set<Object> found = new LinkedHashSet<>();
    for (int v = 0; v < model.config().views(); v++) {
      for (int slot = 0; slot < model.config().slots(); slot++) {
        for (int d = 0; d < model.domains().requests().size(); d++) {
          if (sent.test(v, slot, d)) {
            found.add(at(v, slot) + ":" + model.domains().requests().format(d));
          }
        }
      }
    }
    return found;
  }

  /** A view, or with several slots a view and a slot: {@code 0} or {@code 0/1}. */
  private String at(int view, int slot) {
    return model.config().slots() == 1 ? "" + view : view + "/" + slot;
  }

  private Set<Object> viewChanges(State s, int replica) {
    Set<Object> found = new LinkedHashSet<>();
    for (int w = 1; w < model.config().views(); w++) {
      if (model.replicas().hasAsked(s, replica, w)) {
        found.add(w + " reports " + reported(s, replica, w));
      }
    }
    return found;
  }

  private String reported(State s, int replica, int view) {
    if (model.replicas().reportsFreely(s, replica)) {
      return "any valid";
    }
    List<String> found = new ArrayList<>();
    for (int slot = 0; slot < model.config().slots(); slot++) {
      int certified = model.certificates().reportedView(s, replica, view, slot);
      for (int d = 0; certified != Domain.NONE && d < model.domains().requests().size(); d++) {
        if (model.replicas().hasCommitted(s, replica, certified, slot, d)) {
          found.add(at(certified, slot) + ":" + model.domains().requests().format(d));
        }
      }
    }
    return found.isEmpty() ? "–" : String.join(" ", found);
  }

  private @Nullable Object newView(State s, int view) {
    if (model.replicas().speaksFreely(s, view)) {
      return "any valid";
    }
    if (!model.replicas().hasSentNewView(s, view)) {
      return null;
    }
    return "orders " + model.orders().domain().format(model.sentOrders(s, view));
  }

  private Set<Object> decided(State s, int slot) {
    Set<Object> found = new LinkedHashSet<>();
    for (int d = 0; d < model.domains().requests().size(); d++) {
      for (int v = 0; v < model.config().views(); v++) {
        if (model.certificates().isDecided(s, v, slot, d)) {
          found.add(at(v, slot) + ":" + model.domains().requests().format(d));
        }
      }
    }
    return found;
  }
}
