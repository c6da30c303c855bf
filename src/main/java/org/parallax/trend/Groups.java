package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

/** The groups that an article belongs to: all, its outlet, its country and its language. */
final class Groups {
    private static final String IN_GROUP = "in_group";

    private Groups() {}

    /**
     * Each row once for each of its groups, with {@link StanceByPeriodTable#GROUPING} and {@link StanceByPeriodTable#GROUP};
     * the group is null where the row's value is.
     *
     * @param rows with outlet, country and language
     */
    static Dataset<Row> each(Dataset<Row> rows) {
        return rows.withColumn(
                        IN_GROUP,
                        explode(array(
                                group(StanceByPeriodTable.ALL, lit(StanceByPeriodTable.ALL)),
                                group(StanceByPeriodTable.OUTLET, col(ArticleStanceTable.OUTLET)),
                                group(StanceByPeriodTable.COUNTRY, col(ArticleStanceTable.COUNTRY)),
                                group(StanceByPeriodTable.LANGUAGE, col(ArticleStanceTable.LANGUAGE)))))
                .select(col("*"), col(IN_GROUP + ".*"))
                .drop(IN_GROUP);
    }

    /** A group by name, as a struct of the two columns. */
    static Column group(String grouping, Column value) {
        return struct(lit(grouping).as(StanceByPeriodTable.GROUPING), value.as(StanceByPeriodTable.GROUP));
    }
}
