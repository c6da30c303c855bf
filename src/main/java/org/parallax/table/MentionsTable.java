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
    public static final String HOLDER_STATE = "holder_state";
    public static final String P_UNFAVOURABLE = "p_unfavourable";
    public static final String P_NEUTRAL = "p_neutral";
    public static final String P_FAVOURABLE = "p_favourable";
    public static final String SCORE = "score";
    public static final String STANCE = "stance";
    public static final String MODEL_ID = "model_id";
    public static final String HOLDER_P_UNFAVOURABLE = "holder_p_unfavourable";
    public static final String HOLDER_P_NEUTRAL = "holder_p_neutral";
    public static final String HOLDER_P_FAVOURABLE = "holder_p_favourable";
    public static final String HOLDER_SCORE = "holder_score";
    public static final String HOLDER_STANCE = "holder_stance";
    public static final String CHARACTERS_CUT = "characters_cut";

    /** Values of {@link #FIELD}. */
    public static final String FIELD_TITLE = "title";

    public static final String FIELD_BODY = "body";

    /** The value of {@link #STANCE} and {@link #HOLDER_STANCE} where no class is probable enough. */
    public static final String UNCERTAIN = "uncertain";

    public static final Table TABLE = new Table(
            "mentions",
            "one sentence that names one target, in the headline or the body of an article; a sentence that names two targets has two rows",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(
                            FIELD,
                            StringType,
                            "title, body",
                            "Which text of the article the sentence is in and the offsets refer to: headline or body."),
                    required(SENTENCE_INDEX, IntegerType, "from 0", "Number of the sentence within that text."),
                    required(
                            SENTENCE_BEGIN,
                            IntegerType,
                            "code points",
                            "Where the sentence begins: the number of Unicode code points before it in that text (in Python, text[sentence_begin:sentence_end])."),
                    required(
                            SENTENCE_END,
                            IntegerType,
                            "code points",
                            "Where the sentence ends: the first code point after it."),
                    required(TARGET, StringType, "a target id", "The target that the sentence names, as configured."),
                    required(
                            BEGIN,
                            IntegerType,
                            "code points",
                            "Where the name that was marked for the model begins, counted in the text as sentence_begin is."),
                    required(END, IntegerType, "code points", "Where that name ends: the first code point after it."),
                    required(
                            SURFACE,
                            StringType,
                            "",
                            "That name as it stands in the text, for example 'the Kremlin' for Russia."),
                    required(
                            OCCURRENCES,
                            IntegerType,
                            "from 1",
                            "How often the sentence names the target. The sentence is scored once all the same."),
                    required(
                            VOICE,
                            StringType,
                            "author, reported",
                            "Whose words the mention stands in. author: the article itself; reported: a quotation or a reported clause. Do not average the two: a report of an attack on a target is not an attack by the outlet."),
                    optional(
                            HOLDER,
                            StringType,
                            "an actor id",
                            "Who is reported, where it is a configured actor; null for the author's voice, and where the speaker is unnamed or not configured. An office ('the Kazakh president') is whoever held it on the day of the article, where actors.conf states the term, else the state. An official who is not configured but is introduced by his state ('the Finnish envoy') counts as that state."),
                    optional(
                            HOLDER_SURFACE,
                            StringType,
                            "",
                            "Who is reported, as it stands in the text; null for the author's voice and where nobody is named."),
                    optional(
                            HOLDER_STATE,
                            StringType,
                            "an actor id",
                            "The state that the holder is or speaks for, as configured: kazakhstan for Nazarbayev, for 'the Kazakh president' and for Kazakhstan itself. Null for the author's voice, for organisations such as NATO, for persons who speak for none and where the holder is not configured."),
                    optional(
                            P_UNFAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that the sentence is unfavourable to the target: that it takes a critical attitude toward it, not that it tells bad news about it. Where the best two classes of the model's answer are close, it is the weighted mean of that answer and of one to the same sentence without the target's name, so that the name decides as little as can be (a target that is a person is asked about once; the table scores has both answers). Null, with all columns after it, when the model does not read the language of the article."),
                    optional(
                            P_NEUTRAL,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that it is neutral to the target; the three sum to 1."),
                    optional(
                            P_FAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that it is favourable to the target."),
                    optional(
                            SCORE,
                            DoubleType,
                            "[-1, 1]",
                            "p_favourable - p_unfavourable: the expected stance when unfavourable is -1, neutral 0 and favourable +1. Near 0 can mean neutral or undecided; the probabilities tell which."),
                    optional(
                            STANCE,
                            StringType,
                            "favourable, neutral, unfavourable, uncertain",
                            "The most probable of the three classes; uncertain where its probability stays under stance.min-confidence (in the manifest's configuration). Score and probabilities of an uncertain mention are as valid as any other's."),
                    optional(
                            MODEL_ID,
                            StringType,
                            "",
                            "The model that gave the probabilities. Do not compare scores of different models."),
                    optional(
                            HOLDER_P_UNFAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that the one who is reported (holder_surface) expresses an unfavourable stance to the target. It answers another question than p_unfavourable, which asks what the sentence conveys to its reader, whoever's stance that is: 'Minsk rejects the charge that NATO is a threat' holds a charge, and Minsk does not make it. Null, with the four columns after it, in the author's voice, where nobody is reported by name, and when the model does not read the language."),
                    optional(
                            HOLDER_P_NEUTRAL,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that the holder takes no stance toward the target; the three sum to 1."),
                    optional(
                            HOLDER_P_FAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Calibrated probability that the holder expresses a favourable stance."),
                    optional(
                            HOLDER_SCORE,
                            DoubleType,
                            "[-1, 1]",
                            "holder_p_favourable - holder_p_unfavourable: the holder's expected stance. Use it, and not score, to ask who stands how toward the target."),
                    optional(
                            HOLDER_STANCE,
                            StringType,
                            "favourable, neutral, unfavourable, uncertain",
                            "The holder's most probable class, or uncertain, as stance."),
                    optional(
                            CHARACTERS_CUT,
                            IntegerType,
                            "code points",
                            "Code points of the sentence that the model did not read because it takes in a limited length; 0 for nearly all. What it reads lies around the mention and always holds it. Null when it does not read the language.")),
            List.of(ARTICLE_ID, FIELD, SENTENCE_INDEX, TARGET),
            List.of(TARGET));

    private MentionsTable() {}
}
