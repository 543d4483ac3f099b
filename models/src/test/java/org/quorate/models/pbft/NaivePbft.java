package org.quorate.models.pbft;

import static org.quorate.models.pbft.PbftWorld.NOWHERE;
import static org.quorate.models.pbft.PbftWorld.NULL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.models.oracle.Enumerate;
import org.quorate.models.oracle.NaiveSearch;
import org.quorate.models.oracle.NaiveSearch.Step;
import org.quorate.models.pbft.PbftWorld.Certificate;
import org.quorate.models.pbft.PbftWorld.Commit;
import org.quorate.models.pbft.PbftWorld.NewView;
import org.quorate.models.pbft.PbftWorld.PrePrepare;
import org.quorate.models.pbft.PbftWorld.Prepare;
import org.quorate.models.pbft.PbftWorld.Replica;
import org.quorate.models.pbft.PbftWorld.ViewChange;

/**
 * PBFT once more, as the papers tell it and without a thought for speed: messages in a set, a
 * record for each replica, and quorums that are sets of replicas. Byzantine replicas have no state,
 * and whatever they could have said counts as said; but those that only lie in view-changes act as
 * correct ones do.
 */
record NaivePbft(PbftConfig config) {

  NaiveSearch<PbftWorld> search() {
    return NaiveSearch.of(initialWorlds(), this::steps);
  }

  /** One for each choice of the Byzantine replicas. */
  private List<PbftWorld> initialWorlds() {
    List<Replica> fresh = Collections.nCopies(config.replicas(), new Replica(0, 0));
    return Enumerate.subsets(config.replicas(), config.byzantine())
        .filter(faulty -> faulty.size() == config.byzantine())
        .map(faulty -> new PbftWorld(Set.copyOf(faulty), Set.of(), fresh))
        .toList();
  }

  List<Step<PbftWorld>> steps(PbftWorld w) {
    List<Step<PbftWorld>> steps = new ArrayList<>();
    for (int v = 0; v < config.views(); v++) {
      for (int slot = 0; slot < config.slots(); slot++) {
        for (int d : requests()) {
          addVotes(w, v, slot, d, steps);
        }
      }
    }
    for (int v = 1; v < config.views(); v++) {
      addEntries(w, v, steps);
    }
    return steps;
  }

  private void addVotes(PbftWorld w, int v, int slot, int d, List<Step<PbftWorld>> steps) {
    if (d != NULL && mayPrePrepare(w, v, slot)) {
      steps.add(new Step<>("PrePrepare", w.send(new PrePrepare(v, slot, d))));
    }
    for (int r : acting(w)) {
      if (d != NULL && mayPrepare(w, r, v, slot, d)) {
        steps.add(new Step<>("Prepare", w.send(new Prepare(r, v, slot, d))));
      }
      if (mayCommit(w, r, v, slot, d)) {
        steps.add(new Step<>("Commit", w.send(new Commit(r, v, slot, d))));
      }
    }
  }

  private void addEntries(PbftWorld w, int v, List<Step<PbftWorld>> steps) {
    Set<List<Optional<Integer>>> justified = justifiedOrders(w, v);
    for (int r : acting(w)) {
      if (w.replicas().get(r).view() == v - 1) {
        steps.add(new Step<>("ViewChange", viewChange(w, r, v)));
      }
      if (!mayEnter(w, r, v)) {
        continue;
      }
      PbftWorld entered = w.set(r, new Replica(v, v));
      if (r == v) {
        for (List<Optional<Integer>> orders : justified) {
          steps.add(new Step<>("NewView", entered.send(new NewView(v, orders))));
        }
      } else if (acts(w, v)) {
        w.newView(v)
            .ifPresent(
                m -> steps.add(new Step<>("EnterView", prepared(entered, r, v, m.orders()))));
      } else if (!isSilent()) {
        for (List<Optional<Integer>> orders : justified) {
          steps.add(new Step<>("EnterView", prepared(entered, r, v, orders)));
        }
      }
    }
  }

  private List<Integer> requests() {
    int first = config.slots() > 1 && config.views() > 1 ? NULL : 0;
    return IntStream.range(first, config.values()).boxed().toList();
  }

  private List<Integer> acting(PbftWorld w) {
    return IntStream.range(0, config.replicas()).filter(r -> acts(w, r)).boxed().toList();
  }

  /** Whether a replica takes steps, and has sent what it has sent. */
  private boolean acts(PbftWorld w, int r) {
    return w.isCorrect(r) || config.behaviour() == Behaviour.LYING;
  }

  private boolean isSilent() {
    return config.behaviour() == Behaviour.SILENT;
  }

  private boolean mayPrePrepare(PbftWorld w, int v, int slot) {
    return acts(w, v)
        && w.isActive(v, v)
        && w.sent(PrePrepare.class).noneMatch(m -> m.view() == v && m.slot() == slot)
        && w.newView(v).map(m -> m.orders().get(slot).isEmpty()).orElse(v == 0);
  }

