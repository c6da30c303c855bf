package org.parallax;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows by the names of their columns, so that a test states only what it is about. */
public final class MadeRows {
    private MadeRows() {}

    /** A row of a schema; what is not named is null. */
    public static Row row(StructType schema, Object... namesAndValues) {
        Object[] values = new Object[schema.size()];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values[schema.fieldIndex((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return RowFactory.create(values);
    }

    /** The row with other values in some columns. */
    public static Row with(Row row, StructType schema, Object... namesAndValues) {
        Object[] values = new Object[schema.size()];
        Arrays.setAll(values, row::get);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values[schema.fieldIndex((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return RowFactory.create(values);
    }

    /** The values of some columns, joined by a blank. */
    public static List<String> shown(List<Row> rows, String... columns) {
        return rows.stream()
                .map(row -> String.join(
                        " ",
                        Arrays.stream(columns)
                                .map(c -> String.valueOf(row.<Object>getAs(c)))
                                .toList()))
                .toList();
    }
}
