package org.parallax.corpus;

import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.parallax.config.Settings.StorySettings;
import org.parallax.table.ArticlesTable;

/**
 * Brings near-duplicate articles together as stories: wire copy, light edits, a cut paragraph, a new lead.
 *
 * <p>Texts of one language with the same words are one text from the start, however often they were printed. Different
 * texts meet where MinHash bands agree, and are one story when the exact Jaccard similarity of their word shingles
 * reaches the threshold; so are texts that a chain of such pairs joins. The story's original is the article that was
 * published first (undated ones last, then by id), and its id is the story's.
 *
 * <p>Titles play no part: outlets that print the same copy write their own.
 */
public final class Stories {
    private static final String TEXT = "text_key";
    private static final String SHINGLES = "shingles";
    private static final String BAND = "band";
    private static final String COUNT = "count";
    private static final String BUCKET = "bucket";
    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final String STORY = "story_key";

    private static final ArrayType LONGS = DataTypes.createArrayType(LongType, false);
    private static final StructType PAIR = new StructType().add(LEFT, LongType).add(RIGHT, LongType);
    private static final StructType MEMBER =
            new StructType().add(TEXT, LongType).add(STORY, LongType);

    // A bucket in which more texts meet than this is compared along its order instead of all with all.
    private static final int NEIGHBOURS = 64;

    private Stories() {}

    /**
     * The articles with the id of their story and whether they are its original.
     *
     * <p>Runs Spark jobs at once: the similar pairs are found, and joined to stories on the driver. Only pairs of
     * different texts get there, two numbers each, at most a few for each near-duplicate: union-find over them takes
     * less time than the first of the shuffles that propagating labels between Datasets would need.
     */
    public static Dataset<Row> assign(Dataset<Row> accepted, StorySettings settings) {
        UDF2<String, String, Long> key = StoryText::key;
        Dataset<Row> keyed = accepted.withColumn(
                TEXT, udf(key, LongType).apply(col(ArticlesTable.LANGUAGE), col(ArticlesTable.BODY)));
        Map<Long, Long> stories = stories(keyed, settings);
        WindowSpec story = Window.partitionBy(STORY)
                .orderBy(col(ArticlesTable.PUBLISHED_AT).asc_nulls_last(), col(ArticlesTable.ARTICLE_ID));
        return withStories(keyed, stories)
                .withColumn(
                        ArticlesTable.STORY_ID,
                        first(col(ArticlesTable.ARTICLE_ID)).over(story))
                .withColumn(ArticlesTable.ORIGINAL, row_number().over(story).equalTo(1))
                .drop(TEXT, STORY);
    }

    private static Dataset<Row> withStories(Dataset<Row> keyed, Map<Long, Long> stories) {
        if (stories.isEmpty()) {
            return keyed.withColumn(STORY, col(TEXT));
        }
        SparkSession spark = keyed.sparkSession();
        List<Row> members = stories.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> RowFactory.create(e.getKey(), e.getValue()))
                .toList();
        Dataset<Row> joined = keyed.join(spark.createDataFrame(members, MEMBER), new String[] {TEXT}, "left");
        return joined.withColumn(STORY, coalesce(col(STORY), col(TEXT)));
    }

    /** The least text key of its story, for each text that is not that one itself. */
    private static Map<Long, Long> stories(Dataset<Row> keyed, StorySettings settings) {
        MinHash minHash = MinHash.of(settings.hashTables(), settings.similarity());
        int length = settings.shingleWords();
        UDF2<String, String, long[]> bands =
                (body, language) -> minHash.keys(StoryText.shingles(body, length), language);
        UserDefinedFunction shingles = udf((String body) -> StoryText.shingles(body, length), LONGS);
        Column body = col(ArticlesTable.BODY);
        Dataset<Row> texts = keyed.select(col(TEXT), col(ArticlesTable.LANGUAGE), body)
                .dropDuplicates(TEXT)
                .select(
                        col(TEXT),
                        shingles.apply(body).as(SHINGLES),
                        udf(bands, LONGS)
                                .apply(body, col(ArticlesTable.LANGUAGE))
                                .as(BAND))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Components components = new Components();
            for (Row pair : similar(texts, candidates(texts, settings.similarity()), settings.similarity())
                    .collectAsList()) {
                components.join(pair.getLong(0), pair.getLong(1));
            }
            return components.roots();
        } finally {
            texts.unpersist();
        }
    }

    /** Pairs of texts that share a band and whose sizes allow them to be similar enough. */
    static Dataset<Row> candidates(Dataset<Row> texts, double similarity) {
        FlatMapFunction<Row, Row> pairs =
                bucket -> pairs(bucket.getList(0), similarity).iterator();
        return texts.select(
                        explode(col(BAND)).as(BAND),
                        struct(size(col(SHINGLES)).as(COUNT), col(TEXT)).as(BUCKET))
                .groupBy(BAND)
                .agg(array_sort(collect_list(BUCKET)).as(BUCKET))
                .filter(size(col(BUCKET)).gt(1))
                .select(BUCKET)
                .flatMap(pairs, Encoders.row(PAIR))
                .distinct();
    }

    /** Texts of nearly equal size stand beside each other in the bucket: they are the likeliest to be similar. */
    private static List<Row> pairs(List<Row> bucket, double similarity) {
        List<Row> pairs = new ArrayList<>();
        for (int i = 0; i < bucket.size(); i++) {
            int small = bucket.get(i).getInt(0);
            long left = bucket.get(i).getLong(1);
            for (int j = i + 1; j < bucket.size() && j <= i + NEIGHBOURS; j++) {
                // Jaccard similarity is at most the smaller set's share of the larger.
                if (small < similarity * bucket.get(j).getInt(0)) {
                    break;
                }
                long right = bucket.get(j).getLong(1);
                pairs.add(RowFactory.create(Math.min(left, right), Math.max(left, right)));
            }
        }
        return pairs;
    }

    private static Dataset<Row> similar(Dataset<Row> texts, Dataset<Row> candidates, double similarity) {
        String leftShingles = LEFT + SHINGLES;
        String rightShingles = RIGHT + SHINGLES;
        Column common = size(array_intersect(col(leftShingles), col(rightShingles)));
        Column all = size(col(leftShingles)).plus(size(col(rightShingles))).minus(common);
        return candidates
                .join(texts.select(col(TEXT).as(LEFT), col(SHINGLES).as(leftShingles)), LEFT)
                .join(texts.select(col(TEXT).as(RIGHT), col(SHINGLES).as(rightShingles)), RIGHT)
                .filter(common.geq(all.multiply(similarity)))
                .select(LEFT, RIGHT);
    }
}
