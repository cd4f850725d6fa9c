package dev.trueup;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of the packages is the way of the data, and this is what keeps it so.
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.trueup");

  private static final String[] EVERYWHERE = {"java..", "org.jspecify.."};

  /// What each pure package may know besides java.* and itself.
  private static final Map<String, String[]> KNOWS =
      Map.of(
          "dev.trueup.catalog",
          new String[] {},
          "dev.trueup.compare",
          new String[] {"dev.trueup.catalog"},
          "dev.trueup.store",
          new String[] {"dev.trueup.catalog"},
          "dev.trueup.plan",
          new String[] {"dev.trueup.catalog", "dev.trueup.compare", "dev.trueup.store"},
          "dev.trueup.run",
          new String[] {
            "dev.trueup.catalog", "dev.trueup.compare", "dev.trueup.store", "dev.trueup.plan"
          },
          "dev.trueup.apply",
          new String[] {
            "dev.trueup.catalog",
            "dev.trueup.compare",
            "dev.trueup.store",
            "dev.trueup.plan",
            "dev.trueup.run"
          });

  @ParameterizedTest
  @CsvSource({
    "dev.trueup.catalog, 5",
    "dev.trueup.compare, 4",
    "dev.trueup.store, 8",
    "dev.trueup.plan, 10",
    "dev.trueup.run, 10",
    "dev.trueup.apply, 5"
  })
  void purePackagesKnowOnlyWhatComesBeforeThem(String name, int atLeast) {
    assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(name)))
        .hasSizeGreaterThanOrEqualTo(atLeast);
    String[] knows = java.util.Objects.requireNonNull(KNOWS.get(name));
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(EVERYWHERE)
                .or(resideInAnyPackage(knows))
                .or(resideInAnyPackage(name)))
        .check(CLASSES);
  }

  @Test
  void theAwsSdkStaysInLedgerNotifyAndFunction() {
    assertThat(
            CLASSES.stream().filter(type -> type.getPackageName().startsWith("dev.trueup.ledger")))
        .isNotEmpty();
    noClasses()
        .that(
            resideOutsideOfPackages(
                "dev.trueup.ledger..", "dev.trueup.notify..", "dev.trueup.function.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(CLASSES);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    assertThat(
            CLASSES.stream().filter(type -> type.getPackageName().startsWith("dev.trueup.store.")))
        .hasSizeGreaterThan(20);
    SlicesRuleDefinition.slices()
        .matching("dev.trueup.store.(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void onlyTheWiringKnowsTheAdapters() {
    noClasses()
        .that(resideOutsideOfPackages("dev.trueup.store..", "dev.trueup.function"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.trueup.store.*")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    SlicesRuleDefinition.slices()
        .matching("dev.trueup.(*)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void noPackageIsARummageBox() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..helper..", "..common..", "..model..", "..service..", "..impl..")
        .check(CLASSES);
  }
}
