package org.quorate.models.paxos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Group;
import org.quorate.model.Message;
import org.quorate.state.State;

/** Explains in words what was chosen, by whom, and why that should not be. */
record Choices(Paxos model) {

  /** A choice of a value: by which correct acceptors, and in which ballot, or −1 for several. */
  private record Choice(int value, int ballot, List<Integer> voters) {}

  private List<Choice> choices(State s) {
    List<Choice> choices = new ArrayList<>();
    for (int v = 0; v < model.values().size(); v++) {
      if (model.rules().learnByValue() && invariants().isChosen(s, v)) {
        choices.add(new Choice(v, -1, invariants().votersInAnyBallot(s, v)));
      } else if (invariants().isChosen(s, v)) {
        int b = 0;
        while (!invariants().isChosenIn(s, b, v)) {
          b++;
        }
        choices.add(new Choice(v, b, voters(s, b, v)));
      }
    }
    return choices;
  }

  private List<Integer> voters(State s, int ballot, int value) {
    List<Integer> voters = new ArrayList<>();
    for (int a = 0; a < model.correct().size(); a++) {
      if (model.acceptors().hasVoted(s, a, ballot, value)) {
        voters.add(a);
      }
    }
    return voters;
  }

  String explainValidity(State s) {
    return choices(s).stream()
        .filter(c -> !model.acceptors().isProposed(s, c.ballot(), c.value()))
        .map(c -> describe(c) + ", where nobody proposed it")
        .collect(Collectors.joining("; "));
  }

  String explainAgreement(State s) {
    List<Choice> choices = choices(s);
    Choice first = choices.get(0);
    Choice second = choices.get(1);
    List<Integer> both = new ArrayList<>(first.voters());
    both.retainAll(second.voters());
    return "%s; %s. %s".formatted(describe(first), describe(second), meeting(both));
  }

  /** The two quorums that have chosen what they should not have. */
  List<Group> groups(State s) {
    return choices(s).stream().limit(2).map(c -> group(s, c)).toList();
  }

  private Group group(State s, Choice choice) {
    PaxosMessages messages = new PaxosMessages(model);
    List<Message> votes = new ArrayList<>();
    for (int a : choice.voters()) {
      int ballot =
          choice.ballot() < 0 ? invariants().lastVoteFor(s, a, choice.value()) : choice.ballot();
      votes.add(messages.vote(a, ballot, choice.value()));
    }
    for (int a = model.correct().size(); a < model.config().acceptors(); a++) {
      votes.add(messages.vote(a, Math.max(0, choice.ballot()), choice.value()));
    }
    return new Group(model.values().format(choice.value()) + " " + where(choice), votes);
  }

  private PaxosInvariants invariants() {
    return new PaxosInvariants(model);
  }

  private String describe(Choice choice) {
    return "%s was chosen %s by %s"
        .formatted(
            model.values().format(choice.value()), where(choice), names(choice.voters(), true));
  }

  private String where(Choice choice) {
    return choice.ballot() < 0
        ? "over several ballots"
        : "in ballot " + model.ballots().format(choice.ballot());
  }

  private String meeting(List<Integer> both) {
    int liars = model.config().byzantine();
    if (both.isEmpty() && liars == 0) {
      return "The two quorums have no acceptor in common";
    }
    if (both.isEmpty()) {
      return "The two quorums meet only in " + names(both, true) + ", which is Byzantine";
    }
    return "The two quorums meet in " + names(both, liars > 0) + ", which voted for both";
  }

  /** Acceptors as a set, {@code {a1, a3}}, with the Byzantine ones if wanted. */
  private String names(List<Integer> acceptors, boolean withLiars) {
    List<String> names = new ArrayList<>();
    acceptors.forEach(a -> names.add(model.correct().format(a)));
    for (int i = 0; withLiars && i < model.config().byzantine(); i++) {
      names.add("a" + (model.correct().size() + i + 1) + " (Byzantine)");
    }
    return names.stream().collect(Collectors.joining(", ", "{", "}"));
  }
}
