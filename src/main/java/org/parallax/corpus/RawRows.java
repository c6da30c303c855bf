package org.parallax.corpus;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticlesTable;

/** Rows as read and not yet checked: the contract's columns, all as text, with where they stood. */
public final class RawRows {
    /** The line or record that could not be read as a row; null where it could. */
    public static final String CORRUPT = "corrupt";
    /** Why it could not. */
    public static final String CORRUPT_REASON = "corrupt_reason";

    /** The columns of the input contract, in order. */
    public static final List<String> CONTRACT = List.of(
            ArticlesTable.ARTICLE_ID,
            ArticlesTable.URL,
            ArticlesTable.TITLE,
            ArticlesTable.AUTHOR,
            ArticlesTable.BODY,
            ArticlesTable.PUBLISHED_AT,
            ArticlesTable.OUTLET,
            ArticlesTable.COUNTRY,
            ArticlesTable.LANGUAGE);

    /** Those that every file must have. */
    public static final List<String> REQUIRED = List.of(ArticlesTable.BODY, ArticlesTable.OUTLET);

    public static final StructType SCHEMA = schema();

    private static final int SHOWN = 1_000;

    private RawRows() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (String column : CONTRACT) {
            schema = schema.add(column, StringType);
        }
        return schema.add(ArticlesTable.SOURCE_FILE, StringType)
                .add(ArticlesTable.SOURCE_POSITION, LongType)
                .add(CORRUPT, StringType)
                .add(CORRUPT_REASON, StringType);
    }

    /** A row whose values are asked for by the contract's column names; the file's path gives what it lacks. */
    static Row row(InputFile file, long position, Function<String, @Nullable String> value) {
        @Nullable Object[] cells = new Object[SCHEMA.size()];
        for (int i = 0; i < CONTRACT.size(); i++) {
            cells[i] = value.apply(CONTRACT.get(i));
        }
        cells[CONTRACT.size()] = file.name();
        cells[CONTRACT.size() + 1] = position;
        return new GenericRowWithSchema(cells, SCHEMA);
    }

    /**
     * A row's text, by the place that {@link #SCHEMA} gives it: Spark hands rows from one function to the next without
     * their schema where it can.
     */
    static @Nullable String text(Row row, String column) {
        return row.getString(SCHEMA.fieldIndex(column));
    }

    static @Nullable Object value(Row row, String column) {
        return row.get(SCHEMA.fieldIndex(column));
    }

    static Row corrupt(InputFile file, long position, String line, String reason) {
        @Nullable Object[] cells = new Object[SCHEMA.size()];
        cells[CONTRACT.size()] = file.name();
        cells[CONTRACT.size() + 1] = position;
        cells[CONTRACT.size() + 2] = line.length() > SHOWN ? line.substring(0, SHOWN) : line;
        cells[CONTRACT.size() + 3] = reason;
        return new GenericRowWithSchema(cells, SCHEMA);
    }
}
