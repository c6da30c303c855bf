package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

@ExtendWith(SparkExtension.class)
class PeriodStageTest {
    private static final PeriodSettings SETTINGS = new PeriodSettings(500, 3, 42);

    @Test
    void countsAndMeansAreOfArticles(SparkSession spark) {
        Row march = only(
                byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.6, 2),
                        article("b", "s1", "two", "KZ", "2024-03-05T10:00:00Z", 0.6, 2),
                        article("c", "s2", "one", "KZ", "2024-03-29T10:00:00Z", -0.4, 5),
                        article("d", "s3", "one", "KZ", "2024-03-31T23:59:59Z", 0.1, 1),
                        article("e", "s4", "one", "KZ", "2024-04-01T00:00:00Z", 0.9, 1)),
                "period = 'month' and period_start = '2024-03-01' and grouping = 'all'");
        assertThat(march.<Long>getAs(StanceByPeriodTable.ARTICLES)).isEqualTo(4);
        assertThat(march.<Long>getAs(StanceByPeriodTable.STORIES)).isEqualTo(3);
        assertThat(march.<Long>getAs(StanceByPeriodTable.MENTIONS)).isEqualTo(10);
        assertThat(march.<Long>getAs(StanceByPeriodTable.FAVOURABLE)).isEqualTo(2);
        assertThat(march.<Long>getAs(StanceByPeriodTable.UNFAVOURABLE)).isEqualTo(1);
        assertThat(march.<Long>getAs(StanceByPeriodTable.NEUTRAL)).isEqualTo(1);
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN)).isCloseTo((0.6 + 0.6 - 0.4 + 0.1) / 4, within(1e-15));
        assertThat(march.<String>getAs(StanceByPeriodTable.STATUS)).isEqualTo("ok");
        // Of three stories a resample can be the lowest or the highest alone.
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN_LOW)).isCloseTo(-0.4, within(1e-12));
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN_HIGH)).isCloseTo(0.6, within(1e-12));
        assertThat(march.schema().fieldNames())
                .isEqualTo(StanceByPeriodTable.TABLE.schema().fieldNames());
    }

    @Test
    void withTooFewStoriesThereIsAMeanAndNoInterval(SparkSession spark) {
        Row span = only(
                byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.6, 2),
                        article("b", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.4, 2),
                        article("c", "s2", "one", "KZ", "2024-03-06T10:00:00Z", -0.4, 5)),
                "period = 'span' and grouping = 'all'");
        assertThat(span.<Double>getAs(StanceByPeriodTable.MEAN)).isCloseTo(0.2, within(1e-15));
        assertThat(span.<String>getAs(StanceByPeriodTable.STATUS)).isEqualTo("too few stories");
        assertThat(span.isNullAt(span.fieldIndex(StanceByPeriodTable.MEAN_LOW))).isTrue();
        assertThat(span.isNullAt(span.fieldIndex(StanceByPeriodTable.MEAN_HIGH)))
                .isTrue();
    }

    @Test
    void weeksBeginOnMondayAlsoAcrossTheYearsEnd(SparkSession spark) {
        Dataset<Row> weeks = byPeriod(
                        spark,
                        article("sunday", "s1", "one", "KZ", "2024-12-29T23:59:59Z", 0.1, 1),
                        article("monday", "s2", "one", "KZ", "2024-12-30T00:00:00Z", 0.2, 1),
                        article("new year", "s3", "one", "KZ", "2025-01-01T12:00:00Z", 0.3, 1),
                        article("next sunday", "s4", "one", "KZ", "2025-01-05T23:00:00Z", 0.4, 1))
                .filter("period = 'week' and grouping = 'all'")
                .orderBy(StanceByPeriodTable.PERIOD_START);
        assertThat(weeks.collectAsList())
                .map(r -> r.getAs(StanceByPeriodTable.PERIOD_START) + " " + r.getAs(StanceByPeriodTable.ARTICLES))
                .containsExactly("2024-12-23 1", "2024-12-30 3");
    }

    @Test
    void daysAreInUtcWhateverTheSessionsTimeZoneAndBefore1970Too(SparkSession spark) {
        String zone = spark.conf().get("spark.sql.session.timeZone");
        spark.conf().set("spark.sql.session.timeZone", "Asia/Almaty");
        try {
            Dataset<Row> days = byPeriod(
                            spark,
                            article("a", "s1", "one", "KZ", "2024-03-04T23:30:00Z", 0.1, 1),
                            article("b", "s2", "one", "KZ", "1969-07-20T20:17:00Z", 0.1, 1))
                    .filter("period = 'day' and grouping = 'all'")
                    .select(functions.col(StanceByPeriodTable.PERIOD_START).cast("string"));
            assertThat(days.collectAsList())
                    .map(r -> r.getString(0))
                    .containsExactlyInAnyOrder("2024-03-04", "1969-07-20");
        } finally {
            spark.conf().set("spark.sql.session.timeZone", zone);
        }
    }

    @Test
    void everyArticleIsInEachGroupingThatItHasAValueFor(SparkSession spark) {
        Dataset<Row> spans = byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1),
                        article("b", "s2", "two", null, "2024-03-09T10:00:00Z", 0.1, 1))
                .filter("period = 'span'")
                .orderBy(StanceByPeriodTable.GROUPING, StanceByPeriodTable.GROUP);
        assertThat(spans.collectAsList())
                .map(r -> r.getAs(StanceByPeriodTable.PERIOD_START) + " "
                        + r.getAs(StanceByPeriodTable.GROUPING) + " " + r.getAs(StanceByPeriodTable.GROUP) + " "
                        + r.getAs(StanceByPeriodTable.ARTICLES))
                .containsExactly(
                        "2024-03-04 all all 2",
                        "2024-03-04 country KZ 1",
                        "2024-03-04 language en 2",
                        "2024-03-04 outlet one 1",
                        "2024-03-04 outlet two 1");
    }

    @Test
    void undatedArticlesAreInNoRow(SparkSession spark) {
        assertThat(byPeriod(spark, article("a", "s1", "one", "KZ", null, 0.1, 1))
                        .count())
                .isZero();
        Row span = only(
                byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", null, 0.1, 1),
                        article("b", "s2", "one", "KZ", "2024-03-09T10:00:00Z", 0.1, 1)),
                "period = 'span' and grouping = 'all'");
        assertThat(span.<Long>getAs(StanceByPeriodTable.ARTICLES)).isEqualTo(1);
    }

    @Test
    void targetsAndVoicesAreApart(SparkSession spark) {
        Row author = article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1);
        Dataset<Row> spans = byPeriod(spark, author, with(author, "nato", "reported"), with(author, "csto", "author"))
                .filter("period = 'span' and grouping = 'all'")
                .orderBy(StanceByPeriodTable.TARGET, StanceByPeriodTable.VOICE);
        assertThat(spans.collectAsList())
                .map(r ->
                        r.<String>getAs(StanceByPeriodTable.TARGET) + " " + r.<String>getAs(StanceByPeriodTable.VOICE))
                .containsExactly("csto author", "nato author", "nato reported");
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesDoNotChangeABit(SparkSession spark) {
        Random random = new Random(8);
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String day = String.format(Locale.ROOT, "2024-%02d-%02dT10:00:00Z", 1 + i % 3, 1 + i % 28);
            articles.add(article(
                    "a" + i,
                    "s" + i % 41,
                    "outlet " + i % 4,
                    i % 5 == 0 ? null : "KZ",
                    day,
                    2 * random.nextDouble() - 1,
                    1 + i % 7));
        }
        Column[] order = StanceByPeriodTable.TABLE.sortedBy().stream()
                .map(name -> functions.col(name))
                .toArray(Column[]::new);
        List<Row> expected = null;
        for (int partitions : new int[] {1, 2, 7}) {
            Collections.shuffle(articles, random);
            Dataset<Row> input = articleStance(spark, articles).repartition(partitions);
            List<Row> rows =
                    PeriodStage.byPeriod(input, SETTINGS).orderBy(order).collectAsList();
            assertThat(rows).hasSizeGreaterThan(300);
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
    }

    private static Row only(Dataset<Row> rows, String condition) {
        List<Row> found = rows.filter(condition).collectAsList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Dataset<Row> byPeriod(SparkSession spark, Row... articles) {
        return PeriodStage.byPeriod(articleStance(spark, Arrays.asList(articles)), SETTINGS);
    }

    private static Dataset<Row> articleStance(SparkSession spark, List<Row> articles) {
        return spark.createDataFrame(new ArrayList<>(articles), ArticleStanceTable.TABLE.schema());
    }

    private static Row with(Row article, String target, String voice) {
        Object[] values = new Object[article.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = article.get(i);
        }
        values[ArticleStanceTable.TABLE.schema().fieldIndex(ArticleStanceTable.TARGET)] = target;
        values[ArticleStanceTable.TABLE.schema().fieldIndex(ArticleStanceTable.VOICE)] = voice;
        return RowFactory.create(values);
    }

    private static Row article(
            String id,
            String story,
            String outlet,
            @Nullable String country,
            @Nullable String published,
            double score,
            int mentions) {
        String stance = Math.abs(score) <= 0.2 ? "neutral" : score > 0 ? "favourable" : "unfavourable";
        Timestamp time = published == null ? null : Timestamp.from(Instant.parse(published));
        return RowFactory.create(
                id,
                story,
                outlet,
                country,
                "en",
                time,
                "nato",
                "author",
                mentions,
                0,
                mentions,
                0,
                0,
                score,
                -1.0,
                1.0,
                stance,
                new Row[0],
                "m1");
    }
}
