package org.quorate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.state.Draft;
import org.quorate.state.FieldMatrix;
import org.quorate.state.Scalarset;
import org.quorate.state.SetField;
import org.quorate.state.StateLayout;
import org.quorate.state.Subrange;

/** What traces show of a model that says nothing of views. */
class ViewTest {

  private record Variables(SetField members, FieldMatrix table) {}

  @Test
  void setsAndRowsAreToldApart() {
    Scalarset processes = new Scalarset("processes", 3, "p");
    Subrange numbers = Subrange.of("numbers", 3);
    StateLayout.Declared<Variables> declared =
        StateLayout.declare(
            d ->
                new Variables(
                    d.set("members", processes), d.matrix("table", numbers, numbers, numbers)));
    Draft state = new Draft(declared.layout().words());
    declared.variables().members().add(state, 2);
    declared.variables().table().set(state, 1, 2, 2);

    List<View> views = View.ofVariables(declared.layout());

    assertThat(views.get(0).value().of(state, 0)).isEqualTo(Set.of("p3"));
    assertThat(views.get(1).value().of(state, 1)).isEqualTo(List.of(0, 0, 2));
  }
}
