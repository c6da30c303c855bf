package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.ContrastSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;
import org.parallax.table.Manifest;
import org.parallax.table.OutletContrastsTable;
import org.parallax.table.Publication;
import org.parallax.table.TableStore;
import org.parallax.trend.ContrastStage;

/** The command as a user types it, on tables of two outlets that differ and a third that has hardly written. */
@ExtendWith(SparkExtension.class)
class CompareCommandTest {
    private static final ContrastSettings SETTINGS = new ContrastSettings(8, 200, 199, 1);
    private static final int PAIRS = 12;

    @TempDir
    static Path folder;

    private static String tables = "";

    @BeforeAll
    static void makeTables() {
        SparkSession spark = SparkExtension.session();
        tables = folder.resolve("tables").toString();
        List<Row> articles = new ArrayList<>();
        List<Row> stances = new ArrayList<>();
        List<Row> events = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            String day = String.format(Locale.ROOT, "2024-%02d-03T10:00:00Z", 1 + i % 2);
            add(articles, stances, events, "podil" + i, "Podil Daily", day, "podil" + i, 0.4 + 0.01 * i);
            add(articles, stances, events, "vestnik" + i, "Vestnik", day, "podil" + i, -0.5 + 0.02 * i);
        }
        add(articles, stances, events, "lantern0", "Lantern", "2024-01-09T10:00:00Z", "lantern0", 0.42);
        stances.add(stance("podil0", "Podil Daily", "2024-01-03T10:00:00Z", "csto", "reported", -0.3));
        TableStore store = new TableStore(spark, tables);
        try (Publication out = store.begin()) {
            out.write(ArticlesTable.TABLE, spark.createDataFrame(articles, ArticlesTable.TABLE.schema()));
            Dataset<Row> stance = spark.createDataFrame(stances, ArticleStanceTable.TABLE.schema());
            Dataset<Row> eventRows = spark.createDataFrame(events, EventsTable.TABLE.schema());
            out.write(ArticleStanceTable.TABLE, stance);
            out.write(EventsTable.TABLE, eventRows);
            out.write(
                    OutletContrastsTable.TABLE,
                    ContrastStage.contrasts(stance, eventRows, ContrastStage.sketches(stance, SETTINGS), SETTINGS));
            out.publish(manifest(out.runId()));
        }
    }

    @Test
    void articlesStandSideBySideWithWhatCanBeSaidOfTheirDifference() {
        Console console = Console.type("compare", "--tables", tables, "podil0", "vestnik0", "lantern");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out())
                .contains("A  Title of podil0\n   Podil Daily · 2024-01-03 · podil0\n")
                .contains("Only some of them report the same event")
                .containsPattern(
                        "\nNATO author +\\+0\\.40 \\(\\+0\\.30 \\+0\\.50\\) +2 +-0\\.50 \\(-0\\.60 -0\\.40\\) +2 +\\+0\\.42")
                .contains("NATO, author: C is more favourable than B by 0.92; their intervals lie apart.")
                .contains("CSTO, reported: only A has a scored sentence.")
                .contains("    +0.40 podil0 says nato.")
                .doesNotContain("\u001b");
    }

    @Test
    void twoThatTheDataCannotTellApartAreNotToldApart() {
        Console console = Console.type("compare", "--tables", tables, "podil0", "lantern0");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out())
                .contains("They report different events: a difference may be one of what they report.")
                .contains("NATO, author: no difference that the data can show: the intervals overlap.");
    }

    @Test
    void outletsAreComparedOnBothBasesByMonthAndOnCommonEvents() {
        Console console =
                Console.type("compare", "--tables", tables, "--outlets", "vestnik, Podil Daily", "--target", "NATO");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out())
                .startsWith("Vestnik and Podil Daily on NATO\n")
                .containsPattern("All their articles: Vestnik -0\\.39 \\(12 articles\\), Podil Daily \\+0\\.4[56]")
                .containsPattern("On the same events: Vestnik .*12\\s+common\\s+events\\.")
                .containsPattern(
                        "Podil Daily is more favourable by 0\\.8[45]; seen from Vestnik -0\\.8[45] \\(95 % interval -0")
                .containsPattern("2024-01 +-0\\.40 +6 +\\+0\\.45 +6")
                .contains("  2024-01-03  Title of podil0\n")
                .contains("      -0.50 vestnik0 says nato.")
                .containsPattern(
                        "In the voice of those whom they report\n  Not compared: Vestnik has 0 dated stories and\\s+Podil");
    }

    @Test
    void tooFewStoriesAreSaidWithTheirNumber() {
        Console console =
                Console.type("compare", "--tables", tables, "--outlets", "Lantern,Vestnik", "--target", "nato");

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out().replaceAll("\\s+", " "))
                .contains("Not compared: Lantern has 1 dated story and Vestnik has 12 dated stories. Each needs 8"
                        + " (contrasts.min-stories)")
                .contains("none: they report no event in common");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--outlets Podil,Vestnik --target nato   | --outlets Podil: there is no such outlet in",
                "--outlets Podil,Vestnik --target nato   | the nearest are: Podil Daily;",
                "--outlets Lantern,Vestnik --target nata | --target nata: there is no such target in",
                "--outlets Lantern,Vestnik --target nata | the nearest are: nato; csto",
                "--outlets Lantern --target nato         | --outlets takes two outlets with a comma between, not 1",
                "--outlets Lantern,lantern --target nato | --outlets names Lantern twice",
                "--outlets Lantern,Vestnik               | --outlets needs --target T",
                "podil0 vestnik0 --target nato           | --target goes with --outlets",
                "podil0                                  | one article cannot be compared",
                "podil0 podil0                           | ARTICLE podil0 is named twice",
                "podil0 vestnik                          | ARTICLE vestnik fits several articles; say which",
                "podil0 nowhere                          | ARTICLE nowhere fits no article in",
            })
    void misuseIsAUsageErrorThatNamesTheRemedy(String arguments, String message) {
        List<String> typed = new ArrayList<>(List.of("compare", "--tables", tables));
        typed.addAll(List.of(arguments.strip().split(" +")));
        Console console = Console.type(typed.toArray(String[]::new));

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains(message);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void nothingNamedIsAUsageError() {
        Console console = Console.type("compare", "--tables", tables);

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains("name two articles or more, or --outlets A,B with --target T");
    }

    private static void add(
            List<Row> articles,
            List<Row> stances,
            List<Row> events,
            String id,
            String outlet,
            String at,
            String event,
            double score) {
        articles.add(RowFactory.create(
                id, null, "Title of " + id, null, "Body.", time(at), outlet, "KZ", "en", false, id, true, null, null));
        stances.add(stance(id, outlet, at, "nato", "author", score));
        events.add(RowFactory.create(id, id, event, time(at), 1.0));
    }

    private static Row stance(String id, String outlet, String at, String target, String voice, double score) {
        Row evidence = RowFactory.create("body", 0, 9, score, id + " says " + target + ".");
        return RowFactory.create(
                id,
                id,
                true,
                outlet,
                "KZ",
                "en",
                time(at),
                target,
                voice,
                2,
                1,
                1,
                0,
                0,
                score,
                score - 0.1,
                score + 0.1,
                score > 0 ? "favourable" : "unfavourable",
                new Row[] {evidence},
                new byte[0],
                "m1");
    }

    private static Timestamp time(String at) {
        return Timestamp.from(Instant.parse(at));
    }

    private static Manifest manifest(String runId) {
        Map<String, Object> configuration = Map.of(
                "targets",
                Map.of("nato", Map.of("name", "NATO"), "csto", Map.of("name", "CSTO")),
                "contrasts",
                Map.of("min-stories", 8));
        return new Manifest(
                runId,
                Manifest.Status.COMPLETE,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "m1",
                "",
                configuration,
                new TreeMap<>());
    }
}
