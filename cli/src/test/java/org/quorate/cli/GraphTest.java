package org.quorate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Model;
import org.quorate.model.Protocol;
import org.quorate.model.Settings;
import org.quorate.models.Protocols;
import org.quorate.report.GraphDot;
import org.quorate.search.Search;
import org.quorate.search.SearchOptions;
import org.quorate.search.SearchResult;
import org.quorate.symmetry.Symmetry;
import org.quorate.trace.StateGraph;

/** Graphs of all states: they are what the search visits, and Graphviz can read them. */
class GraphTest {

  private static final String SHARED =
      "check paxos --acceptors 2 --ballots 1 --proposers-per-ballot 2 --no-progress ";

  private static final Pattern NODE = Pattern.compile("(?m)^    s\\d+ \\[.*];$");
  private static final Pattern EDGE = Pattern.compile("(?m)^  s\\d+ -> s\\d+ \\[.*];$");

  private static final String ONE_ACCEPTOR = "check paxos --acceptors 1 --ballots 1 --faults loss";

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("states.dot");
  }

  private String dot(String command) throws IOException {
    CommandLineRun.words(command + " --dot " + file);
    return Files.readString(file);
  }

  private static int count(Pattern pattern, String text, String part) {
    return (int) pattern.matcher(text).results().filter(m -> m.group().contains(part)).count();
  }

  private static Model model(String words) {
    List<String> args = List.of(words.split(" "));
    Protocol protocol =
        Protocols.all().stream()
            .filter(p -> p.name().equals(args.get(0)))
            .findFirst()
            .orElseThrow();
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 1; i < args.size(); i += 2) {
      settings.put(args.get(i), args.get(i + 1));
    }
    return protocol.configure(Settings.of(protocol, settings)).model();
  }

  /** The states by depth, and the steps between them. */
  private static List<Long> counts(StateGraph graph) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(graph.depth() + 2, 0L));
    graph.nodes().forEach(n -> counts.set(n.depth(), counts.get(n.depth()) + 1));
    counts.set(graph.depth() + 1, graph.edges().stream().mapToLong(e -> e.steps().size()).sum());
    return counts;
  }

  private static List<Long> counts(SearchResult result) {
    List<Long> counts = new ArrayList<>(result.levels());
    counts.add(result.transitions());
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    "paxos ballots 2, all, 443",
    "paxos ballots 2, acceptors, 857",
    "paxos acceptors 2 ballots 2, none, 145",
    "paxos ballots 1 proposers-per-ballot 2, all, 53",
    "paxos ballots 2 acceptors 2 mutant skip-phase1, none, 885",
    "multipaxos acceptors 1 ballots 2 slots 1, none, 60",
    "multipaxos acceptors 1 ballots 2 slots 2 mutant leave-free, all, 144",
    "pbft k 3 f 1 views 1, all, 25",
    "pbft k 3 f 1 views 1, none, 182",
    "pbft k 4 f 1 views 1 quorum 2*f+1, all, 48",
  })
  void graphIsWhatTheSearchVisits(String settings, String symmetry, int states) {
    Model model = model(settings);
    Symmetry chosen =
        switch (symmetry) {
          case "all" -> Symmetry.all(model.layout());
          case "none" -> Symmetry.none(model.layout());
          default -> Symmetry.of(model.layout(), List.of(symmetry));
        };
    SearchResult result = Search.run(model, SearchOptions.defaults(chosen));
    StateGraph graph = StateGraph.explore(model, chosen, Integer.MAX_VALUE, 100_000);

    assertThat(graph.isCut()).isFalse();
    assertThat(graph.nodes()).hasSize(states);
    assertThat(counts(graph)).isEqualTo(counts(result));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void depthIsLimitedAsInTheSearch(int depth) {
    Model model = model("paxos ballots 2");
    Symmetry all = Symmetry.all(model.layout());
    SearchOptions options = SearchOptions.defaults(all).withMaxDepth(depth);

    assertThat(counts(StateGraph.explore(model, all, depth, 443)))
        .isEqualTo(counts(Search.run(model, options)));
  }

  @Test
  void everyStepIsDrawnOverAnExplicitNetwork() {
    CommandLineRun run = CommandLineRun.words(ONE_ACCEPTOR + " --dot " + file);
    CommandLineRun refused = CommandLineRun.words(ONE_ACCEPTOR + " --reduction por --dot " + file);

    assertThat(run.out()).contains("11 explored").doesNotContain("reduction");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--dot needs every step; leave out --reduction por");
  }

  @Test
  void wholeLevelsAreCutOff() {
    Model model = model("paxos ballots 2");
    Symmetry all = Symmetry.all(model.layout());

    assertThat(StateGraph.explore(model, all, Integer.MAX_VALUE, 443).isCut()).isFalse();
    StateGraph cut = StateGraph.explore(model, all, Integer.MAX_VALUE, 442);
    assertThat(cut.isCut()).isTrue();
    assertThat(counts(cut))
        .isEqualTo(counts(StateGraph.explore(model, all, cut.depth(), Integer.MAX_VALUE)));
    assertThat(StateGraph.explore(model, all, Integer.MAX_VALUE, 0).depth()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void graphOfACounter(int threads) throws IOException {
    CommandLineRun.of(
        List.of(new StubProtocol(() -> {}, 2, List.of())),
        "check",
        "counter",
        "--threads",
        "" + threads,
        "--dot",
        file.toString());

    assertThat(file)
        .hasContent(
            Resources.toString(
                Resources.getResource(GraphTest.class, "counter.dot"), StandardCharsets.UTF_8));
  }

  @Test
  void violationsGoalsAndTheCounterexampleAreMarked() throws IOException {
    String text = dot(SHARED + "--threads 1");

    assertThat(count(NODE, text, "")).isEqualTo(16);
    assertThat(count(NODE, text, "label=\"initial state\\l\"")).isEqualTo(1);
    assertThat(count(NODE, text, "violates agreement, quorum-intersection\\l")).isEqualTo(2);
    assertThat(count(NODE, text, "fillcolor=\"#FF6B5E\"")).isEqualTo(2);
    assertThat(count(NODE, text, "peripheries=2")).isEqualTo(6);
    assertThat(count(NODE, text, "penwidth=3")).isEqualTo(10);
    assertThat(count(EDGE, text, "penwidth=3")).isEqualTo(9);
    assertThat(count(EDGE, text, "label=\"Promise(a1, 0)\\nPromise(a2, 0)\"")).isEqualTo(1);
    assertThat(dot(SHARED + "--threads 2")).isEqualTo(text);
  }

  @Test
  void initialStatesAreToldApart() throws IOException {
    String text = dot("check pbft --views 1 --max-depth 0");

    assertThat(count(NODE, text, "")).isEqualTo(2);
    assertThat(count(NODE, text, "label=\"initial state\\lfaulty: {r0}\\l")).isEqualTo(1);
    assertThat(count(NODE, text, "label=\"initial state\\lfaulty: {r3}\\l")).isEqualTo(1);
  }

  @Test
  void whateverNamesHoldStaysText() {
    String evil = "a\"]; b [label=\"\\N\\\n&lt;\u2028\uD800€";
    Map<String, @Nullable Object> state = Map.of(evil, evil);
    StateGraph.Step step = new StateGraph.Step(evil, Map.of("x", evil));
    StateGraph graph =
        new StateGraph(
            List.of(new StateGraph.Node(List.of(0L), 0, state, List.of(evil), List.of(evil))),
            List.of(new StateGraph.Edge(0, 0, List.of(step))),
            false);

    String text = GraphDot.write(evil, graph, List.of());

    String escaped = "a\\\"]; b [label=\\\"\\\\N\\\\\uFFFD&amp;lt;\uFFFD\uFFFD€";
    assertThat(text)
        .hasLineCount(10)
        .contains("  label=\"" + escaped + "\";\n")
        .contains("tooltip=\"%s(%s)\"];\n".formatted(escaped, escaped));
    String outside = text.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "");
    assertThat(outside).doesNotContain("\"", "\\", "&", "b [");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check paxos | --dot draws at most 2,000 states, and there are more; give --max-depth 10"
            + " for the first 1,419, or less of -k, -f, --acceptors, --ballots, --values,"
            + " --proposers-per-ballot, --forget, --byzantine",
        "check paxos --ballots 1 --strategy dfs | leave out --strategy dfs",
      })
  void refusedBeforeTheSearch(String command, String message) {
    CommandLineRun run = CommandLineRun.words(command + " --dot " + file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void suggestedDepthIsTaken() throws IOException {
    assertThat(count(NODE, dot("check paxos --max-depth 10"), "")).isEqualTo(1_419);
  }

  @Test
  void checkThatIsStoppedDrawsNothing() {
    CommandLineRun run = CommandLineRun.words(SHARED + "--max-states 1 --dot " + file);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("no graph was written");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoThingsInOneFileAreRefused() {
    CommandLineRun run =
        CommandLineRun.words(SHARED + "--trace-itf %s --dot %s".formatted(file, file));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("two things cannot be written to the same file");
  }
}
