package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Who is reported to stand how toward each target, by month and over the whole corpus. */
public final class ActorPositionsTable {
    public static final String PERIOD = "period";
    public static final String PERIOD_START = "period_start";
    public static final String HOLDER_KIND = "holder_kind";
    public static final String HOLDER = "holder";
    public static final String HOLDER_STATE = "holder_state";
    public static final String TARGET = "target";
    public static final String MENTIONS = "mentions";
    public static final String ARTICLES = "articles";
    public static final String STORIES = "stories";
    public static final String OUTLETS = "outlets";
    public static final String REPORTED_BY = "reported_by";
    public static final String MEAN = "mean";
    public static final String MEAN_LOW = "mean_low";
    public static final String MEAN_HIGH = "mean_high";
    public static final String STANCE = "stance";
    public static final String STATUS = "status";
    public static final String EVIDENCE = "evidence";

    /** Values of {@link #PERIOD}. */
    public static final String MONTH = "month";

    public static final String SPAN = "span";

    /** Values of {@link #HOLDER_KIND}. */
    public static final String ACTOR = "actor";

    public static final String UNLISTED = "unlisted";
    public static final String STATE = "state";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_STORIES = "too few stories";
    public static final String NO_SPREAD = "no spread";

    /** Fields of an evidence sentence. */
    public static final String EVIDENCE_ARTICLE = "article_id";

    public static final String EVIDENCE_FIELD = "field";
    public static final String EVIDENCE_BEGIN = "sentence_begin";
    public static final String EVIDENCE_END = "sentence_end";
    public static final String EVIDENCE_SCORE = "score";
    public static final String EVIDENCE_SENTENCE = "sentence";

    /** One evidence sentence; offsets in code points into the named field of the article. */
    public static final StructType EVIDENCE_TYPE = new StructType()
            .add(EVIDENCE_ARTICLE, StringType)
            .add(EVIDENCE_FIELD, StringType)
            .add(EVIDENCE_BEGIN, IntegerType)
            .add(EVIDENCE_END, IntegerType)
            .add(EVIDENCE_SCORE, DoubleType)
            .add(EVIDENCE_SENTENCE, StringType);

    public static final Table TABLE = new Table(
            "actor_positions",
            "one holder and target in one period: what dated articles report of the holder's stance, with at least one scored mention; who is reported without a name is in no row",
            List.of(
                    required(PERIOD, StringType, "month, span", "Length of the period. span is the whole corpus."),
                    required(
                            PERIOD_START,
                            DateType,
                            "UTC",
                            "First day of the period, in UTC; of span it is the day of the first dated article of the corpus, equal for all rows."),
                    required(
                            HOLDER_KIND,
                            StringType,
                            "actor, unlisted, state",
                            "What the row is of. actor: one configured actor, a person, an organisation or a state itself; unlisted: somebody who is no configured actor, by the words that name him or her; state: a state together with all who speak for it. Choose one value in every query, and never add them up: the mentions of actors and of unlisted holders are in the rows of their states again."),
                    required(
                            HOLDER,
                            StringType,
                            "an actor id, or words",
                            "Who holds the stance: the actor's id; for an unlisted holder the words as they stand in the text, and the same words may mean several people."),
                    optional(
                            HOLDER_STATE,
                            StringType,
                            "an actor id",
                            "The state that the holder is or speaks for; null where none is known."),
                    required(TARGET, StringType, "a target id", "The target of the stance."),
                    required(
                            MENTIONS,
                            LongType,
                            "from 1",
                            "Scored mentions of the target in the holder's reported words or deeds."),
                    required(ARTICLES, LongType, "from 1", "Articles that hold them; each copy of a wire text counts."),
                    required(
                            STORIES,
                            LongType,
                            "from 1",
                            "Distinct stories among the articles, which the interval rests on. How often a text was copied says nothing new of the holder."),
                    required(
                            OUTLETS,
                            LongType,
                            "from 1",
                            "Outlets that published them. A position that one outlet alone reports is that outlet's word."),
                    required(
                            REPORTED_BY,
                            createArrayType(StringType),
                            "",
                            "These outlets, the one with most articles first; at most 20."),
                    required(
                            MEAN,
                            DoubleType,
                            "[-1, 1]",
                            "Mean score of the mentions, each with equal weight: what is reported of the holder, by all who report it, and not what the holder thinks. Outlets choose whom and what to quote: a change may be one of quoting. It weighs mentions, so it is not comparable with the mean of stance_by_period, which weighs articles. Scores are held to 1e-11 for this, so that the sum does not depend on its order."),
                    optional(
                            MEAN_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % interval of the mean, by how far stories differ (of a large cell, 256 groups of stories): a jackknife over them with Student's t. The model's own error is not in it, nor that of taking the wrong holder. Null unless the status is ok."),
                    optional(MEAN_HIGH, DoubleType, "[-1, 1]", "Upper end of that interval; null as the lower end is."),
                    required(
                            STANCE,
                            StringType,
                            "favourable, neutral, unfavourable",
                            "Class of the mean: neutral while it lies within the configured band around 0 (articles.neutral-band). It is the class of a number: neutral also means that favourable and unfavourable reports cancel out, and with an interval that reaches over the band it is not settled."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few stories, no spread",
                            "ok, or why there is no interval: fewer stories than positions.min-stories, or all of them alike, which does not tell how far others would differ."),
                    required(
                            EVIDENCE,
                            createArrayType(EVIDENCE_TYPE),
                            "",
                            "At most two sentences to check the mean by, of different stories: the strongest on its side, strongest first. Fields: article_id, field, sentence_begin and sentence_end as in mentions, the score, and the sentence.")),
            List.of(PERIOD, PERIOD_START, HOLDER_KIND, HOLDER, HOLDER_STATE, TARGET),
            List.of(PERIOD));

    private ActorPositionsTable() {}
}
