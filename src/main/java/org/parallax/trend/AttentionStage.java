package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.AttentionByPeriodTable;
import org.parallax.table.StanceByPeriodTable;

/**
 * How much is written of a target, beside how it is written of: an outlet can change its subject and keep its tone. Articles
 * that name the target, of all that could be read, by day, week and month; what agenda-setting research calls attention or
 * salience (McCombs and Shaw, "The agenda-setting function of mass media", Public Opinion Quarterly 36, 1972).
 */
public final class AttentionStage {
    private static final String IN_PERIOD = "in_period";
    private static final String ARTICLE = "article";
    private static final String PLACE = "place_of_publication";

    private static final Kinds PLACES =
            new Kinds(List.of(ArticlesTable.OUTLET, ArticlesTable.COUNTRY, ArticlesTable.LANGUAGE));

    private static final Kinds TARGETS_OF_PLACES = new Kinds(
            List.of(ArticlesTable.OUTLET, ArticlesTable.COUNTRY, ArticlesTable.LANGUAGE, ArticleStanceTable.TARGET));

    private AttentionStage() {}

    /**
     * Articles, and those on the target, by outlet, country, language, {@link BreakWindows#DAY} and target; 0 on the target
     * where there are none.
     *
     * @param articles rows of {@link ArticlesTable}
     * @param articleStance rows of {@link ArticleStanceTable}
     * @param targets ids of the targets that were looked for
     * @param languages those in which they were
     */
    public static Dataset<Row> byDay(
            Dataset<Row> articles, Dataset<Row> articleStance, List<String> targets, List<String> languages) {
        Dataset<Row> published = dated(articles, languages);
        Dataset<Row> places = PLACES.of(published)
                .withColumn(ArticleStanceTable.TARGET, explode(lit(targets.toArray(String[]::new))))
                .withColumnRenamed(Kinds.KIND, PLACE)
                .select(col("*"), TARGETS_OF_PLACES.number());
        Dataset<Row> all = published
                .groupBy(PLACES.number(), day())
                .agg(count(lit(1)).as(AttentionByPeriodTable.ARTICLES))
                .withColumnRenamed(Kinds.KIND, PLACE)
                .join(broadcast(places.select(PLACE, Kinds.KIND)), PLACE)
                .select(
                        col(Kinds.KIND),
                        col(BreakWindows.DAY),
                        col(AttentionByPeriodTable.ARTICLES),
                        lit(0L).as(AttentionByPeriodTable.ON_TARGET));
        // An article may have a row for each voice.
        Dataset<Row> named = dated(articleStance, languages)
                .select(
                        TARGETS_OF_PLACES.number(),
                        day(),
                        xxhash64(col(ArticleStanceTable.ARTICLE_ID)).as(ARTICLE))
                .distinct()
                .select(
                        col(Kinds.KIND),
                        col(BreakWindows.DAY),
                        lit(0L).as(AttentionByPeriodTable.ARTICLES),
                        lit(1L).as(AttentionByPeriodTable.ON_TARGET));
        return summed(all.unionByName(named), new Column[] {col(Kinds.KIND), col(BreakWindows.DAY)})
                .join(broadcast(places.drop(PLACE)), Kinds.KIND)
                .drop(Kinds.KIND);
    }

    /**
     * Rows of {@link AttentionByPeriodTable}, in no order.
     *
     * @param byDay what {@link #byDay} gives
     */
    public static Dataset<Row> byPeriod(Dataset<Row> byDay) {
        Column[] group = {
            col(StanceByPeriodTable.GROUPING), col(StanceByPeriodTable.GROUP), col(StanceByPeriodTable.TARGET)
        };
        Column day = col(BreakWindows.DAY);
        Dataset<Row> days =
                summed(Groups.each(byDay).filter(col(StanceByPeriodTable.GROUP).isNotNull()), with(group, day));
        Dataset<Row> inPeriods = days.withColumn(
                        IN_PERIOD,
                        explode(array(
                                Period.DAY.from(day),
                                Period.WEEK.from(trunc(day, "week")),
                                Period.MONTH.from(trunc(day, "month")))))
                .select(col("*"), col(IN_PERIOD + ".*"));
        return AttentionByPeriodTable.TABLE.conform(
                summed(inPeriods, with(group, col(StanceByPeriodTable.PERIOD), col(StanceByPeriodTable.PERIOD_START)))
                        .withColumn(
                                AttentionByPeriodTable.ATTENTION,
                                col(AttentionByPeriodTable.ON_TARGET).divide(col(AttentionByPeriodTable.ARTICLES))));
    }

    private static Dataset<Row> dated(Dataset<Row> rows, List<String> languages) {
        return rows.filter(col(ArticlesTable.PUBLISHED_AT)
                .isNotNull()
                .and(col(ArticlesTable.LANGUAGE).isInCollection(languages)));
    }

    private static Column day() {
        return UtcDay.of(col(ArticlesTable.PUBLISHED_AT)).as(BreakWindows.DAY);
    }

    private static Dataset<Row> summed(Dataset<Row> rows, Column[] by) {
        return rows.groupBy(by)
                .agg(
                        sum(AttentionByPeriodTable.ARTICLES).as(AttentionByPeriodTable.ARTICLES),
                        sum(AttentionByPeriodTable.ON_TARGET).as(AttentionByPeriodTable.ON_TARGET));
    }

    private static Column[] with(Column[] some, Column... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Column[]::new);
    }
}
