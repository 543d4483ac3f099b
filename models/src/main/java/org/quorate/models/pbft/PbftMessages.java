package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.Exchange;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.state.Domain;
import org.quorate.state.State;

/**
 * Who takes a step of PBFT, and which messages it receives and sends. A replica has what itself has
 * sent. The view-changes that a correct primary puts into its new-view are received by it; those in
 * the new-view of a Byzantine one are received with it. Over an explicit network, messages of
 * correct replicas that a quorum needs have arrived in steps of their own.
 */
record PbftMessages(Pbft model) {

  private static final String NO_CERTIFICATE = "–";

  List<Lifeline> lifelines(State initial) {
    return all().mapToObj(r -> new Lifeline(name(r), role(r), isFaulty(initial, r))).toList();
  }

  private String role(int replica) {
    return replica < model.config().views() ? "primary of view " + replica : "replica";
  }

  Exchange prePrepare(State before, int[] x) {
    return new Exchange(
        name(x[0]), List.of(), List.of(vote("pre-prepare", x[0], x[0], slot(x, 2), x[1])));
  }

  Exchange prepare(State before, int[] x) {
    return new Exchange(
        name(x[0]),
        List.of(ofPrimary(before, x[1], slot(x, 3), x[2])),
        List.of(vote("prepare", x[0], x[1], slot(x, 3), x[2])));
  }

  Exchange commit(State before, int[] x) {
    return new Exchange(
        name(x[0]),
        arriving(
            reasonToCommit(before, x[0], x[1], slot(x, 3), x[2]), r -> speaksFreely(before, r)),
        List.of(commit(x[0], x[1], slot(x, 3), x[2])));
  }

  Exchange viewChange(State before, int[] x) {
    List<String> reports =
        slots()
            .mapToObj(slot -> report(before, x[0], willReport(before, x[0], x[1], slot), slot))
            .toList();
    return new Exchange(name(x[0]), List.of(), List.of(viewChange(x[0], x[1], reports)));
  }

  /** The view of the certificate that the next view-change reports for a slot, or NONE. */
  private int willReport(State s, int replica, int view, int slot) {
    return model.rules().reports()
        ? model.replicas().highestCommit(s, replica, view, slot)
        : Domain.NONE;
  }

  Exchange newView(State before, int[] x) {
    return new Exchange(
        name(x[0]),
        arriving(viewChangesFor(before, x[0], x[1]), r -> isFaulty(before, r)),
        List.of(newView(x[0], x[1])));
  }

  /** Those of some messages that arrive, or of which it is settled what they say, when needed. */
  private List<Message> arriving(List<Message> needed, IntPredicate isSaidNow) {
    return model.network() == null
        ? needed
        : needed.stream()
            .filter(m -> all().filter(isSaidNow).anyMatch(r -> m.sender().equals(name(r))))
            .toList();
  }

  Exchange enterView(State before, int[] x) {
    List<Message> prepares =
        slots()
            .filter(slot -> model.orders().at(x[2], slot) != Domain.NONE)
            .mapToObj(slot -> vote("prepare", x[0], x[1], slot, model.orders().at(x[2], slot)))
            .toList();
    List<Message> received = new ArrayList<>(List.of(newView(x[1], x[2])));
    if (speaksFreely(before, x[1])) {
      viewChangesFor(before, x[1], x[2]).stream()
          .filter(m -> !m.sender().equals(name(x[0])))
          .forEach(received::add);
    }
    return new Exchange(name(x[0]), received, prepares);
  }

  /** The arrival of a message at a replica that does not answer it. */
  Exchange hear(State before, int[] x) {
    return new Exchange(name(x[0]), List.of(said(before, x[1], x[2])), List.of());
  }

  /** The loss of a message. */
  Exchange lose(State before, int[] x) {
    return new Exchange(name(x[0]), List.of(), List.of(), List.of(said(before, x[1], x[2])));
  }

  /** A step of a replica by itself. */
  Exchange alone(State before, int[] x) {
    return new Exchange(name(x[0]), List.of(), List.of());
  }

  /** A message that was sent in a step. */
  Message said(State s, int sender, int payload) {
    Payloads payloads = Payloads.of(model.domains());
    int view = payloads.view(payload);
    if (payloads.isChange(payload)) {
      return sender == view
          ? newView(view, model.sentOrders(s, view))
          : sentViewChange(s, sender, view);
    }
    String kind =
        payloads.isCommit(payload) ? "commit" : sender == view ? "pre-prepare" : "prepare";
    return vote(kind, sender, view, payloads.slot(payload), payloads.request(payload));
  }

  /** A commit of a replica. */
  Message commit(int replica, int view, int slot, int request) {
    return vote("commit", replica, view, slot, request);
  }

  private Message vote(String kind, int replica, int view, int slot, int request) {
    String place = model.config().slots() == 1 ? "" + view : view + ", " + slot;
    String value = model.domains().requests().format(request);
    return new Message(name(replica), "%s(%s, %s)".formatted(kind, place, value));
  }

  private Message viewChange(int replica, int view, List<String> reports) {
    return new Message(
        name(replica), "view-change(%d, %s)".formatted(view, String.join(" ", reports)));
  }

  private Message newView(int view, int orders) {
    return new Message(
        name(view), "new-view(%d, %s)".formatted(view, model.orders().domain().format(orders)));
  }

  /** By which message the primary of a view has ordered a request. */
  private Message ofPrimary(State s, int view, int slot, int request) {
    boolean inNewView =
        view > 0 && !speaksFreely(s, view) && !model.replicas().isLeftFree(s, view, slot);
    return inNewView
        ? newView(view, model.sentOrders(s, view))
        : vote("pre-prepare", view, view, slot, request);
  }

