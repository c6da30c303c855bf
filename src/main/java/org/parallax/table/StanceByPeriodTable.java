package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Stance toward each target by period, for each outlet, country, language, and all of them. */
public final class StanceByPeriodTable {
    public static final String PERIOD = "period";
    public static final String PERIOD_START = "period_start";
    public static final String GROUPING = "grouping";
    public static final String GROUP = "group_value";
    public static final String TARGET = "target";
    public static final String VOICE = "voice";
    public static final String ARTICLES = "articles";
    public static final String STORIES = "stories";
    public static final String MENTIONS = "mentions";
    public static final String FAVOURABLE = "favourable";
    public static final String NEUTRAL = "neutral";
    public static final String UNFAVOURABLE = "unfavourable";
    public static final String MEAN = "mean";
    public static final String MEAN_LOW = "mean_low";
    public static final String MEAN_HIGH = "mean_high";
    public static final String STATUS = "status";

    /** Values of {@link #PERIOD}. */
    public static final String DAY = "day";

    public static final String WEEK = "week";
    public static final String MONTH = "month";
    public static final String SPAN = "span";

    /** Values of {@link #GROUPING}; the first is also the only {@link #GROUP} of its grouping. */
    public static final String ALL = "all";

    public static final String OUTLET = "outlet";
    public static final String COUNTRY = "country";
    public static final String LANGUAGE = "language";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_STORIES = "too few stories";

    public static final Table TABLE = new Table(
            "stance_by_period",
            "one period, group, target and voice with at least one dated and scored article; every article is in several rows, so never add rows over periods or groupings",
            List.of(
                    required(
                            PERIOD,
                            StringType,
                            "day, week, month, span",
                            "Length of the period. span is the whole corpus, from its first day to its last."),
                    required(
                            PERIOD_START,
                            DateType,
                            "UTC",
                            "First day of the period, in UTC. Weeks are ISO weeks and begin on Monday, also across a year's end; of span it is the first day with a scored article in the whole corpus, equal for all groups."),
                    required(
                            GROUPING,
                            StringType,
                            "all, outlet, country, language",
                            "What the articles are grouped by. Choose one value in every query."),
                    required(
                            GROUP,
                            StringType,
                            "",
                            "The outlet, country or language; 'all' where the grouping is all. Articles whose country is unknown are in no row by country."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            VOICE,
                            StringType,
                            "author, reported",
                            "Whose stance: the articles' own, or that of those whom they report."),
                    required(
                            ARTICLES,
                            LongType,
                            "from 1",
                            "Dated articles with a scored mention of the target in this voice; each copy of a wire text counts, since each was published."),
                    required(
                            STORIES,
                            LongType,
                            "from 1",
                            "Distinct stories among them: the number of independent texts, which the interval rests on."),
                    required(MENTIONS, LongType, "from 1", "Scored mentions in these articles."),
                    required(
                            FAVOURABLE,
                            LongType,
                            "",
                            "Of the articles, those whose stance is favourable; divide by articles for a share."),
                    required(NEUTRAL, LongType, "", "Of the articles, those whose stance is neutral."),
                    required(UNFAVOURABLE, LongType, "", "Of the articles, those whose stance is unfavourable."),
                    required(
                            MEAN,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of the articles' scores, each article with equal weight, however many mentions it has."),
                    optional(
                            MEAN_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % percentile bootstrap interval of the mean, which resamples stories, so that copies do not pass for evidence. It tells how the mean would vary over other stories of the kind; the model's own error is not in it. Null unless the status is ok."),
                    optional(
                            MEAN_HIGH,
                            DoubleType,
                            "[-1, 1]",
                            "Upper end of that interval. That two intervals overlap does not show that two groups agree."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few stories",
                            "ok, or why there is no interval: fewer stories than periods.minStories.")),
            List.of(PERIOD, PERIOD_START, GROUPING, GROUP, TARGET, VOICE),
            List.of(PERIOD));

    private StanceByPeriodTable() {}
}
