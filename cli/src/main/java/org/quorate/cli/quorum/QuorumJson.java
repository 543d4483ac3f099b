package org.quorate.cli.quorum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.quorate.quorum.Overlap;
import org.quorate.quorum.ProcessSet;
import org.quorate.quorum.QuorumSystem;
import org.quorate.report.JsonText;

/** Answers for programs: one JSON object. */
public final class QuorumJson {

  private QuorumJson() {}

  /** The object, ending in a line break. */
  public static String write(String version, List<Answer> answers) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", version);
    object.put("verdict", answers.stream().allMatch(Answer::isGood) ? "holds" : "violated");
    object.put("points", answers.stream().map(QuorumJson::point).toList());
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> point(Answer answer) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    QuorumSystem system = answer.check().phase1();
    answer
        .point()
        .ifPresent(
            point -> {
              fields.put("faults", point.kind().name().toLowerCase(Locale.ROOT));
              fields.putAll(point.variables());
            });
    fields.put("n", system.processes());
    fields.put("mayLie", answer.check().faults().liars().format(system::name));
    fields.put("mayFail", answer.check().faults().faulty().format(system::name));
    fields.put("quorums", answer.quorums());
    fields.put(
        "thresholds",
        answer.hasPhases()
            ? List.of(system.threshold(), answer.check().phase2().threshold())
            : List.of(system.threshold()));
    fields.put("verdict", answer.verdict());
    fields.put("consistent", answer.isConsistent());
    fields.put("available", answer.isAvailable());
    fields.put("leastConsistent", answer.least().stream().map(QuorumJson::number).toList());
    fields.put("mostByzantine", number(answer.byzantine()));
    fields.put("mostCrashed", number(answer.crash()));
    fields.put("method", answer.check().method());
    fields.put("confirmedByListing", answer.confirmed().isPresent());
    fields.put("overlap", answer.overlap().map(o -> overlap(system, o)).orElse(null));
    fields.put("blockedBy", answer.blocked().map(b -> names(system, b.faulty())).orElse(null));
    return fields;
  }

  private static Map<String, List<String>> overlap(QuorumSystem system, Overlap overlap) {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    sets.put("first", names(system, overlap.first()));
    sets.put("second", names(system, overlap.second()));
    sets.put("common", names(system, overlap.common()));
    return sets;
  }

  private static List<String> names(QuorumSystem system, ProcessSet set) {
    return set.stream().mapToObj(system::name).toList();
  }

  private static @Nullable Integer number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
