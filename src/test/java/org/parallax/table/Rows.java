package org.parallax.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of a table from the columns that a test cares for; the others are null. */
public final class Rows {
    private Rows() {}

    /** A row from names and values in turn. */
    public static Row of(Table table, Object... namesAndValues) {
        StructType schema = table.schema();
        Object[] values = new Object[schema.size()];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values[schema.fieldIndex((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return RowFactory.create(values);
    }
}
