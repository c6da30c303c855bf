package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What one article says of one target in one voice. */
public final class ArticleStanceTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String STORY_ID = "story_id";
    public static final String OUTLET = "outlet";
    public static final String COUNTRY = "country";
    public static final String LANGUAGE = "language";
    public static final String PUBLISHED_AT = "published_at";
    public static final String TARGET = "target";
    public static final String VOICE = "voice";
    /** Number of mentions; the three names after it are also the values of {@link #STANCE}. */
    public static final String MENTIONS = "mentions";

    public static final String FAVOURABLE = "favourable";
    public static final String NEUTRAL = "neutral";
    public static final String UNFAVOURABLE = "unfavourable";
    public static final String SCORE = "score";
    public static final String SCORE_LOW = "score_low";
    public static final String SCORE_HIGH = "score_high";
    public static final String STANCE = "stance";
    public static final String EVIDENCE = "evidence";
    public static final String MODEL_ID = "model_id";

    /** Fields of an evidence sentence, beside {@link #SCORE}. */
    public static final String EVIDENCE_FIELD = "field";

    public static final String EVIDENCE_BEGIN = "sentence_begin";
    public static final String EVIDENCE_END = "sentence_end";
    public static final String EVIDENCE_SENTENCE = "sentence";

    /** One evidence sentence; offsets in code points into the named field. */
    public static final StructType EVIDENCE_TYPE = new StructType()
            .add(EVIDENCE_FIELD, StringType)
            .add(EVIDENCE_BEGIN, IntegerType)
            .add(EVIDENCE_END, IntegerType)
            .add(SCORE, DoubleType)
            .add(EVIDENCE_SENTENCE, StringType);

    public static final Table TABLE = new Table(
            "article_stance",
            "one article, target and voice",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article."),
                    required(STORY_ID, StringType, "", "Its story."),
                    required(OUTLET, StringType, "", "Its outlet."),
                    optional(COUNTRY, StringType, "ISO 3166-1 alpha-2", "Country of the outlet."),
                    required(LANGUAGE, StringType, "ISO 639-1", "Language of the article."),
                    optional(PUBLISHED_AT, TimestampType, "UTC", "Time of publication."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(VOICE, StringType, "author, reported", "Whose mentions the row sums up."),
                    required(MENTIONS, IntegerType, "from 1", "Scored mentions of the target in this voice."),
                    required(FAVOURABLE, IntegerType, "", "Of these, favourable ones."),
                    required(NEUTRAL, IntegerType, "", "Of these, neutral ones."),
                    required(UNFAVOURABLE, IntegerType, "", "Of these, unfavourable ones."),
                    required(SCORE, DoubleType, "[-1, 1]", "Mean score of the mentions."),
                    required(
                            SCORE_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % interval that the model's own probabilities give."),
                    required(SCORE_HIGH, DoubleType, "[-1, 1]", "Upper end of that interval."),
                    required(
                            STANCE,
                            StringType,
                            "favourable, neutral, unfavourable",
                            "Neutral while the score stays within the configured band around 0."),
                    required(
                            EVIDENCE,
                            createArrayType(EVIDENCE_TYPE),
                            "",
                            "The sentences that moved the score most, strongest first."),
                    required(MODEL_ID, StringType, "", "The model that scored the mentions.")),
            List.of(ARTICLE_ID, TARGET, VOICE));

    private ArticleStanceTable() {}
}
