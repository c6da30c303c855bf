package org.parallax.trend;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

/**
 * Sums up article stance by day, ISO week, month and over the whole corpus; for all articles, and for each outlet, country
 * and language. Days are days in UTC, whatever the session's time zone. An article without a time of publication is in
 * none of the rows, those of the whole corpus included, so that the articles of a span are those of its days. An article
 * without a country is missing from the rows by country only.
 *
 * <p>The articles of one story in one cell are summed first, then the stories of each cell, in the order of their ids: the
 * result has the same bits however the input is partitioned, and no task holds more than the stories of one cell.
 */
public final class PeriodStage {
    private static final int SECONDS_A_DAY = 86_400;

    private static final String DAY = "day_of_publication";
    private static final String FIRST_DAY = "first_day";
    private static final String IN_PERIOD = "in_period";
    private static final String IN_GROUP = "in_group";
    private static final String OF_STORIES = "of_stories";

    private static final String[] CELL = {
        StanceByPeriodTable.PERIOD,
        StanceByPeriodTable.PERIOD_START,
        StanceByPeriodTable.GROUPING,
        StanceByPeriodTable.GROUP,
        StanceByPeriodTable.TARGET,
        StanceByPeriodTable.VOICE
    };

    private PeriodStage() {}

    /**
     * Rows of {@link StanceByPeriodTable}, in no order.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     */
    public static Dataset<Row> byPeriod(Dataset<Row> articleStance, PeriodSettings settings) {
        Dataset<Row> cells = cells(stories(placed(articleStance)));
        Column summed = StoryMean.column(settings).apply(concat_ws("|", columns(CELL)), col(OF_STORIES));
        return StanceByPeriodTable.TABLE.conform(
                cells.withColumn(StoryMean.RESULT, summed).select(col("*"), col(StoryMean.RESULT + ".*")));
    }

    /** Each article once for every period and group that it belongs to. */
    private static Dataset<Row> placed(Dataset<Row> articleStance) {
        Dataset<Row> dated = articleStance
                .filter(col(ArticleStanceTable.PUBLISHED_AT).isNotNull())
                .withColumn(
                        DAY,
                        date_from_unix_date(floor(unix_seconds(col(ArticleStanceTable.PUBLISHED_AT))
                                        .divide(SECONDS_A_DAY))
                                .cast("int")));
        Dataset<Row> first = dated.agg(min(DAY).as(FIRST_DAY));
        return dated.crossJoin(broadcast(first))
                .withColumn(
                        IN_PERIOD,
                        explode(array(
                                period(StanceByPeriodTable.DAY, col(DAY)),
                                period(StanceByPeriodTable.WEEK, trunc(col(DAY), "week")),
                                period(StanceByPeriodTable.MONTH, trunc(col(DAY), "month")),
                                period(StanceByPeriodTable.SPAN, col(FIRST_DAY)))))
                .withColumn(
                        IN_GROUP,
                        explode(array(
                                group(StanceByPeriodTable.ALL, lit(StanceByPeriodTable.ALL)),
                                group(StanceByPeriodTable.OUTLET, col(ArticleStanceTable.OUTLET)),
                                group(StanceByPeriodTable.COUNTRY, col(ArticleStanceTable.COUNTRY)),
                                group(StanceByPeriodTable.LANGUAGE, col(ArticleStanceTable.LANGUAGE)))))
                .select(
                        col(IN_PERIOD + ".*"),
                        col(IN_GROUP + ".*"),
                        col(ArticleStanceTable.TARGET).as(StanceByPeriodTable.TARGET),
                        col(ArticleStanceTable.VOICE).as(StanceByPeriodTable.VOICE),
                        col(ArticleStanceTable.STORY_ID),
                        col(ArticleStanceTable.ARTICLE_ID),
                        col(ArticleStanceTable.SCORE),
                        col(ArticleStanceTable.STANCE),
                        col(ArticleStanceTable.MENTIONS))
                .filter(col(StanceByPeriodTable.GROUP).isNotNull());
    }

    private static Dataset<Row> stories(Dataset<Row> placed) {
        Column scores = sort_array(collect_list(struct(ArticleStanceTable.ARTICLE_ID, ArticleStanceTable.SCORE)));
        return placed.groupBy(columns(with(CELL, ArticleStanceTable.STORY_ID)))
                .agg(
                        count(lit(1)).as(StanceByPeriodTable.ARTICLES),
                        sum(ArticleStanceTable.MENTIONS).as(StanceByPeriodTable.MENTIONS),
                        having(ArticleStanceTable.FAVOURABLE).as(StanceByPeriodTable.FAVOURABLE),
                        having(ArticleStanceTable.NEUTRAL).as(StanceByPeriodTable.NEUTRAL),
                        having(ArticleStanceTable.UNFAVOURABLE).as(StanceByPeriodTable.UNFAVOURABLE),
                        aggregate(
                                        scores,
                                        lit(0.0),
                                        (total, article) -> total.plus(article.getField(ArticleStanceTable.SCORE)))
                                .as(StoryMean.SUM));
    }

    private static Dataset<Row> cells(Dataset<Row> stories) {
        return stories.groupBy(columns(CELL))
                .agg(
                        sum(StanceByPeriodTable.ARTICLES).as(StanceByPeriodTable.ARTICLES),
                        count(lit(1)).as(StanceByPeriodTable.STORIES),
                        sum(StanceByPeriodTable.MENTIONS).as(StanceByPeriodTable.MENTIONS),
                        sum(StanceByPeriodTable.FAVOURABLE).as(StanceByPeriodTable.FAVOURABLE),
                        sum(StanceByPeriodTable.NEUTRAL).as(StanceByPeriodTable.NEUTRAL),
                        sum(StanceByPeriodTable.UNFAVOURABLE).as(StanceByPeriodTable.UNFAVOURABLE),
                        collect_list(struct(
                                        col(ArticleStanceTable.STORY_ID).as(StoryMean.STORY),
                                        col(StoryMean.SUM),
                                        col(StanceByPeriodTable.ARTICLES).as(StoryMean.COUNT)))
                                .as(OF_STORIES));
    }

    private static Column period(String length, Column start) {
        return struct(lit(length).as(StanceByPeriodTable.PERIOD), start.as(StanceByPeriodTable.PERIOD_START));
    }

    private static Column group(String grouping, Column value) {
        return struct(lit(grouping).as(StanceByPeriodTable.GROUPING), value.as(StanceByPeriodTable.GROUP));
    }

    private static Column having(String stance) {
        return sum(when(col(ArticleStanceTable.STANCE).equalTo(stance), 1L).otherwise(0L));
    }

    private static String[] with(String[] names, String last) {
        return Stream.concat(Arrays.stream(names), Stream.of(last)).toArray(String[]::new);
    }

    private static Column[] columns(String[] names) {
        return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
    }
}
