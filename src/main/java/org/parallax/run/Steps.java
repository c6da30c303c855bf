package org.parallax.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.parallax.table.Manifest;
import org.parallax.table.Publication;
import org.parallax.table.Table;

/**
 * The steps of a run as they are taken: each is computed once, named in the Spark UI, shown, counted and timed. What is held
 * between steps is let go at the end, however it comes.
 */
final class Steps implements AutoCloseable {
    private final SparkSession spark;
    private final Progress progress;
    private final List<Dataset<Row>> held = new ArrayList<>();
    private final List<Manifest.Stage> done = new ArrayList<>();

    Steps(SparkSession spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Work on the driver that has no rows of its own. */
    <T> T call(String step, Supplier<T> work) {
        begin(step);
        T result = work.get();
        ended(step, 0, progress.end());
        return result;
    }

    /** Computes the rows now and keeps them for the steps that follow. */
    Dataset<Row> hold(String step, Dataset<Row> rows) {
        begin(step);
        return keep(step, rows);
    }

    private Dataset<Row> keep(String step, Dataset<Row> rows) {
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        held.add(kept);
        end(step, kept.count());
        return kept;
    }

    /** The same for dear rows of which a counter tells how many are done. */
    Dataset<Row> hold(String step, Dataset<Row> rows, long total, LongSupplier counter) {
        begin(step);
        progress.total(total);
        progress.follow(counter);
        return keep(step, rows);
    }

    /** Computes the rows now into a table of this run, and gives them as they were written. */
    Dataset<Row> write(String step, Publication out, Table table, Dataset<Row> rows) {
        begin(step);
        end(step, out.write(table, rows));
        return out.written(table);
    }

    /** The same for rows that {@link Publication#writeAsPartitioned} may take as they are divided. */
    Dataset<Row> writeAsPartitioned(String step, Publication out, Table table, Dataset<Row> rows) {
        begin(step);
        end(step, out.writeAsPartitioned(table, rows));
        return out.written(table);
    }

    /** The same for dear rows of which a counter tells how many are done. */
    Dataset<Row> write(String step, Publication out, Table table, Dataset<Row> rows, long total, LongSupplier counter) {
        begin(step);
        progress.total(total);
        progress.follow(counter);
        end(step, out.write(table, rows));
        return out.written(table);
    }

    /** Says something of the step that was taken. */
    void note(String line) {
        progress.note("   " + line);
    }

    /** The steps taken so far, for the manifest. */
    List<Manifest.Stage> done() {
        return List.copyOf(done);
    }

    private void begin(String step) {
        progress.stage(step);
        spark.sparkContext().setJobDescription(step);
    }

    private void end(String step, long rows) {
        ended(step, rows, progress.end(rows));
    }

    private void ended(String step, long rows, double seconds) {
        done.add(new Manifest.Stage(step, rows, seconds));
        spark.sparkContext().setJobDescription(null);
    }

    @Override
    public void close() {
        held.forEach(Dataset::unpersist);
    }
}
