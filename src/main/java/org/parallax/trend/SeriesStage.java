package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.SeriesKey;
import org.parallax.table.StanceByPeriodTable;

/**
 * Gathers periods to series: a row for each, with its periods in order of time. A series has at most as many periods as
 * the corpus has days.
 */
public final class SeriesStage {
    /** The periods as an array of structs of first day (days since 1970), mean and stories. */
    static final String PERIODS = "periods_of_series";

    static final String BEGIN = "begin";
    static final String MEAN = "mean";
    static final String STORIES = "stories";

    private SeriesStage() {}

    /**
     * Rows of {@link SeriesKey} with their periods.
     *
     * @param byPeriod rows of {@link StanceByPeriodTable}
     */
    public static Dataset<Row> gather(Dataset<Row> byPeriod) {
        return byPeriod.filter(col(StanceByPeriodTable.PERIOD).notEqual(StanceByPeriodTable.SPAN))
                .groupBy(key())
                .agg(sort_array(collect_list(struct(
                                unix_date(col(StanceByPeriodTable.PERIOD_START)).as(BEGIN),
                                col(StanceByPeriodTable.MEAN).as(MEAN),
                                col(StanceByPeriodTable.STORIES).as(STORIES))))
                        .as(PERIODS));
    }

    static Column[] key() {
        return SeriesKey.NAMES.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    /** The name of a series, by which its random numbers are fixed. */
    static Column name() {
        return concat_ws("|", key());
    }
}