  /** The prepared certificate, or else the commits, for which a replica commits. */
  private List<Message> reasonToCommit(State s, int replica, int view, int slot, int request) {
    Deliveries deliveries = model.deliveries();
    if (!model.hasPrepared(s, replica, view, slot, request)) {
      IntPredicate committed = r -> deliveries.hasHeardCommit(s, replica, r, view, slot, request);
      return quorum(s, model.config().commitQuorum(), r -> false, committed).stream()
          .map(r -> commit(r, view, slot, request))
          .toList();
    }
    IntPredicate accepted = r -> deliveries.hasHeardPrepare(s, replica, r, view, slot, request);
    IntPredicate own = r -> r == replica && accepted.test(r);
    return quorum(s, model.config().prepareQuorum(), r -> r == view || own.test(r), accepted)
        .stream()
        .filter(r -> r != replica && !(r == view && accepted.test(replica)))
        .map(
            r ->
                r == view
                    ? ofPrimary(s, view, slot, request)
                    : vote("prepare", r, view, slot, request))
        .toList();
  }

  /** So many replicas: those that are needed, then those that do, and then those that may have. */
  private List<Integer> quorum(State s, int size, IntPredicate needed, IntPredicate does) {
    List<Integer> members = all().filter(needed).boxed().collect(Collectors.toList());
    IntStream.concat(all().filter(does), all().filter(r -> speaksFreely(s, r)))
        .filter(r -> !needed.test(r))
        .limit(Math.max(0, size - members.size()))
        .forEach(members::add);
    return members.stream().sorted().toList();
  }

  /** The view-changes of one quorum that lets the primary of a view order something. */
  private List<Message> viewChangesFor(State s, int view, int ordered) {
    Certificates certificates = model.certificates();
    long prepared = certificates.preparedBelow(s, view);
    int choice = certificates.choice(s, view, prepared, ordered);
    List<Integer> members =
        all()
            .filter(r -> certificates.mayBeAmong(s, r, view, prepared, choice))
            .boxed()
            .collect(Collectors.toList());
    IntStream leaving =
        IntStream.concat(
            all().filter(r -> isFaulty(s, r)), all().map(r -> model.config().replicas() - 1 - r));
    leaving
        .filter(r -> r != view && members.contains(r))
        .forEach(
            r -> {
              members.remove(Integer.valueOf(r));
              if (!isEnough(s, members, view, prepared, ordered, choice)) {
                members.add(r);
              }
            });
    return members.stream()
        .sorted()
        .filter(r -> r != view)
        .map(
            r ->
                isFaulty(s, r)
                    ? settledViewChange(s, r, view, prepared, ordered, choice)
                    : sentViewChange(s, r, view))
        .toList();
  }

  private boolean isEnough(
      State s, List<Integer> members, int view, long prepared, int ordered, int choice) {
    int reported = 0;
    for (int r : members) {
      reported |= model.certificates().reported(s, r, view, prepared, ordered, choice);
    }
    int followed = model.certificates().followedSlots(choice, view);
    return members.size() >= model.config().viewChangeQuorum() && (followed & ~reported) == 0;
  }

  /** What a replica has sent; what one that lies reports is settled by who makes use of it. */
  private Message sentViewChange(State s, int replica, int view) {
    return viewChange(
        replica,
        view,
        slots()
            .mapToObj(
                slot ->
                    report(
                        s,
                        replica,
                        model.certificates().reportedView(s, replica, view, slot),
                        slot))
            .toList());
  }

  /** What a Byzantine replica says: the certificates to be followed, or else the highest ones. */
  private Message settledViewChange(
      State s, int replica, int view, long prepared, int ordered, int choice) {
    Certificates certificates = model.certificates();
    List<String> reports = new ArrayList<>();
    for (int slot = 0; slot < model.config().slots(); slot++) {
      int followed = Certificates.followed(choice, view, slot);
      int certified =
          model.replicas().reportsFreely(s, replica)
              ? followed
              : certificates.highest(prepared, view, slot);
      int request =
          certified == followed
              ? model.orders().at(ordered, slot)
              : certificates.anyPrepared(prepared, certified, slot);
      reports.add(certificate(certified, request));
    }
    return viewChange(replica, view, reports);
  }

  /** What a view-change reports for a slot: certificates that the replica has committed on. */
  private String report(State s, int replica, int certified, int slot) {
    if (model.replicas().reportsFreely(s, replica)) {
      return "any";
    }
    if (certified == Domain.NONE) {
      return NO_CERTIFICATE;
    }
    return IntStream.range(0, model.domains().requests().size())
        .filter(d -> model.replicas().hasCommitted(s, replica, certified, slot, d))
        .mapToObj(d -> certificate(certified, d))
        .collect(Collectors.joining("+"));
  }

  private String certificate(int view, int request) {
    return view == Domain.NONE
        ? NO_CERTIFICATE
        : view + ":" + model.domains().requests().format(request);
  }

  private boolean speaksFreely(State s, int replica) {
    return model.replicas().speaksFreely(s, replica);
  }

  private boolean isFaulty(State s, int replica) {
    return model.replicas().isFaulty(s, replica);
  }

  private String name(int replica) {
    return model.domains().replicas().format(replica);
  }

  private IntStream all() {
    return IntStream.range(0, model.config().replicas());
  }

  private IntStream slots() {
    return IntStream.range(0, model.config().slots());
  }

  /** The slot among some arguments, where it is the last one if there are several slots. */
  private int slot(int[] arguments, int position) {
    return model.config().slots() == 1 ? 0 : arguments[position];
  }
}
