package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.MadeRows.shown;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.MadeRows;
import org.parallax.SparkExtension;
import org.parallax.config.Actor;
import org.parallax.config.Settings.PositionSettings;
import org.parallax.table.ActorAgreementTable;
import org.parallax.table.ActorPositionsTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

@ExtendWith(SparkExtension.class)
class PositionStageTest {
    private static final PositionSettings SETTINGS = new PositionSettings(2, 3);
    private static final double BAND = 0.2;
    private static final List<Actor> ACTORS = List.of(
            new Actor("kazakhstan", "Kazakhstan", Actor.Kind.STATE, null, List.of()),
            new Actor("nazarbayev", "Nazarbayev", Actor.Kind.PERSON, "kazakhstan", List.of()),
            new Actor("belarus", "Belarus", Actor.Kind.STATE, null, List.of()),
            new Actor("un", "UN", Actor.Kind.ORGANISATION, null, List.of()));
    private static final StructType MENTIONS =
            MentionsTable.TABLE.schema().add(ActorPositionsTable.EVIDENCE_SENTENCE, DataTypes.StringType);

    @Test
    void whatIsReportedOfAHolderIsSummedByMonthAndSpan(SparkSession spark) {
        List<Row> rows = positions(
                        spark,
                        List.of(
                                article("a1", "s1", "one", "2024-03-04T10:00:00Z"),
                                article("a2", "s1", "two", "2024-03-05T10:00:00Z"),
                                article("a3", "s2", "two", "2024-04-09T10:00:00Z")),
                        List.of(
                                mention("a1", 0, "csto", "nazarbayev", "Nazarbayev", 0.5),
                                mention("a1", 3, "csto", "nazarbayev", "he", 0.75),
                                mention("a2", 0, "csto", "nazarbayev", "Nazarbayev", 0.5),
                                mention("a3", 0, "csto", "nazarbayev", "Nazarbayev", -0.25)))
                .filter("holder_kind = 'actor'")
                .orderBy(ActorPositionsTable.PERIOD, ActorPositionsTable.PERIOD_START)
                .collectAsList();

        assertThat(shown(
                        rows, "period", "period_start", "mentions", "articles", "stories", "outlets", "mean", "stance"))
                .containsExactly(
                        "month 2024-03-01 3 2 1 2 " + 1.75 / 3 + " favourable",
                        "month 2024-04-01 1 1 1 1 -0.25 unfavourable",
                        "span 2024-03-04 4 3 2 2 0.375 favourable");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.<String>getAs(ActorPositionsTable.HOLDER)).isEqualTo("nazarbayev");
            assertThat(row.<String>getAs(ActorPositionsTable.HOLDER_STATE)).isEqualTo("kazakhstan");
            assertThat(row.<String>getAs(ActorPositionsTable.STATUS)).isEqualTo("too few stories");
            assertThat(row.<Double>getAs(ActorPositionsTable.MEAN_LOW)).isNull();
        });
        assertThat(rows.get(2).<String>getList(rows.get(2).fieldIndex(ActorPositionsTable.REPORTED_BY)))
                .containsExactly("two", "one");
    }

    @Test
    void holdersAreActorsUnlistedOnesAndStatesWithAllWhoSpeakForThem(SparkSession spark) {
        List<Row> rows = positions(
                        spark,
                        List.of(article("a1", "s1", "one", "2024-03-04T10:00:00Z")),
                        List.of(
                                mention("a1", 0, "csto", "nazarbayev", "Nazarbayev", 0.5),
                                mention("a1", 1, "csto", "kazakhstan", "Astana", 1.0),
                                mention("a1", 2, "csto", null, "the analyst Zhiltsov", -0.5),
                                mention("a1", 3, "csto", "un", "the UN", 0.0),
                                mention("a1", 4, "csto", null, null, -1.0)))
                .filter("period = 'span'")
                .orderBy(ActorPositionsTable.HOLDER_KIND, ActorPositionsTable.HOLDER)
                .collectAsList();

        assertThat(shown(rows, "holder_kind", "holder", "holder_state", "mentions", "mean"))
                .containsExactly(
                        "actor kazakhstan kazakhstan 1 1.0",
                        "actor nazarbayev kazakhstan 1 0.5",
                        "actor un null 1 0.0",
                        "state kazakhstan kazakhstan 2 0.75",
                        "unlisted the analyst Zhiltsov null 1 -0.5");
    }

    @Test
    void theAuthorsVoiceUnscoredMentionsAndUndatedArticlesAreNoPositions(SparkSession spark) {
        Row author =
                MadeRows.with(mention("a1", 0, "csto", "un", "the UN", 0.5), MENTIONS, MentionsTable.VOICE, "author");
        assertThat(positions(
                                spark,
                                List.of(
                                        article("a1", "s1", "one", "2024-03-04T10:00:00Z"),
                                        article("a2", "s2", "one", null)),
                                List.of(
                                        author,
                                        mention("a1", 1, "csto", "un", "the UN", null),
                                        mention("a2", 0, "csto", "un", "the UN", 0.5)))
                        .count())
                .isZero();
    }

    @Test
    void theIntervalIsOfStoriesAndTheEvidenceOfTheMeansSide(SparkSession spark) {
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            articles.add(article("a" + i, "s" + i, "one", "2024-03-0" + (i + 1) + "T10:00:00Z"));
            mentions.add(mention("a" + i, 0, "nato", "belarus", "Minsk", -0.1 * i));
        }
        mentions.add(mention("a0", 1, "nato", "belarus", "Minsk", 0.9));
        Row span = positions(spark, articles, mentions)
                .filter("period = 'span' and holder_kind = 'actor'")
                .first();

        assertThat(span.<String>getAs(ActorPositionsTable.STATUS)).isEqualTo("ok");
        assertThat(span.<Double>getAs(ActorPositionsTable.MEAN)).isCloseTo(-0.6 / 7, within(1e-10));
        assertThat(span.<Double>getAs(ActorPositionsTable.MEAN_LOW)).isCloseTo(-0.6553346534, within(1e-6));
        assertThat(span.<Double>getAs(ActorPositionsTable.MEAN_HIGH)).isCloseTo(0.4839060820, within(1e-6));
        List<Row> evidence = span.getList(span.fieldIndex(ActorPositionsTable.EVIDENCE));
        assertThat(shown(evidence, "article_id", "score", "sentence", "sentence_begin"))
                .containsExactly("a5 -0.5 sentence 0 of a5 0", "a4 -0.4 sentence 0 of a4 0");
    }

    @Test
    void theOrderAndPartitionsOfTheMentionsDoNotChangeABit(SparkSession spark) {
        Random random = new Random(8);
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            articles.add(article(
                    "a" + i,
                    "s" + i % 41,
                    "outlet " + i % 30,
                    String.format(Locale.ROOT, "2024-%02d-%02dT10:00:00Z", 1 + i % 3, 1 + i % 28)));
            for (int m = 0; m < 3; m++) {
                String holder = List.of("nazarbayev", "kazakhstan", "belarus").get(random.nextInt(3));
                mentions.add(
                        mention("a" + i, m, m == 0 ? "nato" : "csto", holder, holder, 2 * random.nextDouble() - 1));
            }
        }
        Column[] order = ActorPositionsTable.TABLE.sortedBy().stream()
                .map(name -> functions.col(name))
                .toArray(Column[]::new);
        List<Row> expected = null;
        for (int partitions : new int[] {1, 3, 7}) {
            Collections.shuffle(mentions, random);
            List<Row> rows = positions(spark, articles, mentions, partitions)
                    .orderBy(order)
                    .collectAsList();
            assertThat(rows).hasSize(40);
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
        Row large = expected.get(expected.size() - 1);
        assertThat(large.<Long>getAs(ActorPositionsTable.OUTLETS)).isEqualTo(30);
        assertThat(large.getList(large.fieldIndex(ActorPositionsTable.REPORTED_BY)))
                .hasSize(20);
    }

    @Test
    void pairsAreHeldAgainstEachOtherOnTheTargetsTheyShare(SparkSession spark) {
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        double[] belarus = {-0.5, -0.25, 0.0, 0.25, 0.5, 0.75};
        for (int month = 0; month < 6; month++) {
            String id = "a" + month;
            articles.add(article(id, "s" + month, "one", "2024-0" + (month + 1) + "-10T10:00:00Z"));
            mentions.add(mention(id, 0, "csto", "belarus", "Minsk", belarus[month]));
            mentions.add(mention(id, 1, "csto", "kazakhstan", "Astana", belarus[month] / 2 + 0.5));
            mentions.add(mention(id, 2, "nato", "belarus", "Minsk", -0.5));
        }
        mentions.add(mention("a0", 3, "nato", "kazakhstan", "Astana", 0.5));
        mentions.add(mention("a0", 4, "nato", "kazakhstan", "Astana", 0.0));
        mentions.add(mention("a0", 5, "csto", "un", "the UN", 0.5));
        List<Row> rows = AgreementStage.agreement(positions(spark, articles, mentions), SETTINGS, BAND)
                .filter("holder_kind = 'state'")
                .orderBy(ActorAgreementTable.TARGET)
                .collectAsList();

        assertThat(shown(rows, "holder_a", "holder_b", "target", "targets", "difference", "months", "status"))
                .containsExactly(
                        "belarus kazakhstan all 2 " + (0.4375 + 0.75) / 2 + " 7 ok",
                        "belarus kazakhstan csto 1 0.4375 6 ok",
                        "belarus kazakhstan nato 1 0.75 1 too few months");
        Row csto = rows.get(1);
        assertThat(csto.<Double>getAs(ActorAgreementTable.MEAN_A)).isEqualTo(0.125);
        assertThat(csto.<Double>getAs(ActorAgreementTable.CORRELATION)).isCloseTo(1, within(1e-9));
        assertThat(csto.<Double>getAs(ActorAgreementTable.SAME_STANCE)).isEqualTo(3.0 / 6);
        assertThat(rows.get(2).<Double>getAs(ActorAgreementTable.CORRELATION)).isNull();
    }

    @Test
    void holdersWithFewMentionsAreComparedWithNobody(SparkSession spark) {
        Dataset<Row> positions = positions(
                spark,
                List.of(article("a1", "s1", "one", "2024-03-04T10:00:00Z")),
                List.of(
                        mention("a1", 0, "csto", "belarus", "Minsk", 0.5),
                        mention("a1", 1, "csto", "belarus", "Minsk", 0.5),
                        mention("a1", 2, "csto", "kazakhstan", "Astana", 0.5)));

        assertThat(AgreementStage.agreement(positions, SETTINGS, BAND).count()).isZero();
    }

    private static Dataset<Row> positions(SparkSession spark, List<Row> articles, List<Row> mentions) {
        return positions(spark, articles, mentions, 2);
    }

    private static Dataset<Row> positions(SparkSession spark, List<Row> articles, List<Row> mentions, int partitions) {
        return PositionStage.positions(
                spark.createDataFrame(mentions, MENTIONS).repartition(partitions),
                spark.createDataFrame(articles, ArticlesTable.TABLE.schema()),
                ACTORS,
                SETTINGS,
                BAND);
    }

    private static Row article(String id, String story, String outlet, @Nullable String published) {
        return MadeRows.row(
                ArticlesTable.TABLE.schema(),
                ArticlesTable.ARTICLE_ID,
                id,
                ArticlesTable.STORY_ID,
                story,
                ArticlesTable.OUTLET,
                outlet,
                ArticlesTable.PUBLISHED_AT,
                published == null ? null : Timestamp.from(Instant.parse(published)));
    }

    private static Row mention(
            String article,
            int index,
            String target,
            @Nullable String holder,
            @Nullable String surface,
            @Nullable Double score) {
        return MadeRows.row(
                MENTIONS,
                Arrays.asList(
                                MentionsTable.ARTICLE_ID,
                                article,
                                MentionsTable.FIELD,
                                MentionsTable.FIELD_BODY,
                                MentionsTable.SENTENCE_INDEX,
                                index,
                                MentionsTable.SENTENCE_BEGIN,
                                100 * index,
                                MentionsTable.SENTENCE_END,
                                100 * index + 50,
                                MentionsTable.TARGET,
                                target,
                                MentionsTable.VOICE,
                                "reported",
                                MentionsTable.HOLDER,
                                holder,
                                MentionsTable.HOLDER_SURFACE,
                                surface,
                                PositionStage.SCORE,
                                score,
                                ActorPositionsTable.EVIDENCE_SENTENCE,
                                "sentence " + index + " of " + article)
                        .toArray());
    }
}
