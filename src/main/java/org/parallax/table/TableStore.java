package org.parallax.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The output folder of a run, on any file system that Hadoop knows: one folder of Parquet files for each table, and the
 * manifest. It is replaced by {@link #begin} and {@link Publication#publish}, and read table by table. A folder with
 * a colon in its name is not possible, because Hadoop's paths know none.
 */
public final class TableStore {
    private static final int ROWS_PER_FILE = 250_000;
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SparkSession spark;
    private final Folder output;
    private final Swap swap;
    private final Owner owner;
    private final int rowsPerFile;

    /** @throws StoreException when the output is a file */
    public TableStore(SparkSession spark, String outputDir) {
        this(spark, folder(spark, outputDir), Owner.here(), ROWS_PER_FILE);
    }

    TableStore(SparkSession spark, Folder output, Owner owner, int rowsPerFile) {
        this.spark = spark;
        this.output = output;
        this.swap = new Swap(output);
        this.owner = owner;
        this.rowsPerFile = rowsPerFile;
    }

    /** The folder as Parallax uses it: past Hadoop's local checksums, which would litter it with hidden files. */
    static Folder folder(SparkSession spark, String outputDir) {
        try {
            Path path = new Path(outputDir);
            FileSystem files = path.getFileSystem(spark.sessionState().newHadoopConf());
            FileSystem raw = files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files;
            Folder folder = new Folder(raw, files.makeQualified(path));
            if (isFile(folder)) {
                throw new StoreException(folder.root() + " is a file; give a folder for the output");
            }
            return folder;
        } catch (IOException e) {
            throw new StoreException("cannot use " + outputDir + " as the output: " + e.getMessage(), e);
        }
    }

    private static boolean isFile(Folder folder) throws IOException {
        try {
            return folder.files().getFileStatus(folder.root()).isFile();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /**
     * Starts the writing of a run: locks the folder, ends or undoes what a killed run left, and refuses foreign tables.
     *
     * @throws StoreException when another run is writing there, or the folder holds what Parallax did not write
     */
    public Publication begin() {
        String runId = RUN_TIME.format(Instant.now()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        try {
            output.make(output.root());
            Lock lock = Lock.take(output, runId, owner);
            try {
                swap.repair();
                for (Table table : Tables.ALL) {
                    Foreign.refuse(output, table.name());
                }
            } catch (IOException | RuntimeException e) {
                lock.release();
                throw e;
            }
            return new Publication(spark, output, lock, runId, rowsPerFile);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot write to " + output.root() + ": " + e.getMessage()
                            + ". Check that the folder can be written.",
                    e);
        }
    }

    /** Whether the table has been published here. */
    public boolean contains(Table table) {
        try {
            return output.files().exists(swap.place(table.name()));
        } catch (IOException e) {
            throw unreadable(table.name(), e);
        }
    }

    /**
     * The rows of a published table, its columns in the table's order.
     *
     * @throws StoreException when there is no such table
     */
    public Dataset<Row> read(Table table) {
        try {
            Path place = swap.place(table.name());
            if (!output.files().exists(place)) {
                throw new StoreException("no table " + table.name() + " in " + output.root() + ", which holds "
                        + output.names().stream()
                                .filter(n -> !n.startsWith("."))
                                .toList()
                        + ". Name the folder that `parallax run` wrote with --output, or run it first.");
            }
            return read(spark, table, place);
        } catch (IOException e) {
            throw unreadable(table.name(), e);
        }
    }

    /**
     * The manifest of the published run.
     *
     * @throws StoreException when there is none
     */
    public Manifest manifest() {
        try {
            Path place = swap.place(Manifest.FILE);
            if (!output.files().exists(place)) {
                throw new StoreException("no " + Manifest.FILE + " in " + output.root()
                        + ". Name the folder that `parallax run` wrote with --output, or run it first.");
            }
            return Manifest.parse(new Folder(output.files(), place.getParent()).text(place.getName()));
        } catch (IOException e) {
            throw unreadable(Manifest.FILE, e);
        }
    }

    static Dataset<Row> read(SparkSession spark, Table table, Path place) {
        return table.conform(spark.read().schema(table.schema()).parquet(place.toString()));
    }

    private StoreException unreadable(String name, IOException e) {
        return new StoreException("cannot read " + name + " in " + output.root() + ": " + e.getMessage(), e);
    }
}