  private boolean mayPrepare(PbftWorld w, int r, int v, int slot, int d) {
    return r != v
        && w.isActive(r, v)
        && w.sent(Prepare.class)
            .filter(m -> m.replica() == r && m.view() == v && m.slot() == slot)
            .noneMatch(m -> !acceptsSeveral() || m.request() == d)
        && isPrePrepared(w, v, slot, d);
  }

  private boolean acceptsSeveral() {
    return config.deviation() == Deviation.ACCEPT_TWO;
  }

  /** Whether the primary said so, in a pre-prepare or in a new-view; a Byzantine one did. */
  private boolean isPrePrepared(PbftWorld w, int v, int slot, int d) {
    if (!acts(w, v)) {
      return !isSilent();
    }
    return w.sent().contains(new PrePrepare(v, slot, d))
        || w.newView(v).filter(m -> m.orders().get(slot).equals(Optional.of(d))).isPresent();
  }

  private boolean mayCommit(PbftWorld w, int r, int v, int slot, int d) {
    boolean already =
        w.sent(Commit.class)
            .filter(m -> m.replica() == r && m.view() == v && m.slot() == slot)
            .anyMatch(m -> !acceptsSeveral() || m.request() == d);
    if (!w.isActive(r, v) || already) {
      return false;
    }
    boolean certified = isCertified(w, v, slot, d);
    return switch (config.deviation()) {
      case COMMIT_WITHOUT_PREPREPARE -> certified;
      case COMMIT_ON_QUORUM ->
          (certified && hasPrepared(w, r, v, slot, d)) || isDecidedIn(w, v, slot, d);
      default -> certified && hasPrepared(w, r, v, slot, d);
    };
  }

  private boolean hasPrepared(PbftWorld w, int r, int v, int slot, int d) {
    return r == v ? isPrePrepared(w, v, slot, d) : w.sent().contains(new Prepare(r, v, slot, d));
  }

  private boolean isCertified(PbftWorld w, int v, int slot, int d) {
    return isPrePrepared(w, v, slot, d)
        && quorums(config.prepareQuorum())
            .filter(q -> q.contains(v))
            .anyMatch(q -> all(w, q, r -> hasPrepared(w, r, v, slot, d)));
  }

  private boolean isDecidedIn(PbftWorld w, int v, int slot, int d) {
    return quorums(config.commitQuorum())
        .filter(q -> q.stream().anyMatch(w::isCorrect))
        .anyMatch(q -> all(w, q, r -> w.sent().contains(new Commit(r, v, slot, d))));
  }

  /** All sets of so many replicas, or more. */
  private Stream<List<Integer>> quorums(int least) {
    return Enumerate.subsets(config.replicas(), least);
  }

  /** Whether all members of a quorum that act did something; the others say that they did. */
  private boolean all(PbftWorld w, List<Integer> quorum, Predicate<Integer> did) {
    return quorum.stream().allMatch(r -> acts(w, r) ? did.test(r) : !isSilent());
  }

  private PbftWorld viewChange(PbftWorld w, int r, int v) {
    boolean stays = config.deviation() == Deviation.KEEP_VOTING;
    Replica asking = new Replica(v, stays ? w.replicas().get(r).activeIn() : NOWHERE);
    // What others report is settled when somebody makes use of it.
    int settled = w.isCorrect(r) ? config.slots() : 0;
    List<Set<Certificate>> reports =
        IntStream.range(0, settled).mapToObj(slot -> report(w, r, v, slot)).toList();
    return w.set(r, asking).send(new ViewChange(r, v, reports));
  }

  /** What a replica has committed in a slot in the highest such view below another. */
  private Set<Certificate> report(PbftWorld w, int r, int below, int slot) {
    List<Commit> commits =
        w.sent(Commit.class)
            .filter(m -> m.replica() == r && m.slot() == slot && m.view() < below)
            .toList();
    int highest = commits.stream().mapToInt(Commit::view).max().orElse(NOWHERE);
    return config.deviation() == Deviation.OMIT_CERTIFICATES
        ? Set.of()
        : commits.stream()
            .filter(m -> m.view() == highest)
            .map(m -> new Certificate(highest, m.request()))
            .collect(Collectors.toSet());
  }

  private boolean mayEnter(PbftWorld w, int r, int v) {
    int view = w.replicas().get(r).view();
    return view < v || (view == v && !w.isActive(r, v));
  }

  private static PbftWorld prepared(PbftWorld w, int r, int v, List<Optional<Integer>> orders) {
    PbftWorld after = w;
    for (int slot = 0; slot < orders.size(); slot++) {
      if (orders.get(slot).isPresent()) {
        after = after.send(new Prepare(r, v, slot, orders.get(slot).get()));
      }
    }
    return after;
  }

  /** The orders of all new-views for a view that some set of replicas justifies. */
  private Set<List<Optional<Integer>>> justifiedOrders(PbftWorld w, int v) {
    return quorums(config.viewChangeQuorum())
        .filter(q -> all(w, q, r -> w.viewChange(r, v).isPresent()))
        .flatMap(q -> ordersAfter(w, q, v).stream())
        .collect(Collectors.toSet());
  }

