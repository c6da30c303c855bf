package org.parallax.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.SeriesKey;

/**
 * The sentences that show a break: of the days before it those most on the side that stance left, of the days after it
 * those most on the side that it went to; of a break of attention, those furthest on either side. The best of an article, then of a story, then a few of each side: at no point are
 * all sentences of a window together.
 */
final class BreakSentences {
    private static final String BEFORE = "is_before";
    private static final String BEST = "best_sentence";
    private static final String EXTENT = "extent";
    private static final String PLACE = "place";

    private BreakSentences() {}

    /** Sentences before and after, by break. */
    static Dataset<Row> of(Dataset<Row> articleStance, Dataset<Row> windows, int most, int days) {
        Dataset<Row> articles = articleStance
                .filter(size(col(ArticleStanceTable.EVIDENCE)).gt(0))
                .select(
                        col(ArticleStanceTable.TARGET),
                        col(ArticleStanceTable.VOICE),
                        col(ArticleStanceTable.OUTLET),
                        col(ArticleStanceTable.COUNTRY),
                        col(ArticleStanceTable.LANGUAGE),
                        col(ArticleStanceTable.STORY_ID),
                        col(ArticleStanceTable.ARTICLE_ID),
                        col(ArticleStanceTable.EVIDENCE),
                        UtcDay.of(col(ArticleStanceTable.PUBLISHED_AT)).as(BreakWindows.DAY));
        Column date = col(ChangePointsTable.DATE);
        Column near = col(BreakWindows.DAY)
                .geq(date_sub(date, days))
                .and(col(BreakWindows.DAY).lt(date_add(date, days)));
        Column place = row_number()
                .over(Window.partitionBy(ReceiptStage.BREAK, BEFORE)
                        .orderBy(col(BEST).getField(EXTENT).desc(), col(BEST).getField(ChangePointsTable.ARTICLE_ID)));
        return BreakWindows.meet(articles, windows, near)
                .withColumn(BEFORE, BreakWindows.isBefore())
                .withColumn(BEST, best())
                .groupBy(ReceiptStage.BREAK, BEFORE, ArticleStanceTable.STORY_ID)
                .agg(max(BEST).as(BEST))
                .withColumn(PLACE, place)
                .filter(col(PLACE).leq(most))
                .groupBy(ReceiptStage.BREAK)
                .agg(
                        sentences(col(BEFORE)).as(ChangePointsTable.SENTENCES_BEFORE),
                        sentences(org.apache.spark.sql.functions.not(col(BEFORE)))
                                .as(ChangePointsTable.SENTENCES_AFTER));
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
                                .as(EXTENT),
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
                placed -> placed.getField(BEST).dropFields(ReceiptStage.seq(EXTENT)));
    }
}
