package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parallax.corpus.CorpusFixtures.SETTINGS;
import static org.parallax.corpus.CorpusFixtures.articles;
import static org.parallax.corpus.CorpusFixtures.row;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.SparkExtension;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Column;
import org.parallax.table.RejectsTable;

@ExtendWith(SparkExtension.class)
class IntakeTest {

    private static Row only(Dataset<Row> rows) {
        assertThat(rows.count()).isEqualTo(1);
        return rows.head();
    }

    private static Row accepted(SparkSession spark, CorpusFixtures.Raw raw) {
        return only(Intake.accepted(Intake.check(articles(spark, raw), SETTINGS)));
    }

    private static Row rejected(SparkSession spark, CorpusFixtures.Raw raw) {
        Dataset<Row> checked = Intake.check(articles(spark, raw), SETTINGS);
        assertThat(Intake.accepted(checked).count()).isZero();
        return only(Intake.rejected(checked));
    }

    @Test
    void everyRowIsAcceptedOrRejected(SparkSession spark) {
        Dataset<Row> raw = articles(
                spark,
                row(),
                row("body", " "),
                row("outlet", null),
                row("published_at", "never"),
                row("url", "same"),
                row("url", "same"));
        Dataset<Row> checked = Intake.check(raw, SETTINGS);

        assertThat(Intake.accepted(checked).count()).isEqualTo(2);
        assertThat(Intake.rejected(checked).count()).isEqualTo(4);
    }

    @Test
    void acceptedRowsHaveThePublishedColumnsButTheStory(SparkSession spark) {
        Dataset<Row> accepted = Intake.accepted(Intake.check(articles(spark, row()), SETTINGS));
        List<String> published = ArticlesTable.TABLE.columns().stream()
                .map(Column::name)
                .filter(c -> !c.equals(ArticlesTable.STORY_ID) && !c.equals(ArticlesTable.ORIGINAL))
                .toList();

        assertThat(accepted.columns()).containsExactlyElementsOf(published);
        assertThat(accepted.schema()
                        .apply(ArticlesTable.PUBLISHED_AT)
                        .dataType()
                        .typeName())
                .isEqualTo("timestamp");
    }

    @Test
    void rejectedRowsConformToTheirTable(SparkSession spark) {
        Dataset<Row> rejected = Intake.rejected(Intake.check(articles(spark, row("body", null)), SETTINGS));

        assertThat(rejected.schema()).isEqualTo(RejectsTable.TABLE.schema());
    }

