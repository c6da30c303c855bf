package org.parallax.trend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.AttentionByPeriodTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.SeriesKey;

/**
 * What each outlet has in a break: the difference of two means over articles (of attention: of 1 for an article that names the
 * target and 0 for another) is split into what changed within outlets and
 * what changed in their shares of articles (Kitagawa, "Components of a difference between two rates", JASA 50, 1955),
 * with shares and means at the middle of before and after. An outlet that is on one side only counts as mix.
 *
 * <p>Articles are first summed by kind and day, in whole numbers, so that sums have no order.
 */
final class BreakOutlets {
    /** Whether other models scored the articles after than those before. */
    static final String MODEL_CHANGED = "is_model_changed";

    private static final String ARTICLES = "articles_of_day";
    private static final String SCORES = "scores_of_day";
    private static final String FIRST_MODEL = "first_model";
    private static final String LAST_MODEL = "last_model";
    private static final String SUM_BEFORE = "sum_before";
    private static final String SUM_AFTER = "sum_after";
    private static final String FIRST_BEFORE = "first_model_before";
    private static final String LAST_BEFORE = "last_model_before";
    private static final String FIRST_AFTER = "first_model_after";
    private static final String LAST_AFTER = "last_model_after";
    private static final String MIX = "mix_in_units";
    private static final String ALL_BEFORE = "mean_of_all_before";
    private static final String ALL_AFTER = "mean_of_all_after";
    private static final String SHARE_BEFORE = "share_before";
    private static final String SHARE_AFTER = "share_after";
    private static final String PLACE = "place";

    private BreakOutlets() {}

    /** Outlets, share of the mix, and whether the model changed, by break. */
    static Dataset<Row> of(Dataset<Row> articleStance, Dataset<Row> attention, Dataset<Row> windows, int most) {
        Dataset<Row> inAnyVoice = attention.withColumn(ArticleStanceTable.VOICE, lit(SeriesKey.ANY_VOICE));
        Dataset<Row> kinds = Kinds.OF_STANCE.of(articleStance).unionByName(Kinds.OF_STANCE.of(inAnyVoice));
        Dataset<Row> days = byDay(articleStance)
                .unionByName(attentionByDay(inAnyVoice))
                .join(broadcast(BreakWindows.ofKinds(kinds, windows)), Kinds.KIND)
                .filter(BreakWindows.isWithin());
        Dataset<Row> split = split(byOutlet(days));
        Column ranked = row_number()
                .over(Window.partitionBy(ReceiptStage.BREAK)
                        .orderBy(abs(col(ChangePointsTable.CONTRIBUTION)).desc(), col(ChangePointsTable.OUTLET)));
        Column outlet = struct(
                col(PLACE),
                col(ChangePointsTable.OUTLET),
                col(ChangePointsTable.ARTICLES_BEFORE),
                col(ChangePointsTable.ARTICLES_AFTER),
                col(ChangePointsTable.MEAN_BEFORE),
                col(ChangePointsTable.MEAN_AFTER),
                col(ChangePointsTable.CONTRIBUTION));
        Column difference = max(ALL_AFTER).minus(max(ALL_BEFORE));
        return split.withColumn(PLACE, ranked)
                .groupBy(ReceiptStage.BREAK)
                .agg(
                        transform(
                                        sort_array(collect_list(when(col(PLACE).leq(most), outlet))),
                                        o -> o.dropFields(ReceiptStage.seq(PLACE)))
                                .as(ChangePointsTable.OUTLETS),
                        FixedPoint.value(sum(MIX))
                                .divide(unlessZero(difference))
                                .as(ChangePointsTable.MIX_SHARE),
                        min(FIRST_BEFORE)
                                .notEqual(min(FIRST_AFTER))
                                .or(max(LAST_BEFORE).notEqual(max(LAST_AFTER)))
                                .as(MODEL_CHANGED));
    }

    private static Dataset<Row> byDay(Dataset<Row> articleStance) {
        return articleStance
                .groupBy(
                        Kinds.OF_STANCE.number(),
                        UtcDay.of(col(ArticleStanceTable.PUBLISHED_AT)).as(BreakWindows.DAY))
                .agg(
                        count(lit(1)).as(ARTICLES),
                        sum(FixedPoint.of(col(ArticleStanceTable.SCORE))).as(SCORES),
                        min(model()).as(FIRST_MODEL),
                        max(model()).as(LAST_MODEL));
    }

