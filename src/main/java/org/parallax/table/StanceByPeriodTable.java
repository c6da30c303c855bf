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
            "one period, group, target and voice",
            List.of(
                    required(
                            PERIOD,
                            StringType,
                            "day, week, month, span",
                            "Length of the period; span is the whole corpus."),
                    required(PERIOD_START, DateType, "UTC", "First day of the period; weeks begin on Monday."),
                    required(
                            GROUPING,
                            StringType,
                            "all, outlet, country, language",
                            "What the articles are grouped by."),
                    required(
                            GROUP, StringType, "", "The outlet, country or language; 'all' where the grouping is all."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(VOICE, StringType, "author, reported", "Whose stance."),
                    required(ARTICLES, LongType, "from 1", "Articles with a scored mention; copies count each."),
                    required(STORIES, LongType, "from 1", "Distinct stories among them."),
                    required(MENTIONS, LongType, "from 1", "Scored mentions."),
                    required(FAVOURABLE, LongType, "", "Articles whose stance is favourable."),
                    required(NEUTRAL, LongType, "", "Articles whose stance is neutral."),
                    required(UNFAVOURABLE, LongType, "", "Articles whose stance is unfavourable."),
                    required(MEAN, DoubleType, "[-1, 1]", "Mean article score."),
                    optional(
                            MEAN_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of the 95 % bootstrap interval that resamples stories; null when the status says why."),
                    optional(MEAN_HIGH, DoubleType, "[-1, 1]", "Upper end of that interval."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few stories",
                            "Whether there were enough stories for an interval.")),
            List.of(PERIOD, PERIOD_START, GROUPING, GROUP, TARGET, VOICE));

    private StanceByPeriodTable() {}
}
