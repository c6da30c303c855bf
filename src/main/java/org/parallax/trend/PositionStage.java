package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Actor;
import org.parallax.config.Settings.PositionSettings;
import org.parallax.table.ActorPositionsTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/**
 * Sums up what is reported of each holder's stance toward each target, by month and over the whole corpus; for single
 * holders, and for states with all who speak for them. Mentions are summed by article, then story, then group of stories,
 * so that no task holds more of a cell than its {@value PositionMean#CLUSTERS} groups and its outlets. Sums are of whole
 * numbers: they have the same bits in whatever order they are taken.
 */
public final class PositionStage {
    /** The score of a mention that is taken for the holder's. */
    static final String SCORE = MentionsTable.HOLDER_SCORE;

    private static final int MOST_OUTLETS = 20;
    private static final String REPORTED = "reported";
    private static final String NO_STATE = "";

    private static final String FIRST_DAY = "first_day";
    private static final String DAY = "day_of_publication";
    private static final String IN_PERIOD = "in_period";
    private static final String AS_HOLDER = "as_holder";
    private static final String NUMBER = "number_of_articles";
    private static final String CLUSTER = "story_group";
    private static final String OF_STORIES = "of_stories";
    private static final String OF_OUTLETS = "of_outlets";

    private static final String[] CELL = {
        ActorPositionsTable.PERIOD,
        ActorPositionsTable.PERIOD_START,
        ActorPositionsTable.HOLDER_KIND,
        ActorPositionsTable.HOLDER,
        ActorPositionsTable.HOLDER_STATE,
        ActorPositionsTable.TARGET
    };

    private PositionStage() {}

    /**
     * Rows of {@link ActorPositionsTable}, in no order.
     *
     * @param mentions rows of {@link MentionsTable} with the sentence as {@link ActorPositionsTable#EVIDENCE_SENTENCE}
     * @param articles rows of {@link ArticlesTable}
     * @param neutralBand distance from 0 within which a mean is neutral
     */
    public static Dataset<Row> positions(
            Dataset<Row> mentions,
            Dataset<Row> articles,
            List<Actor> actors,
            PositionSettings settings,
            double neutralBand) {
        Dataset<Row> dated = dated(articles);
        Dataset<Row> cells = cells(byArticle(held(withState(mentions, actors), dated), dated));
        Column summed =
                PositionMean.column(settings, neutralBand).apply(col(ActorPositionsTable.STORIES), col(OF_STORIES));
        return ActorPositionsTable.TABLE.conform(
                cells.withColumn(PositionMean.RESULT, summed).select(col("*"), col(PositionMean.RESULT + ".*")));
    }

    /** Adds {@link ActorPositionsTable#HOLDER_STATE}: of a configured actor the state that it is or speaks for. */
    private static Dataset<Row> withState(Dataset<Row> mentions, List<Actor> actors) {
        List<Row> states = actors.stream()
                .filter(actor -> actor.kind() == Actor.Kind.STATE || actor.state() != null)
                .map(actor -> RowFactory.create(actor.id(), actor.state() == null ? actor.id() : actor.state()))
                .toList();
        StructType schema = new StructType()
                .add(MentionsTable.HOLDER, DataTypes.StringType)
                .add(ActorPositionsTable.HOLDER_STATE, DataTypes.StringType);
        Dataset<Row> known = mentions.sparkSession().createDataFrame(states, schema);
        Dataset<Row> stateless = mentions.drop(MentionsTable.HOLDER_STATE);
        return stateless
                .join(
                        broadcast(known),
                        stateless.col(MentionsTable.HOLDER).equalTo(known.col(MentionsTable.HOLDER)),
                        "left")
                .drop(known.col(MentionsTable.HOLDER));
    }

    private static Dataset<Row> dated(Dataset<Row> articles) {
        return articles.filter(col(ArticlesTable.PUBLISHED_AT).isNotNull())
                .select(
                        col(ArticlesTable.ARTICLE_ID),
                        col(ArticlesTable.STORY_ID),
                        col(ArticlesTable.OUTLET),
                        UtcDay.of(col(ArticlesTable.PUBLISHED_AT)).as(DAY));
    }

