package org.parallax.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One run's writing into an output folder: tables are written beside the published ones and take their place together in
 * {@link #publish}. Closed without that, it leaves the folder as it found it. Not for use by several threads.
 */
public final class Publication implements AutoCloseable {
    private final SparkSession spark;
    private final Folder output;
    private final Swap swap;
    private final Lock lock;
    private final String runId;
    private final Folder staging;
    private final TableWriter writer;
    private final Map<String, Long> written = new LinkedHashMap<>();
    private boolean open = true;

    Publication(SparkSession spark, Folder output, Lock lock, String runId, int rowsPerFile) {
        this.spark = spark;
        this.output = output;
        this.lock = lock;
        this.runId = runId;
        this.swap = new Swap(output);
        this.staging = new Folder(output.files(), swap.staging(runId));
        this.writer = new TableWriter(spark, staging, rowsPerFile);
    }

    /** Id of this run, sortable by time. */
    public String runId() {
        return runId;
    }

    /**
     * Writes a table beside the published one.
     *
     * @param rows with at least the table's columns; they are computed once
     * @return rows written
     */
    public long write(Table table, Dataset<Row> rows) {
        return write(table, () -> writer.write(table, rows));
    }

    /**
     * The same, with the rows of each partition in files of their own: faster by half for a wide table.
     *
     * @param rows divided into partitions by what they are, not by where and how they were computed
     */
    public long writeAsPartitioned(Table table, Dataset<Row> rows) {
        return write(table, () -> writer.writeAsPartitioned(table, rows));
    }

    private interface Writing {
        long rows() throws IOException;
    }

    private long write(Table table, Writing writing) {
        checkOpen();
        if (written.containsKey(table.name())) {
            throw new IllegalStateException("table " + table.name() + " is written twice in run " + runId);
        }
        spark.sparkContext().setJobDescription("write table " + table.name());
        try {
            Foreign.refuse(output, table.name());
            long count = writing.rows();
            written.put(table.name(), count);
            return count;
        } catch (IOException e) {
            throw new StoreException(
                    "could not write table " + table.name() + " to " + staging.root() + ": " + e.getMessage()
                            + ". The published tables are as before; check space and rights, and run again.",
                    e);
        } finally {
            spark.sparkContext().setJobDescription(null);
        }
    }

    /** The rows of a table that this run has written, for later stages: read from disk and not computed again. */
    public Dataset<Row> written(Table table) {
        checkOpen();
        if (!written.containsKey(table.name())) {
            throw new IllegalStateException("table " + table.name() + " is not written yet in run " + runId
                    + "; written are " + written.keySet());
        }
        return TableStore.read(spark, table, staging.at(table.name()));
    }

    /** Rows of each table written so far, in the order of writing. */
    public List<Manifest.Rows> tables() {
        return written.entrySet().stream()
                .map(e -> new Manifest.Rows(e.getKey(), e.getValue()))
                .toList();
    }

    /** Puts all written tables, and last the manifest, in the place of the published ones. */
    public void publish(Manifest manifest) {
        checkOpen();
        if (!manifest.runId().equals(runId)) {
            throw new IllegalArgumentException("the manifest is of run " + manifest.runId() + ", not of " + runId);
        }
        try {
            staging.make(staging.root());
            staging.write(staging.at(Manifest.FILE), manifest.json());
            List<String> names = new ArrayList<>(written.keySet());
            names.add(Manifest.FILE);
            swap.publish(runId, names);
        } catch (IOException e) {
            throw new StoreException(
                    "could not publish run " + runId + " in " + output.root() + ": " + e.getMessage()
                            + ". Nothing is lost; run again, and the tables are put in order first.",
                    e);
        } finally {
            close();
        }
    }

    /** Ends the writing; what was written and not published is deleted. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        try {
            if (!swap.begun()) {
                swap.discard(runId);
            }
            lock.release();
        } catch (IOException e) {
            throw new StoreException(
                    "could not clear " + staging.root() + ": " + e.getMessage() + ". The next run into " + output.root()
                            + " will.",
                    e);
        }
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("run " + runId + " has ended its writing");
        }
    }
}
