package org.parallax.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.cli.DemoExtension.Demo;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.RejectsTable;
import org.parallax.table.ScoresTable;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.Table;
import org.parallax.table.TableStore;
import org.parallax.table.Tables;

/** The whole job on the sample corpus, as a user runs it, with the shipped model. */
@ExtendWith({SparkExtension.class, DemoExtension.class})
class DemoTest {
    private static Path folder;
    private static String said = "";
    private static TableStore store;

    @BeforeAll
    static void takeTheDemo(SparkSession spark, Demo demo) {
        folder = demo.folder();
        said = demo.said();
        store = new TableStore(spark, folder.toString());
    }

    @Test
    void everyRowIsInArticlesOrRejects() {
        assertThat(store.read(ArticlesTable.TABLE).count()).isEqualTo(94);
        assertThat(store.read(RejectsTable.TABLE).select(RejectsTable.REASON).collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder(
                        "bad_date",
                        "blank_body",
                        "broken_encoding",
                        "duplicate_id",
                        "missing_outlet",
                        "unparseable_line");
    }

    @Test
    void printsASummaryWorthReading() {
        assertThat(said)
                .contains(
                        "rows in",
                        "rejected",
                        "stories",
                        "mentions",
                        "Derzhavny Vestnik",
                        "SELECT",
                        "explain --tables");
    }

    @Test
    void wireCopiesAreOneStory() {
        Dataset<Row> sweden = store.read(ArticlesTable.TABLE)
                .filter(col(ArticlesTable.TITLE)
                        .isin(
                                "Sweden joins NATO, ending two centuries of neutrality",
                                "At last: Sweden is in",
                                "The Baltic closes ranks: Sweden in NATO"));

        assertThat(sweden.count()).isEqualTo(3);
        assertThat(sweden.select(ArticlesTable.STORY_ID).distinct().count()).isEqualTo(1);
        assertThat(sweden.filter(ArticlesTable.ORIGINAL).first().<String>getAs(ArticlesTable.OUTLET))
                .isEqualTo("Lodestar Wire");
    }

    @Test
    void mentionsPointToTheirWords() {
        List<Row> rows = store.read(MentionsTable.TABLE)
                .filter(col(MentionsTable.FIELD).equalTo(MentionsTable.FIELD_BODY))
                .join(store.read(ArticlesTable.TABLE).drop(ArticlesTable.LANGUAGE), ArticlesTable.ARTICLE_ID)
                .collectAsList();

        assertThat(rows).hasSizeGreaterThan(200).allSatisfy(row -> {
            String body = row.getAs(ArticlesTable.BODY);
            int begin = body.offsetByCodePoints(0, row.<Integer>getAs(MentionsTable.BEGIN));
            int end = body.offsetByCodePoints(0, row.<Integer>getAs(MentionsTable.END));
            assertThat(body.substring(begin, end)).isEqualTo(row.<String>getAs(MentionsTable.SURFACE));
        });
    }

    @Test
    void outletsDifferAsTheyWereWritten() {
        assertThat(span("Derzhavny Vestnik", "russia")).isGreaterThan(0.1);
        assertThat(span("Podil Daily", "russia")).isLessThan(-0.2);
        assertThat(span("Roter Faden Weekly", "nato")).isLessThan(-0.3);
        assertThat(span("Atlantic Ledger", "nato")).isGreaterThan(0.1);
        assertThat(span("Derzhavny Vestnik", "csto")).isGreaterThan(span("Yerevan Lantern", "csto"));
    }

    @Test
    void theSecurityReviewIsReadAsItsReaderWould() {
        String id = store.read(ArticlesTable.TABLE)
                .filter(col(ArticlesTable.OUTLET).equalTo("Regional Security Review"))
                .first()
                .getAs(ArticlesTable.ARTICLE_ID);
        Dataset<Row> stance = store.read(ArticleStanceTable.TABLE)
                .filter(col(ArticleStanceTable.ARTICLE_ID).equalTo(id));
        Dataset<Row> ofHolders = store.read(MentionsTable.TABLE)
                .filter(col(MentionsTable.ARTICLE_ID)
                        .equalTo(id)
                        .and(col(MentionsTable.TARGET).equalTo("csto"))
                        .and(col(MentionsTable.HOLDER_SCORE).isNotNull()));

        assertThat(author(stance, "russia")).isEqualTo("unfavourable");
        assertThat(author(stance, "csto")).isEqualTo("unfavourable");
        assertThat(author(stance, "nato")).isEqualTo("neutral");
        assertThat(stances(ofHolders.filter(col(MentionsTable.HOLDER_STATE).equalTo("kazakhstan"))))
                .containsOnly("favourable");
        assertThat(stances(
                        ofHolders.filter(col(MentionsTable.HOLDER_STATE).isin("belarus", "uzbekistan", "tajikistan"))))
                .hasSize(3)
                .containsOnly("unfavourable");
        assertThat(stances(ofHolders.filter(col(MentionsTable.HOLDER_SURFACE).equalTo("A. Zhiltsov"))))
                .hasSize(2)
                .containsOnly("unfavourable");
    }

    @Test
    void whoeverIsReportedByNameHasAStanceOfTheirOwn() {
        Dataset<Row> scored =
                store.read(MentionsTable.TABLE).filter(col(MentionsTable.SCORE).isNotNull());
        Dataset<Row> named = scored.filter(col(MentionsTable.VOICE)
                .equalTo("reported")
                .and(col(MentionsTable.HOLDER_SURFACE).isNotNull()));

        assertThat(named.count()).isGreaterThan(20);
        assertThat(named.filter(col(MentionsTable.HOLDER_SCORE).isNull()).count())
                .isZero();
        assertThat(scored.filter(col(MentionsTable.HOLDER_STANCE).isNotNull()).count())
                .isEqualTo(named.count());
        assertThat(execute("explain", "--tables", folder.toString(), "--article", "A Loyal Ally"))
                .contains("'s own stance: ");
    }

    @Test
    void theCountsOfAnArticleSumToItsMentions() {
        assertThat(store.read(ArticleStanceTable.TABLE)
                        .filter(col(ArticleStanceTable.FAVOURABLE)
                                .plus(col(ArticleStanceTable.NEUTRAL))
                                .plus(col(ArticleStanceTable.UNFAVOURABLE))
                                .plus(col(ArticleStanceTable.UNCERTAIN))
                                .notEqual(col(ArticleStanceTable.MENTIONS)))
                        .count())
                .isZero();
    }

    @Test
    void russianTextsAreNamedButNotScored() {
        Dataset<Row> russian = store.read(MentionsTable.TABLE)
                .join(
                        store.read(ArticlesTable.TABLE)
                                .filter(col(ArticlesTable.LANGUAGE).equalTo("ru"))
                                .select(ArticlesTable.ARTICLE_ID),
                        ArticlesTable.ARTICLE_ID);

        assertThat(russian.count()).isGreaterThan(10);
        assertThat(russian.filter(col(MentionsTable.SCORE).isNotNull()).count()).isZero();
    }

    @Test
    void aSecondRunGivesEqualRowsAndScoresNothingAgain(SparkSession spark) throws IOException {
        List<List<String>> first = rows(store);
        byte[] scores = Files.readAllBytes(folder.resolve("scores/part-00000.parquet"));

        execute("demo", "--output", folder.toString());

        assertThat(rows(new TableStore(spark, folder.toString()))).isEqualTo(first);
        assertThat(folder.resolve("scores/part-00000.parquet")).hasBinaryContent(scores);
        Manifest manifest = store.manifest();
        assertThat(manifest.stages())
                .filteredOn(stage -> stage.name().equals("find texts not scored yet"))
                .extracting(Manifest.Stage::rows)
                .containsExactly(0L);
    }

    @Test
    void theManifestTellsTheTruth() {
        Manifest manifest = store.manifest();

        assertThat(manifest.rejects()).hasSize(6);
        assertThat(manifest.inputs()).hasSize(11).allSatisfy(input -> assertThat(input.bytes())
                .isPositive());
        assertThat(manifest.configurationHash()).hasSize(64);
        for (Manifest.Rows table : manifest.tables()) {
            Table named = Tables.ALL.stream()
                    .filter(t -> t.name().equals(table.table()))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.rows())
                    .as(table.table())
                    .isEqualTo(store.read(named).count());
        }
        assertThat(store.read(ScoresTable.TABLE)
                        .filter(col(ScoresTable.MODEL_ID).notEqual(lit(manifest.modelId())))
                        .count())
                .isZero();
    }

