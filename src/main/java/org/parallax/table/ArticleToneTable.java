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
            "one article whose body has a sentence that the model read",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(OUTLET, StringType, "", "Its outlet, as in articles."),
                    optional(PUBLISHED_AT, TimestampType, "UTC", "Time of publication; null when unknown."),
                    required(SENTENCES, IntegerType, "from 1", "Sentences of the body."),
                    required(
                            SENTENCES_READ,
                            IntegerType,
                            "from 1",
                            "Sentences that were scored: all, or an even sample of a long body (stance.toneSentences)."),
                    required(
                            SCORE,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of positive less negative probability over these sentences, with no target marked: the mood of the text as a whole. Grave events make it negative whatever the outlet's attitude; it is not a stance toward anybody."),
                    required(
                            SCORE_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % interval of the mean label of these sentences, as the model's own probabilities have it; the same limits as in article_stance."),
                    required(
                            SCORE_HIGH,
                            DoubleType,
                            "[-1, 1]",
                            "Upper end of that interval; it always holds the score."),
                    required(
                            TONE,
                            StringType,
                            "positive, neutral, negative",
                            "Class of the score: neutral while it lies within the configured band around 0 (articles.neutralBand)."),
                    required(
                            MODEL_ID,
                            StringType,
                            "",
                            "The model that scored the sentences; of several, all ids with a blank between.")),
            List.of(ARTICLE_ID));

    private ArticleToneTable() {}
}
