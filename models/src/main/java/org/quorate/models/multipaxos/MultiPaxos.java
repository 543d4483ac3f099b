package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Action;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Lifeline;
import org.quorate.model.Model;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.models.network.BallotNetwork;
import org.quorate.models.network.BallotNetwork.Contents;
import org.quorate.models.network.Requests;
import org.quorate.models.network.StandingRequests;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Pair;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/**
 * Multi-Paxos, by default with a growing set of messages, as single-decree Paxos: the proposer of a
 * ballot prepares once for all slots, becomes its leader with the promises of a quorum, and then
 * proposes value after value. After Lamport, <i>Paxos Made Simple</i>, section 3. Over an explicit
 * network, the proposers of a ballot share its channels: what one of them has heard, all have.
 *
 * <p>A leader's plan says for each slot what it has to propose or has proposed; a slot without
 * either is free.
 *
 * <p>A record, because the just-in-time compiler takes final fields of records for constants.
 *
 * @param leading the leaders that have a quorum
 */
record MultiPaxos(
    MultiPaxosConfig config,
    Deviation deviation,
    Domains domains,
    StateLayout layout,
    SetField started,
    SetField leading,
    FieldMatrix plan,
    Acceptors acceptors,
    Requests requests,
    @Nullable BallotNetwork network)
    implements Model {

  /** The handles, as they are declared. */
  private record Variables(
      SetField started,
      SetField leading,
      FieldMatrix plan,
      Acceptors acceptors,
      @Nullable BallotNetwork network) {}

  /** A model that stores registers only where they do not follow from the messages. */
  static MultiPaxos of(MultiPaxosConfig config) {
    return of(config, storesRegisters(config));
  }

  /** A model that stores the registers, or derives them. */
  static MultiPaxos of(MultiPaxosConfig config, boolean storesRegisters) {
    return of(
        config,
        storesRegisters,
        Subrange.of("ballots", config.ballots()),
        new Scalarset("values", config.values(), "v"));
  }

  /** A model with ballots and values of the configuration's sizes, which may have names. */
  static MultiPaxos of(MultiPaxosConfig config, Subrange ballots, Scalarset values) {
    return of(config, storesRegisters(config), ballots, values);
  }

  private static boolean storesRegisters(MultiPaxosConfig config) {
    return !config.deviation().registersFollow()
        || config.environment().isExplicit()
        || config.proposersPerBallot() > 1;
  }

  private static MultiPaxos of(
      MultiPaxosConfig config, boolean storesRegisters, Subrange ballots, Scalarset values) {
    Domains domains = Domains.of(config, ballots, values);
    StateLayout.Declared<Variables> declared =
        StateLayout.declare(
            d -> {
              BallotNetwork network =
                  config.environment().isExplicit() ? network(d, config, domains) : null;
              FieldMatrix plan =
                  d.matrix("plan", domains.leaders(), domains.slots(), values.orNone());
              return new Variables(
                  d.set("started", ballots),
                  d.set("leading", domains.leaders()),
                  plan,
                  storesRegisters
                      ? StoredAcceptors.declare(d, config.deviation(), domains, network)
                      : DerivedAcceptors.declare(d, domains, plan),
                  network);
            });
    Variables v = declared.variables();
    return new MultiPaxos(
        config,
        config.deviation(),
        domains,
        declared.layout(),
        v.started(),
        v.leading(),
        v.plan(),
        v.acceptors(),
        v.network() == null ? standing(v, domains) : v.network(),
        v.network());
  }

  private static BallotNetwork network(Declarations d, MultiPaxosConfig config, Domains domains) {
    int values = domains.values().size();
    int perSlot =
        config.deviation().proposesAgain() ? values : Math.min(config.proposersPerBallot(), values);
    int proposals = config.slots() * perSlot;
    return BallotNetwork.declare(
        d,
        config.environment(),
        domains.acceptors(),
        domains.ballots(),
        new Contents(domains.proposals().orNone(), 1 + proposals),
        new Contents(domains.reports().domain(), 1),
        new Contents(domains.ballots().times(domains.proposals()), config.ballots() * proposals));
  }

  private static Requests standing(Variables v, Domains domains) {
    Pair proposals = domains.proposals();
    return new StandingRequests(
        v.started(),
        (s, b, p) ->
            isProposed(s, v.acceptors(), domains, b, proposals.left(p), proposals.right(p)));
  }

  @Override
  public void initialStates(Successors out) {
    out.begin();
    out.end();
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    actions.add(prepareAction());
    actions.addAll(requests.answers("Promise", this::promiseAction));
    actions.add(leadAction());
    actions.add(proposeAction());
    actions.addAll(requests.answers("Accept", this::acceptAction));
    if (network != null) {
      actions.addAll(
          network.actions(
              this::hear, this::learn, this::isRefused, true, new MultiPaxosMessages(this)));
    }
    return actions;
  }

  private Action prepareAction() {
    return Action.of("Prepare", this::prepare)
        .communicates(new MultiPaxosMessages(this)::prepare)
        .with("ballot", domains.ballots())
        .needs("1a(ballot) was not sent before", (s, x) -> !started.has(s, x[0]));
  }

  private Action promiseAction(String name, boolean isLast) {
    return Action.of(name, (s, out) -> promise(s, out, isLast))
        .communicates(new MultiPaxosMessages(this)::promise)
        .with("acceptor", domains.acceptors())
        .with("ballot", domains.ballots())
        .needs(
            "1a(ballot) " + requests.arrival(),
            (s, x) -> requests.has(s, x[0], x[1], Requests.PREPARE))
        .needs("the ballot is above n_max", (s, x) -> x[1] > acceptors.nMax(s, x[0]));
  }

  private Action leadAction() {
    return Action.of("Lead", this::lead)
        .communicates(new MultiPaxosMessages(this)::lead)
        .with(leaderName(), domains.leaders())
        .with("plan", domains.plans().domain())
        .needs(
            "its proposer does not lead the ballot yet",
            (s, x) -> deviation.replans() || !leading.has(s, x[0]))
        .needs(
            "%d acceptors have promised the ballot".formatted(config.quorums().phase1()),
            (s, x) -> hasPromises(s, domains.ballotOf(x[0])))
        .needs(
            "some set of that many promises, or more, gives the plan",
            (s, x) -> mayPlan(s, domains.ballotOf(x[0]), x[1]));
  }

  private Action proposeAction() {
    return Action.of("Propose", this::propose)
        .communicates(new MultiPaxosMessages(this)::propose)
        .with(leaderName(), domains.leaders())
        .with("slot", domains.slots())
        .with("value", domains.values())
        .needs("its proposer leads the ballot", (s, x) -> leading.has(s, x[0]))
        .needs("all lower slots are proposed", (s, x) -> isNext(s, x[0], x[1]))
        .needs(
            deviation.proposesAgain()
                ? "the value is not proposed in the slot yet"
                : "the slot is not proposed yet",
            (s, x) -> isOpen(s, x[0], x[1], x[2]))
        .needs("the plan allows the value", (s, x) -> planAllows(s, x[0], x[1], x[2]));
  }

  private Action acceptAction(String name, boolean isLast) {
    return Action.of(name, (s, out) -> accept(s, out, isLast))
        .communicates(new MultiPaxosMessages(this)::accept)
        .with("acceptor", domains.acceptors())
        .with("ballot", domains.ballots())
        .with("proposal", domains.proposals())
        .needs(
            "2a(ballot, proposal) " + requests.arrival(),
            (s, x) -> requests.has(s, x[0], x[1], x[2]))
        .needs("the ballot is not below n_max", (s, x) -> x[1] >= acceptors.nMax(s, x[0]));
  }

  private String leaderName() {
    return config.proposersPerBallot() == 1 ? "ballot" : "leader";
  }

  /** Phase 1a: the proposer of a ballot asks for promises, for all slots at once. */
  private void prepare(State s, Successors out) {
    for (int b = 0; b < domains.ballots().size(); b++) {
      if (!started.has(s, b)) {
        Draft t = out.begin(b);
        started.add(t, b);
        requests.send(t, b, Requests.PREPARE);
        out.end();
      }
    }
  }

  /** Phase 1b: an acceptor joins a started ballot above n_max, and reports its votes. */
  private void promise(State s, Successors out, boolean isLast) {
    for (int b = 0; b < domains.ballots().size(); b++) {
      if (!started.has(s, b)) {
        continue;
      }
      for (int a = 0; a < domains.acceptors().size(); a++) {
        if (b > acceptors.nMax(s, a) && reaches(s, a, b, Requests.PREPARE)) {
          Draft t = out.begin(a, b);
          if (isLast) {
            requests.take(t, a, b, Requests.PREPARE);
          }
          acceptors.promise(t, a, b);
          out.end();
        }
      }
    }
  }

  /** The proposer of a ballot picks a quorum of promises, and plans what it has to propose. */
  private void lead(State s, Successors out) {
    Domain plans = domains.plans().domain();
    for (int leader = 0; leader < domains.leaders().size(); leader++) {
      int ballot = domains.ballotOf(leader);
      if ((leading.has(s, leader) && !deviation.replans()) || !hasPromises(s, ballot)) {
        continue;
      }
      for (int p = plans.first(); p <= plans.last(); p++) {
        if (mayPlan(s, ballot, p)) {
          lead(s, out.begin(leader, p), leader, p);
          out.end();
        }
      }
    }
  }

  private void lead(State s, Draft t, int leader, int newPlan) {
    leading.add(t, leader);
    for (int slot = 0; slot < domains.slots().size(); slot++) {
      if (!acceptors.hasProposed(s, leader, slot)) {
        plan.set(t, leader, slot, domains.plans().at(newPlan, slot));
      }
    }
  }

  private boolean hasPromises(State s, int ballot) {
    return !deviation.needsPromises(ballot)
        || acceptors.promises(s, ballot) >= config.quorums().phase1();
  }

  /** Whether some quorum of promises gives the plan: a larger set may give what no smaller does. */
  private boolean mayPlan(State s, int ballot, int candidate) {
    if (!deviation.needsPromises(ballot) || !deviation.heedsReports()) {
      return candidate == domains.freePlan();
    }
    int promisers = promisers(s, ballot);
    for (int set = promisers; set != 0; set = (set - 1) & promisers) {
      if (Integer.bitCount(set) >= config.quorums().phase1() && gives(s, ballot, set, candidate)) {
        return true;
      }
    }
    return false;
  }

  /** The acceptors that have promised a ballot, as bits. */
  int promisers(State s, int ballot) {
    int set = 0;
    for (int a = 0; a < domains.acceptors().size(); a++) {
      set |= acceptors.hasPromised(s, a, ballot) ? 1 << a : 0;
    }
    return set;
  }

  boolean gives(State s, int ballot, int set, int candidate) {
    for (int slot = 0; slot < domains.slots().size(); slot++) {
      if (!fixes(s, ballot, set, slot, domains.plans().at(candidate, slot))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value is that of the highest vote for a slot that a set reports, NONE if of none. */
  private boolean fixes(State s, int ballot, int set, int slot, int value) {
    int highest = Domain.NONE;
    boolean hasValue = value == Domain.NONE;
    for (int a = 0; a < domains.acceptors().size(); a++) {
      int reported =
          (set >> a & 1) == 0 ? Domain.NONE : acceptors.reportedBallot(s, a, ballot, slot);
      if (reported != Domain.NONE && reported >= highest) {
        boolean same = acceptors.reportedValue(s, a, ballot, slot) == value;
        hasValue = same || (hasValue && reported == highest);
        highest = reported;
      }
    }
    return hasValue;
  }

  /** Phase 2a: the leader of a ballot proposes a value for the next slot. */
  private void propose(State s, Successors out) {
    for (int leader = 0; leader < domains.leaders().size(); leader++) {
      for (int slot = 0; slot < domains.slots().size() && leading.has(s, leader); slot++) {
        if (isNext(s, leader, slot)) {
          propose(s, out, leader, slot);
        }
      }
    }
  }

  private void propose(State s, Successors out, int leader, int slot) {
    for (int v = 0; v < domains.values().size(); v++) {
      if (isOpen(s, leader, slot, v) && planAllows(s, leader, slot, v)) {
        Draft t = out.begin(leader, slot, v);
        acceptors.propose(t, leader, slot, v);
        requests.send(t, domains.ballotOf(leader), domains.proposals().of(slot, v));
        plan.set(t, leader, slot, v);
        out.end();
      }
    }
  }

  private boolean isNext(State s, int leader, int slot) {
    for (int lower = 0; lower < slot && deviation.proposesInOrder(); lower++) {
      if (!acceptors.hasProposed(s, leader, lower)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOpen(State s, int leader, int slot, int value) {
    return deviation.proposesAgain()
        ? !acceptors.hasProposed(s, leader, slot, value)
        : !acceptors.hasProposed(s, leader, slot);
  }

  /** Whether the plan leaves a slot free or fixes a value; a slot proposed again is free. */
  private boolean planAllows(State s, int leader, int slot, int value) {
    int planned = plan.get(s, leader, slot);
    return planned == Domain.NONE
        || planned == value
        || (deviation.proposesAgain() && acceptors.hasProposed(s, leader, slot));
  }

  /** Phase 2b: an acceptor votes for a proposal in a ballot that is not below n_max. */
  private void accept(State s, Successors out, boolean isLast) {
    for (int b = 0; b < domains.ballots().size(); b++) {
      for (int slot = 0; slot < domains.slots().size(); slot++) {
        for (int v = 0; v < domains.values().size(); v++) {
          if (isProposed(s, b, slot, v)) {
            accept(s, out, b, slot, v, isLast);
          }
        }
      }
    }
  }

  private void accept(State s, Successors out, int b, int slot, int v, boolean isLast) {
    int proposal = domains.proposals().of(slot, v);
    for (int a = 0; a < domains.acceptors().size(); a++) {
      if (b >= acceptors.nMax(s, a) && reaches(s, a, b, proposal)) {
        Draft t = out.begin(a, b, proposal);
        if (isLast) {
          requests.take(t, a, b, proposal);
        }
        acceptors.vote(t, a, b, slot, v);
        out.end();
      }
    }
  }

  /** Whether a request that was sent may arrive next; in a growing set of messages, any may. */
  private boolean reaches(State s, int acceptor, int ballot, int request) {
    return network == null || requests.has(s, acceptor, ballot, request);
  }

  /** The promise for a ballot has arrived at its proposers; over an explicit network only. */
  private void hear(Draft t, int acceptor, int ballot, int report) {
    known().hear(t, acceptor, ballot, report);
  }

  /** A vote has arrived at the learner; over an explicit network only. */
  private void learn(Draft t, int acceptor, int learner, int vote) {
    known().learn(t, acceptor, vote);
  }

  private StoredAcceptors known() {
    return (StoredAcceptors) acceptors;
  }

  /** Whether an acceptor does not answer a request that arrives; as n_max never falls, for good. */
  private boolean isRefused(State s, int acceptor, int ballot, int request) {
    int nMax = acceptors.nMax(s, acceptor);
    return request == Requests.PREPARE ? ballot <= nMax : ballot < nMax;
  }

  /** Whether 2a(ballot, slot, value) was sent. */
  boolean isProposed(State s, int ballot, int slot, int value) {
    return isProposed(s, acceptors, domains, ballot, slot, value);
  }

  private static boolean isProposed(
      State s, Acceptors acceptors, Domains domains, int ballot, int slot, int value) {
    int first = domains.firstLeader(ballot);
    for (int leader = first; leader < first + domains.proposersPerBallot(); leader++) {
      if (acceptors.hasProposed(s, leader, slot, value)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Invariant> invariants() {
    return new MultiPaxosInvariants(this).invariants();
  }

  @Override
  public List<Invariant> lemmas() {
    return new MultiPaxosInvariants(this).lemmas();
  }

  @Override
  public List<Goal> goals() {
    return new MultiPaxosInvariants(this).goals();
  }

  @Override
  public List<Finding> findings() {
    return config.quorums().findings();
  }

  @Override
  public List<Finding> obstacles() {
    return config.quorums().obstacles(config.faulty());
  }

  @Override
  public List<View> views() {
    return new MultiPaxosViews(this).views();
  }

  @Override
  public List<Lifeline> lifelines(State initial) {
    return new MultiPaxosMessages(this).lifelines();
  }
}
