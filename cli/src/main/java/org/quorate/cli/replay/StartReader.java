package org.quorate.cli.replay;

import java.util.List;
import java.util.Optional;
import org.quorate.cli.yaml.Position;
import org.quorate.model.Model;
import org.quorate.trace.Execution;

/** Finds the initial state that a file means. */
final class StartReader {

  private StartReader() {}

  /**
   * The only initial state of a model.
   *
   * @param at where the error is if there are several
   */
  static Execution only(Model model, Position at) {
    List<Execution> all = Execution.ofEachInitialState(model);
    if (all.size() > 1) {
      throw at.error(
          "the model has %d initial states; select one by the key 'initial', with %s"
              .formatted(all.size(), alternatives(all)));
    }
    return all.get(0);
  }

  /** The only initial state of a model that is as stated. */
  static Execution matching(Model model, StatedViews stated) {
    List<Execution> all = Execution.ofEachInitialState(model);
    List<Execution> found =
        all.stream().filter(e -> stated.difference(e.trace().initial()).isEmpty()).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    Position at = stated.views().at();
    if (found.isEmpty()) {
      throw none(stated, all);
    }
    throw at.error(
        "%d initial states are like this; tell them apart by %s"
            .formatted(found.size(), alternatives(found)));
  }

  private static RuntimeException none(StatedViews stated, List<Execution> all) {
    if (all.size() > 1) {
      return stated
          .views()
          .at()
          .error("no initial state is like this; there are those with " + alternatives(all));
    }
    Optional<StatedViews.Difference> difference = stated.difference(all.get(0).trace().initial());
    return difference.orElseThrow().at().error("initially " + difference.orElseThrow().what());
  }

  private static String alternatives(List<Execution> executions) {
    return StatedViews.alternatives(executions.stream().map(e -> e.trace().initial()).toList());
  }
}
