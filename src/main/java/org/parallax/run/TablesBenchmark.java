package org.parallax.run;

import static org.apache.spark.sql.functions.lit;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.parallax.benchmark.MadeUpCorpus;
import org.parallax.config.CanonicalSettings;
import org.parallax.config.Settings;
import org.parallax.stance.KnownErrors;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.Publication;
import org.parallax.table.Table;
import org.parallax.table.TableStore;
import org.parallax.voice.MentionRows;

/**
 * Measures what the tables after article_stance cost, and how the cost grows: the steps of a run, taken by {@link Analysis},
 * over made-up corpora of several sizes. Making the corpus is not part of the figures.
 */
public final class TablesBenchmark {
    /** So that the first size does not pay for loading and compiling classes. */
    private static final long ROWS_TO_WARM_UP = 5_000;

    private static final long ROWS_PER_FILE = 250_000;

    /** Those of a middling model: with none, the corrections of each period would cost nothing. */
    private static final KnownErrors ERRORS = new KnownErrors(
            List.of(List.of(800L, 150L, 50L), List.of(120L, 800L, 80L), List.of(50L, 150L, 800L)),
            List.of(0.3, 0.4, 0.3));

    private final SparkSession spark;
    private final Settings settings;
    private final Progress progress;
    private final long seed;

    public TablesBenchmark(SparkSession spark, Settings settings, Progress progress, long seed) {
        this.spark = spark;
        this.settings = settings;
        this.progress = progress;
        this.seed = seed;
    }

    /**
     * Measures each size.
     *
     * @param sizes rows of article_stance, ascending
     * @param folder gets, for each size, the made-up corpus and the tables that follow from it
     */
    public Growth run(List<Long> sizes, String folder) {
        measure(Math.min(ROWS_TO_WARM_UP, sizes.get(0)), folder + "/warm-up");
        List<Growth.Measured> measured = new ArrayList<>();
        for (long rows : sizes) {
            measured.add(measure(rows, folder + "/" + rows + "-rows"));
        }
        return new Growth(measured);
    }

    private Growth.Measured measure(long rows, String folder) {
        Instant started = Instant.now();
        MadeUpCorpus corpus = new MadeUpCorpus(spark, rows, seed);
        try (Publication out = new TableStore(spark, folder + "/tables").begin();
                Steps making = new Steps(spark, progress);
                Steps steps = new Steps(spark, progress)) {
            String from = folder + "/made-up";
            int files = (int) Math.max(1, rows / ROWS_PER_FILE);
            Dataset<Row> articles = made(making, from, ArticlesTable.TABLE, corpus.articles(), files);
            Dataset<Row> mentions = made(making, from, MentionsTable.TABLE, corpus.mentions(), files);
            Dataset<Row> stance = made(making, from, ArticleStanceTable.TABLE, corpus.articleStance(), files);
            forgetPeaks();
            new Analysis(settings, out, steps)
                    .write(
                            articles,
                            mentions.withColumn(MentionRows.SENTENCE, lit("A made-up sentence.")),
                            stance,
                            spark.createDataFrame(List.of(), LabelledMentionsTable.TABLE.schema()),
                            ErrorModel.of(ERRORS));
            Growth.Measured measured = new Growth.Measured(rows, steps.done(), peakHeap());
            out.publish(manifest(out, steps, started));
            return measured;
        }
    }

    /** Rows as a run would find them: read from files, in the order of their ids and not of their stories. */
    private Dataset<Row> made(Steps steps, String folder, Table table, Dataset<Row> rows, int files) {
        String place = folder + "/" + table.name();
        return steps.call("make up " + table.name(), () -> {
            rows.repartition(files, rows.col(ArticleStanceTable.ARTICLE_ID))
                    .sortWithinPartitions(ArticleStanceTable.ARTICLE_ID)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(place);
            return table.conform(spark.read().schema(table.schema()).parquet(place));
        });
    }

    private static void forgetPeaks() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The pools' peaks need not fall together, so that the heap was never fuller than this. */
    private static long peakHeap() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private Manifest manifest(Publication out, Steps steps, Instant started) {
        return new Manifest(
                out.runId(),
                Manifest.Status.COMPLETE,
                started,
                Instant.now(),
                List.of(),
                List.of(),
                steps.done(),
                out.tables(),
                new TreeMap<>(),
                "",
                settings.hash(),
                CanonicalSettings.map(settings),
                Versions.of(spark));
    }
}
