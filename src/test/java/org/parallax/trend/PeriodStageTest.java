package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.trend.PeriodRows.article;
import static org.parallax.trend.PeriodRows.articleStance;
import static org.parallax.trend.PeriodRows.copy;
import static org.parallax.trend.PeriodRows.label;
import static org.parallax.trend.PeriodRows.labels;
import static org.parallax.trend.PeriodRows.mention;
import static org.parallax.trend.PeriodRows.mentions;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.statistics.ConfusionRates;
import org.parallax.statistics.CorrectedMean;
import org.parallax.statistics.ModelError;
import org.parallax.statistics.Prior;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

@ExtendWith(SparkExtension.class)
class PeriodStageTest {
    private static final PeriodSettings SETTINGS = new PeriodSettings(3, 2, 2);

    private static final ModelError MODEL = new ModelError(
            ConfusionRates.of(new long[][] {{80, 10, 10}, {10, 80, 10}, {10, 10, 80}}), new Prior(0.3, 0.4, 0.3, 300));

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
        assertThat(march.<Long>getAs(StanceByPeriodTable.OUTLETS)).isEqualTo(2);
        assertThat(march.<Double>getAs(StanceByPeriodTable.FAVOURABLE)).isEqualTo(2);
        assertThat(march.<Double>getAs(StanceByPeriodTable.UNFAVOURABLE)).isEqualTo(1);
        assertThat(march.<Double>getAs(StanceByPeriodTable.NEUTRAL)).isEqualTo(1);
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN)).isCloseTo((0.6 + 0.6 - 0.4 + 0.1) / 4, within(1e-15));
        assertThat(march.<String>getAs(StanceByPeriodTable.STATUS)).isEqualTo("ok");
        // Two outlets, one with three articles of four, are next to nothing: all means are possible.
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN_LOW)).isEqualTo(-1);
        assertThat(march.<Double>getAs(StanceByPeriodTable.MEAN_HIGH)).isEqualTo(1);
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
                "period = 'span' and grouping = 'all' and counting = 'every copy'");
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
    void copiesCountInThreeWays(SparkSession spark) {
        Dataset<Row> rows = every(
                spark,
                article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.9, 2),
                copy(article("b", "s1", "two", "KZ", "2024-03-05T10:00:00Z", 0.9, 2)),
                copy(article("c", "s1", "two", "KZ", "2024-03-12T10:00:00Z", 0.6, 2)),
                article("d", "s2", "two", "KZ", "2024-03-04T10:00:00Z", -0.4, 1));

        assertThat(counted(rows, "period = 'month' and grouping = 'all'"))
                .containsExactly(
                        "every copy: 4 articles, 2 stories, 7 mentions, mean 0.500, 0.50 syndicated, 3.0 favourable",
                        "one vote a story: 4 articles, 2 stories, 7 mentions, mean 0.200, 0.50 syndicated, 1.0 favourable",
                        "originals only: 2 articles, 2 stories, 3 mentions, mean 0.250, 0.50 syndicated, 1.0 favourable");
        // The copy of the week after is a story of its own week, and nobody's original.
        assertThat(counted(rows, "period = 'week' and period_start = '2024-03-11' and grouping = 'all'"))
                .containsExactly(
                        "every copy: 1 articles, 1 stories, 2 mentions, mean 0.600, 1.00 syndicated, 1.0 favourable",
                        "one vote a story: 1 articles, 1 stories, 2 mentions, mean 0.600, 1.00 syndicated, 1.0 favourable");
        assertThat(counted(rows, "period = 'span' and group_value = 'two'"))
                .containsExactly(
                        "every copy: 3 articles, 2 stories, 5 mentions, mean 0.367, 0.67 syndicated, 2.0 favourable",
                        "one vote a story: 3 articles, 2 stories, 5 mentions, mean 0.175, 0.67 syndicated, 1.0 favourable",
                        "originals only: 1 articles, 1 stories, 1 mentions, mean -0.400, 0.67 syndicated, 0.0 favourable");
    }

    private static List<String> counted(Dataset<Row> rows, String condition) {
        return rows.filter(condition).orderBy(StanceByPeriodTable.COUNTING).collectAsList().stream()
                .map(r -> String.format(
                        Locale.ROOT,
                        "%s: %d articles, %d stories, %d mentions, mean %.3f, %.2f syndicated, %.1f favourable",
                        r.<String>getAs(StanceByPeriodTable.COUNTING),
                        r.<Long>getAs(StanceByPeriodTable.ARTICLES),
                        r.<Long>getAs(StanceByPeriodTable.STORIES),
                        r.<Long>getAs(StanceByPeriodTable.MENTIONS),
                        r.<Double>getAs(StanceByPeriodTable.MEAN),
                        r.<Double>getAs(StanceByPeriodTable.SYNDICATED_SHARE),
                        r.<Double>getAs(StanceByPeriodTable.FAVOURABLE)))
                .toList();
    }

    @Test
    void copiesDoNotPassForEvidence(SparkSession spark) {
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            articles.add(article("a" + i, "s" + i % 6, "one", "KZ", "2024-03-04T10:00:00Z", 0.1 * (i % 6), 1));
        }
        Row copied = only(
                all(spark, articleStance(spark, articles)).filter("counting = 'every copy'"),
                "period = 'day' and grouping = 'outlet'");
        Row alone = only(
                all(spark, articleStance(spark, articles.subList(0, 6))).filter("counting = 'every copy'"),
                "period = 'day' and grouping = 'outlet'");
        for (String column : List.of(
                StanceByPeriodTable.MEAN,
                StanceByPeriodTable.MEAN_LOW,
                StanceByPeriodTable.MEAN_HIGH,
                StanceByPeriodTable.MINIMUM_DETECTABLE_DIFFERENCE)) {
            assertThat(copied.<Double>getAs(column)).isCloseTo(alone.<Double>getAs(column), within(1e-12));
        }
        assertThat(copied.<Double>getAs(StanceByPeriodTable.EFFECTIVE_SAMPLE_SIZE))
                .isBetween(5.0, 6.0);
    }

    @Test
    void groupsThatPoolOutletsNeedSomeAndOutletsDoNot(SparkSession spark) {
        Dataset<Row> days = byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1),
                        article("b", "s2", "one", "KZ", "2024-03-04T10:00:00Z", 0.3, 1),
                        article("c", "s3", "one", "KZ", "2024-03-04T10:00:00Z", -0.2, 1))
                .filter("period = 'day'")
                .orderBy(StanceByPeriodTable.GROUPING);
        assertThat(days.collectAsList())
                .map(r -> r.getAs(StanceByPeriodTable.GROUPING) + ": " + r.getAs(StanceByPeriodTable.STATUS))
                .containsExactly(
                        "all: too few outlets", "country: too few outlets", "language: too few outlets", "outlet: ok");
    }

    @Test
    void equalScoresTellNothingOfOtherStories(SparkSession spark) {
        Row day = only(
                byPeriod(
                        spark,
                        article("a", "s1", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1),
                        article("b", "s2", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1),
                        article("c", "s3", "one", "KZ", "2024-03-04T10:00:00Z", 0.1, 1)),
                "period = 'day' and grouping = 'outlet'");
        assertThat(day.<String>getAs(StanceByPeriodTable.STATUS)).isEqualTo("no spread");
        assertThat(day.isNullAt(day.fieldIndex(StanceByPeriodTable.MEAN_LOW))).isTrue();
        assertThat(day.<String>getAs(StanceByPeriodTable.CORRECTION_STATUS)).isEqualTo("no spread");
    }

    @Test
    void sharesAreRawAdjustedAndShifted(SparkSession spark) {
        Row[] articles = new Row[20];
        for (int i = 0; i < articles.length; i++) {
            double score = i < 10 ? 0.8 : i < 16 ? -0.7 : 0.05;
            articles[i] = article("a" + i, "s" + i, "one", "KZ", "2024-03-04T10:00:00Z", score, 1 + i % 2);
        }
        Row day = only(byPeriod(spark, articles), "period = 'day' and grouping = 'outlet'");

        assertThat(day.<Double>getAs(StanceByPeriodTable.share("favourable"))).isCloseTo(0.5, within(1e-15));
        assertThat(day.<Double>getAs(StanceByPeriodTable.share("unfavourable"))).isCloseTo(0.3, within(1e-15));
        assertThat(day.<String>getAs(StanceByPeriodTable.CORRECTION_STATUS)).isEqualTo("ok");
        assertThat(day.<Long>getAs(StanceByPeriodTable.CORRECTION_LABELS)).isEqualTo(300);
        assertThat(day.<String>getAs(StanceByPeriodTable.CORRECTION_LABELS_FROM))
                .isEqualTo("model card");
        assertThat(day.<String>getAs(StanceByPeriodTable.EM_STATUS)).isEqualTo("ok");
        for (String of : List.of("favourable", "neutral", "unfavourable")) {
            for (String column : List.of(
                    StanceByPeriodTable.share(of), StanceByPeriodTable.adjusted(of), StanceByPeriodTable.em(of))) {
                double share = day.<Double>getAs(column);
                assertThat(day.<Double>getAs(StanceByPeriodTable.low(column))).isBetween(0.0, share);
                assertThat(day.<Double>getAs(StanceByPeriodTable.high(column))).isBetween(share, 1.0);
            }
        }
        // The model takes 1 in 10 of each class for each other one: raw = 0.1 + 0.7 x true.
        assertThat(day.<Double>getAs(StanceByPeriodTable.adjusted("favourable")))
                .isCloseTo(0.4 / 0.7, within(1e-12));
        assertThat(day.<String>getAs(StanceByPeriodTable.MEAN_CORRECTION_STATUS))
                .isEqualTo("no labels");
    }

    @Test
    void withoutAnythingKnownOfTheModelThereAreNoCorrectionsAndAReason(SparkSession spark) {
        Row[] articles = new Row[6];
        for (int i = 0; i < articles.length; i++) {
            articles[i] = article("a" + i, "s" + i, "one", "KZ", "2024-03-04T10:00:00Z", 0.1 * i, 1);
        }
        Row day = only(
                PeriodStage.byPeriod(
                        articleStance(spark, Arrays.asList(articles)),
                        labels(spark),
                        mentions(spark),
                        ModelError.UNKNOWN,
                        SETTINGS),
                "period = 'day' and grouping = 'outlet' and counting = 'every copy'");
        assertThat(day.<String>getAs(StanceByPeriodTable.STATUS)).isEqualTo("ok");
        assertThat(day.<String>getAs(StanceByPeriodTable.CORRECTION_STATUS)).isEqualTo("no labels");
        assertThat(day.<String>getAs(StanceByPeriodTable.EM_STATUS)).isEqualTo("no prior");
        assertThat(day.isNullAt(day.fieldIndex(StanceByPeriodTable.adjusted("neutral"))))
                .isTrue();
        assertThat(day.isNullAt(day.fieldIndex(StanceByPeriodTable.CORRECTION_LABELS)))
                .isTrue();
    }

    @Test
    void labelsOfTheCorpusCorrectTheMeanByTheirInclusionProbabilities(SparkSession spark) {
        int n = 12;
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        List<Row> labels = new ArrayList<>();
        double scores = 0;
        double weights = 0;
        double truth = 0;
        double model = 0;
        for (int i = 0; i < n; i++) {
            double score = (i % 5 - 2) * 0.4;
            int sentences = 1 + i % 2;
            articles.add(article("a" + i, "s" + i, "one", "KZ", "2024-03-04T10:00:00Z", score, sentences));
            scores += score;
            for (int sentence = 0; sentence < sentences; sentence++) {
                mentions.add(mention(
                        "a" + i,
                        sentence,
                        score,
                        score > 0.2 ? "favourable" : score < -0.2 ? "unfavourable" : "neutral"));
            }
            double probability = i % 3 == 0 ? 0.5 : 0.25;
            double label = score > 0.5 ? 1 : score < 0 ? -1 : 0;
            labels.add(label("a" + i, 0, label, i == 11 ? null : probability));
            if (i != 11) {
                double weight = 1 / (sentences * probability);
                weights += weight;
                truth += weight * label;
                model += weight * score;
            }
        }
        double slope = slope(n);

        Row day = only(
                PeriodStage.byPeriod(
                        articleStance(spark, articles),
                        labels(spark, labels.toArray(Row[]::new)),
                        mentions(spark, mentions.toArray(Row[]::new)),
                        MODEL,
                        SETTINGS),
                "period = 'day' and grouping = 'outlet' and counting = 'every copy'");

        assertThat(day.<String>getAs(StanceByPeriodTable.MEAN_CORRECTION_STATUS))
                .isEqualTo("ok");
        assertThat(day.<Long>getAs(StanceByPeriodTable.MEAN_LABELS)).isEqualTo(11);
        assertThat(day.<Double>getAs(StanceByPeriodTable.MEAN_CORRECTED))
                .isCloseTo(slope * scores / n + (truth - slope * model) / weights, within(1e-12));
        assertThat(day.<Double>getAs(StanceByPeriodTable.low(StanceByPeriodTable.MEAN_CORRECTED)))
                .isLessThan(day.<Double>getAs(StanceByPeriodTable.MEAN_CORRECTED));
        assertThat(day.<String>getAs(StanceByPeriodTable.CORRECTION_LABELS_FROM))
                .isEqualTo("corpus");
        assertThat(day.<Long>getAs(StanceByPeriodTable.CORRECTION_LABELS)).isEqualTo(11);
    }

    private static double slope(int n) {
        List<double[]> of = new ArrayList<>();
        for (int i = 0; i < n - 1; i++) {
            double score = (i % 5 - 2) * 0.4;
            of.add(new double[] {
                score > 0.5 ? 1 : score < 0 ? -1 : 0, score, 1 / ((1 + i % 2) * (i % 3 == 0 ? 0.5 : 0.25))
            });
        }
        return CorrectedMean.slope(
                of.stream().mapToDouble(v -> v[0]).toArray(),
                of.stream().mapToDouble(v -> v[1]).toArray(),
                of.stream().mapToDouble(v -> v[2]).toArray());
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesDoNotChangeABit(SparkSession spark) {
        Random random = new Random(8);
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String day = String.format(Locale.ROOT, "2024-%02d-%02dT10:00:00Z", 1 + i % 3, 1 + i % 28);
            Row article = article(
                    "a" + i,
                    "s" + i % 41,
                    "outlet " + i % 4,
                    i % 5 == 0 ? null : "KZ",
                    day,
                    2 * random.nextDouble() - 1,
                    1 + i % 7);
            articles.add(i < 41 ? article : copy(article));
        }
        Column[] order = StanceByPeriodTable.TABLE.sortedBy().stream()
                .map(name -> functions.col(name))
                .toArray(Column[]::new);
        List<Row> expected = null;
        for (int partitions : new int[] {1, 2, 7}) {
            Collections.shuffle(articles, random);
            Dataset<Row> input = articleStance(spark, articles).repartition(partitions);
            List<Row> rows = all(spark, input).orderBy(order).collectAsList();
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
        return every(spark, articles).filter("counting = 'every copy'");
    }

    private static Dataset<Row> every(SparkSession spark, Row... articles) {
        return all(spark, articleStance(spark, Arrays.asList(articles)));
    }

    private static Dataset<Row> all(SparkSession spark, Dataset<Row> articles) {
        return PeriodStage.byPeriod(articles, labels(spark), mentions(spark), MODEL, SETTINGS);
    }

    private static Row with(Row article, String target, String voice) {
        return PeriodRows.with(
                PeriodRows.with(article, ArticleStanceTable.TARGET, target), ArticleStanceTable.VOICE, voice);
    }
}
