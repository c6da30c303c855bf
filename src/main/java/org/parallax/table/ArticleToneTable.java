package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** The tone of each article, apart from any target. */
public final class ArticleToneTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String OUTLET = "outlet";
    public static final String PUBLISHED_AT = "published_at";
    public static final String SENTENCES = "sentences";
    public static final String SENTENCES_READ = "sentences_read";
    public static final String SCORE = "score";
    public static final String SCORE_LOW = "score_low";
    public static final String SCORE_HIGH = "score_high";
    public static final String TONE = "tone";
    public static final String MODEL_ID = "model_id";

    /** Values of {@link #TONE}. */
    public static final String POSITIVE = "positive";

    public static final String NEUTRAL = "neutral";
    public static final String NEGATIVE = "negative";

    public static final Table TABLE = new Table(
            "article_tone",
            "one article in a language that the model reads",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article."),
                    required(OUTLET, StringType, "", "Its outlet."),
                    optional(PUBLISHED_AT, TimestampType, "UTC", "Time of publication."),
                    required(SENTENCES, IntegerType, "from 1", "Sentences of the body."),
                    required(
                            SENTENCES_READ,
                            IntegerType,
                            "from 1",
                            "Sentences that were scored: all, or an even sample of a long body."),
                    required(SCORE, DoubleType, "[-1, 1]", "Mean score of the sentences, with no target marked."),
                    required(
                            SCORE_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % interval that the model's own probabilities give."),
                    required(SCORE_HIGH, DoubleType, "[-1, 1]", "Upper end of that interval."),
                    required(
                            TONE,
                            StringType,
                            "positive, neutral, negative",
                            "Neutral while the score stays within the configured band around 0."),
                    required(MODEL_ID, StringType, "", "The model that scored the sentences.")),
            List.of(ARTICLE_ID));

    private ArticleToneTable() {}
}
