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

/** When stance, or attention, broke, by how much, how surely, and on whose account. */
public final class ChangePointsTable {
    public static final String DATE = "break_date";
    public static final String DATE_LOW = "date_low";
    public static final String DATE_HIGH = "date_high";
    public static final String BEFORE_FROM = "before_from";
    public static final String AFTER_TO = "after_to";
    public static final String PERIODS_BEFORE = "periods_before";
    public static final String PERIODS_AFTER = "periods_after";
    public static final String STORIES_BEFORE = "stories_before";
    public static final String STORIES_AFTER = "stories_after";
    public static final String MEAN_BEFORE = "mean_before";
    public static final String MEAN_AFTER = "mean_after";
    public static final String DIFFERENCE = "difference";
    public static final String STRENGTH = "strength";
    public static final String RANK = "rank";
    public static final String PERSISTENCE = "persistence";
    public static final String P = "p";
    public static final String Q = "q";
    public static final String OUTLETS = "outlets";
    public static final String MIX_SHARE = "mix_share";
    public static final String SENTENCES_BEFORE = "sentences_before";
    public static final String SENTENCES_AFTER = "sentences_after";
    public static final String RIVALS = "rival_explanations";

    /** Values in {@link #RIVALS}. */
    public static final String COVERAGE_GAP = "coverage gap";

    public static final String OUTLET_MIX_CHANGED = "outlet mix changed";
    public static final String MODEL_CHANGED = "model changed";

    /** Fields of an outlet's part in a break. */
    public static final String OUTLET = "outlet";

    public static final String ARTICLES_BEFORE = "articles_before";
    public static final String ARTICLES_AFTER = "articles_after";
    public static final String CONTRIBUTION = "contribution";

    /** Fields of a sentence, beside those of evidence in article_stance. */
    public static final String ARTICLE_ID = "article_id";

    public static final String DAY = "day";

    public static final StructType OUTLET_TYPE = new StructType()
            .add(OUTLET, StringType)
            .add(ARTICLES_BEFORE, LongType)
            .add(ARTICLES_AFTER, LongType)
            .add(MEAN_BEFORE, DoubleType)
            .add(MEAN_AFTER, DoubleType)
            .add(CONTRIBUTION, DoubleType);

    public static final StructType SENTENCE_TYPE = new StructType()
            .add(ARTICLE_ID, StringType)
            .add(OUTLET, StringType)
            .add(DAY, DateType)
            .add(ArticleStanceTable.EVIDENCE_FIELD, StringType)
            .add(ArticleStanceTable.EVIDENCE_BEGIN, IntegerType)
            .add(ArticleStanceTable.EVIDENCE_END, IntegerType)
            .add(ArticleStanceTable.SCORE, DoubleType)
            .add(ArticleStanceTable.EVIDENCE_SENTENCE, StringType);

