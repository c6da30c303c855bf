package org.parallax.trend;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.StanceByPeriodTable;

/** Brings rows of articles, or of sums of articles, to the breaks in whose two levels they lie. */
final class BreakWindows {
    /** The day of an article, in UTC. */
    static final String DAY = "day_of_article";

    private BreakWindows() {}

    /** Whether a row lies before its break. */
    static Column isBefore() {
        return col(DAY).lt(col(ChangePointsTable.DATE));
    }

    /**
     * Each row once for every break of a series that it is part of. The windows are broadcast, so rows stay where they are.
     *
     * @param rows with target, voice, outlet, country, language and {@link #DAY}
     * @param within more that a row and a break have to meet
     */
    static Dataset<Row> meet(Dataset<Row> rows, Dataset<Row> windows, Column within) {
        return Groups.each(rows)
                .join(
                        windows,
                        ReceiptStage.seq(
                                StanceByPeriodTable.GROUPING,
                                StanceByPeriodTable.GROUP,
                                StanceByPeriodTable.TARGET,
                                StanceByPeriodTable.VOICE))
                .filter(col(DAY).between(col(ChangePointsTable.BEFORE_FROM), col(ChangePointsTable.AFTER_TO))
                        .and(within));
    }
}
