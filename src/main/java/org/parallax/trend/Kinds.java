package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;

/**
 * Several names of a row in one number. Rows go by the million and kinds of rows are few: with a number in the place of
 * names the rows are small, and are hashed and sorted fast; the names are looked up at the end.
 *
 * @param names columns that together make a kind
 */
record Kinds(List<String> names) {
    /** No two of some thousand kinds have the same 64 bits. */
    static final String KIND = "kind_of_row";

    /** What decides which groups and series a row of article stance belongs to. */
    static final Kinds OF_STANCE = new Kinds(List.of(
            ArticleStanceTable.TARGET,
            ArticleStanceTable.VOICE,
            ArticleStanceTable.OUTLET,
            ArticleStanceTable.COUNTRY,
            ArticleStanceTable.LANGUAGE));

    Kinds {
        names = List.copyOf(names);
    }

    /** The kind of a row, as {@link #KIND}. */
    Column number() {
        return xxhash64(columns()).as(KIND);
    }

    /** Each kind that there is, once, with its number as {@link #KIND}. */
    Dataset<Row> of(Dataset<Row> rows) {
        return rows.select(columns()).distinct().select(col("*"), number());
    }

    /** The same, with what the rows of each kind come to. */
    Dataset<Row> of(Dataset<Row> rows, Column first, Column... more) {
        return rows.groupBy(columns()).agg(first, more).select(col("*"), number());
    }

    private Column[] columns() {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
