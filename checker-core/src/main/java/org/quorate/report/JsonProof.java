package org.quorate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.quorate.quorum.Rational;
import org.quorate.quorum.proof.Finding;
import org.quorate.quorum.proof.Proof;
import org.quorate.quorum.proof.Question;
import org.quorate.quorum.proof.Statement;

/** A proof about quorums for programs: one JSON object. */
public final class JsonProof {

  private final String version;

  /** A report that names a version of the tool. */
  public JsonProof(String version) {
    this.version = version;
  }

  /** The object, ending in a line break. */
  public String write(Proof proof) {
    return JsonText.object(json -> write(json, proof));
  }

  private void write(JsonGenerator json, Proof proof) throws IOException {
    Question question = proof.question();
    json.writeStringField("tool", "quorate");
    json.writeStringField("version", version);
    json.writeStringField("faults", lower(question.faults()));
    json.writeObjectFieldStart("formulas");
    for (int i = 0; i < question.quorums().size(); i++) {
      json.writeStringField(question.names().get(i), question.quorums().get(i).toString());
    }
    json.writeEndObject();
    json.writeStringField("verdict", lower(proof.outcome()));
    json.writeArrayFieldStart("families");
    for (Proof.Part part : proof.parts()) {
      part(json, question, part);
    }
    json.writeEndArray();
    json.writeStringField("solver", proof.solver());
    json.writeNumberField("seconds", Math.round(proof.seconds() * 1e3) / 1e3);
  }

  private static void part(JsonGenerator json, Question question, Proof.Part part)
      throws IOException {
    json.writeStartObject();
    JsonText.value(json, "fixed", numbers(part.fixed()));
    JsonText.value(json, "from", part.open());
    json.writeStringField("verdict", lower(part.outcome()));
    json.writeArrayFieldStart("statements");
    for (Map.Entry<Statement, Finding> each : part.findings().entrySet()) {
      json.writeStartObject();
      json.writeStringField("statement", each.getKey().label());
      json.writeStringField("condition", each.getKey().text(question));
      finding(json, each.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("verdict", lower(finding));
    if (finding instanceof Finding.Refuted refuted) {
      JsonText.value(json, "counterexample", numbers(refuted.system()));
      json.writeBooleanField("smallest", refuted.smallest());
      json.writeBooleanField("never", refuted.never());
      json.writeStringField("why", refuted.why());
    } else if (finding instanceof Finding.Undecided undecided) {
      json.writeStringField("why", undecided.why());
    } else if (finding instanceof Finding.Meaningless meaningless) {
      json.writeStringField("why", "never " + meaningless.missing().label());
    }
  }

  /** Numbers where they are whole and not too long for most readers; otherwise texts. */
  private static Map<String, Object> numbers(Map<String, Rational> values) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          boolean plain = value.isWhole() && value.numerator().bitLength() <= 53;
          numbers.put(name, plain ? value.numerator() : value.toString());
        });
    return numbers;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String lower(Finding finding) {
    return finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
