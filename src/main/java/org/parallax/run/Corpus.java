package org.parallax.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings;
import org.parallax.corpus.Intake;
import org.parallax.corpus.RawFiles;
import org.parallax.corpus.Stories;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.Publication;
import org.parallax.table.RejectsTable;
import org.parallax.table.TableStore;

/**
 * The first part of every run: articles in, checked and grouped to stories, written with the rejects.
 *
 * @param articles the articles as written
 * @param rejects rejected rows by reason
 * @param inputs the files that were read
 * @param unreadable the files that could not be
 */
record Corpus(
        Dataset<Row> articles,
        SortedMap<String, Long> rejects,
        List<Manifest.Input> inputs,
        List<Manifest.Unreadable> unreadable) {

    /** Rows that passed, rows that did not, and the files that they come from. */
    private record Checked(
            Dataset<Row> accepted,
            Dataset<Row> rejected,
            List<Manifest.Input> inputs,
            List<Manifest.Unreadable> unreadable) {}

    static Corpus read(SparkSession spark, Source source, Settings settings, Steps steps, Publication out) {
        Checked checked = source instanceof Source.Tables tables
                ? published(spark, tables)
                : checked(spark, (Source.Files) source, settings, steps);
        Dataset<Row> rejects = steps.write("set bad rows aside", out, RejectsTable.TABLE, checked.rejected);
        Dataset<Row> articles = steps.write(
                "group articles to stories",
                out,
                ArticlesTable.TABLE,
                Stories.assign(checked.accepted, settings.stories()));
        return new Corpus(articles, byReason(rejects), checked.inputs, checked.unreadable);
    }

    private static Checked checked(SparkSession spark, Source.Files source, Settings settings, Steps steps) {
        RawFiles.Raw raw = steps.call(
                "look over the input", () -> RawFiles.read(spark, source.paths(), source.format(), settings.corpus()));
        Dataset<Row> rows = steps.hold("check rows", Intake.check(raw.rows(), settings.corpus()));
        return new Checked(
                Intake.accepted(rows),
                Intake.rejected(rows),
                raw.inputs().stream().map(input -> dated(spark, input)).toList(),
                raw.unreadable().stream()
                        .map(u -> new Manifest.Unreadable(u.file(), u.reason()))
                        .toList());
    }

    /** What was checked once is not checked again: places in the source files and detected languages stay as they were. */
    private static Checked published(SparkSession spark, Source.Tables source) {
        TableStore store = new TableStore(spark, source.folder());
        Manifest earlier = store.manifest();
        return new Checked(
                store.read(ArticlesTable.TABLE).drop(ArticlesTable.STORY_ID, ArticlesTable.ORIGINAL),
                store.read(RejectsTable.TABLE),
                earlier.inputs(),
                earlier.unreadable());
    }

    private static Manifest.Input dated(SparkSession spark, RawFiles.Input input) {
        try {
            Path path = new Path(input.file());
            long modified = path.getFileSystem(spark.sessionState().newHadoopConf())
                    .getFileStatus(path)
                    .getModificationTime();
            return new Manifest.Input(input.file(), input.bytes(), Instant.ofEpochMilli(modified));
        } catch (IOException e) {
            throw new UncheckedIOException("input " + input.file() + " went away while it was read", e);
        }
    }

    private static SortedMap<String, Long> byReason(Dataset<Row> rejects) {
        SortedMap<String, Long> counts = new TreeMap<>();
        rejects.groupBy(col(RejectsTable.REASON))
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
