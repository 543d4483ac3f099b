package org.quorate.cli.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quorate.report.JsonText;

/** A sweep for programs: one JSON object. */
public final class SweepJson {

  private SweepJson() {}

  /** The object, ending in a line break. */
  public static String write(Sweep sweep) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("tool", "quorate");
    object.put("version", sweep.version());
    object.put("model", sweep.model());
    object.put("options", sweep.given());
    object.put("disagrees", sweep.disagrees());
    object.put("incomplete", sweep.isIncomplete());
    object.put("exact", sweep.isExact());
    object.put("seconds", Details.seconds(sweep.seconds()));
    object.put("points", sweep.cells().stream().map(SweepJson::point).toList());
    return JsonText.object(object);
  }

  private static Map<String, @Nullable Object> point(Cell cell) {
    Map<String, @Nullable Object> point = Details.fields(cell);
    point.put("quorums", cell.quorums());
    point.remove("quorum");
    return point;
  }
}
