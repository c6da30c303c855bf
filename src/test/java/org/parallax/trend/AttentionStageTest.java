package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.AttentionByPeriodTable;

@ExtendWith(SparkExtension.class)
class AttentionStageTest {
    private static final String[] PERIODS = {"day", "week", "month"};

    @Test
    void everyGroupAndPeriodIsCountedAsOneByOne(SparkSession spark) {
        Random random = new Random(11);
        List<Row> published = new ArrayList<>();
        List<Row> onTarget = new ArrayList<>();
        Map<String, long[]> expected = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            String outlet = "outlet " + random.nextInt(3);
            int day = random.nextInt(70);
            boolean names = random.nextInt(4) == 0;
            published.add(TrendRows.published("a" + i, outlet, day, "en"));
            if (names) {
                onTarget.add(TrendRows.article("a" + i, outlet, day, 0.5, "m1"));
            }
            for (String group : List.of("all all", "outlet " + outlet, "language en")) {
                for (String period : PERIODS) {
                    long[] counts = expected.computeIfAbsent(
                            String.join(" ", period, start(period, day), group), key -> new long[2]);
                    counts[0]++;
                    counts[1] += names ? 1 : 0;
                }
            }
        }
        List<Row> found = attention(spark, published, onTarget, List.of("nato"));
        assertThat(found).hasSameSizeAs(expected.keySet()).allSatisfy(row -> {
            long[] counts = expected.get(String.join(
                    " ",
                    row.<String>getAs("period"),
                    row.<Object>getAs("period_start").toString(),
                    row.<String>getAs("grouping"),
                    row.<String>getAs("group_value")));
            assertThat(row.<Long>getAs(AttentionByPeriodTable.ARTICLES)).isEqualTo(counts[0]);
            assertThat(row.<Long>getAs(AttentionByPeriodTable.ON_TARGET)).isEqualTo(counts[1]);
            assertThat(row.<Double>getAs(AttentionByPeriodTable.ATTENTION))
                    .isCloseTo((double) counts[1] / counts[0], within(1e-15));
        });
    }

    @Test
    void anArticleThatNamesTheTargetInBothVoicesIsOne(SparkSession spark) {
        Row author = TrendRows.article("a", "x", 1, 0.5, "m1");
        Row reported = TrendRows.inVoice(author, "reported");
        Row day = days(attention(
                        spark,
                        List.of(TrendRows.published("a", "x", 1, "en"), TrendRows.published("b", "x", 1, "en")),
                        List.of(author, reported),
                        List.of("nato")))
                .get(0);
        assertThat(day.<Long>getAs(AttentionByPeriodTable.ON_TARGET)).isEqualTo(1);
        assertThat(day.<Double>getAs(AttentionByPeriodTable.ATTENTION)).isEqualTo(0.5);
    }

    @Test
    void aTargetThatNobodyNamesHasZerosAndTextsThatCannotBeReadCountForNothing(SparkSession spark) {
        List<Row> days = days(attention(
                spark,
                List.of(TrendRows.published("a", "x", 1, "en"), TrendRows.published("b", "x", 1, "ru")),
                List.of(TrendRows.article("a", "x", 1, 0.5, "m1")),
                List.of("csto", "nato")));
        assertThat(days).map(row -> row.<String>getAs("target")).containsExactly("csto", "nato");
        assertThat(days).map(row -> row.<Double>getAs("attention")).containsExactly(0.0, 1.0);
        assertThat(days).map(row -> row.<Long>getAs("articles")).containsExactly(1L, 1L);
    }

    private static List<Row> days(List<Row> rows) {
        return rows.stream()
                .filter(((Predicate<Row>) row -> row.getAs("period").equals("day"))
                        .and(row -> row.getAs("grouping").equals("all")))
                .toList();
    }

    private static String start(String period, int day) {
        LocalDate date = TrendRows.FIRST.plusDays(day);
        return switch (period) {
            case "day" -> date.toString();
            case "week" -> date.minusDays(date.getDayOfWeek().getValue() - 1).toString();
            default -> date.withDayOfMonth(1).toString();
        };
    }

    private static List<Row> attention(
            SparkSession spark, List<Row> published, List<Row> onTarget, List<String> targets) {
        Dataset<Row> byDay = AttentionStage.byDay(
                TrendRows.articles(spark, published), TrendRows.articleStance(spark, onTarget), targets, List.of("en"));
        return AttentionStage.byPeriod(byDay)
                .orderBy("period", "period_start", "grouping", "group_value", "target")
                .collectAsList();
    }
}
