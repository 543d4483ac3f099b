package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.quorate.models.paxos.Rules.Choice;
import org.quorate.quorum.Automorphisms;
import org.quorate.state.Declarations;
import org.quorate.state.Domain;
import org.quorate.state.Draft;
import org.quorate.state.Field;
import org.quorate.state.PermutationGroup;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.State;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/**
 * Single-decree Paxos, by default with a growing set of messages: what was sent stays available, so
 * loss, duplication, delay and reordering are covered, and so are crashes with stable storage. Over
 * an explicit network, messages are on their way until they arrive; then proposers keep promises,
 * and a learner keeps votes, while an acceptor answers a request when it arrives, or never. After
 * Lamport, <i>Paxos Made Simple</i>, section 2.2, and Howard, Malkhi and Spiegelman, <i>Flexible
 * Paxos</i>, 2016, for the two quorum sizes.
 *
 * <p>Byzantine acceptors need no bits: they may have sent anything, so every count of promises or
 * votes that helps has them in it.
 *
 * <p>A record, because the just-in-time compiler takes final fields of records for constants.
 */
record Paxos(
    PaxosConfig config,
    Rules rules,
    Scalarset correct,
    Subrange ballots,
    Scalarset values,
    StateLayout layout,
    SetField started,
    Acceptors acceptors,
    Requests requests,
    @Nullable BallotNetwork network,
    @Nullable Field losses,
    QuorumPredicate leads,
    QuorumPredicate decides)
    implements Model {

  /** The handles, as they are declared. */
  private record Variables(
      SetField started,
      Acceptors acceptors,
      @Nullable BallotNetwork network,
      @Nullable Field losses) {}

  /** A model that stores registers only where they do not follow from the messages. */
  static Paxos of(PaxosConfig config) {
    return of(config, storesRegisters(config));
  }

  /** A model that stores the registers, or derives them. */
  static Paxos of(PaxosConfig config, boolean storesRegisters) {
    return of(
        config,
        storesRegisters,
        Subrange.of("ballots", config.ballots()),
        new Scalarset("values", config.values(), "v"));
  }

  /** A model with ballots and values of the configuration's sizes, which may have names. */
  static Paxos of(PaxosConfig config, Subrange ballots, Scalarset values) {
    return of(config, storesRegisters(config), ballots, values);
  }

  private static boolean storesRegisters(PaxosConfig config) {
    return !config.deviation().rules().registersFollow()
        || config.forgets() > 0
        || config.environment().isExplicit()
        || config.proposersPerBallot() > 1;
  }

  private static Paxos of(
      PaxosConfig config, boolean storesRegisters, Subrange ballots, Scalarset values) {
    Scalarset correct = acceptors(config);
    StateLayout.Declared<Variables> declared =
        StateLayout.declare(
            d -> {
              BallotNetwork network =
                  config.environment().isExplicit()
                      ? network(d, config, correct, ballots, values)
                      : null;
              return new Variables(
                  d.set("started", ballots),
                  storesRegisters
                      ? StoredAcceptors.declare(d, correct, ballots, values, network)
                      : DerivedAcceptors.declare(d, correct, ballots, values),
                  network,
                  config.forgets() == 0
                      ? null
                      : d.field("losses", Subrange.of("losses", config.forgets() + 1)));
            });
    Variables v = declared.variables();
    return new Paxos(
        config,
        config.deviation().rules(),
        correct,
        ballots,
        values,
        declared.layout(),
        v.started(),
        v.acceptors(),
        v.network() == null
            ? new StandingRequests(v.started(), v.acceptors()::isProposed)
            : v.network(),
        v.network(),
        v.losses(),
        QuorumPredicate.of(config.phase1(), config.byzantine()),
        QuorumPredicate.of(config.phase2(), config.byzantine()));
  }

  private static BallotNetwork network(
      Declarations d, PaxosConfig config, Scalarset acceptors, Subrange ballots, Scalarset values) {
    Domain vote = ballots.times(values);
    boolean promisesOnce = config.deviation().rules().promisesOnce() && config.forgets() == 0;
    int proposals = Math.min(config.proposersPerBallot(), values.size());
    return BallotNetwork.declare(
        d,
        config.environment(),
        acceptors,
        ballots,
        new Contents(values.orNone(), 1 + proposals),
        new Contents(vote.orNone(), promisesOnce ? 1 : vote.size() + 1),
        new Contents(vote, ballots.size() * proposals));
  }

  /** The correct acceptors; they are interchangeable as far as the quorums allow. */
  private static Scalarset acceptors(PaxosConfig config) {
    List<String> names = IntStream.range(0, config.correct()).mapToObj(config::name).toList();
    if (config.byzantine() > 0) {
      return new Scalarset("acceptors", config.correct(), names);
    }
    Automorphisms group = Automorphisms.of(List.of(config.phase1(), config.phase2()));
    return new Scalarset(
        "acceptors",
        config.correct(),
        names,
        new PermutationGroup(group.classes(), group.cosets()));
  }

  @Override
  public void initialStates(Successors out) {
    out.begin();
    out.end();
  }

  @Override
  public List<Action> actions() {
    PaxosMessages messages = new PaxosMessages(this);
    List<Action> actions = new ArrayList<>();
    actions.add(
        Action.of("Prepare", this::prepare)
            .communicates(messages::prepare)
            .with("ballot", ballots)
            .needs("1a(ballot) was not sent before", (s, x) -> !started.has(s, x[0])));
    actions.addAll(requests.answers("Promise", this::promiseAction));
    actions.add(
        Action.of("Propose", this::propose)
            .communicates(messages::propose)
            .with("ballot", ballots)
            .with("value", values)
            .needs(
                "fewer than %d values are proposed in the ballot"
                    .formatted(config.proposersPerBallot()),
                (s, x) -> acceptors.proposals(s, x[0]) < config.proposersPerBallot())
            .needs(
                "2a(ballot, value) was not sent before",
                (s, x) -> !acceptors.isProposed(s, x[0], x[1]))
            .needs(
                config.phase1().quorumSize().isPresent()
                    ? "%d acceptors have promised the ballot".formatted(config.phase1().threshold())
                    : "a phase-1 quorum has promised the ballot",
                (s, x) -> needsNoQuorum() || hasQuorum(s, x[0]))
            .needs(
                "the promises of some quorum allow the value",
                (s, x) -> mayPropose(s, x[0], x[1])));
    actions.addAll(requests.answers("Accept", this::acceptAction));
    if (network != null) {
      actions.addAll(
          network.actions(this::hear, this::learn, this::isRefused, refusesForGood(), messages));
    }
    Field counter = losses;
    if (counter != null) {
      actions.add(
          Action.of("Forget", this::forget)
              .communicates(messages::alone)
              .with("acceptor", correct)
              .needs(
                  "fewer than %d crashes have lost stable state".formatted(config.forgets()),
                  (s, x) -> counter.get(s) < config.forgets())
              .needs("the acceptor is up", (s, x) -> isUp(s, x[0]))
              .needs("the acceptor has something to lose", (s, x) -> hasMemory(s, x[0])));
    }
    return actions;
  }

  private Action promiseAction(String name, boolean isLast) {
    return Action.of(name, (s, out) -> promise(s, out, isLast))
        .communicates(new PaxosMessages(this)::promise)
        .with("acceptor", correct)
        .with("ballot", ballots)
        .needs(
            "1a(ballot) " + requests.arrival(),
            (s, x) -> requests.has(s, x[0], x[1], Requests.PREPARE))
        .needs(
            rules.promise().guard().meaning(),
            (s, x) -> rules.promise().guard().allows(x[1], acceptors.nMax(s, x[0])));
  }

  private Action acceptAction(String name, boolean isLast) {
    return Action.of(name, (s, out) -> accept(s, out, isLast))
        .communicates(new PaxosMessages(this)::accept)
        .with("acceptor", correct)
        .with("ballot", ballots)
        .with("value", values)
        .needs(
            "2a(ballot, value) " + requests.arrival(), (s, x) -> requests.has(s, x[0], x[1], x[2]))
        .needs(
            rules.vote().guard().meaning(),
            (s, x) -> rules.vote().guard().allows(x[1], acceptors.nMax(s, x[0])));
  }

  /** Phase 1a: the proposer of a ballot asks for promises. */
  private void prepare(State s, Successors out) {
    for (int b = 0; b < ballots.size(); b++) {
      if (!started.has(s, b)) {
        Draft t = out.begin(b);
        started.add(t, b);
        requests.send(t, b, Requests.PREPARE);
        out.end();
      }
    }
  }

  /** Phase 1b: an acceptor joins a started ballot above n_max, and reports its vote. */
  private void promise(State s, Successors out, boolean isLast) {
    for (int b = 0; b < ballots.size(); b++) {
      if (!started.has(s, b)) {
        continue;
      }
      for (int a = 0; a < correct.size(); a++) {
        int nMax = acceptors.nMax(s, a);
        if (requests.has(s, a, b, Requests.PREPARE) && rules.promise().guard().allows(b, nMax)) {
          Draft t = out.begin(a, b);
          if (isLast) {
            requests.take(t, a, b, Requests.PREPARE);
          }
          acceptors.promise(t, a, b, rules.promise().stored() ? Math.max(nMax, b) : nMax);
          out.end();
        }
      }
    }
  }

  /** Phase 2a: the proposer of a ballot proposes a value that a quorum's reports allow. */
  private void propose(State s, Successors out) {
    for (int b = 0; b < ballots.size(); b++) {
      if (acceptors.proposals(s, b) >= config.proposersPerBallot()
          || (!needsNoQuorum() && !hasQuorum(s, b))) {
        continue;
      }
      for (int v = 0; v < values.size(); v++) {
        if (!acceptors.isProposed(s, b, v) && mayPropose(s, b, v)) {
          Draft t = out.begin(b, v);
          acceptors.propose(t, b, v);
          requests.send(t, b, v);
          out.end();
        }
      }
    }
  }

  /** Phase 2b: an acceptor votes for a proposal in a ballot that is not below n_max. */
  private void accept(State s, Successors out, boolean isLast) {
    for (int b = 0; b < ballots.size(); b++) {
      for (int v = 0; v < values.size(); v++) {
        if (acceptors.isProposed(s, b, v)) {
          acceptProposal(s, out, b, v, isLast);
        }
      }
    }
  }

  private void acceptProposal(State s, Successors out, int b, int v, boolean isLast) {
    for (int a = 0; a < correct.size(); a++) {
      int nMax = acceptors.nMax(s, a);
      if (requests.has(s, a, b, v) && rules.vote().guard().allows(b, nMax)) {
        Draft t = out.begin(a, b, v);
        if (isLast) {
          requests.take(t, a, b, v);
        }
        boolean register = rules.vote().overwrites() || b >= acceptors.nLast(s, a);
        acceptors.vote(t, a, b, v, rules.vote().raises() ? b : nMax, register);
        out.end();
      }
    }
  }

  /** A crash that loses stable state; what was sent stays sent. */
  private void forget(State s, Successors out) {
    Field counter = losses;
    if (counter == null || counter.get(s) == config.forgets()) {
      return;
    }
    boolean losesPromise = config.loss().losesPromise();
    boolean losesVote = config.loss().losesVote();
    for (int a = 0; a < correct.size(); a++) {
      if (isUp(s, a) && hasMemory(s, a)) {
        Draft t = out.begin(a);
        acceptors.forget(t, a, losesPromise, losesVote);
        counter.set(t, counter.get(s) + 1);
        out.end();
      }
    }
  }

  private boolean isUp(State s, int acceptor) {
    return network == null || network.isUp(s, acceptor);
  }

  private boolean hasMemory(State s, int acceptor) {
    return (config.loss().losesPromise() && acceptors.nMax(s, acceptor) != Domain.NONE)
        || (config.loss().losesVote() && acceptors.nLast(s, acceptor) != Domain.NONE);
  }

  /** The promise for a ballot has arrived at its proposer; over an explicit network only. */
  void hear(Draft t, int acceptor, int ballot, int report) {
    known().hear(t, acceptor, ballot, report);
  }

  /** A vote has arrived at the learner; over an explicit network only. */
  void learn(Draft t, int acceptor, int learner, int vote) {
    known().learn(t, acceptor, vote);
  }

  /** Whether an acceptor does not answer a request that arrives. */
  private boolean isRefused(State s, int acceptor, int ballot, int request) {
    Rules.Guard guard =
        request == Requests.PREPARE ? rules.promise().guard() : rules.vote().guard();
    return !guard.allows(ballot, acceptors.nMax(s, acceptor));
  }

  /** A request that is refused for a ballot below n_max stays refused unless n_max falls. */
  private boolean refusesForGood() {
    return rules.raisesOnly() && config.forgets() == 0;
  }

  private StoredAcceptors known() {
    return (StoredAcceptors) acceptors;
  }

  private boolean needsNoQuorum() {
    return rules.proposal().choice() == Choice.WITHOUT_PROMISES;
  }

  /** Whether a phase-1 quorum may have promised the ballot, whatever it reports. */
  private boolean hasQuorum(State s, int ballot) {
    boolean counted = !rules.proposal().staleCounts();
    if (counted && !leads.mayBeMet(acceptors.promises(s, ballot))) {
      return false;
    }
    return (counted && leads.counts()) || leads.isMet(setWithin(s, ballot, 0, ballots.last()));
  }

  /** Whether some quorum of promises for the ballot allows its proposer to propose the value. */
  private boolean mayPropose(State s, int ballot, int value) {
    return rules.proposal().choice() == Choice.FREE
        || rules.proposal().choice() == Choice.WITHOUT_PROMISES
        || isFree(s, ballot)
        || isReportedByQuorum(s, ballot, value);
  }

  /** Whether some quorum reports no vote, or has a liar in it whose report is the highest. */
  private boolean isFree(State s, int ballot) {
    boolean liarReports =
        config.byzantine() > 0 && ballot > 0 && leads.isMet(setWithin(s, ballot, 0, ballot - 1));
    return liarReports || leads.isMet(setWithin(s, ballot, 1, 0));
  }

  /**
   * Whether there is a quorum in which the vote that counts is for the value: one that reports a
   * vote for it in some ballot, and whose other reports stand behind that one.
   */
  private boolean isReportedByQuorum(State s, int ballot, int value) {
    for (int voted = 0; voted < ballots.size(); voted++) {
      if (acceptors.isProposed(s, voted, value) && isReported(s, ballot, voted, value)) {
        int low = rules.proposal().choice() == Choice.LOWEST ? voted : 0;
        int high = rules.proposal().choice() == Choice.HIGHEST ? voted : ballots.last();
        if (leads.isMet(setWithin(s, ballot, low, high))) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isReported(State s, int ballot, int voted, int value) {
    for (int a = 0; a < correct.size(); a++) {
      for (int b = lowestCounted(ballot); b <= ballot; b++) {
        if (acceptors.reports(s, a, b, voted, value)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The correct acceptors, as bits, whose promise reports nothing or a vote in a range of ballots.
   */
  int setWithin(State s, int ballot, int low, int high) {
    int set = 0;
    for (int a = 0; a < correct.size(); a++) {
      for (int b = lowestCounted(ballot); b <= ballot; b++) {
        if (acceptors.reportsWithin(s, a, b, low, high)) {
          set |= 1 << a;
          break;
        }
      }
    }
    return set;
  }

  /** The lowest ballot whose promises count for a ballot. */
  int lowestCounted(int ballot) {
    return rules.proposal().staleCounts() ? 0 : ballot;
  }

  @Override
  public List<Invariant> invariants() {
    return new PaxosInvariants(this).invariants();
  }

  @Override
  public List<Invariant> lemmas() {
    return new PaxosInvariants(this).lemmas();
  }

  @Override
  public List<Goal> goals() {
    return new PaxosInvariants(this).goals();
  }

  @Override
  public List<Finding> findings() {
    return new PaxosInvariants(this).findings();
  }

  @Override
  public List<Finding> obstacles() {
    return new PaxosInvariants(this).obstacles();
  }

  @Override
  public List<View> views() {
    return new PaxosViews(this).views();
  }

  @Override
  public List<Lifeline> lifelines(State initial) {
    return new PaxosMessages(this).lifelines();
  }
}
