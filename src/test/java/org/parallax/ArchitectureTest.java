package org.parallax;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.parallax.table.Publication;
import org.parallax.table.TableStore;

/** The rooms and their arrows, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "org.parallax", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("config")
            .definedBy("org.parallax.config")
            .layer("statistics")
            .definedBy("org.parallax.statistics")
            .layer("table")
            .definedBy("org.parallax.table")
            .layer("corpus")
            .definedBy("org.parallax.corpus")
            .layer("mention")
            .definedBy("org.parallax.mention")
            .layer("voice")
            .definedBy("org.parallax.voice")
            .layer("stance")
            .definedBy("org.parallax.stance")
            .layer("article")
            .definedBy("org.parallax.article")
            .layer("trend")
            .definedBy("org.parallax.trend")
            .layer("evaluate")
            .definedBy("org.parallax.evaluate")
            .layer("label")
            .definedBy("org.parallax.label")
            .layer("benchmark")
            .definedBy("org.parallax.benchmark")
            .layer("run")
            .definedBy("org.parallax.run")
            .layer("cli")
            .definedBy("org.parallax.cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("evaluate")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("label")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("benchmark")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("trend")
            .mayOnlyBeAccessedByLayers("run", "cli")
            .whereLayer("article")
            .mayOnlyBeAccessedByLayers("trend", "evaluate", "run", "cli")
            .whereLayer("stance")
            .mayOnlyBeAccessedByLayers("article", "evaluate", "run", "cli")
            .whereLayer("voice")
            .mayOnlyBeAccessedByLayers("stance", "evaluate", "run", "cli")
            .whereLayer("mention")
            .mayOnlyBeAccessedByLayers("voice", "stance", "evaluate", "label", "run", "cli")
            .whereLayer("corpus")
            .mayOnlyBeAccessedByLayers("evaluate", "label", "run", "cli")
            .whereLayer("statistics")
            .mayOnlyBeAccessedByLayers("article", "trend", "evaluate", "label", "run", "cli")
            .whereLayer("table")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayNotAccessAnyLayer()
            .whereLayer("statistics")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.parallax.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_STORAGE = noClasses()
            .that()
            .resideOutsideOfPackages("org.parallax.table", "org.parallax.run", "org.parallax.cli")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(TableStore.class, Publication.class);

    @ArchTest
    static final ArchRule STATISTICS_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("org.parallax.statistics")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule SPARK_NLP_LIVES_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackages("org.parallax.stance", "org.parallax.run")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.johnsnowlabs..");

    @ArchTest
    static final ArchRule NO_DRAWERS_FOR_ODDS_AND_ENDS =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

    @ArchTest
    static final ArchRule EVERY_ROOM_IS_KNOWN = classes()
            .should()
            .resideInAnyPackage(
                    "org.parallax.article",
                    "org.parallax.benchmark",
                    "org.parallax.cli",
                    "org.parallax.config",
                    "org.parallax.corpus",
                    "org.parallax.evaluate",
                    "org.parallax.label",
                    "org.parallax.mention",
                    "org.parallax.run",
                    "org.parallax.stance",
                    "org.parallax.statistics",
                    "org.parallax.table",
                    "org.parallax.trend",
                    "org.parallax.voice");
}
