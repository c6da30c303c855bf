package org.parallax.label;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.ConfigException;
import org.parallax.statistics.PowerAllocation;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/**
 * Draws a stratified probability sample of the scored mentions. Within a stratum each mention has a number that is hashed
 * from its place and the seed, and the smallest numbers are taken: a simple random sample without replacement, of exactly
 * the allotted size, that does not depend on how the tables are stored or read.
 */
public final class SampleStage {
    private static final int FLOOR = 5;
    private static final int MOST_OUTLETS = 20;
    private static final String OTHER_OUTLETS = "other outlets";

    private static final String GROUP = "group_value";
    private static final String MENTIONS = "mentions_of_stratum";
    private static final String DRAWN = "drawn_of_stratum";
    private static final String BELOW = "below";
    private static final String DRAW = "draw";
    private static final String RANK = "rank";
    private static final String ID = "mention_id";

    private static final StructType STRATA = new StructType()
            .add(MentionsTable.TARGET, DataTypes.StringType)
            .add(MentionsTable.STANCE, DataTypes.StringType)
            .add(GROUP, DataTypes.StringType)
            .add(DRAWN, DataTypes.IntegerType)
            .add(MENTIONS, DataTypes.LongType)
            .add(BELOW, DataTypes.LongType);

    private SampleStage() {}

    /**
     * Draws the sample.
     *
     * @param mentions rows of {@link MentionsTable}
     * @param articles rows of {@link ArticlesTable}
     * @param targetName display names of targets by id
     * @throws ConfigException when the tables hold fewer scored mentions, or more strata, than are to be drawn
     */
    public static Sample draw(
            Dataset<Row> mentions, Dataset<Row> articles, Sampling sampling, UnaryOperator<String> targetName) {
        Dataset<Row> frame = grouped(mentions.filter(col(MentionsTable.SCORE).isNotNull()), articles, sampling.by());
        List<Stratum> strata = allocate(frame, sampling.size());
        String id = MentionId.digest("draw-", sampling + " " + strata).substring(0, 13);
        Dataset<Row> drawn = smallest(frame, strata, sampling.seed());
        List<SheetLine> lines = articles
                .select(ArticlesTable.ARTICLE_ID, ArticlesTable.TITLE, ArticlesTable.BODY, ArticlesTable.LANGUAGE)
                .join(broadcast(drawn), MentionsTable.ARTICLE_ID)
                .collectAsList()
                .stream()
                .map(row -> line(row, id, targetName))
                .sorted(Comparator.comparing(SheetLine::id))
                .toList();
        if (lines.size() != sampling.size()) {
            throw new IllegalStateException("drew " + lines.size() + " mentions and not " + sampling.size()
                    + "; the tables mentions and articles do not fit together");
        }
        return new Sample(id, strata, lines);
    }

    private static Dataset<Row> grouped(Dataset<Row> scored, Dataset<Row> articles, Sampling.By by) {
        if (by == Sampling.By.VOICE) {
            return scored.withColumn(GROUP, col(MentionsTable.VOICE));
        }
        Dataset<Row> outlets = articles.select(ArticlesTable.ARTICLE_ID, ArticlesTable.OUTLET);
        Dataset<Row> placed = scored.join(outlets, MentionsTable.ARTICLE_ID);
        Object[] largest = placed
                .groupBy(ArticlesTable.OUTLET)
                .agg(count(lit(1)).as(MENTIONS))
                .orderBy(col(MENTIONS).desc(), col(ArticlesTable.OUTLET))
                .takeAsList(MOST_OUTLETS)
                .stream()
                .map(row -> row.getString(0))
                .toArray();
        Column outlet = col(ArticlesTable.OUTLET);
        return placed.withColumn(GROUP, when(outlet.isin(largest), outlet).otherwise(OTHER_OUTLETS))
                .drop(ArticlesTable.OUTLET);
    }

