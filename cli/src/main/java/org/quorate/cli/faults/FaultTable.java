package org.quorate.cli.faults;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quorate.model.Mutant;
import org.quorate.report.JsonText;
import org.quorate.report.Palette;

/** The least faults by which each mutant is caught. */
public final class FaultTable {

  /** As wide as the longest name of a mutant. */
  private static final int NAME_WIDTH = 24;

  private record Row(String model, Mutant mutant, FaultRun run, FaultAnswer answer) {}

  private final Palette palette;
  private final List<Row> rows = new ArrayList<>();

  /** A table in the given colours. */
  public FaultTable(Palette palette) {
    this.palette = palette;
  }

  /** The lines above the rows of a model, ending in a line break. */
  public String titles(String model) {
    return "%s\n  %s %s\n".formatted(palette.strong(model), pad("mutant"), "is caught with");
  }

  /** Adds a row, which ends in a line break. */
  public String row(Mutant mutant, FaultRun run, FaultAnswer answer) {
    rows.add(new Row(run.protocol().name(), mutant, run, answer));
    return "  %s %s; at %s\n".formatted(pad(mutant.name()), answer.needs(), at(run));
  }

  private static String pad(String text) {
    return Strings.padEnd(text, NAME_WIDTH, ' ');
  }

  private static String at(FaultRun run) {
    return run.others().entrySet().stream()
        .filter(s -> !s.getKey().equals("mutant"))
        .map(s -> s.getKey() + " " + s.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Whether every set of faults was checked to its end. */
  public boolean isComplete() {
    return rows.stream().allMatch(r -> r.answer().unknown().isEmpty());
  }

  /** The rows for programs: one JSON object, ending in a line break. */
  public String json(String version) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", version);
    object.put("mutants", rows.stream().map(FaultTable::fields).toList());
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> fields(Row row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("model", row.model());
    fields.put("mutant", row.mutant().name());
    fields.put("settings", row.run().others());
    fields.put("needed", row.answer().needed().stream().map(FaultAnswer.Found::faults).toList());
    fields.put(
        "harmless", row.answer().harmless().stream().map(FaultAnswer.Found::faults).toList());
    fields.put("unknown", row.answer().unknown().stream().map(FaultAnswer.Found::faults).toList());
    fields.put("checked", row.answer().checked());
    fields.put("sets", row.answer().sets());
    return fields;
  }
}