    public static final Table TABLE = new Table(
            "change_points",
            "one break of the level of a daily or weekly series: from one level, held since the break before it or since the series' beginning, to another, held until the next break or the series' end. Only breaks with a p of at most trends.alpha are here; a series without rows had none, or fewer periods than trends.min-break-periods. The daily and the weekly series of one group are the same articles: a break in both is one break. A break says that the measure moved, not what moved it: that an event lies within its dates is no proof",
            SeriesKey.and(
                    "day, week",
                    StanceByPeriodTable.EVERY_COPY,
                    List.of(
                            required(
                                    DATE,
                                    DateType,
                                    "UTC",
                                    "First day of the first period of the new level, as the segmentation with the least weighted squared error places it (PELT, Killick et al. 2012; each period weighs as many as it has stories; of attention, as many as it has articles)."),
                            required(
                                    DATE_LOW,
                                    DateType,
                                    "UTC",
                                    "Begin of the 95 % interval of the date (Bai 1997): first day of the earliest period with which the new level may have begun. It knows autocorrelation, and a gap before the date belongs to it."),
                            required(
                                    DATE_HIGH,
                                    DateType,
                                    "UTC",
                                    "End of that interval: first day of the latest such period."),
                            required(BEFORE_FROM, DateType, "UTC", "First day of the level before."),
                            required(AFTER_TO, DateType, "UTC", "Last day of the level after, inclusive."),
                            required(PERIODS_BEFORE, IntegerType, "", "Periods with a mean in the level before."),
                            required(PERIODS_AFTER, IntegerType, "", "Periods with a mean in the level after."),
                            required(
                                    STORIES_BEFORE,
                                    LongType,
                                    "",
                                    "Sum of the periods' stories in the level before; a story that runs over several periods counts in each. Of attention, the articles of the group, on the target or not."),
                            required(STORIES_AFTER, LongType, "", "The same for the level after."),
                            required(
                                    MEAN_BEFORE,
                                    DoubleType,
                                    "[-1, 1]; of attention [0, 1]",
                                    "Level before: mean of the periods' means, each weighted by its stories. Of attention, the share of the articles that name the target."),
                            required(MEAN_AFTER, DoubleType, "as mean_before", "Level after."),
                            required(
                                    DIFFERENCE,
                                    DoubleType,
                                    "[-2, 2]",
                                    "mean_after less mean_before: positive is toward favourable, or toward more attention. The date was chosen to make it large, so that a weak break looks larger than it is."),
                            required(
                                    STRENGTH,
                                    DoubleType,
                                    "from 0",
                                    "Squared size of the break in units of chance: how much it lowers the weighted squared error, over the long-run variance of the series around its levels. For independent periods and a date known beforehand it would be a chi-squared value with one degree of freedom; do not read it so, since the date was searched for."),
                            required(
                                    RANK,
                                    IntegerType,
                                    "from 1",
                                    "Place by strength among the breaks of its series; 1 is the strongest."),
                            required(
                                    PERSISTENCE,
                                    DoubleType,
                                    "above 0",
                                    "How much autocorrelation the significance had to allow for: long-run variance over variance of the series around its levels. 1 for independent periods; at 4, one period tells as much as a quarter of an independent one."),
                            required(
                                    P,
                                    DoubleType,
                                    "(0, 1]",
                                    "Significance of the break, the search over dates paid for: how often series without a break, as autocorrelated as this one, give as good a best break (sieve bootstrap of the sup-F statistic); at least the p-value of any break in the series as a whole. Below about 0.01 it is read off an exponential tail, and never stated below 0.000001. A slow undercurrent beneath much noise can still pass for a break more often than p says."),
                            required(
                                    Q,
                                    DoubleType,
                                    "(0, 1]",
                                    "Significance among all series that were searched and all breaks that were proposed (Benjamini and Hochberg 1995). Use it unless series and date were chosen before looking."),
                            required(
                                    OUTLETS,
                                    createArrayType(OUTLET_TYPE),
                                    "",
                                    "The outlets that moved the mean most, the largest contribution first, at most trends.outlets. Fields: outlet; its articles before and after; its mean score before and after, each article with equal weight (null where it has no article; of attention, all its articles and the share that names the target); and its contribution, by which its own change and the change of its share of articles moved the group's mean. The contributions of all outlets sum to the difference of the plain means over articles, which can differ a little from difference, where periods weigh by stories."),
                            optional(
                                    MIX_SHARE,
                                    DoubleType,
                                    "",
                                    "Share of the difference of the plain means over articles that comes from a changed mix of outlets and not from changes within them (Kitagawa 1955): 0 none, 1 all of it, below 0 or above 1 where the two pull in opposite directions. Null where the plain means are equal."),
                            required(
                                    SENTENCES_BEFORE,
                                    createArrayType(SENTENCE_TYPE),
                                    "",
                                    "Evidence from the last trends.evidence-days days before the break that is most on the side that stance left, strongest first, one sentence a story, at most trends.sentences. Fields: article_id, outlet, day, and those of evidence in article_stance. Chosen to show the contrast, not to be typical. Of attention, the most decided sentences on either side."),
                            required(
                                    SENTENCES_AFTER,
                                    createArrayType(SENTENCE_TYPE),
                                    "",
                                    "The same from as many days from the break on, most on the side that stance went to; of attention, the most decided ones."),
                            required(
                                    RIVALS,
                                    createArrayType(StringType),
                                    "coverage gap, outlet mix changed, model changed",
                                    "Other explanations that the data hold; empty when none was found. coverage gap: in the seven periods on one side of the date there are fewer than half the stories (of attention, articles) that the level on that side has otherwise. outlet mix changed: mix_share lies further from 0 than trends.mix-share. model changed: the scores before and after are not of the same models; it does not touch attention. Each is a reason to look, not a refutation."))),
            SeriesKey.andName(DATE));

    private ChangePointsTable() {}
}
