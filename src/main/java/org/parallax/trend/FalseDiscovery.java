package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The q-values of a whole table, as {@link org.parallax.statistics.BenjaminiHochberg} has them. All its rows with a p-value
 * are sorted in one task: for tables of tests, which have some thousands of rows.
 */
final class FalseDiscovery {
    private static final String RANK = "rank_by_p";
    private static final String TESTED = "is_tested";

    private FalseDiscovery() {}

    /** The rows with a column of q-values; null where p is. */
    static Dataset<Row> withQ(Dataset<Row> rows, String p, String q) {
        WindowSpec all = Window.partitionBy(TESTED);
        Column ratio = col(p).multiply(count(lit(1)).over(all)).divide(col(RANK));
        WindowSpec fromHere = all.orderBy(col(RANK).desc()).rowsBetween(Window.unboundedPreceding(), 0);
        // Which of equal p-values comes first does not matter: each gets the least ratio from its rank on.
        return rows.withColumn(TESTED, col(p).isNotNull())
                .withColumn(RANK, row_number().over(all.orderBy(p)))
                .withColumn(q, ratio)
                .withColumn(q, least(lit(1.0), min(q).over(fromHere)))
                .withColumn(q, org.apache.spark.sql.functions.when(col(TESTED), col(q)))
                .drop(RANK, TESTED);
    }
}
