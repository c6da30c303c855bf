package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Posteriors;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

/**
 * The first pass of the periods, story by story: only where all copies of a story are at hand can it be told how many of them
 * share a cell. The copies of one day in one outlet become one entry, and each entry goes out once for every grouping, with
 * the number of the story's copies in the cells that it belongs to. A task holds the entries of one story at a time, which
 * are at most one a day and outlet (twice, for the original stands alone).
 */
@SuppressWarnings("EnumOrdinal") // The slots of an array, in memory alone.
final class StoryEntries {
    static final String DAY = "day_of_publication";
    static final String STORY = "story";
    static final String ARTICLE = "article";
    static final String PACKED = ArticleStanceTable.PROBABILITIES;
    static final String SQUARES = "squares";
    static final String COPIES = "copies_in_";

    /** What the pass reads, in order; and the columns that it sorts by, which hold the key of an entry first. */
    private static final List<String> READ = List.of(
            ArticleStanceTable.TARGET,
            ArticleStanceTable.VOICE,
            STORY,
            DAY,
            ArticleStanceTable.OUTLET,
            ArticleStanceTable.COUNTRY,
            ArticleStanceTable.LANGUAGE,
            ArticleStanceTable.ORIGINAL,
            ARTICLE,
            ArticleStanceTable.SCORE,
            ArticleStanceTable.STANCE,
            ArticleStanceTable.UNFAVOURABLE,
            ArticleStanceTable.NEUTRAL,
            ArticleStanceTable.FAVOURABLE,
            PACKED,
            LabelSums.LABELS,
            LabelSums.WEIGHT,
            LabelSums.RESIDUAL);

    private static final int KEY = 8;
    private static final int SORTED = 9;

    /** An entry as it goes out. */
    static final StructType SCHEMA = new StructType()
            .add(StanceByPeriodTable.GROUPING, StringType)
            .add(StanceByPeriodTable.GROUP, StringType)
            .add(StanceByPeriodTable.TARGET, StringType)
            .add(StanceByPeriodTable.VOICE, StringType)
            .add(DAY, IntegerType)
            .add(STORY, LongType)
            .add(ArticleStanceTable.OUTLET, StringType)
            .add(ArticleStanceTable.ORIGINAL, BooleanType)
            .add(ARTICLE, LongType)
            .add(StanceByPeriodTable.ARTICLES, LongType)
            .add(ArticleStanceTable.SCORE, DoubleType)
            .add(SQUARES, DoubleType)
            .add(StanceByPeriodTable.UNFAVOURABLE, LongType)
            .add(StanceByPeriodTable.NEUTRAL, LongType)
            .add(StanceByPeriodTable.FAVOURABLE, LongType)
            .add(ArticleStanceTable.UNFAVOURABLE + "_mentions", LongType)
            .add(ArticleStanceTable.NEUTRAL + "_mentions", LongType)
            .add(ArticleStanceTable.FAVOURABLE + "_mentions", LongType)
            .add(PACKED, BinaryType)
            .add(LabelSums.LABELS, LongType)
            .add(LabelSums.WEIGHT, DoubleType)
            .add(LabelSums.RESIDUAL, DoubleType)
            .add(COPIES + StanceByPeriodTable.DAY, LongType)
            .add(COPIES + StanceByPeriodTable.WEEK, LongType)
            .add(COPIES + StanceByPeriodTable.MONTH, LongType)
            .add(COPIES + StanceByPeriodTable.SPAN, LongType);

    /** Columns that the second pass sorts each series by; the last, an article's hash, leaves no tie. */
    static final List<String> ORDER =
            List.of(DAY, STORY, ArticleStanceTable.OUTLET, ArticleStanceTable.ORIGINAL, ARTICLE);

    private static final List<String> GROUPINGS = List.of(
            StanceByPeriodTable.ALL,
            StanceByPeriodTable.OUTLET,
            StanceByPeriodTable.COUNTRY,
            StanceByPeriodTable.LANGUAGE);

    private static final Period[] PERIODS = Period.values();

    private StoryEntries() {}

    /**
     * @param dated articles with {@link #DAY} and with the hashes {@link #STORY} and {@link #ARTICLE}
     */
    static Dataset<Row> of(Dataset<Row> dated) {
        // The story's number first, though all of the key counts: numbers sort several times as fast as names.
        Column[] order = Stream.concat(Stream.of(STORY), READ.subList(0, SORTED).stream())
                .distinct()
                .map(c -> col(c))
                .toArray(Column[]::new);
        return dated.select(READ.stream().map(c -> col(c)).toArray(Column[]::new))
                .repartition(col(STORY))
                .sortWithinPartitions(order)
                .mapPartitions((MapPartitionsFunction<Row, Row>) rows -> new Stories(rows), Encoders.row(SCHEMA));
    }

