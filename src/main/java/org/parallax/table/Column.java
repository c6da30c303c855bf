package org.parallax.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a published table: its name and type, and what the data dictionary says of it.
 *
 * @param unit unit or range, such as {@code [-1, 1]}, {@code UTC} or {@code code points}; empty where none applies
 * @param meaning one sentence for a reader who has not seen the code
 */
public record Column(String name, DataType type, boolean nullable, String unit, String meaning) {

    /** A column that always has a value. */
    public static Column required(String name, DataType type, String unit, String meaning) {
        return new Column(name, type, false, unit, meaning);
    }

    /** A column that may be null; the meaning says when. */
    public static Column optional(String name, DataType type, String unit, String meaning) {
        return new Column(name, type, true, unit, meaning);
    }

    /** The field in Spark's terms. Nullability is not enforced: Parquet written by Spark is nullable throughout. */
    StructField field() {
        return new StructField(name, type, true, org.apache.spark.sql.types.Metadata.empty());
    }
}
