package org.quorate.models.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.quorate.model.Action;
import org.quorate.model.Action.Communication;
import org.quorate.model.Action.Parameter;
import org.quorate.model.Action.Reduction;
import org.quorate.model.Message;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.network.Channels;
import org.quorate.state.Declarations;
import org.quorate.state.Draft;
import org.quorate.state.State;

/**
 * The channels of one kind, and the steps that the network itself takes on them. All their actions
 * have the parameters process, lane and message, in that order.
 *
 * @param process which process owns a channel
 * @param lane which of its channels
 * @param message what can be on its way in one channel
 * @param part the messages that the steps are about
 */
public record Link(
    Channels channels,
    Environment environment,
    Parameter process,
    Parameter lane,
    Parameter message,
    Part part) {

  /** Ends the names of actions that receive a message of which a copy is still on its way. */
  public static final String COPY = "Copy";

  private static final Part ALL = new Part("the message is of this link", (p, lane, m) -> true);
  private static final Condition ALWAYS = (s, process, lane, message) -> true;
  private static final Receiver NOTHING = (t, process, lane, message) -> {};

  /** What a receiver does with a message that it keeps. */
  @FunctionalInterface
  public interface Receiver {
    /** Notes that the message was received; once more changes nothing. */
    void receive(Draft t, int process, int lane, int message);
  }

  /**
   * Some of the messages of a link.
   *
   * @param meaning of being one of them, in words
   */
  public record Part(String meaning, Member member) {

    /** Whether a message is one of them. */
    @FunctionalInterface
    public interface Member {
      /** Asked for a channel and a message that may be in it. */
      boolean has(int process, int lane, int message);
    }
  }

  /** The message that a channel holds. */
  @FunctionalInterface
  public interface Naming {
    /** The message, for people. */
    Message message(State s, int process, int lane, int number);
  }

  /** Which messages a step is for. */
  @FunctionalInterface
  public interface Condition {
    /** Asked for messages that are next. */
    boolean holds(State s, int process, int lane, int message);
  }

  /**
   * Channels without messages.
   *
   * @param capacity at most so many messages at once in a channel that keeps their order
   */
  public static Link declare(
      Declarations d,
      String name,
      Environment environment,
      Parameter process,
      Parameter lane,
      Parameter message,
      int capacity) {
    Channels channels =
        Channels.declare(
            d,
            name,
            process.domain(),
            lane.domain(),
            message.domain(),
            capacity,
            environment.reordering());
    return new Link(channels, environment, process, lane, message, ALL);
  }

  /** The same channels, for steps with some of their messages. */
  public Link only(String meaning, Part.Member member) {
    return new Link(channels, environment, process, lane, message, new Part(meaning, member));
  }

  /**
   * The arrival of messages that their receivers keep: to have received more never hurts, so a
   * reduced search takes the first arrival there is, and none of the same message once more.
   *
   * @param name of the action
   */
  public List<Action> arrivals(String name, Receiver receiver, Communication communication) {
    List<Action> actions = new ArrayList<>();
    actions.add(
        action(name, (s, out) -> forEachNext(s, out, ALWAYS, receiver, true), communication)
            .reducedAs(Reduction.EAGER));
    if (environment.duplication()) {
      actions.add(
          action(
                  name + COPY,
                  (s, out) -> forEachNext(s, out, ALWAYS, receiver, false),
                  communication)
              .reducedAs(Reduction.REDUNDANT));
    }
    return actions;
  }

  /**
   * Actions that answer a message when it arrives, and where there are copies, that leave a copy.
   *
   * @param action the action of a name; the flag says whether no copy is left
   */
  public List<Action> answers(String name, BiFunction<String, Boolean, Action> action) {
    if (!environment.duplication()) {
      return List.of(action.apply(name, true));
    }
    // A copy that is left does no harm where it holds up no other message.
    Reduction ofLast = environment.reordering() ? Reduction.REDUNDANT : Reduction.NONE;
    return List.of(action.apply(name, true).reducedAs(ofLast), action.apply(name + COPY, false));
  }

  /** The loss of messages that their receivers keep; without it, they can only know more. */
  public List<Action> lossesOfKept(String name, Communication communication) {
    return losses(name, communication, Reduction.REDUNDANT);
  }

  /**
   * The loss of messages that their receivers answer when they arrive. Where messages overtake each
   * other, one that is left where it is does no harm.
   */
  public List<Action> lossesOfAnswered(String name, Communication communication) {
    boolean harmless = environment.reordering();
    return losses(name, communication, harmless ? Reduction.REDUNDANT : Reduction.NONE);
  }

  private List<Action> losses(String name, Communication communication, Reduction reduction) {
    return environment.loss()
        ? List.of(
            action(name, (s, out) -> forEachNext(s, out, ALWAYS, NOTHING, true), communication)
                .reducedAs(reduction))
        : List.of();
  }

  /**
   * The arrival of messages that their receiver does not answer. A message that is left where it is
   * does no harm where messages overtake each other.
   *
   * @param isFinal whether a message that is refused once will always be
   */
  public Action refusals(
      String name,
      Condition refusal,
      String meaning,
      boolean isFinal,
      Communication communication) {
    Reduction inOrder = isFinal ? Reduction.EAGER : Reduction.NONE;
    Reduction reduction = environment.reordering() ? Reduction.REDUNDANT : inOrder;
    return refusals(name, refusal, meaning, reduction, NOTHING, communication);
  }

  /**
   * As above, where the receiver notes all the same what has arrived.
   *
   * @param receiver what it does with the message
   */
  public Action refusals(
      String name,
      Condition refusal,
      String meaning,
      Reduction reduction,
      Receiver receiver,
      Communication communication) {
    return action(name, (s, out) -> forEachNext(s, out, refusal, receiver, true), communication)
        .needs(meaning, (s, x) -> refusal.holds(s, x[0], x[1], x[2]))
        .reducedAs(reduction);
  }

  private Action action(String name, Action.Body body, Communication communication) {
    Action action =
        Action.of(name, body)
            .communicates(communication)
            .with(process.name(), process.domain())
            .with(lane.name(), lane.domain())
            .with(message.name(), message.domain())
            .needs(
                "the message is the next to arrive",
                (s, x) -> channels.isNext(s, x[0], x[1], x[2]));
    return part.equals(ALL)
        ? action
        : action.needs(part.meaning(), (s, x) -> part.member().has(x[0], x[1], x[2]));
  }

  /**
   * A step for each message that is next, and for which a condition holds.
   *
   * @param isTaken whether the message leaves its channel
   */
  private void forEachNext(
      State s, Successors out, Condition condition, Receiver effect, boolean isTaken) {
    for (int p = process.domain().first(); p <= process.domain().last(); p++) {
      for (int l = lane.domain().first(); l <= lane.domain().last(); l++) {
        for (int m = message.domain().first(); m <= message.domain().last(); m++) {
          if (channels.isNext(s, p, l, m)
              && part.member().has(p, l, m)
              && condition.holds(s, p, l, m)) {
            Draft t = out.begin(p, l, m);
            effect.receive(t, p, l, m);
            if (isTaken) {
              channels.take(t, p, l, m);
            }
            out.end();
          }
        }
      }
    }
  }

  /** The messages on their way in the channels of each process. */
  public View view(String name, Naming naming) {
    return new View(
        name,
        process.domain(),
        (s, p) -> {
          Set<Object> found = new LinkedHashSet<>();
          for (int l = lane.domain().first(); l <= lane.domain().last(); l++) {
            for (int m : channels.messages(s, p, l)) {
              found.add(naming.message(s, p, l, m).text());
            }
          }
          return found;
        });
  }
}
