package org.parallax.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.SeriesKey;
import org.parallax.table.StanceByPeriodTable;

/**
 * The sentences that show a break: of the days before it those most on the side that stance left, of the days after it
 * those most on the side that it went to; of a break of attention, those furthest on either side. The best of an article, then of a story, then a few of each side: at no point are
 * all sentences of a window together.
 */
final class BreakSentences {
    private static final String BEFORE = "is_before";
    private static final String BEST = "best_sentence";
    private static final String STRETCH = "stretch_of_days";
    private static final String PLACE = "place";

    private BreakSentences() {}

    /** Sentences before and after, by break. */
    static Dataset<Row> of(Dataset<Row> articleStance, Dataset<Row> windows, int most, int days) {
        Dataset<Row> best = near(articleStance, windows, days)
                .withColumn(BEFORE, BreakWindows.isBefore())
                .select(col(ReceiptStage.BREAK), col(BEFORE), col(ArticleStanceTable.STORY_ID), best().as(BEST));
        return best.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> StrongestStories.of(rows, most),
                        Encoders.row(best.schema()))
                .withColumn(PLACE, place(ReceiptStage.BREAK, BEFORE, ArticleStanceTable.STORY_ID))
                .filter(col(PLACE).equalTo(1))
                .withColumn(PLACE, place(ReceiptStage.BREAK, BEFORE))
                .filter(col(PLACE).leq(most))
                .groupBy(ReceiptStage.BREAK)
                .agg(
                        sentences(col(BEFORE)).as(ChangePointsTable.SENTENCES_BEFORE),
                        sentences(org.apache.spark.sql.functions.not(col(BEFORE)))
                                .as(ChangePointsTable.SENTENCES_AFTER));
    }

    /** The strongest first; of equally strong ones the first article's. */
    private static Column place(String... of) {
        Column best = col(BEST);
        return row_number()
                .over(Window.partitionBy(Stream.of(of).map(name -> col(name)).toArray(Column[]::new))
                        .orderBy(
                                best.getField(StrongestStories.EXTENT).desc(),
                                best.getField(ChangePointsTable.ARTICLE_ID),
                                best.getField(ArticleStanceTable.EVIDENCE_FIELD),
                                best.getField(ArticleStanceTable.EVIDENCE_BEGIN)));
    }

    /**
     * Each article once for every break that it is near to: those of its own voice, and those of attention. They meet by kind
     * and by stretch of days, as long as a break's surroundings, so that each article is held against a few breaks only.
     */
    private static Dataset<Row> near(Dataset<Row> articleStance, Dataset<Row> windows, int days) {
        Column date = col(ChangePointsTable.DATE);
        Dataset<Row> kinds = Kinds.OF_STANCE
                .of(articleStance)
                .withColumn(
                        StanceByPeriodTable.VOICE,
                        explode(array(col(StanceByPeriodTable.VOICE), lit(SeriesKey.ANY_VOICE))));
        Dataset<Row> surroundings = BreakWindows.ofKinds(kinds, windows)
                .withColumn(
                        STRETCH,
                        explode(sequence(
                                stretch(date_sub(date, days), days), stretch(date_add(date, days - 1), days))));
        Column day = UtcDay.of(col(ArticleStanceTable.PUBLISHED_AT));
        return articleStance
                .filter(size(col(ArticleStanceTable.EVIDENCE)).gt(0))
                .select(
                        Kinds.OF_STANCE.number(),
                        stretch(day, days).as(STRETCH),
                        col(ArticleStanceTable.STORY_ID),
                        col(ArticleStanceTable.ARTICLE_ID),
                        col(ArticleStanceTable.EVIDENCE),
                        day.as(BreakWindows.DAY))
                .join(broadcast(surroundings), new String[] {Kinds.KIND, STRETCH})
                .filter(BreakWindows.isWithin()
                        .and(col(BreakWindows.DAY).geq(date_sub(date, days)))
                        .and(col(BreakWindows.DAY).lt(date_add(date, days))));
    }

    private static Column stretch(Column day, int days) {
        return floor(unix_date(day).divide(2 * days)).cast("int");
    }

    /** The article's sentence furthest on the side that is asked for, or on either, with that extent first, so that it sorts by it. */
    private static Column best() {
        Column direction = signum(col(ChangePointsTable.DIFFERENCE));
        Column side = when(col(BEFORE), direction.multiply(-1)).otherwise(direction);
        Column ofAttention = col(SeriesKey.MEASURE).equalTo(SeriesKey.ATTENTION);
        return array_max(transform(
                col(ArticleStanceTable.EVIDENCE),
                e -> struct(
                        when(ofAttention, abs(e.getField(ArticleStanceTable.SCORE)))
                                .otherwise(e.getField(ArticleStanceTable.SCORE).multiply(side))
                                .as(StrongestStories.EXTENT),
                        col(ArticleStanceTable.ARTICLE_ID).as(ChangePointsTable.ARTICLE_ID),
                        col(ArticleStanceTable.OUTLET).as(ChangePointsTable.OUTLET),
                        col(BreakWindows.DAY).as(ChangePointsTable.DAY),
                        e.getField(ArticleStanceTable.EVIDENCE_FIELD).as(ArticleStanceTable.EVIDENCE_FIELD),
                        e.getField(ArticleStanceTable.EVIDENCE_BEGIN).as(ArticleStanceTable.EVIDENCE_BEGIN),
                        e.getField(ArticleStanceTable.EVIDENCE_END).as(ArticleStanceTable.EVIDENCE_END),
                        e.getField(ArticleStanceTable.SCORE).as(ArticleStanceTable.SCORE),
                        e.getField(ArticleStanceTable.EVIDENCE_SENTENCE).as(ArticleStanceTable.EVIDENCE_SENTENCE))));
    }

    private static Column sentences(Column ofSide) {
        return transform(
                sort_array(collect_list(when(ofSide, struct(col(PLACE), col(BEST))))),
                placed -> placed.getField(BEST).dropFields(ReceiptStage.seq(StrongestStories.EXTENT)));
    }
}
