package org.parallax.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.shiftright;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Writes a table's rows as Parquet files that depend on the rows alone: sorted, cut after a fixed number of rows, and named
 * by their place, with no other file beside them. The rows are computed once, however dear they are.
 */
final class TableWriter {
    private static final String PLACE = "place_of_row";
    private static final String PARTITION = "partition_of_row";
    private static final String SHIFT = "shift_of_place";
    private static final String FILE = "file_of_row";

    /** A place is the number of the partition, then so many bits of the number within it. */
    private static final int BITS_OF_PLACE = 33;

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
        Dataset<Row> once = table.conform(rows).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> ordered = null;
        try {
            long count = once.count();
            int files = (int) Math.max(1, (count + rowsPerFile - 1) / rowsPerFile);
            Path spool = folder.at(".spool-" + table.name());
            if (files == 1) {
                // Of an empty table one empty file is kept, so that a reader finds its columns.
                List<String> partitions = count == 0 ? List.of() : table.partitionedBy();
                save(once.repartition(1).sortWithinPartitions(order(table)), partitions, spool);
                gather(spool, folder.at(table.name()), new HashMap<>());
            } else {
                ordered = once.sort(order(table))
                        .withColumn(PLACE, monotonically_increasing_id())
                        .persist(StorageLevel.MEMORY_AND_DISK());
                Dataset<Row> numbered = numbered(ordered);
                once.unpersist();
                save(cut(table, numbered, files), with(FILE, table.partitionedBy()), spool);
                Map<Path, Integer> filesIn = new HashMap<>();
                for (String file : new Folder(folder.files(), spool).names()) {
                    gather(new Path(spool, file), folder.at(table.name()), filesIn);
                }
            }
            folder.delete(spool);
            return count;
        } finally {
            once.unpersist();
            if (ordered != null) {
                ordered.unpersist();
            }
        }
    }

    /** Spark's own range partitions are cut by samples, which differ from run to run; the numbers of rows do not. */
    private Dataset<Row> numbered(Dataset<Row> ordered) {
        Column partition = shiftright(col(PLACE), BITS_OF_PLACE).cast(DataTypes.IntegerType);
        List<Row> sizes = ordered.groupBy(partition.as(PARTITION))
                .count()
                .orderBy(PARTITION)
                .collectAsList();
        List<Row> shifts = new ArrayList<>();
        long before = 0;
        for (Row size : sizes) {
            shifts.add(RowFactory.create(size.get(0), before - ((long) size.getInt(0) << BITS_OF_PLACE)));
            before += size.getLong(1);
        }
        StructType schema =
                new StructType().add(PARTITION, DataTypes.IntegerType).add(SHIFT, DataTypes.LongType);
        return ordered.withColumn(PARTITION, partition)
                .join(broadcast(spark.createDataFrame(shifts, schema)), PARTITION)
                .withColumn(PLACE, col(PLACE).plus(col(SHIFT)))
                .drop(PARTITION, SHIFT);
    }

    /** Each file's rows together and in order. */
    private Dataset<Row> cut(Table table, Dataset<Row> numbered, int files) {
        Column[] order = with(FILE, table.partitionedBy()).stream()
                .map(name -> col(name))
                .toArray(Column[]::new);
        return numbered.withColumn(FILE, format_string("%06d", floor(col(PLACE).divide(rowsPerFile))))
                .repartition(files, col(FILE))
                .sortWithinPartitions(
                        Stream.concat(Stream.of(order), Stream.of(col(PLACE))).toArray(Column[]::new))
                .drop(PLACE);
    }

    private static void save(Dataset<Row> rows, List<String> partitions, Path to) {
        rows.write()
                .partitionBy(partitions.toArray(String[]::new))
                .option("compression", "zstd")
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
