package org.parallax.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.Format;
import org.parallax.corpus.InputException;
import org.parallax.table.ArticlesTable;
import org.parallax.table.TableStore;

/** Where the articles of a run come from. */
public sealed interface Source {

    /** Files as they come. */
    record Files(List<String> paths, Format format) implements Source {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /** A folder that {@code ingest} or an earlier run wrote: its articles are checked already, its rejects stay on record. */
    record Tables(String folder) implements Source {}

    /**
     * The source behind a path: published tables, or files whose format their extension tells.
     *
     * @param format the format where the caller names it
     * @throws InputException when the path does not exist, or its files do not tell one format
     */
    static Source of(SparkSession spark, String path, @Nullable Format format) {
        if (format != null) {
            return new Files(List.of(path), format);
        }
        try {
            Path root = new Path(path);
            FileSystem files = root.getFileSystem(spark.sessionState().newHadoopConf());
            if (!files.exists(root)) {
                throw new InputException("input " + path + " does not exist; name a file or a folder that does");
            }
            if (files.getFileStatus(root).isDirectory() && new TableStore(spark, path).contains(ArticlesTable.TABLE)) {
                return new Tables(path);
            }
            return new Files(List.of(path), told(files, root, path));
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("input " + path + " cannot be listed: " + e.getMessage());
        }
    }

    private static Format told(FileSystem files, Path root, String path) throws IOException {
        List<Format> there = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            String name = all.next().getPath().getName().toLowerCase(Locale.ROOT);
            Arrays.stream(Format.values())
                    .filter(f -> !there.contains(f))
                    .filter(f -> f.extensions().stream().anyMatch(e -> name.matches(".*\\Q" + e + "\\E(\\.\\w+)?")))
                    .forEach(there::add);
        }
        if (there.size() != 1) {
            String found = there.isEmpty() ? "no file of a known format" : "files of several formats " + there;
            throw new InputException("input " + path + " holds " + found
                    + "; name files that end in .parquet, .jsonl or .csv, or say --format");
        }
        return there.get(0);
    }
}
