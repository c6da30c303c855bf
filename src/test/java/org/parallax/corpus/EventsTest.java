package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings;
import org.parallax.config.Settings.EventSettings;
import org.parallax.config.SettingsLoader;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;

@ExtendWith(SparkExtension.class)
class EventsTest {
    private static final EventSettings SETTINGS = new EventSettings(3, 0.2);

    private static final String SUMMIT = "The presidents of Kazakhstan and Armenia met in Astana with Tokayev and"
            + " Pashinyan on Thursday for the summit of the Collective Security Treaty Organization.";
    private static final String SAME_SUMMIT = "Old allies quarrelled again when Tokayev received Pashinyan in Astana:"
            + " Armenia did not sign what Kazakhstan had written for the Collective Security Treaty Organization.";
    private static final String FLOOD =
            "Water rose by a metre overnight in Petropavl, where volunteers from Omsk filled"
                    + " sandbags along the Ishim until the pumps of the Ministry arrived.";
    private static final String MARKET =
            "Grain prices in Rotterdam fell to their lowest since March after the harvest in"
                    + " Brazil, traders at Cargill and Bunge said.";

    /** What somebody read off the sample corpus: src/test/resources/events/sample.tsv. */
    @Test
    void findsTheEventsThatAReaderFindsInTheSample(SparkSession spark) throws IOException {
        Settings settings = SettingsLoader.load(Path.of("conf"), null, Map.of());
        Dataset<Row> raw = RawFiles.read(spark, List.of("jobs/sample"), Format.JSONL, settings.corpus())
                .rows();
        Dataset<Row> articles = Stories.assign(
                        Intake.accepted(Intake.check(raw, settings.corpus())), settings.stories())
                .cache();
        Map<String, String> found = new HashMap<>();
        Events.assign(articles, settings.events())
                .join(articles, EventsTable.ARTICLE_ID)
                .filter(ArticlesTable.URL + " is not null and " + ArticlesTable.PUBLISHED_AT + " is not null")
                .select(ArticlesTable.URL, EventsTable.EVENT_ID)
                .collectAsList()
                .forEach(row -> found.put(row.getString(0), row.getString(1)));
        Map<String, String> read = Files.readAllLines(Path.of("src/test/resources/events/sample.tsv")).stream()
                .skip(2)
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        assertThat(found).hasSizeGreaterThan(85).containsKeys(read.keySet().toArray(String[]::new));
        List<String> urls = found.keySet().stream().sorted().toList();
        int both = 0;
        int onlyFound = 0;
        int onlyRead = 0;
        for (int i = 0; i < urls.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean together = found.get(urls.get(i)).equals(found.get(urls.get(j)));
                String event = read.get(urls.get(i));
                boolean belong = event != null && event.equals(read.get(urls.get(j)));
                both += together && belong ? 1 : 0;
                onlyFound += together && !belong ? 1 : 0;
                onlyRead += !together && belong ? 1 : 0;
            }
        }
        assertThat((double) both / (both + onlyFound))
                .as("precision over pairs")
                .isGreaterThanOrEqualTo(0.95);
        assertThat((double) both / (both + onlyRead)).as("recall over pairs").isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void reportsInOtherWordsMeetAndOtherEventsDoNot(SparkSession spark) {
        Map<String, Row> events = events(
                spark,
                article("a", "s1", "2024-11-28T10:00:00Z", "en", SUMMIT),
                article("b", "s2", "2024-11-29T10:00:00Z", "en", SAME_SUMMIT),
                article("c", "s3", "2024-11-29T11:00:00Z", "en", FLOOD),
                article("d", "s4", "2024-11-29T12:00:00Z", "en", MARKET));
        assertThat(event(events, "b")).isEqualTo("s1");
        assertThat(event(events, "c")).isEqualTo("s3");
        assertThat(event(events, "d")).isEqualTo("s4");
        assertThat(events.get("a").<Double>getAs(EventsTable.SIMILARITY)).isEqualTo(1);
        assertThat(events.get("b").<Double>getAs(EventsTable.SIMILARITY)).isBetween(0.2, 0.99);
        assertThat(events.get("b").<Object>getAs(EventsTable.EVENT_START)).hasToString("2024-11-28 10:00:00.0");
    }

