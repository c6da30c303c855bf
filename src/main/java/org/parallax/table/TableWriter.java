package org.parallax.table;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Writes a table's rows as Parquet files that depend on the rows alone: sorted, cut after a fixed number of rows, and named
 * by their place, with no other file beside them. The rows are computed once, however dear they are.
 */
final class TableWriter {
    private static final String NUMBER = "row_number";

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
        try {
            long count = once.count();
            Path spool = folder.at(".spool-" + table.name());
            // Of an empty table one empty file is kept, so that a reader finds its columns.
            List<String> partitions = count == 0 ? List.of() : table.partitionedBy();
            sorted(table, once, count)
                    .write()
                    .partitionBy(partitions.toArray(String[]::new))
                    .option("compression", "zstd")
                    .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                    .parquet(spool.toString());
            gather(spool, folder.at(table.name()));
            folder.delete(spool);
            return count;
        } finally {
            once.unpersist();
        }
    }

    private Dataset<Row> sorted(Table table, Dataset<Row> rows, long count) {
        Column[] order = order(table);
        int files = (int) Math.max(1, (count + rowsPerFile - 1) / rowsPerFile);
        if (files == 1) {
            return rows.repartition(1).sortWithinPartitions(order);
        }
        // Spark's own range partitions are cut by samples, which differ from run to run; row numbers do not.
        int perFile = rowsPerFile;
        JavaRDD<Row> numbered = rows.sort(order)
                .toJavaRDD()
                .zipWithIndex()
                .mapToPair(row -> new Tuple2<>((int) (row._2 / perFile), withNumber(row._1, row._2)))
                .partitionBy(new ByFile(files))
                .values();
        Column[] again = Stream.concat(table.partitionedBy().stream(), Stream.of(NUMBER))
                .map(name -> col(name))
                .toArray(Column[]::new);
        return spark.createDataFrame(numbered, table.schema().add(NUMBER, DataTypes.LongType))
                .sortWithinPartitions(again)
                .drop(NUMBER);
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

    private static Row withNumber(Row row, long number) {
        Object[] values = new Object[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        values[row.size()] = number;
        return RowFactory.create(values);
    }

    /** Moves Spark's files, leaving behind their random names and checksum files. */
    private void gather(Path spool, Path table) throws IOException {
        Map<Path, Integer> filesIn = new HashMap<>();
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

    private static final class ByFile extends Partitioner {
        private static final long serialVersionUID = 1L;
        private final int files;

        ByFile(int files) {
            this.files = files;
        }

        @Override
        public int numPartitions() {
            return files;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key;
        }
    }
}
