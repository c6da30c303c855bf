package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.trend.StanceRows.stance;

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
import org.parallax.config.Settings.ChangeSettings;
import org.parallax.table.StanceChangesTable;
import org.parallax.trend.StanceRows.Stance;

@ExtendWith(SparkExtension.class)
class ChangeStageTest {
    private static final ChangeSettings SETTINGS = new ChangeSettings(0.6);
    private static final String MONTHS = "period = 'month' and grouping = 'all'";

    @Test
    void aChangeIsSplitIntoWithinOutletMixAndVoiceMix(SparkSession spark) {
        Row march = only(
                changes(
                        spark,
                        stance("a", "mild", "2024-02-04", 0.4),
                        stance("b", "harsh", "2024-02-05", -0.6),
                        stance("c", "mild", "2024-03-04", 0.4),
                        stance("d", "harsh", "2024-03-05", -0.6),
                        stance("e", "harsh", "2024-03-29", -0.6)),
                MONTHS + " and period_start = '2024-03-01'");
        assertThat(march.<java.sql.Date>getAs(StanceChangesTable.PREVIOUS_START))
                .hasToString("2024-02-01");
        assertThat(march.<Long>getAs(StanceChangesTable.ARTICLES)).isEqualTo(3);
        assertThat(march.<Long>getAs(StanceChangesTable.PREVIOUS_ARTICLES)).isEqualTo(2);
        assertThat(number(march, StanceChangesTable.PREVIOUS_MEAN)).isCloseTo(-0.1, within(1e-9));
        assertThat(number(march, StanceChangesTable.MEAN)).isCloseTo(-0.8 / 3, within(1e-9));
        assertThat(number(march, StanceChangesTable.WITHIN_OUTLETS)).isCloseTo(0, within(1e-9));
        assertThat(number(march, StanceChangesTable.VOICE_MIX)).isCloseTo(0, within(1e-9));
        assertThat(number(march, StanceChangesTable.OUTLET_MIX)).isCloseTo(-0.8 / 3 + 0.1, within(1e-9));
        assertThat(number(march, StanceChangesTable.PANEL_CHANGE)).isCloseTo(0, within(1e-9));
        List<Row> parts = march.getList(march.fieldIndex(StanceChangesTable.LARGEST_PARTS));
        assertThat(parts).map(part -> part.getString(0)).containsExactlyInAnyOrder("harsh", "mild");
    }

