package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.ChangePointsTable;

@ExtendWith(SparkExtension.class)
class ChangePointsStageTest {
    /** Of 120 days, the first after the break. */
    private static final int BREAK = 60;

    @Test
    void aBreakHasItsDateLevelsAndReceipts(SparkSession spark) {
        List<Row> articles = new ArrayList<>();
        for (int d = 0; d < 120; d++) {
            articles.add(TrendRows.article("s" + d, "steady", d, 0.1, "m1"));
            articles.add(TrendRows.article("t" + d, "turning", d, level(d), "m1"));
        }
        articles.add(TrendRows.article("far", "turning", 110, -0.99, "m1"));
        Row only = only(changePoints(spark, TrendRows.days(120, d -> (0.1 + level(d)) / 2), articles));

        assertThat(only.<Object>getAs(ChangePointsTable.DATE)).hasToString("2022-03-02");
        assertThat(only.<Object>getAs(ChangePointsTable.BEFORE_FROM)).hasToString("2022-01-01");
        assertThat(only.<Object>getAs(ChangePointsTable.AFTER_TO)).hasToString("2022-04-30");
        assertThat(only.<Double>getAs(ChangePointsTable.DIFFERENCE)).isCloseTo(-0.35, within(0.01));
        assertThat(only.<Double>getAs(ChangePointsTable.P)).isLessThan(0.001);
        assertThat(only.<Double>getAs(ChangePointsTable.Q)).isEqualTo(only.getAs(ChangePointsTable.P));
        assertThat(only.<Integer>getAs(ChangePointsTable.RANK)).isEqualTo(1);
        assertThat(only.<Long>getAs(ChangePointsTable.STORIES_BEFORE)).isEqualTo(120);

        List<Row> outlets = only.getList(only.fieldIndex(ChangePointsTable.OUTLETS));
        assertThat(outlets).map(o -> o.getString(0)).containsExactly("turning", "steady");
        assertThat(outlets.get(0).getLong(1)).isEqualTo(60);
        assertThat(outlets.get(0).getLong(2)).isEqualTo(61);
        double moved = outlets.stream().mapToDouble(o -> o.getDouble(5)).sum();
        double after = (60 * 0.1 + 61 * outlets.get(0).getDouble(4)) / 121;
        double before = (0.1 + outlets.get(0).getDouble(3)) / 2;
        assertThat(moved).isCloseTo(after - before, within(1e-8));
        assertThat(only.<Double>getAs(ChangePointsTable.MIX_SHARE)).isCloseTo(0, within(0.02));
        assertThat(only.<String>getList(only.fieldIndex(ChangePointsTable.RIVALS)))
                .isEmpty();

        List<Row> sentencesBefore = only.getList(only.fieldIndex(ChangePointsTable.SENTENCES_BEFORE));
        List<Row> sentencesAfter = only.getList(only.fieldIndex(ChangePointsTable.SENTENCES_AFTER));
        assertThat(sentencesBefore).hasSize(2).allMatch(s -> s.<Double>getAs("score") > 0.25);
        // The strongest sentence of all is too far from the break.
        assertThat(sentencesAfter)
                .hasSize(2)
                .allMatch(s -> s.<Double>getAs("score") < -0.35)
                .noneMatch(s -> s.getString(0).equals("far"));
        assertThat(sentencesAfter.get(0).<Double>getAs("score"))
                .isLessThanOrEqualTo(sentencesAfter.get(1).getAs("score"));
    }

    @Test
    void rivalExplanationsAreNamed(SparkSession spark) {
        List<Row> articles = new ArrayList<>();
        for (int d = 0; d < 120; d++) {
            if (d < BREAK - 6 || d >= BREAK) {
                String outlet = (d < BREAK) == (d % 5 > 0) ? "warm" : "cold";
                articles.add(TrendRows.article(
                        "a" + d, outlet, d, outlet.equals("warm") ? 0.5 : -0.5, d < BREAK ? "m1" : "m2"));
            }
        }
        List<Row> days = TrendRows.days(120, ChangePointsStageTest::level).stream()
                .filter(row -> {
                    int d = row.getDate(1).toLocalDate().getDayOfYear() - 1;
                    return d < BREAK - 6 || d >= BREAK;
                })
                .toList();
        Row only = only(changePoints(spark, days, articles));
        assertThat(only.<String>getList(only.fieldIndex(ChangePointsTable.RIVALS)))
                .containsExactly("coverage gap", "outlet mix changed", "model changed");
        assertThat(only.<Double>getAs(ChangePointsTable.MIX_SHARE)).isCloseTo(1, within(1e-6));
        // The level may have changed on any day of the gap.
        assertThat(only.<Object>getAs(ChangePointsTable.DATE_LOW).toString()).isLessThanOrEqualTo("2022-02-24");
    }

    @Test
    void seriesWithoutBreaksCountForTheQValuesAndShortOnesDoNot(SparkSession spark) {
        Random random = new Random(2);
        List<Row> periods = new ArrayList<>(TrendRows.days(120, ChangePointsStageTest::level));
        for (int outlet = 0; outlet < 9; outlet++) {
            for (int d = 0; d < 60; d++) {
                periods.add(TrendRows.period(
                        "day", TrendRows.FIRST.plusDays(d), "outlet", "o" + outlet, 0.1 * random.nextGaussian(), 2));
            }
        }
        for (int d = 0; d < 20; d++) {
            periods.add(TrendRows.period("day", TrendRows.FIRST.plusDays(d), "outlet", "short", level(3 * d), 2));
        }
        Row only = only(changePoints(spark, periods, List.of(TrendRows.article("a", "x", 1, 0, "m1"))));
        assertThat(only.<Double>getAs(ChangePointsTable.Q))
                .isCloseTo(10 * only.<Double>getAs(ChangePointsTable.P), within(1e-12));
        // Nothing was given for the days after the break, which is said by absence and not by an error.
        assertThat(only.<Row>getList(only.fieldIndex(ChangePointsTable.SENTENCES_AFTER)))
                .isEmpty();
    }

