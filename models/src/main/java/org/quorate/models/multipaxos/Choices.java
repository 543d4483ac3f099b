package org.quorate.models.multipaxos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Group;
import org.quorate.state.State;

/** Explains in words what was chosen, by whom, and why that should not be. */
record Choices(MultiPaxos model) {

  /** A choice of a value for a slot: in which ballot, and by which acceptors. */
  private record Choice(int slot, int value, int ballot, List<Integer> voters) {

    boolean contradicts(Choice other, boolean oneDecision) {
      return value != other.value && (oneDecision || slot == other.slot);
    }
  }

  private List<Choice> choices(State s) {
    List<Choice> choices = new ArrayList<>();
    for (int slot = 0; slot < model.domains().slots().size(); slot++) {
      for (int b = 0; b < model.domains().ballots().size(); b++) {
        for (int v = 0; v < model.domains().values().size(); v++) {
          List<Integer> voters = voters(s, b, slot, v);
          if (voters.size() >= model.config().quorums().phase2()) {
            choices.add(new Choice(slot, v, b, voters));
          }
        }
      }
    }
    return choices;
  }

  private List<Integer> voters(State s, int ballot, int slot, int value) {
    List<Integer> voters = new ArrayList<>();
    for (int a = 0; a < model.domains().acceptors().size(); a++) {
      if (model.acceptors().hasVoted(s, a, ballot, slot, value)) {
        voters.add(a);
      }
    }
    return voters;
  }

  String explainValidity(State s) {
    return choices(s).stream()
        .filter(c -> !model.isProposed(s, c.ballot(), c.slot(), c.value()))
        .map(c -> describe(c) + ", where nobody proposed it")
        .collect(Collectors.joining("; "));
  }

  String explainAgreement(State s) {
    List<Choice> two = contradiction(s);
    return "%s; %s. %s"
        .formatted(describe(two.get(0)), describe(two.get(1)), meeting(two.get(0), two.get(1)));
  }

  /** The two quorums that have chosen what they should not have. */
  List<Group> groups(State s) {
    return contradiction(s).stream().map(this::group).toList();
  }

  private List<Choice> contradiction(State s) {
    List<Choice> choices = choices(s);
    boolean oneDecision = model.deviation().hasOneRegister();
    for (Choice second : choices) {
      for (Choice first : choices.subList(0, choices.indexOf(second))) {
        if (first.contradicts(second, oneDecision)) {
          return List.of(first, second);
        }
      }
    }
    throw new IllegalArgumentException("no two choices contradict each other");
  }

  private Group group(Choice choice) {
    MultiPaxosMessages messages = new MultiPaxosMessages(model);
    return new Group(
        "%s for slot %s in ballot %s"
            .formatted(
                model.domains().values().format(choice.value()),
                model.domains().slots().format(choice.slot()),
                model.domains().ballots().format(choice.ballot())),
        choice.voters().stream()
            .map(a -> messages.vote(a, choice.ballot(), choice.slot(), choice.value()))
            .toList());
  }

  private String describe(Choice choice) {
    return "%s was chosen for slot %s in ballot %s by %s"
        .formatted(
            model.domains().values().format(choice.value()),
            model.domains().slots().format(choice.slot()),
            model.domains().ballots().format(choice.ballot()),
            names(choice.voters()));
  }

  private String meeting(Choice first, Choice second) {
    List<Integer> both = new ArrayList<>(first.voters());
    both.retainAll(second.voters());
    return both.isEmpty()
        ? "The two quorums have no acceptor in common"
        : "The two quorums meet in " + names(both) + ", which voted for both";
  }

  private String names(List<Integer> acceptors) {
    return acceptors.stream()
        .map(model.domains().acceptors()::format)
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
