package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parallax.corpus.CorpusFixtures.SETTINGS;
import static org.parallax.corpus.CorpusFixtures.articles;
import static org.parallax.corpus.CorpusFixtures.row;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Column;
import org.parallax.table.RejectsTable;

@ExtendWith(SparkExtension.class)
class IntakeTest {

    private static Row only(Dataset<Row> rows) {
        List<Row> collected = rows.collectAsList();
        assertThat(collected).hasSize(1);
        return collected.get(0);
    }

    /** The rows as checked, in the order given: reason and detail are null for an accepted one. */
    private static List<Row> checked(SparkSession spark, CorpusFixtures.Raw... raw) {
        return Intake.check(articles(spark, raw), SETTINGS).collectAsList().stream()
                .sorted(Comparator.comparing(r -> r.<Long>getAs("source_position")))
                .toList();
    }

    private static Row checkedOne(SparkSession spark, CorpusFixtures.Raw raw) {
        return checked(spark, raw).get(0);
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
        Row article = checkedOne(
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

    @Test
    void aBrokenRuleIsNamedWithWhatWasFound(SparkSession spark) {
        record Case(String column, String value, String reason, String detail) {}
        List<Case> cases = List.of(
                new Case("outlet", "  ", "missing_outlet", "outlet is null or blank"),
                new Case("body", " \u00A0\n", "blank_body", "body is null or blank"),
                new Case("body", "<p>&nbsp;</p>", "blank_body", "no text beside its markup; it begins: <p>&nbsp;</p>"),
                new Case("body", "\uFFFD".repeat(5) + " and some", "broken_encoding", "5 of the 14 characters of body"),
                new Case(
                        "title",
                        "\uFFFD".repeat(5) + " and some",
                        "broken_encoding",
                        "5 of the 14 characters of title"),
                new Case("published_at", "31 Februember", "bad_date", "published_at is \"31 Februember\"; ISO 8601"),
                new Case("published_at", "1815-06-18", "bad_date", "from 1900 to 2099"),
                new Case("country", "Narnia", "bad_country", "country is \"Narnia\"; ISO 3166-1"),
                new Case("language", "Klingon", "unknown_language", "language is \"Klingon\"; ISO 639-1"));

        List<Row> rows = checked(
                spark, cases.stream().map(c -> row(c.column(), c.value())).toArray(CorpusFixtures.Raw[]::new));

        for (int i = 0; i < cases.size(); i++) {
            assertThat(rows.get(i).<String>getAs("reason"))
                    .isEqualTo(cases.get(i).reason());
            assertThat(rows.get(i).<String>getAs("detail"))
                    .contains(cases.get(i).detail());
            assertThat(rows.get(i).<Long>getAs("source_position")).isEqualTo(i + 1L);
        }
    }

    @Test
    void lengthIsCountedInCharactersOfTheReducedBody(SparkSession spark) {
        String fits = "🙂".repeat(SETTINGS.maxBodyLength());

        List<Row> rows = checked(
                spark, row("body", "<p>" + fits + "</p>"), row("body", fits + "🙂"), row("body", "x".repeat(20_001)));

        assertThat(rows.get(0).<String>getAs("reason")).isNull();
        assertThat(rows.get(0).<String>getAs("body")).isEqualTo(fits);
        assertThat(rows.get(1).<String>getAs("detail"))
                .isEqualTo("body has 2001 characters; up to 2000 are accepted (corpus.max-body-length)");
        assertThat(rows.get(2).<String>getAs("reason")).isEqualTo("body_too_long");
    }

    @Test
    void theFirstBrokenRuleInTheOrderOfReasonsWins(SparkSession spark) {
        CorpusFixtures.Raw all = row("outlet", null)
                .with("body", null)
                .with("published_at", "x")
                .with("country", "x")
                .with("language", "x");
        CorpusFixtures.Raw outlet = all.with("outlet", "a.org");
        CorpusFixtures.Raw broken = outlet.with("body", "\uFFFD".repeat(3_000));
        CorpusFixtures.Raw tooLong = outlet.with("body", "x".repeat(3_000));
        CorpusFixtures.Raw body = outlet.with("body", "A body.");
        CorpusFixtures.Raw date = body.with("published_at", null);
        CorpusFixtures.Raw country = date.with("country", null);

        assertThat(checked(spark, all, outlet, broken, tooLong, body, date, country))
                .extracting(r -> r.<String>getAs("reason"))
                .containsExactly(
                        "missing_outlet",
                        "blank_body",
                        "broken_encoding",
                        "body_too_long",
                        "bad_date",
                        "bad_country",
                        "unknown_language");
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
        assertThat(Intake.rejected(checked).collectAsList())
                .extracting(r -> r.<String>getAs("detail"))
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
        Row article = checkedOne(
                spark, row("language", " ").with("body", "Организация договорилась во вторник продлить миссию."));

        assertThat(article.<String>getAs("language")).isEqualTo("ru");
        assertThat(article.<Boolean>getAs("language_detected")).isTrue();
    }

    @Test
    void aTextWithoutLanguageIsAcceptedAsUndetermined(SparkSession spark) {
        assertThat(checkedOne(spark, row("language", "und").with("body", "12:30 – 4:2"))
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
