package org.quorate.models.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.quorate.models.network.Environment;
import org.quorate.models.oracle.NaiveSearch.Step;

/**
 * A network between the proposers of ballots, acceptors and a learner that has only the faults it
 * is given, without a thought for speed: a queue or a set of messages for each channel. A message
 * is received once, at a step of its own. The proposers and the learner keep what they receive;
 * they never crash. Sending a message that is still on its way changes nothing.
 *
 * @param asked what proposers have asked all acceptors for
 * @param inFlight what is on its way, next message first where order counts; no channel is empty
 * @param received what proposers and the learner have received
 * @param crashed the acceptors that are down
 * @param crashes how many crashes there were
 * @param <M> the messages; those of acceptors say whose they are
 */
public record NaiveNetwork<M>(
    Environment environment,
    int acceptors,
    Set<M> asked,
    Map<Channel, Collection<M>> inFlight,
    Set<M> received,
    Set<Integer> crashed,
    int crashes) {

  /** Which way a channel leads. */
  public enum Direction {
    TO_ACCEPTOR,
    TO_PROPOSER,
    TO_LEARNER
  }

  /** A channel between an acceptor and the proposers of a ballot, or the learner. */
  public record Channel(Direction direction, int acceptor, int ballot) {

    private static final int NO_BALLOT = -1;

    static Channel toAcceptor(int acceptor, int ballot) {
      return new Channel(Direction.TO_ACCEPTOR, acceptor, ballot);
    }

    /** From an acceptor to the proposers of a ballot. */
    public static Channel toProposer(int acceptor, int ballot) {
      return new Channel(Direction.TO_PROPOSER, acceptor, ballot);
    }

    /** From an acceptor to the learner. */
    public static Channel toLearner(int acceptor) {
      return new Channel(Direction.TO_LEARNER, acceptor, NO_BALLOT);
    }

    Channel renamed(List<Integer> acceptors) {
      return new Channel(direction, acceptors.get(acceptor), ballot);
    }
  }

  /** A state that has a network as a part. */
  public interface Networked<M, S> {

    /** The network. */
    NaiveNetwork<M> network();

    /** This state with another network. */
    S with(NaiveNetwork<M> other);
  }

  /** What acceptors do. */
  public interface Acceptors<M, S> {

    /**
     * The step by which an acceptor answers a request, which stays on its way; nothing if it
     * ignores the request.
     */
    Optional<Step<S>> answer(S state, int acceptor, M request);
  }

  /** A network on which nothing has been sent. */
  public static <M> NaiveNetwork<M> of(Environment environment, int acceptors) {
    return new NaiveNetwork<>(environment, acceptors, Set.of(), Map.of(), Set.of(), Set.of(), 0);
  }

  /** All steps in which something arrives or is lost, or in which acceptors crash or recover. */
  public static <M, S extends Networked<M, S>> List<Step<S>> steps(
      S state, Acceptors<M, S> acceptors) {
    NaiveNetwork<M> network = state.network();
    List<Step<S>> steps = new ArrayList<>();
    network.inFlight.forEach(
        (channel, messages) -> {
          for (M m : network.next(messages)) {
            steps.addAll(arrivals(state, channel, m, acceptors));
            if (network.environment.loss()) {
              steps.add(new Step<>(loss(channel), state.with(network.without(channel, m))));
            }
          }
        });
    for (int a = 0; a < network.acceptors; a++) {
      if (network.isUp(a) && network.crashes < network.environment.crashes()) {
        steps.add(new Step<>("Crash", state.with(network.crash(a))));
      } else if (!network.isUp(a) && network.environment.recovery()) {
        steps.add(new Step<>("Recover", state.with(network.recover(a))));
      }
    }
    return steps;
  }

  private static <M, S extends Networked<M, S>> List<Step<S>> arrivals(
      S state, Channel channel, M m, Acceptors<M, S> acceptors) {
    Optional<Step<S>> receipt = receive(state, channel, m, acceptors);
    if (receipt.isEmpty()) {
      return List.of(new Step<>("Ignore", state.with(state.network().without(channel, m))));
    }
    Step<S> copy = receipt.get();
    S kept = copy.target();
    Step<S> step = new Step<>(copy.action(), kept.with(kept.network().without(channel, m)));
    return state.network().environment.duplication()
        ? List.of(step, new Step<>(copy.action() + "Copy", kept))
        : List.of(step);
  }

  /** What becomes of a message that is received, but not removed, unless it is ignored. */
  private static <M, S extends Networked<M, S>> Optional<Step<S>> receive(
      S state, Channel channel, M m, Acceptors<M, S> acceptors) {
    return switch (channel.direction()) {
      case TO_ACCEPTOR -> acceptors.answer(state, channel.acceptor(), m);
      case TO_PROPOSER -> Optional.of(new Step<>("Hear", state.with(state.network().keep(m))));
      case TO_LEARNER -> Optional.of(new Step<>("Learn", state.with(state.network().keep(m))));
    };
  }

  private static String loss(Channel channel) {
    return switch (channel.direction()) {
      case TO_ACCEPTOR -> "LoseRequest";
      case TO_PROPOSER -> "LosePromise";
      case TO_LEARNER -> "LoseVote";
    };
  }

  private Collection<M> next(Collection<M> messages) {
    return environment.reordering() ? messages : List.of(messages.iterator().next());
  }

  /** Whether an acceptor is up. */
  public boolean isUp(int acceptor) {
    return !crashed.contains(acceptor);
  }

  /** What proposers and the learner have received of one kind. */
  public <R extends M> Stream<R> received(Class<R> kind) {
    return received.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** A proposer of a ballot sends a request to every acceptor that is up. */
  public NaiveNetwork<M> ask(int ballot, M request) {
    NaiveNetwork<M> t = with(union(asked, request), inFlight, received);
    for (int a = 0; a < acceptors; a++) {
      if (isUp(a)) {
        t = t.send(Channel.toAcceptor(a, ballot), request);
      }
    }
    return t;
  }

  /** Somebody sends a message on a channel. */
  public NaiveNetwork<M> send(Channel channel, M m) {
    Collection<M> messages = inFlight.getOrDefault(channel, List.of());
    if (messages.contains(m)) {
      return this;
    }
    Collection<M> more = copy(messages);
    more.add(m);
    return set(channel, more);
  }

  private NaiveNetwork<M> without(Channel channel, M m) {
    Collection<M> fewer = copy(inFlight.getOrDefault(channel, List.of()));
    fewer.remove(m);
    return set(channel, fewer);
  }

  private Collection<M> copy(Collection<M> messages) {
    return environment.reordering() ? new HashSet<>(messages) : new ArrayList<>(messages);
  }

  private NaiveNetwork<M> set(Channel channel, Collection<M> messages) {
    Map<Channel, Collection<M>> changed = new HashMap<>(inFlight);
    changed.put(channel, messages);
    changed.values().removeIf(Collection::isEmpty);
    return with(asked, changed, received);
  }

  private NaiveNetwork<M> keep(M m) {
    return with(asked, inFlight, union(received, m));
  }

  /** What was sent to an acceptor is lost when it crashes, what it sent is not. */
  private NaiveNetwork<M> crash(int acceptor) {
    Map<Channel, Collection<M>> left = new HashMap<>(inFlight);
    left.keySet().removeIf(c -> c.direction() == Direction.TO_ACCEPTOR && c.acceptor() == acceptor);
    return new NaiveNetwork<>(
        environment, acceptors, asked, left, received, union(crashed, acceptor), crashes + 1);
  }

  private NaiveNetwork<M> recover(int acceptor) {
    Set<Integer> fewer = new HashSet<>(crashed);
    fewer.remove(acceptor);
    return new NaiveNetwork<>(environment, acceptors, asked, inFlight, received, fewer, crashes);
  }

  private NaiveNetwork<M> with(
      Set<M> nowAsked, Map<Channel, Collection<M>> nowInFlight, Set<M> nowReceived) {
    return new NaiveNetwork<>(
        environment, acceptors, nowAsked, nowInFlight, nowReceived, crashed, crashes);
  }

  private static <T> Set<T> union(Set<T> set, T element) {
    Set<T> more = new HashSet<>(set);
    more.add(element);
    return more;
  }

  /** The image under a renaming of acceptors, and what that does to messages. */
  public NaiveNetwork<M> renamed(List<Integer> names, UnaryOperator<M> message) {
    Map<Channel, Collection<M>> images = new HashMap<>();
    inFlight.forEach((c, ms) -> images.put(c.renamed(names), copy(images(ms, message))));
    return new NaiveNetwork<>(
        environment,
        acceptors,
        Set.copyOf(images(asked, message)),
        images,
        Set.copyOf(images(received, message)),
        Set.copyOf(images(crashed, names::get)),
        crashes);
  }

  private static <T> List<T> images(Collection<T> originals, UnaryOperator<T> image) {
    return originals.stream().map(image).toList();
  }
}