    private static List<Stratum> allocate(Dataset<Row> frame, int size) {
        List<Row> counts = frame.groupBy(MentionsTable.TARGET, MentionsTable.STANCE, GROUP)
                .agg(count(lit(1)).as(MENTIONS))
                .orderBy(MentionsTable.TARGET, MentionsTable.STANCE, GROUP)
                .collectAsList();
        long[] sizes = counts.stream().mapToLong(row -> row.getLong(3)).toArray();
        long all = counts.stream().mapToLong(row -> row.getLong(3)).sum();
        if (size > all) {
            throw new ConfigException(
                    "--for-labelling " + size + ": the tables hold " + all + " scored mentions; draw at most so many");
        }
        if (size < sizes.length) {
            throw new ConfigException("--for-labelling " + size + ": the mentions fall into " + sizes.length
                    + " strata, and a sample has to hold one of each; draw at least so many");
        }
        int[] drawn = PowerAllocation.allocate(sizes, size, FLOOR);
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Row row = counts.get(i);
            strata.add(new Stratum(row.getString(0), row.getString(1), row.getString(2), sizes[i], drawn[i]));
        }
        return strata;
    }

    private static Dataset<Row> smallest(Dataset<Row> frame, List<Stratum> strata, long seed) {
        Dataset<Row> allotted = frame.sparkSession()
                .createDataFrame(
                        strata.stream()
                                .map(s -> RowFactory.create(
                                        s.target(), s.stance(), s.group(), s.drawn(), s.mentions(), below(s)))
                                .toList(),
                        STRATA);
        Column draw = xxhash64(
                lit(seed),
                col(MentionsTable.ARTICLE_ID),
                col(MentionsTable.FIELD),
                col(MentionsTable.SENTENCE_INDEX),
                col(MentionsTable.TARGET));
        Column rank = row_number()
                .over(Window.partitionBy(MentionsTable.TARGET, MentionsTable.STANCE, GROUP)
                        .orderBy(DRAW, ID));
        return frame.withColumn(DRAW, draw)
                .join(
                        broadcast(allotted),
                        scala.collection.JavaConverters.asScalaBuffer(
                                        List.of(MentionsTable.TARGET, MentionsTable.STANCE, GROUP))
                                .toSeq())
                .filter(col(DRAW).leq(col(BELOW)))
                .withColumn(ID, MentionId.column())
                .withColumn(RANK, rank)
                .filter(col(RANK).leq(col(DRAWN)));
    }

    /**
     * A number below which the drawn ones of a stratum lie for certain, so that a large stratum is not sorted whole: six
     * standard deviations and some above the expected one, out of 2^64 from the smallest long on.
     */
    private static long below(Stratum stratum) {
        double share = (stratum.drawn() + 6 * Math.sqrt(stratum.drawn()) + 30) / stratum.mentions();
        return share >= 1 ? Long.MAX_VALUE : (long) (Long.MIN_VALUE + share * Math.pow(2, 64));
    }

    private static SheetLine line(Row row, String sample, UnaryOperator<String> targetName) {
        String field = row.getAs(MentionsTable.FIELD);
        String target = row.getAs(MentionsTable.TARGET);
        SheetSentence sentence = SheetSentence.of(
                row.getAs(field.equals(MentionsTable.FIELD_TITLE) ? ArticlesTable.TITLE : ArticlesTable.BODY),
                row.getAs(ArticlesTable.LANGUAGE),
                row.<Integer>getAs(MentionsTable.SENTENCE_BEGIN),
                row.<Integer>getAs(MentionsTable.SENTENCE_END),
                row.<Integer>getAs(MentionsTable.BEGIN),
                row.<Integer>getAs(MentionsTable.END));
        return new SheetLine(
                row.getAs(ID),
                targetName.apply(target),
                sentence,
                (double) row.<Integer>getAs(DRAWN) / row.<Long>getAs(MENTIONS),
                sample,
                row.getAs(MentionsTable.ARTICLE_ID),
                field,
                row.<Integer>getAs(MentionsTable.SENTENCE_INDEX),
                target);
    }
}
