package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A state of {@link NaivePbft}.
 *
 * @param faulty the Byzantine replicas, of which nothing else is known
 * @param sent all that correct replicas have sent
 * @param replicas those that are Byzantine stay as they began
 */
record PbftWorld(Set<Integer> faulty, Set<Message> sent, List<Replica> replicas) {

  /** The request that fills a gap; the values are 0 and up. */
  static final int NULL = -1;

  /** The view of a replica that takes part in none. */
  static final int NOWHERE = -1;

  /** What a correct replica sent. */
  sealed interface Message {

    int sender();
  }

  /** By the primary of the view. */
  record PrePrepare(int view, int slot, int request) implements Message {

    @Override
    public int sender() {
      return view;
    }
  }

  /** By another than the primary. */
  record Prepare(int sender, int view, int slot, int request) implements Message {}

  record Commit(int sender, int view, int slot, int request) implements Message {}

  /** Asks for a view; reports certificates for each slot. */
  record ViewChange(int sender, int view, List<Set<Certificate>> reports) implements Message {}

  /** By the primary of the view; orders a request in each slot, or leaves it free. */
  record NewView(int view, List<Optional<Integer>> orders) implements Message {

    @Override
    public int sender() {
      return view;
    }
  }

  /** That a request is prepared in a view, and in a slot that the context tells. */
  record Certificate(int view, int request) {}

  /**
   * A correct replica.
   *
   * @param view the highest view that it entered or asked for
   * @param activeIn the view that it takes part in, or {@link #NOWHERE}
   */
  record Replica(int view, int activeIn) {}

  PbftWorld send(Message message) {
    return sendAll(List.of(message));
  }

  PbftWorld sendAll(Collection<? extends Message> messages) {
    Set<Message> more = new HashSet<>(sent);
    more.addAll(messages);
    return new PbftWorld(faulty, more, replicas);
  }

  PbftWorld set(int replica, Replica to) {
    List<Replica> changed = new ArrayList<>(replicas);
    changed.set(replica, to);
    return new PbftWorld(faulty, sent, changed);
  }

  boolean isCorrect(int replica) {
    return !faulty.contains(replica);
  }

  boolean isActive(int replica, int view) {
    return replicas.get(replica).activeIn() == view;
  }

  <M extends Message> Stream<M> sent(Class<M> kind) {
    return sent.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What a new-view orders, as pre-prepares. */
  static Stream<PrePrepare> prePrepares(int view, List<Optional<Integer>> orders) {
    return IntStream.range(0, orders.size())
        .boxed()
        .flatMap(slot -> orders.get(slot).stream().map(d -> new PrePrepare(view, slot, d)));
  }

  Optional<NewView> newView(int view) {
    return sent(NewView.class).filter(m -> m.view() == view).findAny();
  }

  Optional<ViewChange> viewChange(int sender, int view) {
    return sent(ViewChange.class).filter(m -> m.sender() == sender && m.view() == view).findAny();
  }
}