  private List<List<Optional<Integer>>> ordersAfter(PbftWorld w, List<Integer> q, int v) {
    List<List<Optional<Integer>>> all = List.of(List.of());
    for (int slot = config.slots() - 1; slot >= 0; slot--) {
      Set<Optional<Integer>> choices = new HashSet<>();
      for (List<Certificate> reported : reportedBy(w, q, v, slot)) {
        choices.addAll(choicesAmong(reported));
      }
      all = all.stream().flatMap(higher -> choices.stream().map(c -> above(c, higher))).toList();
    }
    return all;
  }

  /** Puts what is chosen for a slot, or what fills the gap, before the orders of higher slots. */
  private static List<Optional<Integer>> above(
      Optional<Integer> chosen, List<Optional<Integer>> higher) {
    boolean gap = chosen.isEmpty() && higher.stream().anyMatch(Optional::isPresent);
    List<Optional<Integer>> orders = new ArrayList<>(List.of(gap ? Optional.of(NULL) : chosen));
    orders.addAll(higher);
    return orders;
  }

  /** All that a set of replicas may report for a slot, by the choices of the Byzantine members. */
  private List<List<Certificate>> reportedBy(PbftWorld w, List<Integer> q, int v, int slot) {
    List<List<Certificate>> all = List.of(List.of());
    for (int r : q) {
      List<Set<Certificate>> reports = reportsOf(w, r, v, slot);
      all = all.stream().flatMap(head -> reports.stream().map(r1 -> joined(head, r1))).toList();
    }
    return all;
  }

  private static List<Certificate> joined(List<Certificate> some, Set<Certificate> more) {
    List<Certificate> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private List<Set<Certificate>> reportsOf(PbftWorld w, int r, int v, int slot) {
    if (w.isCorrect(r)) {
      return List.of(w.viewChange(r, v).orElseThrow().reports().get(slot));
    }
    List<Certificate> valid = validBelow(w, v, slot);
    if (config.behaviour() == Behaviour.EQUIVOCATING && !valid.isEmpty()) {
      int highest = valid.stream().mapToInt(Certificate::view).max().orElseThrow();
      return valid.stream().filter(c -> c.view() == highest).map(Set::of).toList();
    }
    return Stream.concat(Stream.of(Set.<Certificate>of()), valid.stream().map(Set::of)).toList();
  }

  private List<Certificate> validBelow(PbftWorld w, int v, int slot) {
    List<Certificate> valid = new ArrayList<>();
    for (int lower = 0; lower < v; lower++) {
      for (int d : requests()) {
        if (isCertified(w, lower, slot, d)) {
          valid.add(new Certificate(lower, d));
        }
      }
    }
    return valid;
  }

  private Set<Optional<Integer>> choicesAmong(List<Certificate> reported) {
    if (reported.isEmpty() || config.deviation() == Deviation.IGNORE_CERTIFICATES) {
      return Set.of(Optional.empty());
    }
    int highest = reported.stream().mapToInt(Certificate::view).max().orElseThrow();
    int lowest = reported.stream().mapToInt(Certificate::view).min().orElseThrow();
    return reported.stream()
        .filter(
            c ->
                switch (config.deviation()) {
                  case CHOOSE_ANY -> true;
                  case CHOOSE_LOWEST -> c.view() == lowest;
                  default -> c.view() == highest;
                })
        .map(c -> Optional.of(c.request()))
        .collect(Collectors.toSet());
  }

  boolean agreement(PbftWorld w) {
    return IntStream.range(0, config.slots()).allMatch(slot -> decided(w, slot).size() <= 1);
  }

  private Set<Integer> decided(PbftWorld w, int slot) {
    return requests().stream()
        .filter(d -> views().anyMatch(v -> isDecidedIn(w, v, slot, d)))
        .collect(Collectors.toSet());
  }

  private IntStream views() {
    return IntStream.range(0, config.views());
  }

  boolean validity(PbftWorld w) {
    return IntStream.range(0, config.slots())
        .allMatch(
            slot ->
                requests().stream()
                    .allMatch(
                        d ->
                            views()
                                .filter(v -> isDecidedIn(w, v, slot, d))
                                .allMatch(v -> isPrePrepared(w, v, slot, d))));
  }

  boolean nothingIsDecided(PbftWorld w) {
    return IntStream.range(0, config.slots()).allMatch(slot -> decided(w, slot).isEmpty());
  }

  /**
   * Every image of a state under renamings of replicas that are never primary, of values, or both.
   */
  Collection<PbftWorld> images(PbftWorld w, Collection<String> scalarsets) {
    int others = config.replicas() - config.views();
    List<PbftWorld> images = new ArrayList<>();
    for (List<Integer> replicas : renamings(others, scalarsets.contains("replicas"))) {
      for (List<Integer> values : renamings(config.values(), scalarsets.contains("values"))) {
        images.add(new PbftRenaming(config.views(), replicas, values).apply(w));
      }
    }
    return images;
  }

  private static Collection<List<Integer>> renamings(int size, boolean all) {
    return all ? Enumerate.permutations(size) : List.of(IntStream.range(0, size).boxed().toList());
  }
}
