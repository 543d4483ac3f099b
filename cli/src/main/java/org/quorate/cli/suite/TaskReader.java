package org.quorate.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quorate.cli.mutants.MutantRun;
import org.quorate.cli.options.Flags;
import org.quorate.cli.options.ModelReader;
import org.quorate.cli.options.OptionReader;
import org.quorate.cli.options.QuorumArguments;
import org.quorate.cli.options.SearchArguments;
import org.quorate.cli.options.SearchArguments.Share;
import org.quorate.cli.quorum.Answer;
import org.quorate.cli.replay.RunReader;
import org.quorate.cli.yaml.BadFileException;
import org.quorate.cli.yaml.Position;
import org.quorate.cli.yaml.Yaml;
import org.quorate.cli.yaml.YamlReader;
import org.quorate.model.Goal;
import org.quorate.model.Invariant;
import org.quorate.model.Model;
import org.quorate.model.Model.Finding;
import org.quorate.model.Mutant;
import org.quorate.model.Protocol;
import org.quorate.model.Protocol.Configured;
import org.quorate.state.StateLayout;

/**
 * Reads what a check is to find out, and what must come of it.
 *
 * @param protocols the models that there are
 * @param version of this program
 * @param located the path of a file that the spec file names
 */
record TaskReader(
    List<Protocol> protocols, String version, BiFunction<Position, String, String> located) {

  static final String EXPECT = "expect";

  /** The option of a question about quorums that names a file. */
  private static final String SYSTEM = "system";

  private static final List<String> KINDS = List.of("model", "quorum", "mutants", "replay");

  private static final List<String> KEYS =
      List.of("name", "model", "options", "search", "quorum", "mutants", "replay", EXPECT);

  /** A task, with what must come of it. */
  record Read(Task task, Map<String, Yaml.Scalar> expected) {}

  Read read(Position at, Yaml.Mapping check) {
    check.only("key", "a check", KEYS);
    List<String> kinds = KINDS.stream().filter(k -> check.find(k).isPresent()).toList();
    if (kinds.size() != 1) {
      throw check
          .at()
          .error(
              "a check has one of %s; this has %s"
                  .formatted(
                      String.join(", ", KINDS),
                      kinds.isEmpty() ? "none" : String.join(" and ", kinds)));
    }
    String kind = kinds.get(0);
    return switch (kind) {
      case "model" -> model(at, check);
      case "quorum" -> quorum(at, only(check, kind, EXPECT));
      case "mutants" -> new Read(mutants(only(check, kind).get(kind)), Map.of());
      default -> new Read(replay(only(check, kind).get(kind)), Map.of());
    };
  }

  /** The check, which must have no keys that belong to other kinds. */
  private static Yaml.Mapping only(Yaml.Mapping check, String kind, String... more) {
    List<String> known = Stream.concat(Stream.of("name", kind), Stream.of(more)).toList();
    return check.only("key", "a check of '" + kind + "'", known);
  }

  private static Yaml.Mapping mapping(Yaml.Mapping check, String key) {
    return check
        .find(key)
        .map(value -> value.mapping("a value for each option"))
        .orElseGet(() -> new Yaml.Mapping(check.at(), Map.of()));
  }

  private Read model(Position at, Yaml.Mapping check) {
    only(check, "model", "options", "search", EXPECT);
    Protocol protocol = new ModelReader(protocols, null).protocol(check);
    Yaml.Mapping options = mapping(check, "options");
    Configured configured = ModelReader.configured(protocol, options);
    Yaml.Mapping given = mapping(check, "search");
    SearchArguments search = OptionReader.read(new SearchArguments(), "search", given);
    StateLayout layout = configured.model().layout();
    OptionReader.use(SearchArguments::new, "search", given, s -> s.options(layout, Share.all()));
    String typed =
        "quorate check %s%s%s"
            .formatted(protocol.name(), Flags.line(texts(options)), Flags.line(texts(given)));
    return new Read(
        new ModelTask(protocol.name(), configured, search, typed),
        expectations(configured.model(), search).read(at, check.find(EXPECT).orElse(null)));
  }

  private static Map<String, String> texts(Yaml.Mapping options) {
    Map<String, String> texts = new LinkedHashMap<>();
    options.entries().forEach((name, entry) -> texts.put(name, ModelReader.words(entry.value())));
    return texts;
  }

  private static Expectations expectations(Model model, SearchArguments search) {
    Stream<String> invariants = model.invariants().stream().map(Invariant::name);
    Stream<String> findings = model.findings().stream().map(Finding::invariant);
    return new Expectations(
        List.of("holds", "violated", Facts.INCOMPLETE),
        Stream.concat(invariants, findings).distinct().toList(),
        model.goals().stream().map(Goal::name).toList(),
        search.isDepthFirst()
            ? Map.of(Facts.DEPTH, "depth-first search does not find it out")
            : Map.of());
  }

  private Read quorum(Position at, Yaml.Mapping check) {
    Yaml.Mapping question = check.get("quorum").mapping("a question about quorums");
    Position file = question.find(SYSTEM).map(Yaml::at).orElse(question.at());
    List<Supplier<Answer>> questions =
        OptionReader.use(
            QuorumArguments::new,
            "quorum",
            question,
            q -> named(file, () -> q.questions(name -> located.apply(file, name))));
    List<String> verdicts = new ArrayList<>(Answer.VERDICTS);
    verdicts.add(Facts.INCOMPLETE);
    Map<String, Yaml.Scalar> expected =
        new Expectations(verdicts, List.of(), List.of(), Map.of())
            .read(at, check.find(EXPECT).orElse(null));
    String verdict = expected.values().iterator().next().text();
    String typed = "quorate quorum" + Flags.line(located(question));
    return new Read(new QuorumTask(questions, verdict, typed), expected);
  }

  /** The options of a question as they are typed where this program was started. */
  private Map<String, String> located(Yaml.Mapping question) {
    Map<String, String> texts = texts(question);
    texts.computeIfPresent(SYSTEM, (key, file) -> located.apply(question.get(key).at(), file));
    return texts;
  }

  /** What a file gives that is named at a place: if it cannot be read, the place is wrong. */
  private static <T> T named(Position at, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadFileException e) {
      throw e.at().isPresent() ? e : at.error(String.valueOf(e.getMessage()));
    }
  }

  private Task mutants(Yaml stated) {
    Yaml.Mapping named =
        stated instanceof Yaml.Scalar model
            ? new Yaml.Mapping(model.at(), Map.of("model", new Yaml.Entry(model.at(), model)))
            : stated.mapping("a model, and one of its mutants");
    named.only("key", "mutants", List.of("model", "mutant"));
    Protocol protocol = new ModelReader(protocols, null).protocol(named);
    Optional<String> only = named.find("mutant").map(m -> mutant(protocol, m));
    List<MutantRun> runs =
        protocol.mutants().stream()
            .filter(m -> only.isEmpty() || m.name().equals(only.get()))
            .flatMap(m -> MutantRun.of(protocol, m).stream())
            .toList();
    return new MutantsTask(runs, "quorate mutants " + protocol.name());
  }

  private static String mutant(Protocol protocol, Yaml stated) {
    return stated
        .scalar("the name of a mutant")
        .oneOf("mutant", protocol.mutants().stream().map(Mutant::name).toList());
  }

  private Task replay(Yaml stated) {
    Yaml.Scalar named = stated.scalar("a file with a scenario or a run");
    String file = located.apply(named.at(), named.text());
    Yaml.Mapping content =
        named(named.at(), () -> YamlReader.read(file)).mapping("a scenario or a run");
    return new ReplayTask(file, RunReader.read(new ModelReader(protocols, null), content, version));
  }
}
