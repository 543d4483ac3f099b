package org.quorate.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.quorate.model.Exchange;
import org.quorate.model.Group;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.trace.Trace;

/**
 * A run as a message sequence chart: a lifeline for each process, a row for each step, and an arrow
 * for each message that a step receives, from the row in which it was sent.
 *
 * @param title what the run is about, such as {@code paxos: agreement fails}
 * @param explanation why the last state is bad, in words; may be empty
 * @param lifelines the processes, from left to right
 * @param rows the steps in order
 * @param groups the groups of processes that the explanation is about
 */
public record SequenceChart(
    String title,
    String explanation,
    List<Lifeline> lifelines,
    List<Row> rows,
    List<Group> groups) {

  /**
   * A step.
   *
   * @param number 1 for the first
   * @param call the action with its arguments
   * @param lifeline the position of the process that takes it
   * @param received the arrows that end here, those of messages that are lost last
   * @param registers the registers that it changes
   * @param sent what it sends
   * @param lemmas the lemmas that fail from here on
   * @param invariants likewise the invariants
   * @param state the state after it, a line for each view
   */
  public record Row(
      int number,
      String call,
      int lifeline,
      List<Arrow> received,
      List<String> registers,
      List<Sent> sent,
      List<Trace.Broken> lemmas,
      List<Trace.Broken> invariants,
      String state) {

    /** Lines that it takes in a picture: its call, and one for each message and register. */
    int lines() {
      return 1 + received.size() + registers.size() + sent.size();
    }

    /** The line, from 0, in which it sends a message. */
    int lineOf(Message message) {
      List<Message> messages = sent.stream().map(Sent::message).toList();
      return 1 + received.size() + registers.size() + messages.indexOf(message);
    }
  }

  /**
   * A message on its way.
   *
   * @param from the position of the sender's lifeline
   * @param sentIn the position of the row in which it was sent; none for what a Byzantine sender
   *     says without a step
   * @param isLost whether it is lost on its way, in a step of its own
   */
  public record Arrow(Message message, int from, OptionalInt sentIn, boolean isLost) {}

  /**
   * A message that is sent.
   *
   * @param isReceived whether any step receives it, or tells where it is lost
   * @param group the position of the group that it makes its sender a member of, if any
   */
  public record Sent(Message message, boolean isReceived, OptionalInt group) {}

  public SequenceChart {
    lifelines = List.copyOf(lifelines);
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
  }

  /** The chart of a run; empty if it has no steps, or its model does not speak of messages. */
  public static Optional<SequenceChart> of(String title, String explanation, Trace trace) {
    boolean speaks = trace.steps().stream().allMatch(s -> s.exchange().isPresent());
    if (trace.steps().isEmpty() || trace.lifelines().isEmpty() || !speaks) {
      return Optional.empty();
    }
    return Optional.of(
        new SequenceChart(
            title, explanation, trace.lifelines(), new Builder(trace).rows(), groups(trace)));
  }

  private static List<Group> groups(Trace trace) {
    return trace.steps().stream()
        .flatMap(s -> s.brokenInvariants().stream())
        .map(Trace.Broken::groups)
        .filter(g -> !g.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** As text, at most about 110 columns wide unless there are many processes. */
  public String text() {
    return new ChartText(this).write();
  }

  /** As a Mermaid sequence diagram. Mermaid draws a message where it is received. */
  public String mermaid() {
    return new ChartMermaid(this).write();
  }

  /** As a picture. */
  public String svg() {
    return ChartSvg.write(this);
  }

  /** As a page of its own, with the picture in it. */
  public String html() {
    return ChartHtml.write(this);
  }

  /** The positions of a group's members, in ascending order. */
  List<Integer> members(Group group) {
    List<String> names = lifelines.stream().map(Lifeline::name).toList();
    return group.members().stream().map(names::indexOf).sorted().toList();
  }

  private static final class Builder {

    private final Trace trace;
    private final ViewTable table = new ViewTable(TextReport.NONE);
    private final List<String> names;
    private final Set<Message> received = new HashSet<>();
    private final Map<Message, Integer> sentIn = new HashMap<>();

    Builder(Trace trace) {
      this.trace = trace;
      names = trace.lifelines().stream().map(Lifeline::name).toList();
      exchanges().forEach(e -> received.addAll(e.received()));
      exchanges().forEach(e -> received.addAll(e.lost()));
    }

    private List<Exchange> exchanges() {
      return trace.steps().stream().map(s -> s.exchange().orElseThrow()).toList();
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      for (Trace.Step step : trace.steps()) {
        Row row = row(step, step.exchange().orElseThrow());
        row.sent().forEach(s -> sentIn.put(s.message(), rows.size()));
        rows.add(row);
      }
      return rows;
    }

    private Row row(Trace.Step step, Exchange exchange) {
      return new Row(
          step.number(),
          table.call(step.action(), step.arguments()),
          names.indexOf(exchange.process()),
          arrows(exchange),
          registers(step, exchange.process()),
          exchange.sent().stream().map(this::sent).toList(),
          step.brokenLemmas(),
          step.brokenInvariants(),
          table.write(step.state(), "").strip());
    }

    private List<Arrow> arrows(Exchange exchange) {
      return Stream.concat(
              exchange.received().stream().map(m -> arrow(m, false)),
              exchange.lost().stream().map(m -> arrow(m, true)))
          .toList();
    }

    private Arrow arrow(Message message, boolean isLost) {
      Integer row = sentIn.get(message);
      OptionalInt from = row == null ? OptionalInt.empty() : OptionalInt.of(row);
      return new Arrow(message, names.indexOf(message.sender()), from, isLost);
    }

    private Sent sent(Message message) {
      List<Group> groups = groups(trace);
      for (int g = 0; g < groups.size(); g++) {
        if (groups.get(g).messages().contains(message)) {
          return new Sent(message, received.contains(message), OptionalInt.of(g));
        }
      }
      return new Sent(message, received.contains(message), OptionalInt.empty());
    }

    private List<String> registers(Trace.Step step, String process) {
      return step.changes().stream()
          .filter(c -> trace.registers().contains(c.view()) && process.equals(c.index()))
          .map(c -> c.view() + table.change(c.before(), c.after()))
          .toList();
    }
  }
}