    @Test
    void valuesAreCleaned(SparkSession spark) {
        Row article = accepted(
                spark,
                row("body", "<p>One &amp; two.</p><p>Three.</p>")
                        .with("title", " <b>A\n title</b>  ")
                        .with("author", " ")
                        .with("outlet", " example.org ")
                        .with("country", "gb")
                        .with("language", "en-GB")
                        .with("published_at", "2023-01-10T10:05:00+03:00"));

        assertThat(article.<String>getAs("body")).isEqualTo("One & two.\n\nThree.");
        assertThat(article.<String>getAs("title")).isEqualTo("A title");
        assertThat(article.<String>getAs("author")).isNull();
        assertThat(article.<String>getAs("outlet")).isEqualTo("example.org");
        assertThat(article.<String>getAs("country")).isEqualTo("GB");
        assertThat(article.<String>getAs("language")).isEqualTo("en");
        assertThat(article.<Timestamp>getAs("published_at").toInstant())
                .isEqualTo(Instant.parse("2023-01-10T07:05:00Z"));
        assertThat(article.<Boolean>getAs("language_detected")).isFalse();
        assertThat(article.<String>getAs("source_file")).isEqualTo(CorpusFixtures.FILE);
        assertThat(article.<Long>getAs("source_position")).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            outlet       | '  '             | missing_outlet   | outlet is null or blank
            body         | '  '             | blank_body       | body is null or blank
            body         | '<p>&nbsp;</p>'  | blank_body       | no text beside its markup
            body         | '����� and some' | broken_encoding  | 5 of the 14 characters of body
            title        | '����� and some' | broken_encoding  | characters of title
            published_at | 31 Februember    | bad_date         | published_at is "31 Februember"; ISO 8601
            published_at | 1815-06-18       | bad_date         | from 1900
            country      | Narnia           | bad_country      | country is "Narnia"; ISO 3166-1
            language     | Klingon          | unknown_language | language is "Klingon"; ISO 639-1
            """)
    void aBrokenRuleIsNamed(String column, String value, String reason, String detail, SparkSession spark) {
        Row reject = rejected(spark, row(column, value));

        assertThat(reject.<String>getAs("reason")).isEqualTo(reason);
        assertThat(reject.<String>getAs("detail")).contains(detail);
        assertThat(reject.<String>getAs("source_file")).isEqualTo(CorpusFixtures.FILE);
        assertThat(reject.<Long>getAs("source_position")).isEqualTo(1L);
    }

    @Test
    void lengthIsCountedInCharactersOfTheReducedBody(SparkSession spark) {
        String fits = "🙂".repeat(SETTINGS.maxBodyLength());

        assertThat(accepted(spark, row("body", "<p>" + fits + "</p>")).<String>getAs("body"))
                .isEqualTo(fits);
        assertThat(rejected(spark, row("body", fits + "🙂")).<String>getAs("detail"))
                .isEqualTo("body has 2001 characters; up to 2000 are accepted (corpus.maxBodyLength)");
        assertThat(rejected(spark, row("body", "x".repeat(20_001))).<String>getAs("reason"))
                .isEqualTo("body_too_long");
    }

    @Test
    void theFirstBrokenRuleInTheOrderOfReasonsWins(SparkSession spark) {
        CorpusFixtures.Raw all = row("outlet", null)
                .with("body", null)
                .with("published_at", "x")
                .with("country", "x")
                .with("language", "x");

        assertThat(rejected(spark, all).<String>getAs("reason")).isEqualTo("missing_outlet");
        CorpusFixtures.Raw rest = all.with("outlet", "a.org");
        assertThat(rejected(spark, rest).<String>getAs("reason")).isEqualTo("blank_body");
        rest = rest.with("body", "A body.");
        assertThat(rejected(spark, rest).<String>getAs("reason")).isEqualTo("bad_date");
        rest = rest.with("published_at", null);
        assertThat(rejected(spark, rest).<String>getAs("reason")).isEqualTo("bad_country");
        rest = rest.with("country", null);
        assertThat(rejected(spark, rest).<String>getAs("reason")).isEqualTo("unknown_language");
    }

    @Test
    void aCorruptLineSaysWhyAndHowItBegins(SparkSession spark) {
        InputFile file = new InputFile("a.jsonl", "", 0, Map.of());
        Dataset<Row> raw = spark.createDataFrame(
                List.of(RawRows.corrupt(file, 7, "{\"body\": \"cut", "not valid JSON: unexpected end")),
                RawRows.SCHEMA);

        Row reject = only(Intake.rejected(Intake.check(raw, SETTINGS)));

        assertThat(reject.<String>getAs("reason")).isEqualTo("unparseable_line");
        assertThat(reject.<String>getAs("detail"))
                .isEqualTo("not valid JSON: unexpected end; it begins: {\"body\": \"cut");
        assertThat(reject.<Long>getAs("source_position")).isEqualTo(7L);
    }

    @Test
    void theFirstByFileAndPositionOfThoseWithOneIdIsKept(SparkSession spark) {
        Dataset<Row> raw = articles(
                        spark,
                        row("article_id", "a").with("source_file", "2.jsonl"),
                        row("article_id", "a").with("source_file", "1.jsonl"),
                        row("article_id", "a").with("source_file", "1.jsonl"))
                .repartition(3);
        Dataset<Row> checked = Intake.check(raw, SETTINGS);

        assertThat(only(Intake.accepted(checked)).<Long>getAs("source_position"))
                .isEqualTo(2L);
        assertThat(Intake.rejected(checked)
                        .select("source_file", "detail")
                        .as(org.apache.spark.sql.Encoders.tuple(
                                org.apache.spark.sql.Encoders.STRING(), org.apache.spark.sql.Encoders.STRING()))
                        .collectAsList())
                .extracting(t -> t._2())
                .containsOnly("the article id stands first in 1.jsonl, row 2");
    }

    @Test
    void outletAndUrlMakeTheSameIdWhateverTheText(SparkSession spark) {
        Dataset<Row> checked = Intake.check(
                articles(spark, row("url", "u"), row("url", "u").with("body", "A corrected text.")), SETTINGS);

        assertThat(only(Intake.rejected(checked)).<String>getAs("reason")).isEqualTo("duplicate_id");
        assertThat(only(Intake.accepted(checked)).<String>getAs("article_id"))
                .isEqualTo(ArticleId.derive("example.org", "u", null, null));
    }

    @Test
    void aRejectedRowIsNoFirstOfItsId(SparkSession spark) {
        Dataset<Row> checked = Intake.check(
                articles(spark, row("article_id", "a").with("body", ""), row("article_id", "a")), SETTINGS);

        assertThat(only(Intake.accepted(checked)).<Long>getAs("source_position"))
                .isEqualTo(2L);
        assertThat(only(Intake.rejected(checked)).<String>getAs("reason")).isEqualTo("blank_body");
    }

    @Test
    void aMissingLanguageIsDetected(SparkSession spark) {
        Row article = accepted(
                spark, row("language", " ").with("body", "Организация договорилась во вторник продлить миссию."));

        assertThat(article.<String>getAs("language")).isEqualTo("ru");
        assertThat(article.<Boolean>getAs("language_detected")).isTrue();
    }

    @Test
    void aTextWithoutLanguageIsAcceptedAsUndetermined(SparkSession spark) {
        assertThat(accepted(spark, row("language", "und").with("body", "12:30 – 4:2"))
                        .<String>getAs("language"))
                .isEqualTo("und");
    }

    @Test
    void everyReasonSaysWhatItMeansAndWhatToDo() {
        assertThat(Arrays.stream(RejectReason.values())).allSatisfy(reason -> {
            assertThat(reason.code()).isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(reason.meaning()).endsWith(".");
            assertThat(reason.remedy()).endsWith(".");
        });
    }
}