    @Test
    void anEventEndsSomeDaysAfterItsFirstStoryHoweverTheStoriesChain(SparkSession spark) {
        Map<String, Row> events = events(
                spark,
                article("a", "s1", "2024-11-01T10:00:00Z", "en", SUMMIT),
                article("b", "s2", "2024-11-03T10:00:00Z", "en", SAME_SUMMIT),
                article("c", "s3", "2024-11-05T10:00:00Z", "en", SUMMIT + " It was late."),
                article("d", "s4", "2024-11-05T12:00:00Z", "en", FLOOD));
        assertThat(event(events, "b")).isEqualTo("s1");
        assertThat(event(events, "c")).isEqualTo("s3");
    }

    @Test
    void copiesFollowTheirStoryAndUndatedOrForeignTextsStayAlone(SparkSession spark) {
        Map<String, Row> events = events(
                spark,
                article("a", "s1", "2024-11-28T10:00:00Z", "en", SUMMIT),
                article("b", "s2", "2024-11-29T10:00:00Z", "en", SAME_SUMMIT),
                copy("late", "s2", "2024-12-24T10:00:00Z", SAME_SUMMIT),
                article("undated", "s3", null, "en", SUMMIT + " It was late."),
                article("german", "s4", "2024-11-28T12:00:00Z", "de", SUMMIT),
                article("c", "s5", "2024-11-29T11:00:00Z", "en", FLOOD),
                article("d", "s6", "2024-11-29T12:00:00Z", "en", MARKET));
        assertThat(event(events, "late")).isEqualTo("s1");
        assertThat(event(events, "undated")).isEqualTo("s3");
        assertThat(events.get("undated").<Object>getAs(EventsTable.EVENT_START)).isNull();
        assertThat(event(events, "german")).isEqualTo("s4");
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesChangeNothingAndNoArticlesAreNoEvents(SparkSession spark) {
        List<Row> articles = new ArrayList<>(List.of(
                article("a", "s1", "2024-11-28T10:00:00Z", "en", SUMMIT),
                article("b", "s2", "2024-11-28T10:00:00Z", "en", SAME_SUMMIT),
                article("c", "s3", "2024-11-28T10:00:00Z", "en", FLOOD),
                article("d", "s4", "2024-11-28T10:00:00Z", "en", SUMMIT + " " + FLOOD)));
        Map<String, Row> expected = events(spark, articles.toArray(Row[]::new));
        Collections.shuffle(articles, new Random(4));
        assertThat(events(spark, articles.toArray(Row[]::new))).isEqualTo(expected);
        assertThat(events(spark)).isEmpty();
    }

    @Test
    void namesCountMoreThanOtherWordsAndFirstWordsAreNoNames() {
        assertThat(EventWords.of("Old allies meet", "Leaders saw Armenia\u2019s Pashinyan. Nobody spoke to EU envoys."))
                .filteredOn(word -> List.of("old", "leaders", "nobody", "to").contains(word))
                .containsExactly("old", "leaders", "nobody");
        assertThat(EventWords.of(null, "Leaders saw Armenia\u2019s Pashinyan."))
                .containsExactly(
                        "leaders", "saw", "armenia", "armenia", "armenia", "pashinyan", "pashinyan", "pashinyan");
    }

    private static Map<String, Row> events(SparkSession spark, Row... articles) {
        Dataset<Row> table = spark.createDataFrame(List.of(articles), ArticlesTable.TABLE.schema())
                .repartition(3);
        return Events.assign(table, SETTINGS).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs(EventsTable.ARTICLE_ID), row -> row));
    }

    private static String event(Map<String, Row> events, String article) {
        return events.get(article).getAs(EventsTable.EVENT_ID);
    }

    private static Row article(String id, String story, @Nullable String at, String language, String body) {
        return row(id, story, at, language, body, true);
    }

    private static Row copy(String id, String story, String at, String body) {
        return row(id, story, at, "en", body, false);
    }

    private static Row row(
            String id, String story, @Nullable String at, String language, String body, boolean original) {
        Timestamp time = at == null ? null : Timestamp.from(Instant.parse(at));
        return RowFactory.create(
                id, null, null, null, body, time, "outlet", null, language, false, story, original, null, null);
    }
}
