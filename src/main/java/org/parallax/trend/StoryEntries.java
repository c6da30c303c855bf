package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Observed;
import org.parallax.statistics.Posteriors;
import org.parallax.table.ArticleStanceTable;

/**
 * The first pass of the periods, story by story: only where all copies of a story are at hand can it be told how many of them
 * share a cell. The copies of one day in one outlet become one entry, and each entry goes out once for every grouping, with
 * the number of the story's copies in the cells that it belongs to. A task holds the entries of one story at a time, which
 * are at most one a day and outlet (twice, for the original stands alone).
 */
@SuppressWarnings("EnumOrdinal") // The slots of an array, in memory alone.
final class StoryEntries {
    static final String DAY = "day_of_publication";
    private static final String STORY = "story";
    private static final String ARTICLE = "article";

    /** What the pass reads, in order; and the columns that it sorts by, which hold the key of an entry first. */
    private static final List<String> READ = List.of(
            STORY,
            DAY,
            Kinds.KIND,
            ArticleStanceTable.ORIGINAL,
            ARTICLE,
            ArticleStanceTable.SCORE,
            ArticleStanceTable.STANCE,
            ArticleStanceTable.UNFAVOURABLE,
            ArticleStanceTable.NEUTRAL,
            ArticleStanceTable.FAVOURABLE,
            ArticleStanceTable.PROBABILITIES,
            LabelSums.LABELS,
            LabelSums.WEIGHT,
            LabelSums.RESIDUAL);

    private static final int SORTED = 5;

    private static final Period[] PERIODS = Period.values();

    private StoryEntries() {}

    /**
     * Rows of {@link StoryEntry}, in no order.
     *
     * @param dated articles with {@link #DAY} and {@link LabelSums}
     * @param numbers those of these articles
     */
    static Dataset<Row> of(Dataset<Row> dated, SeriesNumbers numbers) {
        // What stands for a story is apart for each target and voice, as series are.
        return dated.withColumn(
                        STORY,
                        xxhash64(
                                col(ArticleStanceTable.STORY_ID),
                                col(ArticleStanceTable.TARGET),
                                col(ArticleStanceTable.VOICE)))
                .withColumn(ARTICLE, xxhash64(col(ArticleStanceTable.ARTICLE_ID)))
                .withColumn(Kinds.KIND, Kinds.OF_STANCE.number())
                .select(columns(READ))
                .repartition(col(STORY))
                .sortWithinPartitions(columns(READ.subList(0, SORTED)))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> new Stories(rows, numbers),
                        Encoders.row(StoryEntry.SCHEMA));
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    /** Articles of one story, day and kind; the original apart from its copies. */
    private static final class Articles {
        private final long story;
        private final int day;
        private final long kind;
        private final SeriesNumbers.Kind belongsTo;
        private final boolean original;
        private final long first;
        private int articles;
        private double scores;
        private double squares;
        private final int[] byStance = new int[3];
        private final long[] mentions = new long[3];
        private byte @Nullable [] packed = new byte[0];
        private long labels;
        private double labelWeight;
        private double labelResidual;

        Articles(Row first, SeriesNumbers numbers) {
            this.story = first.getLong(0);
            this.day = first.getInt(1);
            this.kind = first.getLong(2);
            this.belongsTo = numbers.kind(kind);
            this.original = first.getBoolean(3);
            this.first = first.getLong(4);
        }

        boolean holds(Row row) {
            return row.getLong(0) == story
                    && row.getInt(1) == day
                    && row.getLong(2) == kind
                    && row.getBoolean(3) == original;
        }

        void add(Row row) {
            double score = row.getDouble(5);
            articles++;
            scores += score;
            squares += score * score;
            byStance[place(row.getString(6))]++;
            byte[] these = row.isNullAt(10) ? null : row.getAs(10);
            // The most probable class also of mentions that count as uncertain: rates of errors are known of that.
            long[] classes = these == null
                    ? new long[] {row.getInt(7), row.getInt(8), row.getInt(9)}
                    : Posteriors.classes(these);
            for (int c = 0; c < classes.length; c++) {
                mentions[c] += classes[c];
            }
            packed = packed == null || these == null ? null : joined(packed, these);
            labels += row.getLong(11);
            labelWeight += row.getDouble(12);
            labelResidual += row.getDouble(13);
        }

        private static byte[] joined(byte[] some, byte[] more) {
            if (some.length == 0) {
                return more;
            }
            byte[] all = Arrays.copyOf(some, some.length + more.length);
            System.arraycopy(more, 0, all, some.length, more.length);
            return all;
        }

        private static int place(String stance) {
            return switch (stance) {
                case ArticleStanceTable.UNFAVOURABLE -> 0;
                case ArticleStanceTable.NEUTRAL -> 1;
                default -> 2;
            };
        }

        Observed observed() {
            return new Observed(
                    articles,
                    scores,
                    squares,
                    mentions[0],
                    mentions[1],
                    mentions[2],
                    packed,
                    labels,
                    labelWeight,
                    labelResidual);
        }
    }

    /** A cell, as far as the articles of one story can be apart in it. */
    private record Cell(int series, Period period, int start) {}

    /** Reads sorted articles story by story and gives the rows of their entries. */
    private static final class Stories extends Runs {
        private final SeriesNumbers numbers;
        private final List<Articles> story = new ArrayList<>();

        Stories(Iterator<Row> rows, SeriesNumbers numbers) {
            super(rows);
            this.numbers = numbers;
        }

        @Override
        Iterator<Row> read(Row first) {
            readStory(first);
            return entries();
        }

        private void readStory(Row first) {
            story.clear();
            Articles articles = new Articles(first, numbers);
            story.add(articles);
            Row row = first;
            while (row != null && articles.story == row.getLong(0)) {
                if (!articles.holds(row)) {
                    articles = new Articles(row, numbers);
                    story.add(articles);
                }
                articles.add(row);
                row = after();
            }
        }

        private Iterator<Row> entries() {
            List<Row> entries = new ArrayList<>();
            Map<Cell, Integer> copies = story.size() == 1 ? Map.of() : copies();
            for (Articles articles : story) {
                Observed observed = articles.observed();
                for (int series : articles.belongsTo.series()) {
                    if (series != SeriesNumbers.NONE) {
                        entries.add(new StoryEntry(
                                        series,
                                        articles.day,
                                        articles.story,
                                        articles.belongsTo.outlet(),
                                        articles.original,
                                        articles.first,
                                        articles.byStance,
                                        observed,
                                        copies(articles, series, copies))
                                .row());
                    }
                }
            }
            return entries.iterator();
        }

        private Map<Cell, Integer> copies() {
            Map<Cell, Integer> copies = new HashMap<>();
            for (Articles articles : story) {
                for (int series : articles.belongsTo.series()) {
                    if (series != SeriesNumbers.NONE) {
                        for (Period period : PERIODS) {
                            copies.merge(
                                    new Cell(series, period, period.start(articles.day)),
                                    articles.articles,
                                    Integer::sum);
                        }
                    }
                }
            }
            return copies;
        }

        private static int[] copies(Articles articles, int series, Map<Cell, Integer> copies) {
            int[] result = new int[PERIODS.length];
            for (Period period : PERIODS) {
                result[period.ordinal()] = copies.isEmpty()
                        ? articles.articles
                        : copies.get(new Cell(series, period, period.start(articles.day)));
            }
            return result;
        }
    }
}
