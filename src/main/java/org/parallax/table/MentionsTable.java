package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Sentences that name a target: where, in whose voice, and what the model says of them. */
public final class MentionsTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String FIELD = "field";
    public static final String SENTENCE_INDEX = "sentence_index";
    public static final String SENTENCE_BEGIN = "sentence_begin";
    public static final String SENTENCE_END = "sentence_end";
    public static final String TARGET = "target";
    public static final String BEGIN = "begin";
    public static final String END = "end";
    public static final String SURFACE = "surface";
    public static final String OCCURRENCES = "occurrences";
    public static final String VOICE = "voice";
    public static final String HOLDER = "holder";
    public static final String HOLDER_SURFACE = "holder_surface";
    public static final String P_UNFAVOURABLE = "p_unfavourable";
    public static final String P_NEUTRAL = "p_neutral";
    public static final String P_FAVOURABLE = "p_favourable";
    public static final String SCORE = "score";
    public static final String STANCE = "stance";
    public static final String MODEL_ID = "model_id";

    /** Values of {@link #FIELD}. */
    public static final String FIELD_TITLE = "title";

    public static final String FIELD_BODY = "body";

    public static final Table TABLE = new Table(
            "mentions",
            "one sentence that names one target",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article."),
                    required(FIELD, StringType, "title, body", "Which text of the article the offsets refer to."),
                    required(SENTENCE_INDEX, IntegerType, "from 0", "Number of the sentence within its text."),
                    required(SENTENCE_BEGIN, IntegerType, "code points", "Where the sentence begins in its text."),
                    required(SENTENCE_END, IntegerType, "code points", "Where the sentence ends, exclusive."),
                    required(TARGET, StringType, "a target id", "The target that is named."),
                    required(
                            BEGIN,
                            IntegerType,
                            "code points",
                            "Where its first name in the sentence begins in the text."),
                    required(END, IntegerType, "code points", "Where that name ends, exclusive."),
                    required(SURFACE, StringType, "", "The name as it stands in the text."),
                    required(OCCURRENCES, IntegerType, "from 1", "How often the sentence names the target."),
                    required(
                            VOICE,
                            StringType,
                            "author, reported",
                            "Whether the article speaks for itself or reports somebody."),
                    optional(
                            HOLDER,
                            StringType,
                            "an actor id",
                            "Who is reported, where the actor is configured; null for the author's voice."),
                    optional(
                            HOLDER_SURFACE,
                            StringType,
                            "",
                            "Who is reported, as it stands in the text; null where nobody is named."),
                    optional(
                            P_UNFAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Probability that the sentence is unfavourable to the target; null when the model does not read the language."),
                    optional(P_NEUTRAL, DoubleType, "[0, 1]", "Probability that it is neutral."),
                    optional(P_FAVOURABLE, DoubleType, "[0, 1]", "Probability that it is favourable."),
                    optional(SCORE, DoubleType, "[-1, 1]", "p_favourable - p_unfavourable."),
                    optional(STANCE, StringType, "favourable, neutral, unfavourable", "The most probable class."),
                    optional(MODEL_ID, StringType, "", "The model that gave the probabilities.")),
            List.of(ARTICLE_ID, FIELD, SENTENCE_INDEX, TARGET));

    private MentionsTable() {}
}
