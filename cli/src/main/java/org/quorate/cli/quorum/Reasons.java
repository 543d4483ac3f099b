package org.quorate.cli.quorum;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.quorum.QuorumCheck;

/** Why quorums are consistent or not, and available or not, as sums that a reader can follow. */
record Reasons(Answer answer) {

  /** {@code 2q − n = 2·3 − 5 = 1}. */
  String sharedSum() {
    int n = check().phase1().processes();
    int q1 = check().phase1().threshold();
    int q2 = check().phase2().threshold();
    return answer.hasPhases()
        ? "q1 + q2 − n = %d + %d − %d = %s".formatted(q1, q2, n, number(shared()))
        : "2q − n = 2·%d − %d = %s".formatted(q1, n, number(shared()));
  }

  /** A number with the sign that sums have. */
  static String number(int value) {
    return Integer.toString(value).replace('-', '−');
  }

  /** How many processes quorums share, as a number. */
  int shared() {
    return check().phase1().threshold()
        + check().phase2().threshold()
        - check().phase1().processes();
  }

  /** How many they must share. */
  int needed() {
    return point().b() + 1;
  }

  /** {@code f + 1 = 2}. */
  String neededSum() {
    String term = point().kind().needed();
    return term.equals("1") ? term : term + " = " + needed();
  }

  /** {@code q = 3 ≤ n − f = 4}. */
  String availabilitySum() {
    int left = point().n() - point().f();
    List<Integer> sizes =
        answer.hasPhases()
            ? List.of(check().phase1().threshold(), check().phase2().threshold())
            : List.of(check().phase1().threshold());
    return IntStream.range(0, sizes.size())
        .mapToObj(
            i ->
                "q%s = %d %s %s = %d"
                    .formatted(
                        answer.hasPhases() ? i + 1 : "",
                        sizes.get(i),
                        sizes.get(i) <= left ? "≤" : ">",
                        point().kind().left(),
                        left))
        .collect(Collectors.joining(", "));
  }

  private QuorumCheck check() {
    return answer.check();
  }

  private Point point() {
    return answer.point().orElseThrow();
  }
}