    @Test
    void theOrderAndPartitionsOfTheRowsDoNotChangeABit(SparkSession spark) {
        Random random = new Random(8);
        List<Row> periods = new ArrayList<>(TrendRows.days(120, ChangePointsStageTest::level));
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int d = random.nextInt(120);
            articles.add(TrendRows.article("a" + i, "outlet " + i % 7, d, level(d) * random.nextDouble(), "m1"));
        }
        List<Row> expected = null;
        for (int partitions : new int[] {1, 5}) {
            Collections.shuffle(periods, random);
            Collections.shuffle(articles, random);
            List<Row> found = changePoints(
                            TrendRows.byPeriod(spark, periods).repartition(partitions),
                            TrendRows.articleStance(spark, articles).repartition(partitions))
                    .collectAsList();
            expected = expected == null ? found : expected;
            assertThat(found).hasSize(1).isEqualTo(expected);
        }
    }

    @Test
    void anOutletThatTurnsToTheTargetBreaksInAttentionAndNotInStance(SparkSession spark) {
        List<Row> published = new ArrayList<>();
        List<Row> onTarget = new ArrayList<>();
        for (int d = 0; d < 120; d++) {
            for (int i = 0; i < 8; i++) {
                String id = d + "-" + i;
                String outlet = i < 4 ? "turning" : "steady";
                published.add(TrendRows.published(id, outlet, d, "en"));
                if (i % 4 == d % 4 || (outlet.equals("turning") && d >= BREAK && i % 4 != (d + 1) % 4)) {
                    onTarget.add(TrendRows.article(id, outlet, d, level(d) < 0 ? 0.1 : 0.12, "m1"));
                }
            }
        }
        Dataset<Row> articleStance = TrendRows.articleStance(spark, onTarget);
        Dataset<Row> byDay = AttentionStage.byDay(
                TrendRows.articles(spark, published), articleStance, List.of("nato"), List.of("en"));
        Dataset<Row> breaks = BreakStage.find(
                        SeriesStage.ofAttention(AttentionStage.byPeriod(byDay)), TrendRows.SETTINGS)
                .filter("period = 'day'");
        List<Row> found = ReceiptStage.add(breaks, articleStance, byDay, TrendRows.SETTINGS)
                .orderBy("grouping", "group_value")
                .collectAsList();

        assertThat(found)
                .map(row -> row.<String>getAs("grouping") + " " + row.getAs("group_value"))
                .containsExactly("all all", "language en", "outlet turning");
        assertThat(found).allSatisfy(row -> {
            assertThat(row.<String>getAs("measure")).isEqualTo("attention");
            assertThat(row.<String>getAs("voice")).isEqualTo("any");
            assertThat(row.<Object>getAs(ChangePointsTable.DATE)).hasToString("2022-03-02");
            assertThat(row.<String>getList(row.fieldIndex(ChangePointsTable.RIVALS)))
                    .isEmpty();
            assertThat(row.<Row>getList(row.fieldIndex(ChangePointsTable.SENTENCES_BEFORE)))
                    .hasSize(2);
        });
        Row all = found.get(0);
        assertThat(all.<Double>getAs(ChangePointsTable.MEAN_BEFORE)).isCloseTo(0.25, within(1e-9));
        assertThat(all.<Double>getAs(ChangePointsTable.MEAN_AFTER)).isCloseTo(0.5, within(1e-9));
        List<Row> outlets = all.getList(all.fieldIndex(ChangePointsTable.OUTLETS));
        assertThat(outlets).map(o -> o.getString(0)).containsExactly("turning", "steady");
        assertThat(outlets.get(0).getLong(1)).isEqualTo(240);
        assertThat(outlets.get(0).getDouble(4)).isCloseTo(0.75, within(1e-9));
        assertThat(outlets.get(0).getDouble(5)).isCloseTo(0.25, within(1e-9));
        assertThat(outlets.get(1).getDouble(5)).isCloseTo(0, within(1e-9));
    }

    private static double level(int day) {
        IntToDoubleFunction noise = d -> 0.05 * Math.sin(d * 12.9898) + 0.03 * Math.cos(d * 78.233);
        return (day < BREAK ? 0.3 : -0.4) + noise.applyAsDouble(day);
    }

    private static Row only(Dataset<Row> changePoints) {
        List<Row> found = changePoints.collectAsList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Dataset<Row> changePoints(SparkSession spark, List<Row> periods, List<Row> articles) {
        return changePoints(TrendRows.byPeriod(spark, periods), TrendRows.articleStance(spark, articles));
    }

    private static Dataset<Row> changePoints(Dataset<Row> byPeriod, Dataset<Row> articleStance) {
        Dataset<Row> breaks = BreakStage.find(SeriesStage.ofStance(byPeriod), TrendRows.SETTINGS);
        Dataset<Row> attention = AttentionStage.byDay(
                TrendRows.articles(articleStance.sparkSession(), List.of()), articleStance, List.of(), List.of("en"));
        return ReceiptStage.add(breaks, articleStance, attention, TrendRows.SETTINGS);
    }
}
