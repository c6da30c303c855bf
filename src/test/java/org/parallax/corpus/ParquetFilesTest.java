package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parallax.corpus.CorpusFixtures.SETTINGS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.config.Settings.Unreadable;

@ExtendWith(SparkExtension.class)
class ParquetFilesTest {

    private final Path folder;

    ParquetFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Writes the rows of a query as one Parquet file. */
    private Path write(SparkSession spark, String name, String query) throws IOException {
        Path parts = folder.resolve("_" + name);
        spark.sql(query).coalesce(1).write().mode(SaveMode.Overwrite).parquet(parts.toString());
        try (var files = Files.list(parts)) {
            Path part = files.filter(f -> f.getFileName().toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            return Files.move(part, folder.resolve(name));
        }
    }

    private RawFiles.Raw read(SparkSession spark, CorpusSettings settings) {
        return RawFiles.read(spark, List.of(folder.toString()), Format.PARQUET, settings);
    }

    private static List<Row> sorted(RawFiles.Raw raw) {
        return raw.rows().collectAsList().stream()
                .sorted(Comparator.comparing((Row r) -> r.<String>getAs("source_file"))
                        .thenComparing(r -> r.<Long>getAs("source_position")))
                .toList();
    }

    @Test
    void filesOfDifferentSchemasAreReadTogether(SparkSession spark) throws IOException {
        write(spark, "a.parquet", "select 'a.org' outlet, 'one' body, 'Ann' author, array(1) extra");
        write(spark, "b.parquet", "select 7 article_id, 'two' body, cast(null as string) title, 'b.org' outlet");

        List<Row> rows = sorted(read(spark, SETTINGS));

        assertThat(rows).extracting(r -> r.<String>getAs("body")).containsExactly("one", "two");
        assertThat(rows).extracting(r -> r.<String>getAs("author")).containsExactly("Ann", null);
        assertThat(rows).extracting(r -> r.<String>getAs("article_id")).containsExactly(null, "7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            timestamp'2023-01-10 10:05:00.25Z'     | 2023-01-10T10:05:00.250Z
            timestamp_ntz'2023-01-10 10:05:00'     | 2023-01-10T10:05:00Z
            date'2023-01-10'                       | 2023-01-10
            '2023-01-10T10:05:00+03:00'            | 2023-01-10T10:05:00+03:00
            1673345100L                            | 1673345100
            cast(1673345100.5 as double)           | 1673345100.5
            cast(20.50 as decimal(10,2))           | 20.50
            cast(123456789012345.5 as decimal(25,1)) | 123456789012345.5
            true                                   | true
            """)
    void everyPlainTypeBecomesText(String literal, String text, SparkSession spark) throws IOException {
        write(spark, "a.parquet", "select 'a' outlet, 'b' body, " + literal + " published_at");

        assertThat(sorted(read(spark, SETTINGS)).get(0).<String>getAs("published_at"))
                .isEqualTo(text);
    }

    @Test
    void oldTimestampsAreReadToo(SparkSession spark) throws IOException {
        spark.conf().set("spark.sql.parquet.outputTimestampType", "INT96");
        try {
            write(spark, "a.parquet", "select 'a' outlet, 'b' body, timestamp'2023-01-10 10:05:00.25Z' published_at");
        } finally {
            spark.conf().unset("spark.sql.parquet.outputTimestampType");
        }

        assertThat(sorted(read(spark, SETTINGS)).get(0).<String>getAs("published_at"))
                .isEqualTo("2023-01-10T10:05:00.250Z");
    }

    /** Pandas writes times so by default, and Spark's own source refuses them. */
    @Test
    void timestampsInNanosecondsAreRead(SparkSession spark) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { optional binary outlet (STRING);"
                + " optional binary body (STRING); optional int64 published_at (TIMESTAMP(NANOS,false)); }");
        Group row = new SimpleGroupFactory(schema).newGroup();
        row.add("outlet", "a");
        row.add("body", "b");
        row.add("published_at", 1_673_345_100_123_456_789L);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(
                        folder.resolve("a.parquet").toString()))
                .withType(schema)
                .withConf(new Configuration())
                .build()) {
            writer.write(row);
        }

        assertThat(sorted(read(spark, SETTINGS)).get(0).<String>getAs("published_at"))
                .isEqualTo("2023-01-10T10:05:00.123456789Z");
    }

    @Test
    void nestedAndBinaryColumnsAreRefused(SparkSession spark) throws IOException {
        Path file = write(spark, "a.parquet", "select 'a' outlet, struct('x' as html) body");
        assertThatThrownBy(() -> read(spark, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("column \"body\" holds nested values");
        Files.delete(file);
        write(spark, "b.parquet", "select 'a' outlet, cast('x' as binary) body");
        assertThatThrownBy(() -> read(spark, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("column \"body\" holds bytes");
    }

    @Test
    void aMissingRequiredColumnIsRefused(SparkSession spark) throws IOException {
        write(spark, "a.parquet", "select 'a' site, 'x' body");

        assertThatThrownBy(() -> read(spark, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no column \"outlet\"")
                .hasMessageContaining("[body, site]")
                .hasMessageContaining("--map outlet=COLUMN");
    }

    @Test
    void rowsAreNumberedAcrossRowGroups(SparkSession spark) throws IOException {
        spark.sparkContext().hadoopConfiguration().set("parquet.block.size", "4096");
        spark.sparkContext().hadoopConfiguration().set("parquet.page.size.row.check.min", "10");
        try {
            write(
                    spark,
                    "a.parquet",
                    "select 'a' outlet, concat(id, ' ', repeat(uuid(), 5)) body from range(0, 2000, 1, 1)");
        } finally {
            spark.sparkContext().hadoopConfiguration().unset("parquet.block.size");
            spark.sparkContext().hadoopConfiguration().unset("parquet.page.size.row.check.min");
        }

        RawFiles.Raw raw = read(spark, SETTINGS);

        assertThat(raw.rows().rdd().getNumPartitions()).isGreaterThan(1);
        assertThat(sorted(raw)).hasSize(2_000).allMatch(r -> r.<String>getAs("body")
                .startsWith((r.<Long>getAs("source_position") - 1) + " "));
    }

    @Test
    void damagedFilesAreNamedAndSkippedOrFatal(SparkSession spark) throws IOException {
        Path good =
                write(spark, "good.parquet", "select 'a' outlet, concat(id, repeat('text ', 50)) body from range(500)");
        byte[] bytes = Files.readAllBytes(good);
        Files.write(folder.resolve("truncated.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(folder.resolve("empty.parquet"), new byte[0]);
        Files.writeString(folder.resolve("text.parquet"), "this is not a table at all");
        byte[] overwritten = bytes.clone();
        Arrays.fill(overwritten, 200, bytes.length / 2, (byte) 0x5a);
        Files.write(folder.resolve("pages.parquet"), overwritten);

        RawFiles.Raw raw = read(spark, SETTINGS);

        assertThat(raw.rows().count()).isEqualTo(500);
        assertThat(raw.unreadable())
                .extracting(u -> Path.of(u.file()).getFileName().toString())
                .containsExactly("empty.parquet", "pages.parquet", "text.parquet", "truncated.parquet");
        assertThat(raw.unreadable()).allSatisfy(u -> assertThat(u.reason()).isNotBlank());
        assertThatThrownBy(() -> read(spark, new CorpusSettings(Map.of(), Unreadable.FAIL, 2_000, List.of("en"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("unreadable input")
                .hasMessageContaining("pages.parquet")
                .hasMessageContaining("corpus.unreadable-files = skip");
    }

    @Test
    void inputOfDamagedFilesAloneIsNoInput(SparkSession spark) throws IOException {
        Files.writeString(folder.resolve("a.parquet"), "no");

        assertThatThrownBy(() -> read(spark, SETTINGS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hold no row; unreadable:")
                .hasMessageContaining("a.parquet");
    }

    @Test
    void foldersOfAPartitionedTableGiveTheirColumn(SparkSession spark) {
        spark.sql("select 'x' body, 'a b.org' outlet union all select 'y', 'c/d.org'")
                .write()
                .mode(SaveMode.Overwrite)
                .partitionBy("outlet")
                .parquet(folder.toString());

        assertThat(sorted(read(spark, SETTINGS)))
                .extracting(r -> r.<String>getAs("outlet"))
                .containsExactlyInAnyOrder("a b.org", "c/d.org");
    }

    @Test
    void whatWasAcceptedIsAcceptedAgainUnchanged(SparkSession spark) {
        var first = Intake.accepted(Intake.check(
                CorpusFixtures.articles(
                        spark,
                        CorpusFixtures.row("body", "<p>One &amp; two.</p>")
                                .with("published_at", "2023-01-10T10:05:00Z"),
                        CorpusFixtures.row("url", null).with("language", null)),
                SETTINGS));
        first.write().mode(SaveMode.Overwrite).parquet(folder.toString());

        var second = Intake.accepted(Intake.check(read(spark, SETTINGS).rows(), SETTINGS));

        String[] kept = {"article_id", "url", "title", "body", "published_at", "outlet", "language"};
        assertThat(second.selectExpr(kept).collectAsList())
                .containsExactlyInAnyOrderElementsOf(first.selectExpr(kept).collectAsList());
    }
}
