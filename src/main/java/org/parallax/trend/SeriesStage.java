package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.AttentionByPeriodTable;
import org.parallax.table.SeriesKey;
import org.parallax.table.StanceByPeriodTable;

/**
 * Gathers periods to series: a row for each, with its periods in order of time. A series has at most as many periods as
 * the corpus has days.
 */
public final class SeriesStage {
    /** The periods as an array of structs of first day (days since 1970), mean and weight. */
    static final String PERIODS = "periods_of_series";

    private static final int TASKS_A_CORE = 16;

    static final String BEGIN = "begin";
    static final String MEAN = "mean";
    static final String STORIES = "stories";

    private SeriesStage() {}

    /**
     * Rows of {@link SeriesKey} with their periods: the series of stance.
     *
     * @param byPeriod rows of {@link StanceByPeriodTable}
     */
    public static Dataset<Row> ofStance(Dataset<Row> byPeriod) {
        return gather(
                byPeriod.filter(col(StanceByPeriodTable.PERIOD).notEqual(StanceByPeriodTable.SPAN))
                        .withColumn(SeriesKey.MEASURE, lit(SeriesKey.STANCE)),
                StanceByPeriodTable.MEAN,
                StanceByPeriodTable.STORIES);
    }

    /**
     * Rows of {@link SeriesKey} with their periods: the series of attention. The articles of a period are what its share is
     * of, so they are its weight.
     *
     * @param attention rows of {@link AttentionByPeriodTable}
     */
    public static Dataset<Row> ofAttention(Dataset<Row> attention) {
        return gather(
                attention
                        .withColumn(SeriesKey.MEASURE, lit(SeriesKey.ATTENTION))
                        .withColumn(StanceByPeriodTable.VOICE, lit(SeriesKey.ANY_VOICE))
                        .withColumn(StanceByPeriodTable.COUNTING, lit(StanceByPeriodTable.EVERY_COPY)),
                AttentionByPeriodTable.ATTENTION,
                AttentionByPeriodTable.ARTICLES);
    }

    private static Dataset<Row> gather(Dataset<Row> periods, String mean, String stories) {
        // Few and small rows, with much to compute for each: with a number, or adaptive execution would join them in
        // one task.
        int tasks = TASKS_A_CORE * periods.sparkSession().sparkContext().defaultParallelism();
        return periods.groupBy(key())
                .agg(sort_array(collect_list(struct(
                                unix_date(col(StanceByPeriodTable.PERIOD_START)).as(BEGIN),
                                col(mean).as(MEAN),
                                col(stories).as(STORIES))))
                        .as(PERIODS))
                .repartition(tasks, key());
    }

    static Column[] key() {
        return SeriesKey.NAMES.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    /** The name of a series, by which its random numbers are fixed. */
    static Column name() {
        return concat_ws("|", key());
    }
}
