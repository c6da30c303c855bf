package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The false discovery rate over all rows of a table (Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B
 * 57, 1995), in two running sums over the rows in the order of p.
 */
final class FalseDiscovery {
    private static final String RATIO = "ratio_of_benjamini_and_hochberg";

    private FalseDiscovery() {}

    /** The rows with their q-values; rows without a p-value count for nothing and get none. */
    static Dataset<Row> withQ(Dataset<Row> rows, String p, String q) {
        // Rows without a p-value are a partition of their own. The frames run from the front: those to the end are
        // quadratic.
        Column without = col(p).isNull();
        WindowSpec upTo = Window.partitionBy(without)
                .orderBy(col(p))
                .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
        WindowSpec fromTop = Window.partitionBy(without)
                .orderBy(col(p).desc())
                .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
        Column tests = count(lit(1)).over(Window.partitionBy(without));
        return rows.withColumn(
                        RATIO, col(p).multiply(tests).divide(count(lit(1)).over(upTo)))
                .withColumn(
                        q, when(col(p).isNotNull(), least(lit(1.0), min(RATIO).over(fromTop))))
                .drop(RATIO);
    }
}
