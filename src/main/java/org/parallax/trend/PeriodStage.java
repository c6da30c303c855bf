package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.statistics.ModelError;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.MentionsTable;
import org.parallax.table.StanceByPeriodTable;

/**
 * Sums up article stance by day, ISO week, month and over the whole corpus; for all articles, and for each outlet, country
 * and language; with every copy of a story, with one vote a story, and with originals only. Days are days in UTC, whatever
 * the session's time zone. An article without a time of publication is in none of the rows, those of the whole corpus
 * included, so that the articles of a span are those of its days. An article without a country is missing from the rows by
 * country only.
 *
 * <p>Two sorted passes instead of sixteen groupings of every article: the first goes story by story and tells how many copies
 * share a cell ({@link StoryEntries}), the second goes through each group day by day ({@link Cells}). Sums run in sorted
 * order, so the result has the same bits however the input is partitioned, and no task holds more than the entries of one
 * story or the bounded sums of four cells.
 */
public final class PeriodStage {
    private static final long ARTICLES_A_TASK = 100_000;
    private static final String ARTICLES = "articles_of_kind";
    private static final String FIRST_DAY = "first_day_of_kind";

    private PeriodStage() {}

    /**
     * Rows of {@link StanceByPeriodTable}, in no order, in as many partitions as there are articles for, and whole series in
     * each: the rows of a partition depend on the articles alone. Reads at once the labels, if there are any, and which series
     * the articles belong to.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     * @param labels rows of {@link LabelledMentionsTable}, of this corpus; empty where nobody has labelled any
     * @param mentions rows of {@link MentionsTable}; read only where there are labels
     * @param model what is known of the model's errors without them
     */
    public static Dataset<Row> byPeriod(
            Dataset<Row> articleStance,
            Dataset<Row> labels,
            Dataset<Row> mentions,
            ModelError model,
            PeriodSettings settings) {
        List<JudgedMention> judged = JudgedMention.collect(labels, mentions, articleStance);
        Corrections corrections = Corrections.of(judged, model, settings.minLabels());
        Dataset<Row> dated = dated(articleStance);
        List<Row> kinds = Kinds.OF_STANCE
                .of(dated, count(lit(1)).as(ARTICLES), min(StoryEntries.DAY).as(FIRST_DAY))
                .collectAsList();
        if (kinds.isEmpty()) {
            return articleStance.sparkSession().createDataFrame(List.of(), StanceByPeriodTable.TABLE.schema());
        }
        long articles = kinds.stream().mapToLong(kind -> kind.getAs(ARTICLES)).sum();
        int firstDay = kinds.stream()
                .mapToInt(kind -> kind.<Integer>getAs(FIRST_DAY))
                .min()
                .orElseThrow();
        SeriesNumbers numbers = new SeriesNumbers(kinds);
        CellRows rows = new CellRows(settings, corrections, firstDay);
        Dataset<Row> cells = StoryEntries.of(LabelSums.addTo(dated, judged, corrections), numbers)
                .repartition((int) (articles / ARTICLES_A_TASK) + 1, col(StoryEntry.SERIES))
                .sortWithinPartitions(StoryEntry.ORDER.stream().map(c -> col(c)).toArray(Column[]::new))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) entries -> new Cells(entries, numbers, rows),
                        Encoders.row(CellRows.SCHEMA));
        return StanceByPeriodTable.TABLE.conform(cells.withColumn(
                StanceByPeriodTable.PERIOD_START, date_from_unix_date(col(StanceByPeriodTable.PERIOD_START))));
    }

    private static Dataset<Row> dated(Dataset<Row> articleStance) {
        return articleStance
                .filter(col(ArticleStanceTable.PUBLISHED_AT).isNotNull())
                .withColumn(StoryEntries.DAY, UtcDay.number(col(ArticleStanceTable.PUBLISHED_AT)));
    }
}
