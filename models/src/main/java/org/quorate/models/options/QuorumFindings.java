package org.quorate.models.options;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.quorate.model.Model.Finding;
import org.quorate.quorum.Faults;
import org.quorate.quorum.Overlap;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumCheck;
import org.quorate.quorum.QuorumSystem;

/**
 * What there is to say against the quorums of a configuration, in the words of a protocol.
 *
 * @param process what a process is called, such as {@code replica}
 * @param names the name of each
 * @param faults what may go wrong
 */
public record QuorumFindings(String process, IntFunction<String> names, Faults faults) {

  /** Quorums of one kind, such as {@code commit}. */
  public record Kind(String name, QuorumSystem system) {}

  /** What there is to say against the phases of a protocol in which one must meet the other. */
  public static List<Finding> ofPhases(
      QuorumSystem phase1, QuorumSystem phase2, IntFunction<String> names, int byzantine) {
    return new QuorumFindings("acceptor", names, Faults.byzantine(byzantine))
        .intersection(new Kind("phase-1", phase1), new Kind("phase-2", phase2));
  }

  /** What may leave a phase without a quorum when f acceptors are faulty. */
  public static List<Finding> obstaclesOfPhases(
      QuorumSystem phase1, QuorumSystem phase2, IntFunction<String> names, int f) {
    return new QuorumFindings("acceptor", names, Faults.crash(f))
        .availability(List.of(new Kind("phase-1", phase1), new Kind("phase-2", phase2)));
  }

  /** A finding if a quorum of one kind and one of another need not share an honest process. */
  public List<Finding> intersection(Kind first, Kind second) {
    return new QuorumCheck(first.system(), second.system(), faults)
        .overlap().stream()
            .map(
                o ->
                    new Finding(
                        "quorum-intersection",
                        "a %s and a %s quorum share a correct %s"
                            .formatted(first.name(), second.name(), process),
                        "%s of the %d %ss may share %s: %s and %s"
                            .formatted(
                                both(first, second),
                                first.system().processes(),
                                process,
                                shared(o),
                                o.first().format(names),
                                o.second().format(names))))
            .toList();
  }

  private static String both(Kind first, Kind second) {
    return first.equals(second)
        ? "two %s quorums%s".formatted(first.name(), size(first))
        : "a %s quorum%s and a %s quorum%s"
            .formatted(first.name(), size(first), second.name(), size(second));
  }

  private static String size(Kind kind) {
    var size = kind.system().quorumSize();
    return size.isPresent() ? " of " + size.getAsInt() : "";
  }

  private String shared(Overlap overlap) {
    ProcessSet common = overlap.common();
    return common.isEmpty()
        ? "no " + process
        : common.size() == 1
            ? "just one %s, which may be Byzantine".formatted(process)
            : "just %d %ss, which may all be Byzantine".formatted(common.size(), process);
  }

  /** A finding for each kind of which no quorum may be left. */
  public List<Finding> availability(List<Kind> kinds) {
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : kinds) {
      QuorumCheck.of(kind.system(), faults)
          .blocked()
          .ifPresent(
              blocked ->
                  findings.add(
                      new Finding(
                          "quorum-availability",
                          "a quorum of each kind is left, whatever fails",
                          "without %s, no %s quorum%s is left"
                              .formatted(
                                  blocked.faulty().format(names), kind.name(), size(kind)))));
    }
    return findings;
  }
}
