package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.trend.StanceRows.stance;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.StoryComparisonsTable;
import org.parallax.trend.StanceRows.Stance;

@ExtendWith(SparkExtension.class)
class StoryComparisonStageTest {

    @Test
    void outletsStandBesideEachOtherWithTheirSpreadAndTheOutermostSentences(SparkSession spark) {
        Row row = comparisons(
                        spark,
                        stance("a", "one", "2024-02-01", 0.6).of("s1"),
                        stance("b", "one", "2024-02-02", 0.2).of("s2"),
                        stance("c", "two", "2024-02-03", -0.2).of("s1"),
                        stance("d", "three", "2024-02-04", 0.1).of("s3"),
                        stance("alone", "two", "2024-02-03", -0.9))
                .collectAsList()
                .get(0);
        assertThat(row.schema().fieldNames())
                .isEqualTo(StoryComparisonsTable.TABLE.schema().fieldNames());
        assertThat(row.<String>getAs(StoryComparisonsTable.EVENT_ID)).isEqualTo("a");
        assertThat(row.<String>getAs(StoryComparisonsTable.TITLE)).isEqualTo("Title of a");
        assertThat(row.<Integer>getAs(StoryComparisonsTable.OUTLETS)).isEqualTo(3);
        assertThat(row.<Long>getAs(StoryComparisonsTable.ARTICLES)).isEqualTo(4);
        assertThat(row.<Long>getAs(StoryComparisonsTable.STORIES)).isEqualTo(3);
        assertThat(row.<Object>getAs(StoryComparisonsTable.FIRST_PUBLISHED)).hasToString("2024-02-01 10:00:00.0");
        assertThat(row.<Object>getAs(StoryComparisonsTable.LAST_PUBLISHED)).hasToString("2024-02-04 10:00:00.0");
        assertThat(row.<Double>getAs(StoryComparisonsTable.MEAN)).isCloseTo(0.1, within(1e-9));
        assertThat(row.<Double>getAs(StoryComparisonsTable.SPREAD)).isCloseTo(0.6, within(1e-9));
        assertThat(row.<Double>getAs(StoryComparisonsTable.DEVIATION)).isCloseTo(0.3, within(1e-9));
        assertThat(row.<Row>getList(row.fieldIndex(StoryComparisonsTable.BY_OUTLET)))
                .map(o -> o.getString(0) + " " + o.getLong(1) + " " + Math.round(100 * o.getDouble(2)))
                .containsExactly("one 2 40", "three 1 10", "two 1 -20");
        Row most = row.getAs(StoryComparisonsTable.MOST_FAVOURABLE);
        assertThat(most.getString(1) + " " + most.getString(2) + " " + most.getString(3))
                .isEqualTo("a says 0.60. one a");
        Row least = row.getAs(StoryComparisonsTable.LEAST_FAVOURABLE);
        assertThat(least.getDouble(0)).isEqualTo(-0.2);
    }

    @Test
    void oneOutletAloneOrTheReportedVoiceMakeNoComparison(SparkSession spark) {
        assertThat(comparisons(
                                spark,
                                stance("a", "one", "2024-02-01", 0.6),
                                stance("b", "one", "2024-02-02", 0.2),
                                stance("c", "two", "2024-02-03", -0.2).reported(2, 0.1),
                                stance("d", "three", "2024-02-03", -0.2).undated())
                        .count())
                .isZero();
    }

    private static Dataset<Row> comparisons(SparkSession spark, Stance... stances) {
        String[][] events = List.of(stances).stream()
                .map(s -> new String[] {s.article(), s.story(), s.article().equals("alone") ? "alone" : "a"})
                .toArray(String[][]::new);
        return StoryComparisonStage.comparisons(
                StanceRows.table(spark, stances),
                StanceRows.articles(spark, "a", "alone"),
                StanceRows.events(spark, events));
    }
}
