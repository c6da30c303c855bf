package org.parallax.table;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A published table: its name, what a row is, its columns in order, and how its files are laid out.
 *
 * @param rowMeaning what a row is, in words
 * @param sortedBy the columns that rows are sorted by within a partition, so that equal runs give equal files
 * @param partitionedBy the columns whose values are folders ({@code period=day}), so that a query that asks for one value
 *     opens no other files; empty for most tables
 */
public record Table(
        String name, String rowMeaning, List<Column> columns, List<String> sortedBy, List<String> partitionedBy) {

    public Table {
        columns = List.copyOf(columns);
        sortedBy = List.copyOf(sortedBy);
        partitionedBy = List.copyOf(partitionedBy);
        List<String> names = columns.stream().map(Column::name).toList();
        for (String used :
                Stream.concat(sortedBy.stream(), partitionedBy.stream()).toList()) {
            if (!names.contains(used)) {
                throw new IllegalArgumentException("table " + name + " has no column " + used + "; it has " + names);
            }
        }
    }

    /** A table without partitions. */
    public Table(String name, String rowMeaning, List<Column> columns, List<String> sortedBy) {
        this(name, rowMeaning, columns, sortedBy, List.of());
    }

    /** The schema in Spark's terms. */
    public StructType schema() {
        return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
    }

    /**
     * The rows with exactly this table's columns, in order and cast to their types.
     *
     * @throws IllegalArgumentException when a column is missing, naming table and column
     */
    public Dataset<Row> conform(Dataset<Row> rows) {
        List<String> there = Arrays.asList(rows.columns());
        List<String> missing = columns.stream()
                .map(Column::name)
                .filter(c -> !there.contains(c))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " lacks the columns " + missing + "; it has " + there);
        }
        return rows.select(columns.stream()
                .map(c -> col(c.name()).cast(c.type()).as(c.name()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    @Override
    public String toString() {
        return name + columns.stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