    /** A number for each model: which comes first does not matter, only whether the first and the last are still the same. */
    private static Column model() {
        return xxhash64(col(ArticleStanceTable.MODEL_ID));
    }

    private static Dataset<Row> attentionByDay(Dataset<Row> attention) {
        return attention.select(
                Kinds.OF_STANCE.number(),
                col(BreakWindows.DAY),
                col(AttentionByPeriodTable.ARTICLES).as(ARTICLES),
                FixedPoint.of(col(AttentionByPeriodTable.ON_TARGET)).as(SCORES),
                lit(null).cast("long").as(FIRST_MODEL),
                lit(null).cast("long").as(LAST_MODEL));
    }

    private static Dataset<Row> byOutlet(Dataset<Row> days) {
        Column before = BreakWindows.isBefore();
        Column after = org.apache.spark.sql.functions.not(before);
        return days.groupBy(
                        col(ReceiptStage.BREAK), col(ArticleStanceTable.OUTLET).as(ChangePointsTable.OUTLET))
                .agg(
                        sum(when(before, col(ARTICLES)).otherwise(0L)).as(ChangePointsTable.ARTICLES_BEFORE),
                        sum(when(after, col(ARTICLES)).otherwise(0L)).as(ChangePointsTable.ARTICLES_AFTER),
                        sum(when(before, col(SCORES)).otherwise(0L)).as(SUM_BEFORE),
                        sum(when(after, col(SCORES)).otherwise(0L)).as(SUM_AFTER),
                        min(when(before, col(FIRST_MODEL))).as(FIRST_BEFORE),
                        max(when(before, col(LAST_MODEL))).as(LAST_BEFORE),
                        min(when(after, col(FIRST_MODEL))).as(FIRST_AFTER),
                        max(when(after, col(LAST_MODEL))).as(LAST_AFTER));
    }

    private static Dataset<Row> split(Dataset<Row> outlets) {
        Column meanBefore = col(ChangePointsTable.MEAN_BEFORE);
        Column meanAfter = col(ChangePointsTable.MEAN_AFTER);
        Column middle = coalesce(meanBefore.plus(meanAfter).divide(2), meanBefore, meanAfter);
        Column change = coalesce(meanAfter.minus(meanBefore), lit(0.0));
        Column middleOfAll = col(ALL_BEFORE).plus(col(ALL_AFTER)).divide(2);
        Column mix = col(SHARE_AFTER).minus(col(SHARE_BEFORE)).multiply(middle.minus(middleOfAll));
        Column within = col(SHARE_AFTER).plus(col(SHARE_BEFORE)).divide(2).multiply(change);
        return outlets.withColumn(ChangePointsTable.MEAN_BEFORE, mean(SUM_BEFORE, ChangePointsTable.ARTICLES_BEFORE))
                .withColumn(ChangePointsTable.MEAN_AFTER, mean(SUM_AFTER, ChangePointsTable.ARTICLES_AFTER))
                .withColumn(ALL_BEFORE, meanOfAll(SUM_BEFORE, ChangePointsTable.ARTICLES_BEFORE))
                .withColumn(ALL_AFTER, meanOfAll(SUM_AFTER, ChangePointsTable.ARTICLES_AFTER))
                .withColumn(SHARE_BEFORE, share(ChangePointsTable.ARTICLES_BEFORE))
                .withColumn(SHARE_AFTER, share(ChangePointsTable.ARTICLES_AFTER))
                .withColumn(MIX, FixedPoint.of(mix))
                .withColumn(ChangePointsTable.CONTRIBUTION, within.plus(mix));
    }

    private static Column mean(String sum, String articles) {
        return FixedPoint.value(col(sum)).divide(unlessZero(col(articles)));
    }

    private static Column meanOfAll(String sum, String articles) {
        return FixedPoint.value(inBreak(sum)).divide(unlessZero(inBreak(articles)));
    }

    private static Column share(String articles) {
        return col(articles).divide(unlessZero(inBreak(articles)));
    }

    private static Column unlessZero(Column number) {
        return when(number.notEqual(0), number);
    }

    private static Column inBreak(String count) {
        return sum(count).over(Window.partitionBy(ReceiptStage.BREAK));
    }
}