    /** Each reported mention of a dated article once for its holder and once for the holder's state. */
    private static Dataset<Row> held(Dataset<Row> mentions, Dataset<Row> dated) {
        Column words = col(MentionsTable.HOLDER_SURFACE);
        Column state = coalesce(col(ActorPositionsTable.HOLDER_STATE), lit(NO_STATE));
        Column itself = when(
                        col(MentionsTable.HOLDER).isNotNull(),
                        holder(ActorPositionsTable.ACTOR, col(MentionsTable.HOLDER), state))
                .otherwise(holder(ActorPositionsTable.UNLISTED, words, state));
        Column stateOfIt = when(
                col(ActorPositionsTable.HOLDER_STATE).isNotNull(), holder(ActorPositionsTable.STATE, state, state));
        Column evidence = struct(
                col(SCORE).as(ActorPositionsTable.EVIDENCE_SCORE),
                col(MentionsTable.ARTICLE_ID).as(ActorPositionsTable.EVIDENCE_ARTICLE),
                col(MentionsTable.FIELD).as(ActorPositionsTable.EVIDENCE_FIELD),
                col(MentionsTable.SENTENCE_BEGIN).as(ActorPositionsTable.EVIDENCE_BEGIN),
                col(MentionsTable.SENTENCE_END).as(ActorPositionsTable.EVIDENCE_END),
                col(ActorPositionsTable.EVIDENCE_SENTENCE));
        Dataset<Row> reported = mentions.filter(col(MentionsTable.VOICE)
                        .equalTo(REPORTED)
                        .and(col(SCORE).isNotNull())
                        .and(coalesce(col(MentionsTable.HOLDER), words).isNotNull()))
                .select(
                        col(MentionsTable.ARTICLE_ID),
                        col(MentionsTable.TARGET),
                        explode(array(itself, stateOfIt)).as(AS_HOLDER),
                        rint(col(SCORE).multiply(PositionMean.UNIT))
                                .cast("long")
                                .as(PositionMean.SUM),
                        evidence.as(PositionMean.MOST),
                        evidence.as(PositionMean.LEAST))
                .filter(col(AS_HOLDER).isNotNull());
        return reported.join(dated, MentionsTable.ARTICLE_ID)
                .select(
                        col(AS_HOLDER + ".*"),
                        col(MentionsTable.TARGET).as(ActorPositionsTable.TARGET),
                        col(MentionsTable.ARTICLE_ID),
                        col(ArticlesTable.STORY_ID),
                        col(ArticlesTable.OUTLET),
                        col(DAY),
                        col(PositionMean.SUM),
                        col(PositionMean.MOST),
                        col(PositionMean.LEAST));
    }

    /** Each article, holder and target once for its month and once for the span. */
    private static Dataset<Row> byArticle(Dataset<Row> held, Dataset<Row> dated) {
        Dataset<Row> summed = held.groupBy(
                        col(ActorPositionsTable.HOLDER_KIND),
                        col(ActorPositionsTable.HOLDER),
                        col(ActorPositionsTable.HOLDER_STATE),
                        col(ActorPositionsTable.TARGET),
                        col(ArticlesTable.ARTICLE_ID),
                        col(ArticlesTable.STORY_ID),
                        col(ArticlesTable.OUTLET),
                        col(DAY))
                .agg(count(lit(1)).as(ActorPositionsTable.MENTIONS), summed());
        Dataset<Row> first = dated.agg(min(DAY).as(FIRST_DAY));
        return summed.crossJoin(broadcast(first))
                .withColumn(
                        IN_PERIOD,
                        explode(array(
                                period(ActorPositionsTable.MONTH, trunc(col(DAY), "month")),
                                period(ActorPositionsTable.SPAN, col(FIRST_DAY)))))
                .select(col("*"), col(IN_PERIOD + ".*"));
    }