    /** Articles of one story, day, outlet, country and language; the original apart from its copies. */
    private static final class Entry {
        private final Object[] key = new Object[KEY];
        private final long article;
        private long articles;
        private double scores;
        private double squares;
        private final long[] byStance = new long[3];
        private final long[] mentions = new long[3];
        private byte @Nullable [] packed = new byte[0];
        private long labels;
        private double labelWeight;
        private double labelResidual;

        Entry(Row first) {
            for (int i = 0; i < KEY; i++) {
                key[i] = first.get(i);
            }
            article = first.getLong(KEY);
        }

        boolean holds(Row row) {
            for (int i = 0; i < KEY; i++) {
                if (!Objects.equals(key[i], row.get(i))) {
                    return false;
                }
            }
            return true;
        }

        boolean sameStory(Row row) {
            return key[2].equals(row.get(2)) && key[1].equals(row.get(1)) && key[0].equals(row.get(0));
        }

        void add(Row row) {
            double score = row.getDouble(9);
            articles++;
            scores += score;
            squares += score * score;
            byStance[place(row.getString(10))]++;
            byte[] these = row.isNullAt(14) ? null : row.getAs(14);
            // The most probable class also of mentions that count as uncertain: rates of errors are known of that.
            long[] classes = these == null
                    ? new long[] {row.getInt(11), row.getInt(12), row.getInt(13)}
                    : Posteriors.classes(these);
            for (int c = 0; c < classes.length; c++) {
                mentions[c] += classes[c];
            }
            packed = packed == null || these == null ? null : joined(packed, these);
            labels += row.getLong(15);
            labelWeight += row.getDouble(16);
            labelResidual += row.getDouble(17);
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

        int day() {
            return (Integer) key[3];
        }

        /** The group of the entry in a grouping; null when it is in none. */
        @Nullable
        String group(int grouping) {
            return grouping == 0 ? StanceByPeriodTable.ALL : (String) key[3 + grouping];
        }

        Row row(int grouping, String group, long[] copies) {
            return RowFactory.create(
                    GROUPINGS.get(grouping),
                    group,
                    key[0],
                    key[1],
                    key[3],
                    key[2],
                    key[4],
                    key[7],
                    article,
                    articles,
                    scores,
                    squares,
                    byStance[0],
                    byStance[1],
                    byStance[2],
                    mentions[0],
                    mentions[1],
                    mentions[2],
                    packed,
                    labels,
                    labelWeight,
                    labelResidual,
                    copies[0],
                    copies[1],
                    copies[2],
                    copies[3]);
        }
    }

    /** A cell, as far as the articles of one story can be apart in it. */
    private record Cell(int grouping, String group, Period period, int start) {}

    /** Reads sorted articles story by story and gives the rows of their entries. */
    private static final class Stories implements Iterator<Row> {
        private final Iterator<Row> articles;
        private @Nullable Row ahead;
        private final List<Entry> story = new ArrayList<>();
        private Iterator<Row> out = List.<Row>of().iterator();

        Stories(Iterator<Row> articles) {
            this.articles = articles;
            this.ahead = articles.hasNext() ? articles.next() : null;
        }

        @Override
        public boolean hasNext() {
            while (!out.hasNext() && ahead != null) {
                readStory(ahead);
                out = rows();
            }
            return out.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return out.next();
        }

        private void readStory(Row first) {
            story.clear();
            Entry entry = new Entry(first);
            story.add(entry);
            Row row = first;
            while (row != null && entry.sameStory(row)) {
                if (!entry.holds(row)) {
                    entry = new Entry(row);
                    story.add(entry);
                }
                entry.add(row);
                row = articles.hasNext() ? articles.next() : null;
            }
            ahead = row;
        }

        private Iterator<Row> rows() {
            List<Row> rows = new ArrayList<>(GROUPINGS.size() * story.size());
            Map<Cell, Long> copies = story.size() == 1 ? Map.of() : copies();
            for (Entry entry : story) {
                for (int grouping = 0; grouping < GROUPINGS.size(); grouping++) {
                    String group = entry.group(grouping);
                    if (group != null) {
                        rows.add(entry.row(grouping, group, copies(entry, grouping, group, copies)));
                    }
                }
            }
            return rows.iterator();
        }

        private Map<Cell, Long> copies() {
            Map<Cell, Long> copies = new HashMap<>();
            for (Entry entry : story) {
                for (int grouping = 0; grouping < GROUPINGS.size(); grouping++) {
                    String group = entry.group(grouping);
                    if (group != null) {
                        for (Period period : PERIODS) {
                            copies.merge(
                                    new Cell(grouping, group, period, period.start(entry.day())),
                                    entry.articles,
                                    Long::sum);
                        }
                    }
                }
            }
            return copies;
        }

        private static long[] copies(Entry entry, int grouping, String group, Map<Cell, Long> copies) {
            long[] result = new long[PERIODS.length];
            for (Period period : PERIODS) {
                result[period.ordinal()] = copies.getOrDefault(
                        new Cell(grouping, group, period, period.start(entry.day())), entry.articles);
            }
            return result;
        }
    }
}
