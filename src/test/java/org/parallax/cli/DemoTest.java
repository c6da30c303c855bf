package org.parallax.cli;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.RejectsTable;
import org.parallax.table.ScoresTable;
import org.parallax.table.Table;
import org.parallax.table.TableStore;
import org.parallax.table.Tables;

/** The first command of the README, from end to end. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class DemoTest {
    @TempDir
    private static Path folder;

    private static String tables = "";
    private static Console first = null;

    @BeforeAll
    static void runTheDemo() {
        assumeTrue(
                Files.isRegularFile(Path.of("conf/model/model.onnx")),
                "conf/model/model.onnx is not there, so nothing can be scored");
        tables = folder.resolve("demo").toString();
        first = Console.type("demo", "--output", tables);
    }

    @Test
    void endsWithASummaryWorthReading() {
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .containsPattern("rows in +100  from 11 files")
                .containsPattern("articles +94  in \\d+ stories")
                .containsPattern("rejected +6  1 bad_date, 1 blank_body")
                .containsPattern("mentions +\\d+  \\d+ scored, in \\d+ articles")
                .containsPattern("Derzhavny Vestnik +[+-]0\\.\\d\\d ")
                .contains("FROM '" + tables + "/article_stance/*.parquet'")
                .contains("jobs/parallax explain --tables " + tables + " --article ");
    }

    @Test
    void everyRowIsAnArticleOrAReject(SparkSession spark) {
        TableStore store = new TableStore(spark, tables);

        assertThat(store.read(ArticlesTable.TABLE).count()
                        + store.read(RejectsTable.TABLE).count())
                .isEqualTo(100);
        assertThat(store.read(MentionsTable.TABLE)
                        .filter(col(MentionsTable.SCORE).isNull())
                        .select(MentionsTable.MODEL_ID)
                        .distinct()
                        .collectAsList())
                .allMatch(row -> row.isNullAt(0));
    }

    @Test
    void theManifestAgreesWithTheTables(SparkSession spark) {
        TableStore store = new TableStore(spark, tables);
        Manifest manifest = store.manifest();

        assertThat(manifest.status()).isEqualTo(Manifest.Status.COMPLETE);
        assertThat(manifest.modelId()).isNotBlank();
        assertThat(manifest.stages()).hasSizeGreaterThan(10);
        for (Manifest.Rows rows : manifest.tables()) {
            Table table = Tables.ALL.stream()
                    .filter(t -> t.name().equals(rows.table()))
                    .findFirst()
                    .orElseThrow();
            assertThat(store.read(table).count()).as(rows.table()).isEqualTo(rows.rows());
        }
    }

    @Test
    void theStatePaperIsMoreFavourableToRussiaThanTheAtlanticistMagazine(SparkSession spark) {
        assertThat(mean(spark, "Derzhavny Vestnik", "russia")).isGreaterThan(mean(spark, "Atlantic Ledger", "russia"));
        assertThat(mean(spark, "Derzhavny Vestnik", "nato")).isLessThan(mean(spark, "Atlantic Ledger", "nato"));
    }

    @Test
    void aSecondRunScoresNothingAgainAndGivesEqualRows(SparkSession spark) {
        List<List<String>> before =
                Tables.ALL.stream().map(table -> rows(spark, table)).toList();

        Console again = Console.type("run", "--input", "jobs/sample", "--format", "jsonl", "--output", tables);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("find texts not scored yet  0 rows");
        assertThat(Tables.ALL.stream().map(table -> rows(spark, table)).toList())
                .isEqualTo(before);
        assertThat(new TableStore(spark, tables).read(ScoresTable.TABLE).count())
                .isPositive();
    }

    @Test
    void explainShowsHowTheStanceCameAbout(SparkSession spark) {
        Row article = new TableStore(spark, tables)
                .read(ArticleStanceTable.TABLE)
                .orderBy(col(ArticleStanceTable.MENTIONS).desc(), col(ArticleStanceTable.ARTICLE_ID))
                .first();
        String id = article.getAs(ArticleStanceTable.ARTICLE_ID);

        Console console = Console.type("explain", "--tables", tables, "--article", id.substring(0, 10));

        assertThat(console.exitCode()).as(console.err()).isZero();
        assertThat(console.out())
                .contains("article " + id)
                .containsPattern("\\[[^|\\]]+\\|(author|reported)[^|]*\\|[+-]\\d\\.\\d\\d]")
                .containsPattern("mean\\s+of \\d+ scores")
                .contains("neutral band")
                .contains("Tone, apart from any target");
    }

    @Test
    void explainLeadsToTheArticleThatWasMeant() {
        Console console = Console.type("explain", "--tables", tables, "--article", "No such headline at all");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains("fits no article in " + tables + "; the nearest are:");
    }

    private static double mean(SparkSession spark, String outlet, String target) {
        return new TableStore(spark, tables)
                .read(ArticleStanceTable.TABLE)
                .filter(col(ArticleStanceTable.OUTLET)
                        .equalTo(outlet)
                        .and(col(ArticleStanceTable.TARGET).equalTo(target))
                        .and(col(ArticleStanceTable.VOICE).equalTo("author")))
                .agg(avg(ArticleStanceTable.SCORE))
                .first()
                .getDouble(0);
    }

    private static List<String> rows(SparkSession spark, Table table) {
        return new TableStore(spark, tables)
                .read(table).collectAsList().stream().map(Row::toString).toList();
    }
}