    @Test
    void explainShowsHowTheStanceIsMade() {
        String text = execute("explain", "--tables", folder.toString(), "--article", "A Loyal Ally");

        assertThat(text).contains("Regional Security Review", "CSTO", "mean of", "95 % interval");
    }

    private static double span(String outlet, String target) {
        return store.read(StanceByPeriodTable.TABLE)
                .filter(col(StanceByPeriodTable.PERIOD)
                        .equalTo(StanceByPeriodTable.SPAN)
                        .and(col(StanceByPeriodTable.GROUP).equalTo(outlet))
                        .and(col(StanceByPeriodTable.TARGET).equalTo(target))
                        .and(col(StanceByPeriodTable.VOICE).equalTo("author"))
                        .and(col(StanceByPeriodTable.COUNTING).equalTo(StanceByPeriodTable.EVERY_COPY)))
                .first()
                .<Double>getAs(StanceByPeriodTable.MEAN);
    }

    private static List<String> stances(Dataset<Row> ofHolders) {
        return ofHolders.select(MentionsTable.HOLDER_STANCE).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static String author(Dataset<Row> stance, String target) {
        return stance.filter(col(ArticleStanceTable.TARGET)
                        .equalTo(target)
                        .and(col(ArticleStanceTable.VOICE).equalTo("author")))
                .first()
                .getAs(ArticleStanceTable.STANCE);
    }

    private static List<List<String>> rows(TableStore store) {
        return Tables.ALL.stream()
                .map(table -> store.read(table).collectAsList().stream()
                        .map(Row::json)
                        .toList())
                .toList();
    }

    private static String execute(String... arguments) {
        Console console = Console.type(arguments);
        assertThat(console.exitCode()).as(console.err()).isZero();
        return console.out();
    }
}
