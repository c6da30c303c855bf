package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.parallax.config.Settings.TrendSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;
import org.parallax.table.SeriesKey;
import org.parallax.table.StanceByPeriodTable;

/** Adds to each break what it rests on: outlets, sentences, and other explanations that the data hold. */
public final class ReceiptStage {
    /** What names a break while its receipts are gathered. */
    static final String BREAK = "break_id";

    private ReceiptStage() {}

    /**
     * Rows of {@link ChangePointsTable}, in no order.
     *
     * @param breaks what {@link BreakStage#find} gives; best held, since they are read several times
     * @param articleStance rows of {@link ArticleStanceTable}
     * @param attention what {@link AttentionStage#byDay} gives
     */
    public static Dataset<Row> add(
            Dataset<Row> breaks, Dataset<Row> articleStance, Dataset<Row> attention, TrendSettings settings) {
        Dataset<Row> named = breaks.withColumn(BREAK, xxhash64(SeriesStage.name(), col(ChangePointsTable.DATE)));
        Dataset<Row> windows = named.select(
                BREAK,
                SeriesKey.MEASURE,
                StanceByPeriodTable.GROUPING,
                StanceByPeriodTable.GROUP,
                StanceByPeriodTable.TARGET,
                StanceByPeriodTable.VOICE,
                ChangePointsTable.BEFORE_FROM,
                ChangePointsTable.DATE,
                ChangePointsTable.AFTER_TO,
                ChangePointsTable.DIFFERENCE);
        Dataset<Row> dated =
                articleStance.filter(col(ArticleStanceTable.PUBLISHED_AT).isNotNull());
        Dataset<Row> outlets = BreakOutlets.of(dated, attention, windows, settings.outlets());
        Dataset<Row> sentences = BreakSentences.of(dated, windows, settings.sentences(), settings.evidenceDays());
        Dataset<Row> receipts = named.join(outlets, seq(BREAK), "left").join(sentences, seq(BREAK), "left");
        return ChangePointsTable.TABLE.conform(
                receipts.withColumn(ChangePointsTable.OUTLETS, orEmpty(ChangePointsTable.OUTLETS))
                        .withColumn(ChangePointsTable.SENTENCES_BEFORE, orEmpty(ChangePointsTable.SENTENCES_BEFORE))
                        .withColumn(ChangePointsTable.SENTENCES_AFTER, orEmpty(ChangePointsTable.SENTENCES_AFTER))
                        .withColumn(ChangePointsTable.RIVALS, rivals(settings.mixShare())));
    }

    private static Column rivals(double mixShare) {
        Column mix = org.apache.spark.sql.functions.abs(col(ChangePointsTable.MIX_SHARE));
        return filter(
                array(
                        when(col(BreakStage.THIN), ChangePointsTable.COVERAGE_GAP),
                        when(mix.gt(mixShare), ChangePointsTable.OUTLET_MIX_CHANGED),
                        when(col(BreakOutlets.MODEL_CHANGED), ChangePointsTable.MODEL_CHANGED)),
                rival -> rival.isNotNull());
    }

    private static Column orEmpty(String name) {
        DataType type = ChangePointsTable.TABLE.schema().apply(name).dataType();
        return coalesce(col(name), array().cast(type));
    }

    static scala.collection.Seq<String> seq(String... names) {
        return scala.collection.JavaConverters.asScalaBuffer(java.util.Arrays.asList(names))
                .toSeq();
    }
}
