package org.parallax.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * Writes a table's rows as Parquet files that depend on the rows alone: sorted, cut at rows that {@link FileCuts} chooses, and
 * named by their place, with no other file beside them. The rows are computed once, however dear they are, into a spool: of
 * many columns, Parquet files are written and read again far faster than Spark's cache is.
 */
final class TableWriter {
    /** Read once, so written with as little work as can be. */
    private static final Map<String, String> SPOOL =
            Map.of("compression", "snappy", "parquet.enable.dictionary", "false");

    private static final String KEY = "key_of_row";
    private static final String DRAW = "draw_of_row";
    private static final String FILE = "file_of_row";

    private final SparkSession spark;
    private final Folder folder;
    private final int rowsPerFile;

    TableWriter(SparkSession spark, Folder folder, int rowsPerFile) {
        this.spark = spark;
        this.folder = folder;
        this.rowsPerFile = rowsPerFile;
    }

    /** Writes to {@code folder/name}, which must not exist, and tells how many rows. */
    long write(Table table, Dataset<Row> rows) throws IOException {
        Path spool = folder.at(".spool-" + table.name());
        Path computed = new Path(spool, "computed");
        Path sorted = new Path(spool, "sorted");
        save(table.conform(rows), List.of(), SPOOL, computed);
        Dataset<Row> once = spark.read().schema(table.schema()).parquet(computed.toString());
        long count = once.count();
        if (count <= rowsPerFile) {
            // Of an empty table one empty file is kept, so that a reader finds its columns.
            List<String> partitions = count == 0 ? List.of() : table.partitionedBy();
            save(once.repartition(1).sortWithinPartitions(order(table)), partitions, published(table), sorted);
            gather(sorted, folder.at(table.name()), new HashMap<>());
        } else {
            FileCuts cuts = cuts(table, once, count);
            save(cut(table, once, cuts), with(FILE, table.partitionedBy()), published(table), sorted);
            Map<Path, Integer> filesIn = new HashMap<>();
            Set<String> written = Set.copyOf(new Folder(folder.files(), sorted).names());
            for (int file = 0; file < cuts.files(); file++) {
                // Equal keys are in one file, so that another may be empty.
                if (written.contains(FILE + "=" + file)) {
                    gather(new Path(sorted, FILE + "=" + file), folder.at(table.name()), filesIn);
                }
            }
        }
        folder.delete(spool);
        return count;
    }

    /**
     * The same for rows whose partitions depend on the rows alone: each becomes a file, and nothing is computed into a spool or
     * brought from one task to another.
     */
    long writeAsPartitioned(Table table, Dataset<Row> rows) throws IOException {
        Path spool = folder.at(".spool-" + table.name());
        save(table.conform(rows).sortWithinPartitions(order(table)), table.partitionedBy(), published(table), spool);
        gather(spool, folder.at(table.name()), new HashMap<>());
        folder.delete(spool);
        if (!folder.names().contains(table.name())) {
            return write(table, spark.createDataFrame(List.of(), table.schema()));
        }
        return TableStore.read(spark, table, folder.at(table.name())).count();
    }

    /** Measured numbers seldom repeat: a dictionary of them would be built, found useless, and thrown away. */
    private static Map<String, String> published(Table table) {
        Map<String, String> options = new HashMap<>(Map.of("compression", "zstd"));
        table.columns().stream()
                .filter(column -> column.type().equals(DataTypes.DoubleType))
                .forEach(column -> options.put("parquet.enable.dictionary#" + column.name(), "false"));
        return options;
    }

    /** From the rows with the least hashes: a sample that is the same however the rows are partitioned. */
    private FileCuts cuts(Table table, Dataset<Row> once, long count) {
        int sample = FileCuts.sample(count, rowsPerFile);
        List<Row> keys = once
                .select(key(table).as(KEY), xxhash64(key(table)).as(DRAW))
                .orderBy(DRAW)
                .limit(sample)
                .collectAsList()
                .stream()
                .map(row -> row.getStruct(0))
                .toList();
        return FileCuts.of(keys, count, rowsPerFile);
    }

    /** Each file's rows together and in order. */
    private static Dataset<Row> cut(Table table, Dataset<Row> once, FileCuts cuts) {
        UDF1<Row, Integer> file = cuts::file;
        Column[] order =
                Stream.concat(Stream.of(col(FILE)), Stream.of(order(table))).toArray(Column[]::new);
        return once.withColumn(FILE, udf(file, DataTypes.IntegerType).apply(key(table)))
                .repartition(cuts.files(), col(FILE))
                .sortWithinPartitions(order);
    }

    /** What rows are sorted by before all else. */
    private static Column key(Table table) {
        return struct(Stream.concat(table.partitionedBy().stream(), table.sortedBy().stream())
                .distinct()
                .map(name -> col(name))
                .toArray(Column[]::new));
    }

    private static void save(Dataset<Row> rows, List<String> partitions, Map<String, String> options, Path to) {
        rows.write()
                .partitionBy(partitions.toArray(String[]::new))
                .options(options)
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .parquet(to.toString());
    }

    private static List<String> with(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** Partitions, the table's order, then all other columns, so that no tie is left to chance. */
    private static Column[] order(Table table) {
        return Stream.of(
                        table.partitionedBy().stream(),
                        table.sortedBy().stream(),
                        table.columns().stream()
                                .filter(c -> !(c.type() instanceof MapType))
                                .map(org.parallax.table.Column::name))
                .flatMap(names -> names)
                .distinct()
                .map(name -> col(name))
                .toArray(Column[]::new);
    }

    /** Moves Spark's files after those that were moved before, leaving behind their random names and checksum files. */
    private void gather(Path spool, Path table, Map<Path, Integer> filesIn) throws IOException {
        for (String name : new Folder(folder.files(), spool).sizes(spool).keySet()) {
            Path from = new Path(spool, name);
            if (from.getName().startsWith(".") || !from.getName().endsWith(".parquet")) {
                continue;
            }
            int slash = name.lastIndexOf('/');
            Path to = slash < 0 ? table : new Path(table, name.substring(0, slash));
            folder.make(to);
            int number = filesIn.merge(to, 1, Integer::sum) - 1;
            folder.move(from, new Path(to, String.format(Locale.ROOT, "part-%05d.parquet", number)));
        }
    }
}
