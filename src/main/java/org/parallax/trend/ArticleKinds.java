package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;

/**
 * What decides which groups and series a row of article stance belongs to, in one number: target, voice, outlet, country and
 * language. Rows go by the million and kinds are few: with a number in the place of five names the rows are small, and are
 * hashed and sorted fast.
 */
final class ArticleKinds {
    /** No two of some thousand kinds have the same 64 bits. */
    static final String KIND = "kind_of_article";

    private static final List<String> NAMES = List.of(
            ArticleStanceTable.TARGET,
            ArticleStanceTable.VOICE,
            ArticleStanceTable.OUTLET,
            ArticleStanceTable.COUNTRY,
            ArticleStanceTable.LANGUAGE);

    private ArticleKinds() {}

    /** The kind of a row. */
    static Column kind() {
        return xxhash64(names());
    }

    /** Each kind that there is, once, with its number as {@link #KIND}. */
    static Dataset<Row> of(Dataset<Row> articleStance) {
        return articleStance.select(names()).distinct().withColumn(KIND, kind());
    }

    private static Column[] names() {
        return NAMES.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
