package org.quorate.models.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.quorate.search.SearchResult;
import org.quorate.search.Verdict;

/** Compares what the checker finds with what TLC finds on the twin specification. */
public final class TlcComparison {

  private TlcComparison() {}

  /**
   * A run up to the symmetry of some scalarsets. The specification of one of them, such as {@code
   * acceptors}, is {@code AcceptorSymmetry}; that of all is {@code BothSymmetry}.
   */
  public static Tlc upTo(List<String> scalarsets, Tlc tlc) {
    if (scalarsets.isEmpty()) {
      return tlc;
    }
    String name = scalarsets.get(0);
    String one = Character.toUpperCase(name.charAt(0)) + name.substring(1, name.length() - 1);
    return tlc.symmetry((scalarsets.size() == 1 ? one : "Both") + "Symmetry");
  }

  /** Checks that a whole search found the same number of states, and as deep. */
  public static void sameSpace(SearchResult found, Tlc.Result expected) {
    assertThat(expected.violated()).isEmpty();
    assertThat(found.explored()).isEqualTo(expected.distinctStates());
    assertThat(found.depth()).hasValue(expected.depth());
  }

  /** Checks that a search found a violation of agreement as shortly as TLC. */
  public static void sameViolationOfAgreement(Verdict verdict, Tlc.Result expected) {
    assertThat(expected.violated()).hasValue("Agreement");
    assertThat(verdict).isInstanceOf(Verdict.Violated.class);
    Verdict.Violated violated = (Verdict.Violated) verdict;
    assertThat(violated.invariant().name()).isEqualTo("agreement");
    assertThat(violated.shortest()).isTrue();
    assertThat(violated.path()).hasSize(expected.depth() + 1);
  }
}
