package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.parallax.config.Settings.ChangeSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.StanceChangesTable;

/**
 * Splits each change of stance from one period to the next into what changed within outlets, in the mix of outlets and in
 * the mix of voices. Articles are first summed to days of an outlet and voice; from there on no group is larger than the
 * outlets and voices of one period.
 */
public final class ChangeStage {
    private static final double ROUNDING = 1e-9;

    private static final String DAY = "day_of_publication";
    private static final String IN_VOICE = "in_voice";
    private static final String IN_PERIOD = "in_period";
    private static final String IN_GROUP = "in_group";
    private static final String PERIODS = "periods_of_series";
    private static final String PRESENT = "periods_of_outlet";

    private static final Kinds KINDS =
            new Kinds(List.of(ArticleStanceTable.TARGET, ArticleStanceTable.OUTLET, ArticleStanceTable.COUNTRY));

    private static final String[] SERIES = {
        StanceChangesTable.PERIOD, StanceChangesTable.GROUPING, StanceChangesTable.GROUP, StanceChangesTable.TARGET
    };

    private ChangeStage() {}

    /**
     * Rows of {@link StanceChangesTable}, in no order.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     */
    public static Dataset<Row> changes(Dataset<Row> articleStance, ChangeSettings settings) {
        WindowSpec inTime = Window.partitionBy(columns(SERIES)).orderBy(StanceChangesTable.PERIOD_START);
        Dataset<Row> pairs = periods(panel(cells(days(articleStance)), settings))
                .withColumn(
                        StanceChangesTable.PREVIOUS_START,
                        lag(StanceChangesTable.PERIOD_START, 1).over(inTime))
                .withColumn(Change.BEFORE, lag(col(Change.NOW), 1).over(inTime));
        return StanceChangesTable.TABLE.conform(
                pairs.map((MapFunction<Row, Row>) Change::of, Encoders.row(StanceChangesTable.TABLE.schema())));
    }

    /** An article weighs 1, divided between its voices by their mentions; weights and weighted scores by day. */
    private static Dataset<Row> days(Dataset<Row> articleStance) {
        Dataset<Row> articles = articleStance
                .filter(col(ArticleStanceTable.PUBLISHED_AT).isNotNull())
                .groupBy(
                        xxhash64(col(ArticleStanceTable.ARTICLE_ID)),
                        KINDS.number(),
                        UtcDay.of(col(ArticleStanceTable.PUBLISHED_AT)).as(DAY))
                .agg(
                        of(Change.AUTHOR, ArticleStanceTable.MENTIONS),
                        of(Change.REPORTED, ArticleStanceTable.MENTIONS),
                        of(Change.AUTHOR, ArticleStanceTable.SCORE),
                        of(Change.REPORTED, ArticleStanceTable.SCORE));
        return articles.withColumn(IN_VOICE, explode(array(voice(Change.AUTHOR), voice(Change.REPORTED))))
                .select(col("*"), col(IN_VOICE + ".*"))
                .filter(col(Change.WEIGHT).gt(0))
                .groupBy(DAY, Kinds.KIND, Change.VOICE)
                .agg(sum(Change.WEIGHT).as(Change.WEIGHT), sum(Change.SUM).as(Change.SUM))
                .join(broadcast(KINDS.of(articleStance)), Kinds.KIND)
                .withColumnsRenamed(Map.of(
                        ArticleStanceTable.OUTLET,
                        Change.OUTLET,
                        ArticleStanceTable.TARGET,
                        StanceChangesTable.TARGET));
    }

    private static Column of(String voice, String column) {
        return max(when(col(ArticleStanceTable.VOICE).equalTo(voice), col(column)))
                .as(voice + column);
    }

    private static Column voice(String voice) {
        Column mentions = coalesce(col(voice + ArticleStanceTable.MENTIONS), lit(0));
        Column all = coalesce(col(Change.AUTHOR + ArticleStanceTable.MENTIONS), lit(0))
                .plus(coalesce(col(Change.REPORTED + ArticleStanceTable.MENTIONS), lit(0)));
        Column share = mentions.divide(all);
        return struct(
                lit(voice).as(Change.VOICE),
                FixedPoint.of(share).as(Change.WEIGHT),
                FixedPoint.of(share.multiply(col(voice + ArticleStanceTable.SCORE)))
                        .as(Change.SUM));
    }

    private static Dataset<Row> cells(Dataset<Row> days) {
        return days.withColumn(
                        IN_PERIOD,
                        explode(array(
                                Period.WEEK.from(trunc(col(DAY), "week")),
                                Period.MONTH.from(trunc(col(DAY), "month")))))
                .withColumn(
                        IN_GROUP,
                        explode(array(
                                Groups.group(StanceByPeriodTable.ALL, lit(StanceByPeriodTable.ALL)),
                                Groups.group(StanceByPeriodTable.COUNTRY, col(ArticleStanceTable.COUNTRY)))))
                .select(
                        col(IN_PERIOD + ".*"),
                        col(IN_GROUP + ".*"),
                        col(StanceChangesTable.TARGET),
                        col(Change.OUTLET),
                        col(Change.VOICE),
                        col(Change.WEIGHT),
                        col(Change.SUM))
                .filter(col(StanceChangesTable.GROUP).isNotNull())
                .groupBy(columns(
                        Stream.of(SERIES), Stream.of(StanceChangesTable.PERIOD_START, Change.OUTLET, Change.VOICE)))
                .agg(sum(Change.WEIGHT).as(Change.WEIGHT), sum(Change.SUM).as(Change.SUM));
    }

    /** With the constant weight of each outlet that is of its series' panel, and null for the others. */
    private static Dataset<Row> panel(Dataset<Row> cells, ChangeSettings settings) {
        WindowSpec series = Window.partitionBy(columns(SERIES));
        WindowSpec outlet = Window.partitionBy(columns(Stream.of(SERIES), Stream.of(Change.OUTLET)));
        Column starts = collect_set(StanceChangesTable.PERIOD_START);
        return cells.withColumn(PERIODS, size(starts.over(series)))
                .withColumn(PRESENT, size(starts.over(outlet)))
                .withColumn(
                        Change.PANEL_WEIGHT,
                        when(
                                col(PRESENT).geq(col(PERIODS).multiply(settings.panelPresence() - ROUNDING)),
                                sum(Change.WEIGHT).over(outlet)))
                .withColumn(
                        StanceChangesTable.PANEL_OUTLETS,
                        size(collect_set(when(col(Change.PANEL_WEIGHT).isNotNull(), col(Change.OUTLET)))
                                .over(series)));
    }

    private static Dataset<Row> periods(Dataset<Row> cells) {
        return cells.groupBy(columns(
                        Stream.of(SERIES),
                        Stream.of(StanceChangesTable.PERIOD_START, StanceChangesTable.PANEL_OUTLETS)))
                .agg(sort_array(collect_list(
                                struct(Change.OUTLET, Change.VOICE, Change.WEIGHT, Change.SUM, Change.PANEL_WEIGHT)))
                        .as(Change.NOW));
    }

    @SafeVarargs
    private static Column[] columns(Stream<String>... names) {
        return Arrays.stream(names).flatMap(some -> some).map(name -> col(name)).toArray(Column[]::new);
    }

    private static Column[] columns(String... names) {
        return columns(Stream.of(names));
    }
}