    @Test
    void anArticleWeighsOnceDividedBetweenItsVoicesByMentions(SparkSession spark) {
        Stance article = stance("a", "one", "2024-02-04", 0.5).mentions(1);
        Stance next = stance("b", "one", "2024-03-04", 0.5).mentions(3);
        Row march = only(
                changes(spark, article, article.reported(3, -0.5), next, next.reported(1, -0.5)),
                MONTHS + " and period_start = '2024-03-01'");
        assertThat(march.<Long>getAs(StanceChangesTable.ARTICLES)).isEqualTo(1);
        assertThat(number(march, StanceChangesTable.PREVIOUS_REPORTED_SHARE)).isCloseTo(0.75, within(1e-9));
        assertThat(number(march, StanceChangesTable.REPORTED_SHARE)).isCloseTo(0.25, within(1e-9));
        assertThat(number(march, StanceChangesTable.CHANGE)).isCloseTo(0.5, within(1e-9));
        assertThat(number(march, StanceChangesTable.VOICE_MIX)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void thePartsSumToTheChangeInEveryRow(SparkSession spark) {
        List<Row> rows = ChangeStage.changes(StanceRows.table(spark, StanceRows.corpus(400, 6, 3)), SETTINGS)
                .collectAsList();
        assertThat(rows).hasSizeGreaterThan(40);
        for (Row row : rows) {
            if (row.isNullAt(row.fieldIndex(StanceChangesTable.PREVIOUS_START))) {
                assertThat(row.isNullAt(row.fieldIndex(StanceChangesTable.CHANGE)))
                        .isTrue();
                continue;
            }
            assertThat(number(row, StanceChangesTable.WITHIN_OUTLETS)
                            + number(row, StanceChangesTable.OUTLET_MIX)
                            + number(row, StanceChangesTable.VOICE_MIX))
                    .isCloseTo(number(row, StanceChangesTable.CHANGE), within(1e-12));
            assertThat(number(row, StanceChangesTable.CHANGE))
                    .isEqualTo(number(row, StanceChangesTable.MEAN) - number(row, StanceChangesTable.PREVIOUS_MEAN));
        }
    }

    @Test
    void anOutletThatComesForAMonthMovesTheMeanButNotThePanel(SparkSession spark) {
        Dataset<Row> changes = changes(
                spark,
                stance("a", "old", "2024-02-04", 0.1),
                stance("b", "old", "2024-03-04", 0.1),
                stance("c", "new", "2024-03-05", -0.9),
                stance("d", "old", "2024-04-04", 0.1));
        Row march = only(changes, MONTHS + " and period_start = '2024-03-01'");
        assertThat(number(march, StanceChangesTable.MEAN)).isCloseTo(-0.4, within(1e-9));
        assertThat(march.<Integer>getAs(StanceChangesTable.OUTLETS_ENTERED)).isEqualTo(1);
        assertThat(march.<Integer>getAs(StanceChangesTable.OUTLETS_LEFT)).isZero();
        assertThat(number(march, StanceChangesTable.ENTERED_AND_LEFT)).isCloseTo(0.5 * (-0.9 + 0.15), within(1e-9));
        assertThat(march.<Integer>getAs(StanceChangesTable.PANEL_OUTLETS)).isEqualTo(1);
        assertThat(number(march, StanceChangesTable.PANEL_MEAN)).isCloseTo(0.1, within(1e-9));
        Row april = only(changes, MONTHS + " and period_start = '2024-04-01'");
        assertThat(april.<Integer>getAs(StanceChangesTable.OUTLETS_LEFT)).isEqualTo(1);
        assertThat(number(april, StanceChangesTable.PANEL_CHANGE)).isCloseTo(0, within(1e-12));
    }

    @Test
    void acrossAGapTheLastPeriodWithArticlesIsCompared(SparkSession spark) {
        Dataset<Row> weeks = changes(
                        spark, stance("a", "one", "2024-01-01", 0.1), stance("b", "one", "2024-01-22", 0.3))
                .filter("period = 'week' and grouping = 'country'")
                .orderBy(StanceChangesTable.PERIOD_START);
        assertThat(weeks.collectAsList())
                .map(row -> row.getAs(StanceChangesTable.PERIOD_START) + " after "
                        + row.getAs(StanceChangesTable.PREVIOUS_START) + " in " + row.getAs(StanceChangesTable.GROUP))
                .containsExactly("2024-01-01 after null in KZ", "2024-01-22 after 2024-01-01 in KZ");
    }

    @Test
    void undatedArticlesAreInNoRowAndThoseWithoutACountryInNoneByCountry(SparkSession spark) {
        Dataset<Row> changes = changes(
                spark,
                stance("a", "one", "2024-01-01", 0.1).undated(),
                stance("b", "one", "2024-01-22", 0.3).from(null));
        assertThat(changes.collectAsList())
                .map(row -> row.getAs(StanceChangesTable.PERIOD) + " " + row.getAs(StanceChangesTable.GROUPING))
                .containsExactlyInAnyOrder("week all", "month all");
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesDoNotChangeABit(SparkSession spark) {
        List<Stance> corpus = new ArrayList<>(StanceRows.corpus(200, 5, 8));
        Column[] order = StanceChangesTable.TABLE.sortedBy().stream()
                .map(name -> functions.col(name))
                .toArray(Column[]::new);
        List<Row> expected = null;
        for (int partitions : new int[] {1, 5}) {
            Collections.shuffle(corpus, new Random(partitions));
            List<Row> rows = ChangeStage.changes(StanceRows.table(spark, corpus).repartition(partitions), SETTINGS)
                    .orderBy(order)
                    .collectAsList();
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
    }

    private static Dataset<Row> changes(SparkSession spark, Stance... stances) {
        return ChangeStage.changes(StanceRows.table(spark, stances), SETTINGS);
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }

    private static Row only(Dataset<Row> rows, String condition) {
        List<Row> found = rows.filter(condition).collectAsList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
