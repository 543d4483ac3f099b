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
import org.quorate.models.pbft.PbftWorld.Certificate;
import org.quorate.models.pbft.PbftWorld.Commit;
import org.quorate.models.pbft.PbftWorld.PrePrepare;
import org.quorate.models.pbft.PbftWorld.Prepare;
import org.quorate.models.pbft.PbftWorld.Replica;
import org.quorate.models.pbft.PbftWorld.ViewChange;

/**
 * What the naive replicas decide, however messages get to them. Quorums are sets of replicas, and
 * all of them are tried. Byzantine replicas have no state, and whatever they could have said counts
 * as said; but those that only lie in view-changes act as correct ones do. Where a replica asks
 * what others have sent, the world is what it knows of it.
 */
record NaiveDecisions(PbftConfig config) {

  /** That a request is decided in a view and slot. */
  record Decision(int view, int slot, int request) {}

  /** One for each choice of the Byzantine replicas. */
  List<PbftWorld> initialWorlds() {
    List<Replica> fresh = Collections.nCopies(config.replicas(), new Replica(0, 0));
    return Enumerate.subsets(config.replicas(), config.byzantine())
        .filter(faulty -> faulty.size() == config.byzantine())
        .map(faulty -> new PbftWorld(Set.copyOf(faulty), Set.of(), fresh))
        .toList();
  }

  /** All that could be decided. */
  List<Decision> all() {
    return IntStream.range(0, config.views())
        .boxed()
        .flatMap(
            v ->
                IntStream.range(0, config.slots())
                    .boxed()
                    .flatMap(slot -> requests().stream().map(d -> new Decision(v, slot, d))))
        .toList();
  }

  private List<Integer> requests() {
    int first = config.slots() > 1 && config.views() > 1 ? NULL : 0;
    return IntStream.range(first, config.values()).boxed().toList();
  }

  List<Integer> correct(PbftWorld w) {
    return IntStream.range(0, config.replicas()).filter(w::isCorrect).boxed().toList();
  }

  List<Integer> acting(PbftWorld w) {
    return IntStream.range(0, config.replicas()).filter(r -> acts(w, r)).boxed().toList();
  }

  /** Whether a replica takes steps, and has sent what it has sent. */
  boolean acts(PbftWorld w, int r) {
    return w.isCorrect(r) || config.behaviour() == Behaviour.LYING;
  }

  private boolean isSilent() {
    return config.behaviour() == Behaviour.SILENT;
  }

  boolean mayPrePrepare(PbftWorld w, int v, int slot, int d) {
    return d != NULL
        && acts(w, v)
        && w.isActive(v, v)
        && w.sent(PrePrepare.class).noneMatch(m -> m.view() == v && m.slot() == slot)
        && w.newView(v).map(m -> m.orders().get(slot).isEmpty()).orElse(v == 0);
  }

  boolean mayPrepare(PbftWorld w, int r, int v, int slot, int d) {
    return d != NULL
        && r != v
        && w.isActive(r, v)
        && w.sent(Prepare.class)
            .filter(m -> m.sender() == r && m.view() == v && m.slot() == slot)
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

  boolean mayCommit(PbftWorld w, int r, int v, int slot, int d) {
    boolean already =
        w.sent(Commit.class)
            .filter(m -> m.sender() == r && m.view() == v && m.slot() == slot)
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

  boolean mayAsk(PbftWorld w, int r, int v) {
    return w.replicas().get(r).view() == v - 1;
  }

  /** The replica after it asked for a view. */
  Replica asking(PbftWorld w, int r, int v) {
    boolean stays = config.deviation() == Deviation.KEEP_VOTING;
    return new Replica(v, stays ? w.replicas().get(r).activeIn() : NOWHERE);
  }

  ViewChange viewChange(PbftWorld w, int r, int v) {
    // What others report is settled when somebody makes use of it.
    int settled = w.isCorrect(r) ? config.slots() : 0;
    return new ViewChange(
        r, v, IntStream.range(0, settled).mapToObj(slot -> report(w, r, v, slot)).toList());
  }

  /** What a replica has committed in a slot in the highest such view below another. */
  private Set<Certificate> report(PbftWorld w, int r, int below, int slot) {
    List<Commit> commits =
        w.sent(Commit.class)
            .filter(m -> m.sender() == r && m.slot() == slot && m.view() < below)
            .toList();
    int highest = commits.stream().mapToInt(Commit::view).max().orElse(NOWHERE);
    return config.deviation() == Deviation.OMIT_CERTIFICATES
        ? Set.of()
        : commits.stream()
            .filter(m -> m.view() == highest)
            .map(m -> new Certificate(highest, m.request()))
            .collect(Collectors.toSet());
  }

  boolean mayEnter(PbftWorld w, int r, int v) {
    int view = w.replicas().get(r).view();
    return view < v || (view == v && !w.isActive(r, v));
  }

  /** The prepares of a replica that enters a view, for all that is ordered. */
  static List<Prepare> prepares(int r, int v, List<Optional<Integer>> orders) {
    return PbftWorld.prePrepares(v, orders)
        .map(m -> new Prepare(r, v, m.slot(), m.request()))
        .toList();
  }

  /** The orders that a Byzantine primary of a view may send. */
  Set<List<Optional<Integer>>> ordersOfFaulty(PbftWorld w, int v) {
    return isSilent() ? Set.of() : justifiedOrders(w, w, v);
  }

  /**
   * The orders of all new-views for a view that some set of replicas justifies.
   *
   * @param known the world of the view-changes
   * @param w the world of the certificates that Byzantine replicas may show
   */
  Set<List<Optional<Integer>>> justifiedOrders(PbftWorld known, PbftWorld w, int v) {
    return quorums(config.viewChangeQuorum())
        .filter(q -> all(w, q, r -> known.viewChange(r, v).isPresent()))
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

  /** All that is decided, as far as commits are known. */
  Set<Decision> decided(PbftWorld w) {
    return all().stream()
        .filter(x -> isDecidedIn(w, x.view(), x.slot(), x.request()))
        .collect(Collectors.toSet());
  }

  static boolean agreement(Set<Decision> decided) {
    return decided.stream()
        .allMatch(
            x ->
                decided.stream()
                    .noneMatch(y -> x.slot() == y.slot() && x.request() != y.request()));
  }

  boolean validity(PbftWorld w, Set<Decision> decided) {
    return decided.stream().allMatch(x -> isPrePrepared(w, x.view(), x.slot(), x.request()));
  }

  /** The renamings of the replicas that are never primary, of values, or both. */
  List<PbftRenaming> renamings(Collection<String> scalarsets) {
    int others = config.replicas() - config.views();
    List<PbftRenaming> all = new ArrayList<>();
    for (List<Integer> replicas : renamings(others, scalarsets.contains("replicas"))) {
      for (List<Integer> values : renamings(config.values(), scalarsets.contains("values"))) {
        all.add(new PbftRenaming(config.views(), replicas, values));
      }
    }
    return all;
  }

  private static Collection<List<Integer>> renamings(int size, boolean all) {
    return all ? Enumerate.permutations(size) : List.of(IntStream.range(0, size).boxed().toList());
  }
}
