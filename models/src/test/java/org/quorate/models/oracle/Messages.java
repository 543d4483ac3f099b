package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.Exchange;
import org.quorate.model.Lifeline;
import org.quorate.model.Message;
import org.quorate.model.Model;
import org.quorate.trace.Trace;

/**
 * Checks on random walks what the steps of a model say of their messages: correct processes send
 * what others receive from them, and send it earlier.
 */
public final class Messages {

  private static final int MAX_LENGTH = 60;

  private Messages() {}

  /**
   * Checks some random walks of a model of which Byzantine processes take no steps; the result is
   * how many messages were received on them.
   */
  public static int check(Model model, int walks, long seed) {
    return check(model, walks, seed, false);
  }

  /** As above, where Byzantine processes may take steps. */
  public static int checkWithSteps(Model model, int walks, long seed) {
    return check(model, walks, seed, true);
  }

  private static int check(Model model, int walks, long seed, boolean byzantineSteps) {
    Random random = new Random(seed);
    int received = 0;
    for (int i = 0; i < walks; i++) {
      received += check(RandomWalk.of(model, random, MAX_LENGTH), byzantineSteps);
    }
    return received;
  }

  private static int check(Trace trace, boolean byzantineSteps) {
    Map<String, Lifeline> lifelines =
        trace.lifelines().stream().collect(Collectors.toMap(Lifeline::name, Function.identity()));
    Set<Message> sent = new HashSet<>();
    int received = 0;
    for (Trace.Step step : trace.steps()) {
      Exchange exchange = step.exchange().orElseThrow();
      String what = "step %d, %s".formatted(step.number(), exchange);
      assertThat(lifelines).as(what).containsKey(exchange.process());
      assertThat(!byzantineSteps && lifelines.get(exchange.process()).isByzantine())
          .as(what)
          .isFalse();
      assertThat(exchange.received()).as(what).doesNotHaveDuplicates();
      assertThat(sent).as("what is lost was sent: %s", what).containsAll(exchange.lost());
      for (Message message : exchange.received()) {
        assertThat(message.sender()).as(what).isNotEqualTo(exchange.process());
        assertThat(lifelines).as(what).containsKey(message.sender());
        assertThat(lifelines.get(message.sender()).isByzantine() || sent.contains(message))
            .as("%s receives %s, which was not sent", what, message)
            .isTrue();
      }
      exchange.sent().forEach(m -> assertThat(m.sender()).as(what).isEqualTo(exchange.process()));
      received += exchange.received().size();
      sent.addAll(exchange.sent());
    }
    checkGroups(trace, lifelines, sent);
    return received;
  }

  /** What makes a correct process a member of a group was sent, too. */
  private static void checkGroups(Trace trace, Map<String, Lifeline> lifelines, Set<Message> sent) {
    List<Trace.Broken> broken =
        trace.steps().stream().flatMap(s -> s.brokenInvariants().stream()).toList();
    for (Trace.Broken property : broken) {
      property.groups().stream()
          .flatMap(g -> g.messages().stream())
          .filter(m -> !lifelines.get(m.sender()).isByzantine())
          .forEach(m -> assertThat(sent).as(property.name()).contains(m));
    }
  }
}
