package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.SeriesKey;
import org.parallax.table.StanceTrendsTable;

@ExtendWith(SparkExtension.class)
class TrendStageTest {

    @Test
    void theSlopeIsPer30DaysWhateverThePeriods(SparkSession spark) {
        Random random = new Random(3);
        List<Row> rows = new ArrayList<>();
        double aDay = -0.001;
        for (int i = 0; i < 40; i++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i);
            LocalDate week = LocalDate.of(2024, 1, 1).plusWeeks(i);
            LocalDate month = LocalDate.of(2021, 1, 1).plusMonths(i);
            double noise = 1e-5 * random.nextGaussian();
            rows.add(TrendRows.period("day", day, "all", "all", aDay * i + noise, 3));
            rows.add(TrendRows.period("week", week, "all", "all", aDay * 7 * i + noise, 3));
            rows.add(TrendRows.period("month", month, "all", "all", aDay * 30.436875 * i + noise, 3));
        }
        List<Row> found = trends(spark, rows).collectAsList();
        assertThat(found).hasSize(3).allSatisfy(row -> {
            assertThat(row.<Double>getAs(StanceTrendsTable.SLOPE)).isCloseTo(-0.03, within(1e-4));
            assertThat(row.<Double>getAs(StanceTrendsTable.SLOPE_LOW)).isLessThan(row.getAs(StanceTrendsTable.SLOPE));
            assertThat(row.<Double>getAs(StanceTrendsTable.SLOPE_HIGH))
                    .isGreaterThan(row.getAs(StanceTrendsTable.SLOPE));
            assertThat(row.<Double>getAs(StanceTrendsTable.P)).isLessThan(1e-6);
            assertThat(row.<String>getAs(StanceTrendsTable.STATUS)).isEqualTo("ok");
            assertThat(row.<Integer>getAs(StanceTrendsTable.MISSING)).isZero();
        });
    }

    @Test
    void missingPeriodsAreCountedAndLeaveTheirPlace(SparkSession spark) {
        List<Row> rows = new ArrayList<>(TrendRows.days(60, d -> 0.002 * d + (d % 3) * 0.01));
        rows.removeIf(row -> {
            int day = row.getDate(1).toLocalDate().getDayOfYear() - 1;
            return day > 20 && day < 31;
        });
        Row only = trends(spark, rows).collectAsList().get(0);
        assertThat(only.<Integer>getAs(StanceTrendsTable.PERIODS)).isEqualTo(50);
        assertThat(only.<Integer>getAs(StanceTrendsTable.MISSING)).isEqualTo(10);
        assertThat(only.getDate(only.fieldIndex(StanceTrendsTable.FIRST_PERIOD)))
                .hasToString("2022-01-01");
        assertThat(only.getDate(only.fieldIndex(StanceTrendsTable.LAST_PERIOD))).hasToString("2022-03-01");
        assertThat(only.<Double>getAs(StanceTrendsTable.SLOPE)).isCloseTo(0.06, within(0.003));
    }

    @Test
    void aSeriesWithoutATestSaysWhy(SparkSession spark) {
        List<Row> rows = new ArrayList<>(TrendRows.days(9, d -> d));
        for (int i = 0; i < 20; i++) {
            rows.add(TrendRows.period("day", TrendRows.FIRST.plusDays(i), "outlet", "flat", 0.25, 1));
        }
        assertThat(trends(spark, rows).orderBy("grouping").collectAsList()).allSatisfy(row -> {
            assertThat(row.isNullAt(row.fieldIndex(StanceTrendsTable.P))).isTrue();
            assertThat(row.isNullAt(row.fieldIndex(StanceTrendsTable.Q))).isTrue();
            assertThat(row.isNullAt(row.fieldIndex(StanceTrendsTable.SLOPE))).isTrue();
        });
        assertThat(trends(spark, rows).orderBy("grouping").collectAsList())
                .map(row -> row.<String>getAs(StanceTrendsTable.STATUS))
                .containsExactly("too few periods", "constant");
    }

    @Test
    void qValuesAreOfAllTestedSeriesAndNoRowDependsOnPartitions(SparkSession spark) {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>(TrendRows.days(5, d -> d));
        for (int outlet = 0; outlet < 12; outlet++) {
            for (int day = 0; day < 30; day++) {
                rows.add(TrendRows.period(
                        "day",
                        TrendRows.FIRST.plusDays(day),
                        "outlet",
                        "outlet " + outlet,
                        0.01 * (outlet % 3) * day + 0.2 * random.nextGaussian(),
                        1));
            }
        }
        List<Row> expected = null;
        for (int partitions : new int[] {1, 3}) {
            Collections.shuffle(rows, random);
            List<Row> found = trends(spark, rows, partitions)
                    .orderBy(SeriesKey.NAMES.stream().map(n -> functions.col(n)).toArray(Column[]::new))
                    .collectAsList();
            expected = expected == null ? found : expected;
            assertThat(found).hasSize(13).isEqualTo(expected);
        }
        List<Row> tested = expected.stream()
                .filter(row -> row.<String>getAs(StanceTrendsTable.STATUS).equals("ok"))
                .toList();
        assertThat(tested).hasSize(12);
        double least = tested.stream()
                .mapToDouble(row -> row.<Double>getAs(StanceTrendsTable.P))
                .min()
                .orElseThrow();
        assertThat(tested).anySatisfy(row -> {
            assertThat(row.<Double>getAs(StanceTrendsTable.P)).isEqualTo(least);
            assertThat(row.<Double>getAs(StanceTrendsTable.Q)).isBetween(least, 12 * least);
        });
    }

    @Test
    void periodsAreNumberedWithoutGapsAcrossYearsAndBefore1970() {
        for (String code : List.of("day", "week", "month")) {
            Cadence cadence = Cadence.of(code);
            long number = cadence.number(LocalDate.of(1968, 1, 1).toEpochDay());
            for (int i = 0; i < 200; i++) {
                long begin = cadence.begin(number + i);
                assertThat(cadence.number(begin)).isEqualTo(number + i);
                LocalDate date = LocalDate.ofEpochDay(begin);
                assertThat(code.equals("week") ? date.getDayOfWeek().getValue() : 1)
                        .isEqualTo(1);
                assertThat(code.equals("month") ? date.getDayOfMonth() : 1).isEqualTo(1);
            }
        }
    }

    private static Dataset<Row> trends(SparkSession spark, List<Row> rows) {
        return trends(spark, rows, 2);
    }

    private static Dataset<Row> trends(SparkSession spark, List<Row> rows, int partitions) {
        return TrendStage.trends(
                SeriesStage.ofStance(TrendRows.byPeriod(spark, rows).repartition(partitions)), TrendRows.SETTINGS);
    }
}
