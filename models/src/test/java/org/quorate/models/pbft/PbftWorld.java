package org.quorate.models.pbft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  sealed interface Message {}

  /** By the primary of the view. */
  record PrePrepare(int view, int slot, int request) implements Message {}

  /** By another than the primary. */
  record Prepare(int replica, int view, int slot, int request) implements Message {}

  record Commit(int replica, int view, int slot, int request) implements Message {}

  /** Asks for a view; reports certificates for each slot. */
  record ViewChange(int replica, int view, List<Set<Certificate>> reports) implements Message {}

  /** By the primary of the view; orders a request in each slot, or leaves it free. */
  record NewView(int view, List<Optional<Integer>> orders) implements Message {}

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
    Set<Message> more = new HashSet<>(sent);
    more.add(message);
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

  Optional<NewView> newView(int view) {
    return sent(NewView.class).filter(m -> m.view() == view).findAny();
  }

  Optional<ViewChange> viewChange(int replica, int view) {
    return sent(ViewChange.class).filter(m -> m.replica() == replica && m.view() == view).findAny();
  }
}
