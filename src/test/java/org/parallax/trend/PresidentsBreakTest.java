package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.config.SettingsLoader;
import org.parallax.statistics.ChangePoints;
import org.parallax.table.AttentionByPeriodTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.Table;
import org.parallax.table.TableStore;

/**
 * What a run over the speeches of two presidents has to show, by the tables of that run:
 * {@code mvn test -Dtest=PresidentsBreakTest -DargLine="... -Dparallax.tables=<output of parallax run>"}. Skipped without.
 */
@ExtendWith(SparkExtension.class)
class PresidentsBreakTest {
    private static final LocalDate INVASION = LocalDate.of(2022, 2, 24);
    private static final String SPEECHES =
            "grouping = 'outlet' and group_value = 'president.gov.ua' and target = 'russia'";

    private final TrendSettings settings =
            SettingsLoader.load(Path.of("conf"), null, Map.of()).trends();

    @BeforeEach
    void tables() {
        assumeTrue(
                System.getProperty("parallax.tables") != null,
                "give -Dparallax.tables=DIR, the output of a run over the presidents corpus");
    }

    @Test
    void theStrongestBreakOfAttentionOfPresidentGovUaToRussiaIsThatOfFebruary2022(SparkSession spark) {
        for (String period : List.of("day", "week")) {
            List<Row> strongest = BreakStage.find(attention(spark, period), settings)
                    .filter(ChangePointsTable.RANK + " = 1")
                    .collectAsList();
            assertThat(strongest).as("breaks by %s", period).isNotEmpty().allSatisfy(row -> {
                LocalDate date =
                        row.getDate(row.fieldIndex(ChangePointsTable.DATE)).toLocalDate();
                assertThat(Math.abs(ChronoUnit.DAYS.between(INVASION, date)))
                        .as("distance of %s, by %s", date, period)
                        .isLessThanOrEqualTo(7);
            });
        }
    }

    /** With a level of 5 % and 200 rounds, up to 16 false alarms are within chance (97.5 % of the time). */
    @Test
    void itsDaysShuffledInTimeHaveBreaksNoMoreOftenThanTheLevelSays(SparkSession spark) {
        ChangePoints search = new ChangePoints(settings.minSegment(), settings.penalty(), settings.resamples(), 0.05);
        List<Row> both = stance(spark, "day").union(attention(spark, "day")).collectAsList();
        assertThat(both).hasSize(2);
        for (Row row : both) {
            Series series = Series.of("day", row.getList(row.fieldIndex(SeriesStage.PERIODS)));
            SplittableRandom random = new SplittableRandom(200);
            int alarms = 0;
            for (int round = 0; round < 200; round++) {
                for (int i = series.size() - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    swap(series.means(), i, j);
                    swap(series.stories(), i, j);
                }
                alarms += search.find(series.times(), series.means(), series.stories(), round)
                                .found()
                                .isEmpty()
                        ? 0
                        : 1;
            }
            assertThat(alarms).isLessThanOrEqualTo(16);
        }
    }

    private static Dataset<Row> stance(SparkSession spark, String period) {
        return SeriesStage.ofStance(periods(spark, StanceByPeriodTable.TABLE, period)
                .filter("voice = 'author' and counting = 'every copy'"));
    }

    private static Dataset<Row> attention(SparkSession spark, String period) {
        return SeriesStage.ofAttention(periods(spark, AttentionByPeriodTable.TABLE, period));
    }

    private static Dataset<Row> periods(SparkSession spark, Table table, String period) {
        return new TableStore(spark, System.getProperty("parallax.tables"))
                .read(table)
                .filter(SPEECHES)
                .filter(StanceByPeriodTable.PERIOD + " = '" + period + "'");
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
