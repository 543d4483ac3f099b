package org.quorate.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cli.options.OptionReader;
import org.quorate.cli.options.QuorumArguments;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.model.Mutant;
import org.quorate.model.Option;
import org.quorate.model.Protocol;
import org.quorate.models.Protocols;

/** The published schema and the reader agree. */
class SuiteSchemaTest {

  private static final Path SPECS = Path.of("../specs");
  private static final JsonNode JSON = json();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON);

  private static JsonNode json() {
    try {
      return new ObjectMapper().readTree(SPECS.resolve("suite.schema.json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode definition(String name) {
    return JSON.at("/$defs/" + name);
  }

  private static List<String> keys(JsonNode definition) {
    List<String> keys = new ArrayList<>();
    definition.get("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  static List<Protocol> protocols() {
    return Protocols.all();
  }

  static List<Path> suites() throws IOException {
    try (Stream<Path> files = Files.walk(SPECS)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> !f.startsWith(SPECS.resolve("seed")))
          .filter(f -> !f.startsWith(SPECS.resolve("quorums")))
          .sorted()
          .toList();
    }
  }

  private static SpecFile read(String text) {
    return new SpecReader(Protocols.all(), "test").parse("s.yaml", text);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everySuiteOfTheProjectIsValid(Path file) throws IOException {
    assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void schemaIsValidItself() {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(JSON.get("$schema").asText()));
    assertThat(meta.validate(JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void optionsOfModelsAreThoseOfTheReader(Protocol protocol) {
    JsonNode options = definition("options-" + protocol.name());
    assertThat(keys(options))
        .containsExactlyElementsOf(protocol.options().stream().map(Option::name).toList());
    for (Option option : protocol.options()) {
      JsonNode stated = options.get("properties").get(option.name());
      if (option.type() instanceof Option.WholeNumber range) {
        assertThat(stated.get("minimum").asInt()).as(option.name()).isEqualTo(range.least());
        assertThat(stated.get("maximum").asInt()).as(option.name()).isEqualTo(range.most());
      } else if (option.type() instanceof Option.Choice choice) {
        assertThat(texts(stated.get("enum"))).as(option.name()).isEqualTo(choice.names());
      }
      assertThat(stated.get("description").asText())
          .isEqualTo(option.meaning() + " (default: " + option.fallback() + ")");
    }
  }

  @Test
  void namesAreThoseOfTheReader() {
    List<String> models = Protocols.all().stream().map(Protocol::name).toList();
    assertThat(texts(JSON.at("/$defs/modelCheck/properties/model/enum"))).isEqualTo(models);
    assertThat(keys(definition("search")))
        .containsExactlyElementsOf(OptionReader.names(new SearchArguments()));
    assertThat(keys(definition("quorum")))
        .containsExactlyElementsOf(OptionReader.names(new QuorumArguments()));
    assertThat(keys(definition("expectModel")))
        .startsWith(Facts.VERDICT, Facts.INVARIANT)
        .containsAll(Facts.COUNTS)
        .endsWith(Facts.GOALS)
        .hasSize(Facts.COUNTS.size() + 3);
    assertThat(texts(JSON.at("/$defs/expectQuorum/properties/verdict/enum")))
        .startsWith(Answer.VERDICTS.toArray(String[]::new))
        .endsWith(Facts.INCOMPLETE)
        .hasSize(Answer.VERDICTS.size() + 1);
  }

  @Test
  void mutantsAreThoseOfTheCatalogues() {
    JsonNode alternatives = JSON.at("/$defs/mutantsCheck/properties/mutants/oneOf");
    for (int i = 0; i < Protocols.all().size(); i++) {
      JsonNode properties = alternatives.get(i + 1).get("properties");
      Protocol protocol = Protocols.all().get(i);
      assertThat(properties.at("/model/const").asText()).isEqualTo(protocol.name());
      assertThat(texts(properties.at("/mutant/enum")))
          .isEqualTo(protocol.mutants().stream().map(Mutant::name).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checks: [{name: x, model: paxos}]",
        "checks: [{name: x, model: pbft, options: {k: 4, quorum: 2*f+1, value-names: [a, b]}}]",
        "checks: [{name: x, model: paxos, search: {symmetry: [acceptors], memory: 64m, timeout:"
            + " 90}}]",
        "checks: [{name: x, model: paxos, expect: {verdict: violated, invariant: agreement}}]",
        "checks: [{name: 'x: ü, (1)', quorum: {k: 2..3, f: '1,2', faults: crash}}]",
        "checks: [{name: x, quorum: {}, expect: {verdict: 'safe, not available'}}]",
        "checks: [{name: x, mutants: paxos}, {name: y, mutants: {model: pbft, mutant:"
            + " accept-two}}]",
      })
  void bothTakeWhatIsRight(String text) {
    assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
    assertThat(read(text).checks()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "chekcs: []",
        "checks: []",
        "checks: {}",
        "checks: [{name: x, model: paxos}]\nmore: 1",
        "checks: [{model: paxos}]",
        "checks: [{name: '', model: paxos}]",
        "checks: [{name: ' ', model: paxos}]",
        "checks: [{name: \"a\\nb\", model: paxos}]",
        "checks: [{name: x}]",
        "checks: [{name: x, model: paxos, mutants: paxos}]",
        "checks: [{name: x, model: paxo}]",
        "checks: [{name: x, model: paxos, options: {acceptor: 3}}]",
        "checks: [{name: x, model: paxos, options: {views: 3}}]",
        "checks: [{name: x, model: paxos, options: {acceptors: 0}}]",
        "checks: [{name: x, model: paxos, options: {mutant: no}}]",
        "checks: [{name: x, model: paxos, options: [acceptors]}]",
        "checks: [{name: x, model: paxos, search: {thread: 1}}]",
        "checks: [{name: x, model: paxos, search: {threads: 0}}]",
        "checks: [{name: x, model: paxos, search: {store: none}}]",
        "checks: [{name: x, model: paxos, search: {memory: much}}]",
        "checks: [{name: x, model: paxos, expect: {explroed: 1}}]",
        "checks: [{name: x, model: paxos, expect: {explored: many}}]",
        "checks: [{name: x, model: paxos, expect: {explored: -1}}]",
        "checks: [{name: x, model: paxos, expect: {verdict: good}}]",
        "checks: [{name: x, model: paxos, expect: {goals: {decided: maybe}}}]",
        "checks: [{name: x, quorum: {q: 1}}]",
        "checks: [{name: x, quorum: {faults: none}}]",
        "checks: [{name: x, quorum: {}, search: {}}]",
        "checks: [{name: x, quorum: {}, expect: {explored: 1}}]",
        "checks: [{name: x, mutants: pax}]",
        "checks: [{name: x, mutants: {model: paxos, mutant: accept-two}}]",
        "checks: [{name: x, mutants: {mutant: forget-all}}]",
        "checks: [{name: x, mutants: paxos, expect: {}}]",
        "checks: [{name: x, replay: [a]}]",
      })
  void bothRefuseWhatIsWrong(String text) {
    assertThat(SCHEMA.validate(text, InputFormat.YAML)).isNotEmpty();
    assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> read(text));
  }
}
