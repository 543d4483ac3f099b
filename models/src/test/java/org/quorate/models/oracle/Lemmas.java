package org.quorate.models.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.state.State;

/** Models with their lemmas for invariants. */
public final class Lemmas {

  private Lemmas() {}

  /** The model with all of its lemmas, and no other invariant. */
  public static Variant only(Model model) {
    assertThat(model.lemmas()).isNotEmpty();
    return new Variant(model, model.actions(), model.lemmas());
  }

  /**
   * The runs of a model up to the first state in which a lemma fails; agreement may fail there, not
   * before.
   */
  public static Variant agreementUntilOneBreaks(Model model) {
    Invariant agreement = Variant.find(model, "agreement");
    return Variant.withInvariants(
            model,
            Variant.property(
                "agreement or a broken lemma", s -> agreement.holds().test(s) || !hold(model, s)))
        .withBodies(
            body ->
                (s, out) -> {
                  if (hold(model, s)) {
                    body.generate(s, out);
                  }
                });
  }

  private static boolean hold(Model model, State s) {
    return model.lemmas().stream().allMatch(lemma -> lemma.holds().test(s));
  }
}
