package org.quorate.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The package table: who may use whom, and who may print. */
@AnalyzeClasses(packages = "org.quorate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.quorate.";

  /** For each package the others that it may use. */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("state", List.of());
    MAY_USE.put("model", List.of("state"));
    MAY_USE.put("symmetry", List.of("state"));
    MAY_USE.put("store", List.of("state"));
    MAY_USE.put("network", List.of("state"));
    MAY_USE.put("search", List.of("state", "model", "symmetry", "store"));
    MAY_USE.put("trace", List.of("state", "model", "symmetry"));
    MAY_USE.put("selfcheck", List.of("state", "model", "symmetry", "trace"));
    MAY_USE.put(
        "report", List.of("state", "model", "symmetry", "store", "search", "trace", "quorum"));
    MAY_USE.put("quorum", List.of());
    MAY_USE.put("models", List.of("state", "model", "network", "quorum"));
  }

  @ArchTest
  static void everyPackageUsesOnlyWhatTheTableAllows(JavaClasses all) {
    MAY_USE.forEach((name, used) -> mayUse(name, used).check(all));
  }

  private static ArchRule mayUse(String name, List<String> used) {
    String[] forbidden =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(name) && !used.contains(other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.quorate", ROOT + "cli..");
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.quorate.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageIsInTheTable =
      classes()
          .should()
          .resideInAnyPackage(
              java.util.stream.Stream.concat(
                      MAY_USE.keySet().stream().map(p -> ROOT + p + ".."),
                      java.util.stream.Stream.of("org.quorate", ROOT + "cli.."))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(PrintStream.class);

  @ArchTest
  static final ArchRule onlyTheCommandLineExits =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class);

  @ArchTest
  static final ArchRule modelsKnowNeitherThreadsNorStorage =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "models..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.nio..");
}
