package org.parallax;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.parallax.table.TableStore;

/** The arrows between the rooms: data flows one way, and each room knows only what stands before it. */
@AnalyzeClasses(packages = "org.parallax", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("org.parallax.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule config = onlyKnows("config");

    @ArchTest
    static final ArchRule statistics = onlyKnows("statistics");

    @ArchTest
    static final ArchRule table = onlyKnows("table", "config");

    @ArchTest
    static final ArchRule corpus = onlyKnows("corpus", "config", "table");

    @ArchTest
    static final ArchRule mention = onlyKnows("mention", "config", "table");

    @ArchTest
    static final ArchRule voice = onlyKnows("voice", "config", "table", "mention");

    @ArchTest
    static final ArchRule stance = onlyKnows("stance", "config", "table", "mention", "voice");

    @ArchTest
    static final ArchRule article = onlyKnows("article", "config", "table", "statistics", "stance");

    @ArchTest
    static final ArchRule trend = onlyKnows("trend", "config", "table", "statistics");

    @ArchTest
    static final ArchRule evaluate =
            onlyKnows("evaluate", "config", "corpus", "table", "mention", "voice", "stance", "article", "statistics");

    @ArchTest
    static final ArchRule run = noClasses()
            .that()
            .resideInAPackage("org.parallax.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.parallax.cli..");

    @ArchTest
    static final ArchRule statisticsIsPlainJava = noClasses()
            .that()
            .resideInAPackage("org.parallax.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "scala..");

    @ArchTest
    static final ArchRule onlyTheStanceRoomKnowsSparkNlp = noClasses()
            .that()
            .resideOutsideOfPackage("org.parallax.stance..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.johnsnowlabs..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule stagesDoNotKnowStorage = noClasses()
            .that()
            .resideOutsideOfPackages("org.parallax.table..", "org.parallax.run..", "org.parallax.cli..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TableStore.class);

    @ArchTest
    static final ArchRule noRoomForOddsAndEnds =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

    private static ArchRule onlyKnows(String room, String... others) {
        String[] known = Stream.concat(Stream.of(room), Arrays.stream(others))
                .map(name -> "org.parallax." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.parallax." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages("org.parallax..").or(resideInAnyOf(known)));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
            resideInAnyOf(String[] packages) {
        return Arrays.stream(packages)
                .map(name -> resideInAPackage(name))
                .reduce((a, b) -> a.or(b))
                .orElseThrow()
                .as("reside in " + String.join(", ", packages));
    }
}
