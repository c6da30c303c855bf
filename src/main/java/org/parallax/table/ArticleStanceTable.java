package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
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
    public static final String ORIGINAL = "original";
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
    public static final String UNCERTAIN = "uncertain";
    public static final String SCORE = "score";
    public static final String SCORE_LOW = "score_low";
    public static final String SCORE_HIGH = "score_high";
    public static final String STANCE = "stance";
    public static final String EVIDENCE = "evidence";
    public static final String PROBABILITIES = "probabilities";
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
            "one article, target and voice with at least one scored mention",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(STORY_ID, StringType, "", "Its story, as in articles; copies share it."),
                    required(
                            ORIGINAL,
                            BooleanType,
                            "",
                            "True for the earliest article of its story, as in articles; false for a copy of an earlier one."),
                    required(OUTLET, StringType, "", "Its outlet, as in articles."),
                    optional(
                            COUNTRY,
                            StringType,
                            "ISO 3166-1 alpha-2",
                            "Country of the outlet, as in articles; null when none was given."),
                    required(LANGUAGE, StringType, "ISO 639-1", "Language of the article, as in articles."),
                    optional(PUBLISHED_AT, TimestampType, "UTC", "Time of publication; null when unknown."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            VOICE,
                            StringType,
                            "author, reported",
                            "Whose words the row sums up: the article's own, or those that it reports of anybody. The two are never mixed."),
                    required(
                            MENTIONS,
                            IntegerType,
                            "from 1",
                            "Sentences, headline included, that name the target in this voice and that the model read."),
                    required(
                            FAVOURABLE, IntegerType, "", "Of these, the ones whose most probable class is favourable."),
                    required(NEUTRAL, IntegerType, "", "Of these, the ones whose most probable class is neutral."),
                    required(
                            UNFAVOURABLE,
                            IntegerType,
                            "",
                            "Of these, the ones whose most probable class is unfavourable."),
                    required(
                            UNCERTAIN,
                            IntegerType,
                            "",
                            "Of these, the ones whose most probable class stays under stance.min-confidence, which none of the three counts before holds; the four sum to mentions. Their scores count in the mean."),
                    required(
                            SCORE,
                            DoubleType,
                            "[-1, 1]",
                            "Mean score of these sentences, each with equal weight. Near 0 can mean neutral or divided; the counts tell which."),
                    required(
                            SCORE_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % interval of the mean label of these sentences, as the model's own probabilities have it, if the sentences' errors are independent. It tells how sure the model is, not how right; errors that it makes everywhere are not in it."),
                    required(
                            SCORE_HIGH,
                            DoubleType,
                            "[-1, 1]",
                            "Upper end of that interval; it always holds the score."),
                    required(
                            STANCE,
                            StringType,
                            "favourable, neutral, unfavourable",
                            "Class of the score: neutral while it lies within the configured band around 0 (articles.neutralBand, in the manifest's configuration)."),
                    required(
                            EVIDENCE,
                            createArrayType(EVIDENCE_TYPE),
                            "",
                            "Sentences to check the score by: the strongest on its side, strongest first, at most as many as configured. Fields: field, sentence_begin and sentence_end as in mentions, the sentence's score, and the sentence. One-sided by design: read mentions for the whole picture."),
                    optional(
                            PROBABILITIES,
                            BinaryType,
                            "2 bytes a mention, 0 to 255",
                            "The model's probabilities of these sentences in the order of the text, packed: p_unfavourable and p_favourable of each, times 255 and rounded. The corrected shares of stance_by_period are computed from them; to read or query probabilities, use mentions."),
                    required(
                            MODEL_ID,
                            StringType,
                            "",
                            "The model that scored the mentions; of several, all ids with a blank between.")),
            List.of(ARTICLE_ID, TARGET, VOICE));

    private ArticleStanceTable() {}
}
