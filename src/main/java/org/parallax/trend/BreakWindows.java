package org.parallax.trend;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.SeriesKey;
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
     * The windows that rows of each kind lie in: their columns, {@link Kinds#KIND} and the outlet. Kinds and breaks are few, so
     * they are broadcast: rows meet their breaks where they are.
     *
     * @param kinds with the columns of {@link Kinds#OF_STANCE}
     */
    static Dataset<Row> ofKinds(Dataset<Row> kinds, Dataset<Row> windows) {
        return Groups.each(kinds)
                .join(
                        broadcast(windows),
                        ReceiptStage.seq(
                                StanceByPeriodTable.GROUPING,
                                StanceByPeriodTable.GROUP,
                                StanceByPeriodTable.TARGET,
                                StanceByPeriodTable.VOICE))
                .select(
                        Kinds.KIND,
                        ArticleStanceTable.OUTLET,
                        ReceiptStage.BREAK,
                        SeriesKey.MEASURE,
                        ChangePointsTable.BEFORE_FROM,
                        ChangePointsTable.DATE,
                        ChangePointsTable.AFTER_TO,
                        ChangePointsTable.DIFFERENCE);
    }

    /** Whether a row lies in its break's window. */
    static Column isWithin() {
        return col(DAY).between(col(ChangePointsTable.BEFORE_FROM), col(ChangePointsTable.AFTER_TO));
    }
}