    private static Dataset<Row> cells(Dataset<Row> articles) {
        Dataset<Row> stories = articles.groupBy(columns(with(CELL, ArticlesTable.STORY_ID)))
                .agg(
                        count(lit(1)).as(ActorPositionsTable.ARTICLES),
                        summed(sum(ActorPositionsTable.MENTIONS).as(ActorPositionsTable.MENTIONS)))
                .withColumn(CLUSTER, pmod(xxhash64(col(ArticlesTable.STORY_ID)), lit(PositionMean.CLUSTERS)));
        Dataset<Row> groups = stories.groupBy(columns(with(CELL, CLUSTER)))
                .agg(
                        count(lit(1)).as(ActorPositionsTable.STORIES),
                        summed(
                                sum(ActorPositionsTable.ARTICLES).as(ActorPositionsTable.ARTICLES),
                                sum(ActorPositionsTable.MENTIONS).as(ActorPositionsTable.MENTIONS)));
        Dataset<Row> means = groups.groupBy(columns(CELL))
                .agg(
                        sum(ActorPositionsTable.STORIES).as(ActorPositionsTable.STORIES),
                        sum(ActorPositionsTable.ARTICLES).as(ActorPositionsTable.ARTICLES),
                        sum(ActorPositionsTable.MENTIONS).as(ActorPositionsTable.MENTIONS),
                        sort_array(collect_list(struct(
                                        col(CLUSTER).as(PositionMean.CLUSTER),
                                        col(PositionMean.SUM),
                                        col(ActorPositionsTable.MENTIONS).as(PositionMean.COUNT),
                                        col(PositionMean.MOST),
                                        col(PositionMean.LEAST))))
                                .as(OF_STORIES));
        Dataset<Row> outlets = articles.groupBy(columns(with(CELL, ArticlesTable.OUTLET)))
                .agg(count(lit(1)).as(NUMBER))
                .groupBy(columns(CELL))
                .agg(sort_array(collect_list(struct(negate(col(NUMBER)).as(NUMBER), col(ArticlesTable.OUTLET))))
                        .as(OF_OUTLETS));
        return means.join(outlets, asSeq(CELL))
                .withColumn(ActorPositionsTable.OUTLETS, size(col(OF_OUTLETS)))
                .withColumn(
                        ActorPositionsTable.REPORTED_BY,
                        transform(
                                slice(col(OF_OUTLETS), 1, MOST_OUTLETS),
                                outlet -> outlet.getField(ArticlesTable.OUTLET)))
                .withColumn(
                        ActorPositionsTable.HOLDER_STATE,
                        when(
                                col(ActorPositionsTable.HOLDER_STATE).notEqual(NO_STATE),
                                col(ActorPositionsTable.HOLDER_STATE)));
    }

    /** What every level of summing adds up or chooses from, after the counts of its own. */
    private static Column[] summed(Column... counts) {
        Column[] common = {
            sum(PositionMean.SUM).as(PositionMean.SUM),
            max(PositionMean.MOST).as(PositionMean.MOST),
            min(PositionMean.LEAST).as(PositionMean.LEAST)
        };
        return Stream.concat(Arrays.stream(counts), Arrays.stream(common)).toArray(Column[]::new);
    }

    private static Column holder(String kind, Column holder, Column state) {
        return struct(
                lit(kind).as(ActorPositionsTable.HOLDER_KIND),
                holder.as(ActorPositionsTable.HOLDER),
                state.as(ActorPositionsTable.HOLDER_STATE));
    }

    private static Column period(String length, Column start) {
        return struct(lit(length).as(ActorPositionsTable.PERIOD), start.as(ActorPositionsTable.PERIOD_START));
    }

    private static scala.collection.Seq<String> asSeq(String[] names) {
        return scala.collection.JavaConverters.asScalaBuffer(Arrays.asList(names))
                .toSeq();
    }

    private static String[] with(String[] names, String last) {
        return Stream.concat(Arrays.stream(names), Stream.of(last)).toArray(String[]::new);
    }

    private static Column[] columns(String[] names) {
        return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
    }
}
