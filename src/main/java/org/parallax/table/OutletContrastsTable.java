package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** How two outlets, countries or languages differ in stance, over all their articles and on the same events. */
public final class OutletContrastsTable {
    public static final String GROUPING = "grouping";
    public static final String GROUP_A = "group_a";
    public static final String GROUP_B = "group_b";
    public static final String TARGET = "target";
    public static final String VOICE = "voice";
    public static final String BASIS = "basis";
    public static final String ARTICLES_A = "articles_a";
    public static final String ARTICLES_B = "articles_b";
    public static final String STORIES_A = "stories_a";
    public static final String STORIES_B = "stories_b";
    public static final String EVENTS = "events";
    public static final String MEAN_A = "mean_a";
    public static final String MEAN_B = "mean_b";
    public static final String DIFFERENCE = "difference";
    public static final String DIFFERENCE_LOW = "difference_low";
    public static final String DIFFERENCE_HIGH = "difference_high";
    public static final String CLIFFS_DELTA = "cliffs_delta";
    public static final String CLIFFS_DELTA_LOW = "cliffs_delta_low";
    public static final String CLIFFS_DELTA_HIGH = "cliffs_delta_high";
    public static final String P = "p";
    public static final String Q = "q";
    public static final String STATUS = "status";

    /** Values of {@link #GROUPING}. */
    public static final String OUTLET = "outlet";

    public static final String COUNTRY = "country";
    public static final String LANGUAGE = "language";

    /** Values of {@link #BASIS}. */
    public static final String ALL_ARTICLES = "all articles";

    public static final String SAME_STORIES = "same stories";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_STORIES = "too few stories";
    public static final String TOO_FEW_EVENTS = "too few common events";

    public static final Table TABLE = new Table(
            "outlet_contrasts",
            "two groups (outlets, countries or languages), target and voice, on one basis; each pair stands once, group_a before group_b in the alphabet. Groups with fewer dated stories on the target in the voice than contrasts.min-stories are left out, and of more than contrasts.most-groups those with the fewest",
            List.of(
                    required(
                            GROUPING,
                            StringType,
                            "outlet, country, language",
                            "What the two groups are. Choose one value in every query."),
                    required(GROUP_A, StringType, "", "The first outlet, country or language, as in articles."),
                    required(GROUP_B, StringType, "", "The second."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            VOICE,
                            StringType,
                            "author, reported",
                            "Whose stance: the articles' own, or that of those whom they report."),
                    required(
                            BASIS,
                            StringType,
                            "all articles, same stories",
                            "all articles: every dated article of both, so that the difference is also one of what they choose to report. same stories: only events (as in the table events) on which both have a score, compared event by event, so that it is one of how they report the same; there is no row when they have none in common."),
                    required(
                            ARTICLES_A,
                            LongType,
                            "from 1",
                            "Dated articles of the first with a score, of the common events only where the basis is same stories."),
                    required(ARTICLES_B, LongType, "from 1", "The same of the second."),
                    required(STORIES_A, LongType, "from 1", "Stories among the articles of the first."),
                    required(STORIES_B, LongType, "from 1", "The same of the second."),
                    optional(
                            EVENTS,
                            LongType,
                            "from 1",
                            "Common events. Of an event that more than 64 groups report, 64 drawn by hash are compared. Null where the basis is all articles."),
                    required(
                            MEAN_A,
                            DoubleType,
                            "[-1, 1]",
                            "Mean score of the first: of its articles, or of its means by event where the basis is same stories."),
                    required(MEAN_B, DoubleType, "[-1, 1]", "The same of the second."),
                    required(
                            DIFFERENCE,
                            DoubleType,
                            "[-2, 2]",
                            "mean_a - mean_b; above 0 when the first is the more favourable. It tells who is more favourable than whom, not who is right, nor who is favourable: both may be on one side. Between languages it also holds what the model reads otherwise in each."),
                    optional(
                            DIFFERENCE_LOW,
                            DoubleType,
                            "[-2, 2]",
                            "Lower end of the 95 % interval of the difference: the jackknife over stories of the two (with Welch's degrees of freedom) or over events, by Student's t. Of many stories or events, random groups of them, at most 128, are the units. It takes stories for independent: that two outlets share an owner or an agency is not in it. Null unless the status is ok."),
                    optional(
                            DIFFERENCE_HIGH,
                            DoubleType,
                            "[-2, 2]",
                            "Upper end of that interval; null as the lower end is."),
                    optional(
                            CLIFFS_DELTA,
                            DoubleType,
                            "[-1, 1]",
                            "Cliff's delta: the chance that a story of the first is more favourable than one of the second, less the chance that it is less so; each story counts once with the mean of its articles, and scores of one 0.005 step are ties. Where the basis is same stories: the share of events on which the first is more favourable, less the share on which it is less so. Null unless the status is ok."),
                    optional(
                            CLIFFS_DELTA_LOW,
                            DoubleType,
                            "[-1, 1]",
                            "Lower end of its 95 % interval (by Feng and Cliff; over events by Student's t). Null unless the status is ok."),
                    optional(
                            CLIFFS_DELTA_HIGH,
                            DoubleType,
                            "[-1, 1]",
                            "Upper end of that interval; null as the lower end is."),
                    optional(
                            P,
                            DoubleType,
                            "(0, 1]",
                            "Two-sided p-value for no difference: stories permuted between the two, compared by Welch's t; or the signs of the differences by event turned at random. At least 1 / (contrasts.permutations + 1), except that few events are counted out exactly; no more are drawn once 100 reach the difference, so that a large p is known to about a tenth of itself. It falls with the number of stories: a small p of a small difference is still a small difference. Null unless the status is ok."),
                    optional(
                            Q,
                            DoubleType,
                            "(0, 1]",
                            "p after Benjamini and Hochberg over all rows of this table that have one: of the rows with q at most 0.05, about 5 % are expected to be false. Judge by q, not by p, unless you asked for one pair before you looked. Where thousands of pairs are compared and few differ, q stays large because p has a floor: raise contrasts.permutations. Null unless the status is ok."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few stories, too few common events",
                            "ok, or why there is no interval and no test: fewer stories of one of the two, or fewer common events, than contrasts.min-stories, or all of them in one group of the units. The difference stands there nevertheless; do not read it.")),
            List.of(GROUPING, GROUP_A, GROUP_B, TARGET, VOICE, BASIS));

    private OutletContrastsTable() {}
}
