package org.parallax.trend;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;
import org.parallax.table.StoryComparisonsTable;

/** Sets the outlets that report one event beside each other, by what they say themselves. */
public final class StoryComparisonStage {
    private static final String AUTHOR = "author";
    private static final String SUM = "scores";
    private static final String ORDER = "order_of_outlet";
    private static final String STORY_IDS = "story_ids";

    private StoryComparisonStage() {}

    /**
     * Rows of {@link StoryComparisonsTable}, in no order.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     * @param articles rows of {@link ArticlesTable}
     * @param events rows of {@link EventsTable}
     */
    public static Dataset<Row> comparisons(Dataset<Row> articleStance, Dataset<Row> articles, Dataset<Row> events) {
        Dataset<Row> byEvent = events(outlets(articleStance, events));
        Dataset<Row> titles = articles.select(
                col(ArticlesTable.ARTICLE_ID).as(StoryComparisonsTable.EVENT_ID),
                col(ArticlesTable.TITLE).as(StoryComparisonsTable.TITLE));
        return StoryComparisonsTable.TABLE.conform(
                byEvent.join(titles, new String[] {StoryComparisonsTable.EVENT_ID}, "left"));
    }

    private static Dataset<Row> outlets(Dataset<Row> articleStance, Dataset<Row> events) {
        Column sentences = transform(
                col(ArticleStanceTable.EVIDENCE),
                sentence -> struct(
                        sentence.getField(ArticleStanceTable.SCORE).as(StoryComparisonsTable.SCORE),
                        sentence.getField(ArticleStanceTable.EVIDENCE_SENTENCE).as(StoryComparisonsTable.SENTENCE),
                        col(ArticleStanceTable.OUTLET).as(StoryComparisonsTable.OUTLET),
                        col(ArticleStanceTable.ARTICLE_ID).as(StoryComparisonsTable.ARTICLE_ID)));
        return articleStance
                .filter(col(ArticleStanceTable.VOICE)
                        .equalTo(AUTHOR)
                        .and(col(ArticleStanceTable.PUBLISHED_AT).isNotNull()))
                .select(
                        col(ArticleStanceTable.ARTICLE_ID),
                        col(ArticleStanceTable.STORY_ID),
                        col(ArticleStanceTable.TARGET).as(StoryComparisonsTable.TARGET),
                        col(ArticleStanceTable.OUTLET).as(StoryComparisonsTable.OUTLET),
                        col(ArticleStanceTable.PUBLISHED_AT),
                        FixedPoint.of(col(ArticleStanceTable.SCORE)).as(SUM),
                        array_max(sentences).as(StoryComparisonsTable.MOST_FAVOURABLE),
                        array_min(sentences).as(StoryComparisonsTable.LEAST_FAVOURABLE))
                .join(
                        events.select(
                                col(EventsTable.ARTICLE_ID).as(ArticleStanceTable.ARTICLE_ID),
                                col(EventsTable.EVENT_ID).as(StoryComparisonsTable.EVENT_ID)),
                        ArticleStanceTable.ARTICLE_ID)
                .groupBy(StoryComparisonsTable.EVENT_ID, StoryComparisonsTable.TARGET, StoryComparisonsTable.OUTLET)
                .agg(
                        count(lit(1)).as(StoryComparisonsTable.ARTICLES),
                        FixedPoint.value(sum(SUM)).divide(count(lit(1))).as(StoryComparisonsTable.MEAN),
                        collect_set(ArticleStanceTable.STORY_ID).as(STORY_IDS),
                        min(ArticleStanceTable.PUBLISHED_AT).as(StoryComparisonsTable.FIRST_PUBLISHED),
                        max(ArticleStanceTable.PUBLISHED_AT).as(StoryComparisonsTable.LAST_PUBLISHED),
                        max(StoryComparisonsTable.MOST_FAVOURABLE).as(StoryComparisonsTable.MOST_FAVOURABLE),
                        min(StoryComparisonsTable.LEAST_FAVOURABLE).as(StoryComparisonsTable.LEAST_FAVOURABLE));
    }

    private static Dataset<Row> events(Dataset<Row> outlets) {
        Column mean = col(StoryComparisonsTable.MEAN);
        Column all = col(StoryComparisonsTable.BY_OUTLET);
        Column ordered = sort_array(collect_list(struct(
                negate(mean).as(ORDER), col(StoryComparisonsTable.OUTLET), col(StoryComparisonsTable.ARTICLES), mean)));
        Column squares = aggregate(
                all,
                lit(0.0),
                (total, outlet) -> total.plus(
                        squared(outlet.getField(StoryComparisonsTable.MEAN).minus(mean))));
        return outlets.groupBy(StoryComparisonsTable.EVENT_ID, StoryComparisonsTable.TARGET)
                .agg(
                        transform(
                                        ordered,
                                        outlet -> struct(
                                                outlet.getField(StoryComparisonsTable.OUTLET)
                                                        .as(StoryComparisonsTable.OUTLET),
                                                outlet.getField(StoryComparisonsTable.ARTICLES)
                                                        .as(StoryComparisonsTable.ARTICLES),
                                                outlet.getField(StoryComparisonsTable.MEAN)
                                                        .as(StoryComparisonsTable.MEAN)))
                                .as(StoryComparisonsTable.BY_OUTLET),
                        sum(StoryComparisonsTable.ARTICLES).as(StoryComparisonsTable.ARTICLES),
                        size(array_distinct(flatten(collect_list(STORY_IDS)))).as(StoryComparisonsTable.STORIES),
                        min(StoryComparisonsTable.FIRST_PUBLISHED).as(StoryComparisonsTable.FIRST_PUBLISHED),
                        max(StoryComparisonsTable.LAST_PUBLISHED).as(StoryComparisonsTable.LAST_PUBLISHED),
                        max(StoryComparisonsTable.MOST_FAVOURABLE).as(StoryComparisonsTable.MOST_FAVOURABLE),
                        min(StoryComparisonsTable.LEAST_FAVOURABLE).as(StoryComparisonsTable.LEAST_FAVOURABLE))
                .withColumn(StoryComparisonsTable.OUTLETS, size(all))
                .filter(col(StoryComparisonsTable.OUTLETS).gt(1))
                .withColumn(
                        StoryComparisonsTable.MEAN,
                        aggregate(
                                        all,
                                        lit(0.0),
                                        (total, outlet) -> total.plus(outlet.getField(StoryComparisonsTable.MEAN)))
                                .divide(col(StoryComparisonsTable.OUTLETS)))
                .withColumn(
                        StoryComparisonsTable.SPREAD,
                        element_at(all, 1)
                                .getField(StoryComparisonsTable.MEAN)
                                .minus(element_at(all, -1).getField(StoryComparisonsTable.MEAN)))
                .withColumn(
                        StoryComparisonsTable.DEVIATION,
                        sqrt(squares.divide(col(StoryComparisonsTable.OUTLETS).minus(1))));
    }

    private static Column squared(Column value) {
        return value.multiply(value);
    }
}
