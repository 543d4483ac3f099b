package org.quorate.cli.quorum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
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
    answer
        .overlap()
        .ifPresent(
            o -> {
              fields.put("quorum1", names(system, o.first()));
              fields.put("quorum2", names(system, o.second()));
              fields.put("common", names(system, o.common()));
            });
    answer.blocked().ifPresent(b -> fields.put("blockedBy", names(system, b.faulty())));
    return fields;
  }

  private static List<String> names(QuorumSystem system, ProcessSet set) {
    return set.stream().mapToObj(system::name).toList();
  }

  private static @Nullable Integer number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
