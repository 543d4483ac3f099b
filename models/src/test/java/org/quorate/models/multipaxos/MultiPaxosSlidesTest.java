package org.quorate.models.multipaxos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.model.Action;
import org.quorate.model.Model;
import org.quorate.model.Settings;
import org.quorate.model.Successors;
import org.quorate.model.View;
import org.quorate.models.oracle.Variant;
import org.quorate.state.State;

/**
 * The run on the exercise's slides: Prepare(n=5), Propose(n=5, x=8), Propose(n=5, x=2), with the
 * registers that they show. Where the slides write 0 for nothing, there is null.
 */
class MultiPaxosSlidesTest {

  private static final int N5 = 0;
  private static final int X8 = 0;
  private static final int X2 = 1;

  @Test
  void registersAreThoseOfTheSlides() {
    Run run = new Run("none");
    assertThat(run.registers()).isEqualTo(Arrays.asList(null, null, null));

    run.step("Prepare", N5).byEach("Promise", N5);
    assertThat(run.registers()).isEqualTo(Arrays.asList(null, null, 5));

    run.step("Lead", N5, 0).step("Propose", N5, 0, X8).byEach("Accept", N5, X8);
    assertThat(run.registers()).isEqualTo(List.of(8, 5, 5));

    run.step("Propose", N5, 1, X2).byEach("Accept", N5, 2 + X2);
    assertThat(run.registers()).isEqualTo(List.of(2, 5, 5));
    assertThat(run.view("slot 0", 0)).isEqualTo("5:8");
    assertThat(run.view("slot 1", 0)).isEqualTo("5:2");
    assertThat(run.view("chosen", 0)).isEqualTo(Set.of("8"));
    assertThat(run.view("chosen", 1)).isEqualTo(Set.of("2"));
    assertThat(run.agrees()).isTrue();
  }

  @Test
  void oneRegisterAndOneDecisionBreakAgreement() {
    Run run = new Run("single-register");
    run.step("Prepare", N5).byEach("Promise", N5).step("Lead", N5, 0);

    run.step("Propose", N5, 0, X8).byEach("Accept", N5, X8);
    assertThat(run.registers()).isEqualTo(List.of(8, 5, 5));
    assertThat(run.agrees()).isTrue();

    run.step("Propose", N5, 1, X2).byEach("Accept", N5, 2 + X2);
    assertThat(run.registers()).isEqualTo(List.of(2, 5, 5));
    assertThat(run.agrees()).isFalse();
  }

  /** A run with three acceptors, the ballot 5, and the values 8 and 2. */
  private static final class Run {

    private final Model model;
    private final State state;

    Run(String mutant) {
      MultiPaxosProtocol protocol = new MultiPaxosProtocol();
      Map<String, String> given =
          Map.of("ballots", "1", "ballot-names", "5", "value-names", "8,2", "mutant", mutant);
      model = protocol.configure(Settings.of(protocol, given)).model();
      state = new State(model.layout().words());
    }

    /** Takes a step, which must be enabled. */
    Run step(String name, int... arguments) {
      Action action =
          model.actions().stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
      long[][] target = new long[1][];
      Successors[] out = new Successors[1];
      out[0] =
          Successors.of(
              state,
              model.layout().words(),
              t -> {
                if (Arrays.equals(out[0].arguments(arguments.length), arguments)) {
                  target[0] = t.toWords();
                }
              });
      action.body().generate(state, out[0]);
      assertThat(target[0]).as(name + Arrays.toString(arguments)).isNotNull();
      state.load(target[0], 0);
      return this;
    }

    /** The same step by each acceptor. */
    Run byEach(String name, int... arguments) {
      for (int a = 0; a < 3; a++) {
        int[] all = new int[arguments.length + 1];
        all[0] = a;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        step(name, all);
      }
      return this;
    }

    /** x_last, n_last and n_max, which must be the same at all acceptors. */
    List<Object> registers() {
      List<Object> first = registers(0);
      assertThat(registers(1)).isEqualTo(first);
      assertThat(registers(2)).isEqualTo(first);
      return first;
    }

    private List<Object> registers(int acceptor) {
      List<View> views = model.views().subList(0, 3);
      assertThat(views.stream().map(View::name)).containsExactly("x_last", "n_last", "n_max");
      return views.stream()
          .map(v -> v.value().of(state, acceptor))
          .map(x -> x instanceof String word ? (Object) Integer.valueOf(word) : x)
          .collect(java.util.stream.Collectors.toList());
    }

    Object view(String name, int index) {
      return model.views().stream()
          .filter(v -> v.name().equals(name))
          .findFirst()
          .orElseThrow()
          .value()
          .of(state, index);
    }

    boolean agrees() {
      return Variant.find(model, "agreement").holds().test(state);
    }
  }
}
