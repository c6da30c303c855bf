package org.parallax.corpus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.EventSettings;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;

/**
 * Brings stories together that report the same event in their own words, within some days of each other. The words of
 * headline and lead are weighed by how rare they are in the corpus (TF-IDF), names more than others; {@link OpenEvents} then
 * takes the stories of each language in the order of their time. A language is one task: it takes linear time and the
 * memory of a few days.
 */
public final class Events {
    private static final String WORDS = "event_words";
    private static final String COUNTS = "event_word_counts";
    private static final String WEIGHTS = "event_word_weights";

    private static final int BUCKETS_OF_WORDS = 1 << 18;
    private static final int SEEN_AT_LEAST = 2;

    private static final StructType WEIGHED = new StructType()
            .add(ArticlesTable.LANGUAGE, StringType)
            .add(ArticlesTable.PUBLISHED_AT, TimestampType)
            .add(ArticlesTable.STORY_ID, StringType)
            .add(WORDS, createArrayType(IntegerType))
            .add(WEIGHTS, createArrayType(DoubleType));

    private static final StructType PLACED = new StructType()
            .add(EventsTable.STORY_ID, StringType)
            .add(EventsTable.EVENT_ID, StringType)
            .add(EventsTable.EVENT_START, TimestampType)
            .add(EventsTable.SIMILARITY, DoubleType);

    private Events() {}

    /**
     * Rows of {@link EventsTable}, in no order. Runs a Spark job at once, which counts the words.
     *
     * @param articles rows of {@link ArticlesTable}
     */
    public static Dataset<Row> assign(Dataset<Row> articles, EventSettings settings) {
        Dataset<Row> members = articles.select(
                col(ArticlesTable.ARTICLE_ID).as(EventsTable.ARTICLE_ID),
                col(ArticlesTable.STORY_ID).as(EventsTable.STORY_ID));
        return EventsTable.TABLE.conform(members.join(
                        placed(articles, settings), new String[] {EventsTable.STORY_ID}, "left")
                .withColumn(EventsTable.EVENT_ID, coalesce(col(EventsTable.EVENT_ID), col(EventsTable.STORY_ID)))
                .withColumn(EventsTable.SIMILARITY, coalesce(col(EventsTable.SIMILARITY), lit(1.0))));
    }

    /** The event of each dated story. */
    private static Dataset<Row> placed(Dataset<Row> articles, EventSettings settings) {
        UDF2<@Nullable String, String, String[]> words =
                (title, body) -> EventWords.of(title, body).toArray(String[]::new);
        Dataset<Row> stories = articles.filter(col(ArticlesTable.ORIGINAL)
                        .and(col(ArticlesTable.PUBLISHED_AT).isNotNull()))
                .select(
                        col(ArticlesTable.LANGUAGE),
                        col(ArticlesTable.PUBLISHED_AT),
                        col(ArticlesTable.STORY_ID),
                        udf(words, createArrayType(StringType))
                                .apply(col(ArticlesTable.TITLE), col(ArticlesTable.BODY))
                                .as(WORDS));
        if (stories.isEmpty()) {
            return stories.sparkSession().createDataFrame(java.util.List.of(), PLACED);
        }
        Dataset<Row> counted = new HashingTF()
                .setNumFeatures(BUCKETS_OF_WORDS)
                .setInputCol(WORDS)
                .setOutputCol(COUNTS)
                .transform(stories);
        long length = Duration.ofDays(settings.days()).toMillis();
        double least = settings.minSimilarity();
        MapPartitionsFunction<Row, Row> place = rows -> new Placing(rows, length, least);
        return new IDF()
                .setMinDocFreq(SEEN_AT_LEAST)
                .setInputCol(COUNTS)
                .setOutputCol(WEIGHTS)
                .fit(counted)
                .transform(counted)
                .select(ArticlesTable.LANGUAGE, ArticlesTable.PUBLISHED_AT, ArticlesTable.STORY_ID, WEIGHTS)
                .map((MapFunction<Row, Row>) Events::heaviest, Encoders.row(WEIGHED))
                .repartition(col(ArticlesTable.LANGUAGE))
                .sortWithinPartitions(ArticlesTable.LANGUAGE, ArticlesTable.PUBLISHED_AT, ArticlesTable.STORY_ID)
                .mapPartitions(place, Encoders.row(PLACED));
    }

    /** The words that count, before a language's stories come together in one task: few are moved, and by all cores. */
    private static Row heaviest(Row row) {
        WeightedWords words = WeightedWords.of(((Vector) row.get(3)).toSparse());
        return RowFactory.create(row.get(0), row.get(1), row.get(2), words.words(), words.weights());
    }

    /** Takes stories in the order of language and time, and gives each its event. */
    private static final class Placing implements Iterator<Row> {
        private final Iterator<Row> stories;
        private final long length;
        private final double least;
        private String language = "";
        private OpenEvents events;

        Placing(Iterator<Row> stories, long length, double least) {
            this.stories = stories;
            this.length = length;
            this.least = least;
            this.events = new OpenEvents(length, least);
        }

        @Override
        public boolean hasNext() {
            return stories.hasNext();
        }

        @Override
        public Row next() {
            Row row = stories.next();
            if (!row.getString(0).equals(language)) {
                language = row.getString(0);
                events = new OpenEvents(length, least);
            }
            String story = row.getString(2);
            OpenEvents.Place place =
                    events.put(story, row.getTimestamp(1).getTime(), WeightedWords.of(row.getList(3), row.getList(4)));
            return RowFactory.create(story, place.event(), new Timestamp(place.start()), place.similarity());
        }
    }
}
