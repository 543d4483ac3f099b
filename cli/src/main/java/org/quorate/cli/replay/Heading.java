package org.quorate.cli.replay;

import java.util.List;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.trace.Trace;

/**
 * What a record of a run says of itself, and how the rest of it is compared with what the model
 * does. A record may be altered, or of a version of this program whose model was another.
 *
 * @param fields with the keys {@code tool}, {@code version}, {@code model} and {@code parameters}
 * @param version of this program
 */
record Heading(Yaml.Mapping fields, String version) {

  /** The key that says which program wrote the record. */
  static final String TOOL = "tool";

  /**
   * The heading of a record of this program.
   *
   * @throws BadFileException if another program wrote it
   */
  static Heading read(Yaml.Mapping fields, String version) {
    Yaml.Scalar tool = scalar(fields, TOOL);
    if (!tool.text().equals("quorate")) {
      throw tool.at().error("this was written by '%s', not by quorate".formatted(tool.text()));
    }
    return new Heading(fields, version);
  }

  Protocol protocol(ModelReader models) {
    return models.protocol(fields);
  }

  Configured configured(Protocol protocol) {
    return ModelReader.configured(
        protocol, fields.get("parameters").mapping("the parameters of the model"));
  }

  /** Compares the state after a step. */
  void compare(Yaml.Mapping state, Trace.Step taken) {
    new StatedViews(state, true)
        .difference(taken.state())
        .ifPresent(
            d -> {
              throw differs(d.at(), "after step %d, %s".formatted(taken.number(), d.what()));
            });
  }

  /** Compares the lemmas and invariants that a step breaks. */
  void compareBroken(Yaml.Mapping step, Trace.Step taken) {
    compare(step, "breaks", taken.brokenLemmas());
    compare(step, "violates", taken.brokenInvariants());
  }

  private void compare(Yaml.Mapping step, String key, List<Trace.Broken> broken) {
    Yaml stated = step.get(key);
    List<String> names = broken.stream().map(Trace.Broken::name).toList();
    if (!names.equals(stated.value())) {
      throw differs(stated.at(), "this step %s %s, not %s".formatted(key, names, stated.value()));
    }
  }

  void same(Yaml.Scalar stated, String what, Object actual) {
    if (!stated.text().equals(actual.toString())) {
      throw differs(stated.at(), "%s is '%s', not '%s'".formatted(what, actual, stated.text()));
    }
  }

  /** An error that the record is not what the model does. */
  BadFileException differs(Position at, String message) {
    String written = scalar(fields, "version").text();
    String other =
        written.equals(version)
            ? ""
            : "; the file is of version %s, this is %s".formatted(written, version);
    return at.error(message + other);
  }

  static Yaml.Scalar scalar(Yaml.Mapping mapping, String key) {
    return mapping.get(key).scalar("a value of '" + key + "'");
  }
}
