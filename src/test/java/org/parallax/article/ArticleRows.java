package org.parallax.article;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/** Rows for the tests of this room. */
final class ArticleRows {
    static final StructType MENTIONS =
            MentionsTable.TABLE.schema().add(ArticleStanceTable.EVIDENCE_SENTENCE, DataTypes.StringType);
    private static final StructType TONE = new StructType()
            .add(MentionsTable.ARTICLE_ID, DataTypes.StringType)
            .add(MentionsTable.SENTENCE_INDEX, DataTypes.IntegerType)
            .add(MentionsTable.P_UNFAVOURABLE, DataTypes.DoubleType)
            .add(MentionsTable.P_NEUTRAL, DataTypes.DoubleType)
            .add(MentionsTable.P_FAVOURABLE, DataTypes.DoubleType)
            .add(MentionsTable.MODEL_ID, DataTypes.StringType)
            .add(ArticleToneTable.SENTENCES, DataTypes.IntegerType);

    private ArticleRows() {}

    /** A mention that the model gave these probabilities; uncertain under 0.4. */
    static Row mention(
            String article, String field, int index, String target, String voice, double minus, double plus) {
        double neutral = 1 - minus - plus;
        boolean sure = Math.max(neutral, Math.max(minus, plus)) >= 0.4;
        String best = minus > Math.max(neutral, plus) ? "unfavourable" : plus > neutral ? "favourable" : "neutral";
        String stance = sure ? best : "uncertain";
        return mention(article, field, index, target, voice, minus, neutral, plus, plus - minus, stance, "m1");
    }

    /** A mention in a language that the model does not read. */
    static Row unread(String article, int index, String target) {
        return mention(article, "body", index, target, "author", null, null, null, null, null, null);
    }

    private static Row mention(
            String article,
            String field,
            int index,
            String target,
            String voice,
            @Nullable Double minus,
            @Nullable Double neutral,
            @Nullable Double plus,
            @Nullable Double score,
            @Nullable String stance,
            @Nullable String model) {
        int begin = 100 * index;
        return RowFactory.create(
                article,
                field,
                index,
                begin,
                begin + 50,
                target,
                begin,
                begin + 4,
                "name",
                1,
                voice,
                null,
                null,
                null,
                minus,
                neutral,
                plus,
                score,
                stance,
                model,
                null,
                null,
                null,
                null,
                null,
                0,
                field + " sentence " + index);
    }

    static Row tone(String article, int index, int sentences, double minus, double plus) {
        return RowFactory.create(article, index, minus, 1 - minus - plus, plus, "m1", sentences);
    }

    static Row article(String id, String outlet, @Nullable String country, @Nullable String published) {
        Timestamp time = published == null ? null : Timestamp.from(Instant.parse(published));
        return RowFactory.create(
                id, null, "Title", null, "Body.", time, outlet, country, "en", false, "story-" + id, true, null, null);
    }

    static Dataset<Row> mentions(SparkSession spark, Row... rows) {
        return spark.createDataFrame(list(rows), MENTIONS);
    }

    static Dataset<Row> toneSentences(SparkSession spark, Row... rows) {
        return spark.createDataFrame(list(rows), TONE);
    }

    static Dataset<Row> articles(SparkSession spark, Row... rows) {
        return spark.createDataFrame(list(rows), ArticlesTable.TABLE.schema());
    }

    private static List<Row> list(Row... rows) {
        return new ArrayList<>(Arrays.asList(rows));
    }
}
