package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import org.parallax.mention.NameStage;
import org.parallax.mention.TextRows;
import org.parallax.table.ArticlesTable;
import org.parallax.table.CitedSourcesTable;
import org.parallax.table.MentionsTable;

/** The analysis of the sample corpus, from article to mentions: who says what of whom, as any reader of it would tell. */
@ExtendWith(SparkExtension.class)
class ProductExampleTest {
    private static final Path ARTICLE = Path.of("jobs/sample/regional_security_review.jsonl");

    private static List<Told> told = List.of();
    private static List<Row> cited = List.of();

    /** A mention as the tables tell it. */
    private record Told(
            String sentence,
            String target,
            String surface,
            String voice,
            @Nullable String holder,
            @Nullable String holderSurface,
            @Nullable String state) {

        static Told of(Row row) {
            return new Told(
                    row.getAs(MentionRows.SENTENCE),
                    row.getAs(MentionsTable.TARGET),
                    row.getAs(MentionsTable.SURFACE),
                    row.getAs(MentionsTable.VOICE),
                    row.getAs(MentionsTable.HOLDER),
                    row.getAs(MentionsTable.HOLDER_SURFACE),
                    row.getAs(MentionsTable.HOLDER_STATE));
        }
    }

    @BeforeAll
    static void read(SparkSession spark) throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readString(ARTICLE));
        StructType schema = new StructType()
                .add(ArticlesTable.ARTICLE_ID, DataTypes.StringType)
                .add(ArticlesTable.TITLE, DataTypes.StringType)
                .add(ArticlesTable.BODY, DataTypes.StringType)
                .add(ArticlesTable.LANGUAGE, DataTypes.StringType)
                .add(ArticlesTable.PUBLISHED_AT, DataTypes.TimestampType);
        Row article = RowFactory.create(
                "a1",
                json.get("title").asText(),
                json.get("body").asText(),
                json.get("language").asText(),
                Timestamp.from(Instant.parse(json.get("published_at").asText())));
        Settings settings = SettingsLoader.load(Path.of("conf"), null, Map.of());
        List<Row> rows = NameStage.apply(
                        spark.createDataFrame(List.of(article), schema), settings.targets(), settings.actors())
                .collectAsList();
        Dataset<Row> texts = spark.createDataFrame(rows, TextRows.SCHEMA);
        told = VoiceStage.apply(texts, settings.actors()).collectAsList().stream()
                .map(Told::of)
                .toList();
        cited = CitationStage.apply(texts, settings.actors()).collectAsList();
    }

    /** The one mention whose sentence holds the words. */
    private static Told where(String words) {
        List<Told> there =
                told.stream().filter(t -> t.sentence().contains(words)).toList();
        assertThat(there).as(words).hasSize(1);
        return there.get(0);
    }

    private static void reported(String words, @Nullable String holder, @Nullable String state) {
        Told mention = where(words);
        assertThat(mention.voice()).as(words).isEqualTo("reported");
        assertThat(mention.target()).as(words).isEqualTo("csto");
        assertThat(mention.holder()).as(words).isEqualTo(holder);
        assertThat(mention.state()).as(words).isEqualTo(state);
    }

    @Test
    void kazakhstanIsReportedAlsoAsAstana() {
        reported("Kazakhstan fully backs", "kazakhstan", "kazakhstan");
        reported("Astana regards", "kazakhstan", "kazakhstan");
    }

    @Test
    void lukashenkasRefusalIsHisAndSpeaksForBelarus() {
        reported("refused to travel", "alexander_lukashenko", "belarus");
    }

    @Test
    void uzbekistanAndTajikistanAreReported() {
        reported("withheld his signature", "islam_karimov", "uzbekistan");
        reported("Dushanbe complained", "tajikistan", "tajikistan");
    }

    @Test
    void theAnalystIsReportedByNameOverTwoSentences() {
        reported("doubts that the CSTO", null, null);
        reported("the CORF would prove useless", null, null);
        assertThat(where("doubts that the CSTO").holderSurface()).isEqualTo("A. Zhiltsov");
        assertThat(where("the CORF would prove useless").holderSurface()).isEqualTo("A. Zhiltsov");
    }

    @Test
    void theAuthorSpeaksOfRussiaAndOfTheAllianceInTheClosingParagraphs() {
        assertThat(told)
                .filteredOn(t -> t.voice().equals("author"))
                .extracting(Told::target, Told::surface)
                .contains(
                        tuple("russia", "Russia"),
                        tuple("russia", "Moscow"),
                        tuple("russia", "the Kremlin"),
                        tuple("nato", "NATO"));
        assertThat(where("predatory power").voice()).isEqualTo("author");
        assertThat(where("obedient clients").voice()).isEqualTo("author");
        assertThat(where("watched every conflict").voice()).isEqualTo("author");
        assertThat(where("Individual Partnership Action Plan").voice()).isEqualTo("author");
        assertThat(where("Loyal Ally's Lonely Enthusiasm").voice()).isEqualTo("author");
    }

    @Test
    void moscowIsAGovernmentOnlyWhereItActs() {
        assertThat(told)
                .filteredOn(t -> t.surface().equals("Moscow"))
                .extracting(Told::sentence)
                .singleElement()
                .asString()
                .contains("obedient clients");
    }

    @Test
    void theRapidReactionForceCountsForTheAlliance() {
        assertThat(told).filteredOn(t -> t.surface().equals("CORF")).isNotEmpty().allSatisfy(t -> assertThat(t.target())
                .isEqualTo("csto"));
    }

    @Test
    void thePressIsCitedWithItsDays() {
        assertThat(cited)
                .extracting(
                        r -> r.<String>getAs(CitedSourcesTable.SOURCE),
                        r -> String.valueOf(r.<Object>getAs(CitedSourcesTable.CITED_ON)))
                .containsExactly(
                        tuple("Kazakhstanskaya Pravda", "2009-06-15"),
                        tuple("Aikyn", "2009-06-12"),
                        tuple("Interfax", "2009-06-14"),
                        tuple("Interfax", "2009-06-11"),
                        tuple("Liter", "2009-06-13"),
                        tuple("Liter", "2009-06-16"));
    }
}
