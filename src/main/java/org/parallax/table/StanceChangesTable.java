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

/** Each change of stance from one period to the next, split into what made it. */
public final class StanceChangesTable {
    public static final String PERIOD = "period";
    public static final String PERIOD_START = "period_start";
    public static final String PREVIOUS_START = "previous_start";
    public static final String GROUPING = "grouping";
    public static final String GROUP = "group_value";
    public static final String TARGET = "target";
    public static final String ARTICLES = "articles";
    public static final String PREVIOUS_ARTICLES = "previous_articles";
    public static final String OUTLETS = "outlets";
    public static final String PREVIOUS_OUTLETS = "previous_outlets";
    public static final String OUTLETS_ENTERED = "outlets_entered";
    public static final String OUTLETS_LEFT = "outlets_left";
    public static final String MEAN = "mean";
    public static final String PREVIOUS_MEAN = "previous_mean";
    public static final String CHANGE = "change";
    public static final String WITHIN_OUTLETS = "within_outlets";
    public static final String OUTLET_MIX = "outlet_mix";
    public static final String VOICE_MIX = "voice_mix";
    public static final String ENTERED_AND_LEFT = "entered_and_left";
    public static final String REPORTED_SHARE = "reported_share";
    public static final String PREVIOUS_REPORTED_SHARE = "previous_reported_share";
    public static final String PANEL_OUTLETS = "panel_outlets";
    public static final String PANEL_PRESENT = "panel_present";
    public static final String PANEL_MEAN = "panel_mean";
    public static final String PANEL_CHANGE = "panel_change";
    public static final String LARGEST_PARTS = "largest_parts";

    /** Fields of one of the {@link #LARGEST_PARTS}, beside {@link #WITHIN_OUTLETS}, {@link #OUTLET_MIX}, {@link #VOICE_MIX}. */
    public static final String OUTLET = "outlet";

    public static final StructType PART_TYPE = new StructType()
            .add(OUTLET, StringType)
            .add(WITHIN_OUTLETS, DoubleType)
            .add(OUTLET_MIX, DoubleType)
            .add(VOICE_MIX, DoubleType);

    private static final String FIRST = " Null for the first period of a series.";

    public static final Table TABLE = new Table(
            "stance_changes",
            "one period (week or month), grouping (all or country), group and target, with the change from the last period before it that has articles. Unlike all other tables this one puts both voices into one mean, because it asks how far a change comes from quoting others more; do not read its means as the stance of anybody",
            List.of(
                    required(
                            PERIOD,
                            StringType,
                            "week, month",
                            "Length of the period. Choose one value in every query, or articles count several times."),
                    required(
                            PERIOD_START,
                            DateType,
                            "UTC",
                            "First day of the period, in UTC; weeks are ISO weeks and begin on Monday."),
                    optional(
                            PREVIOUS_START,
                            DateType,
                            "UTC",
                            "First day of the period that it is compared with: the last one before it that has articles on the target. With gaps in the coverage it is not the adjacent one."
                                    + FIRST),
                    required(GROUPING, StringType, "all, country", "What the articles are grouped by."),
                    required(
                            GROUP,
                            StringType,
                            "",
                            "The country; 'all' where the grouping is all. Articles whose country is unknown are in no row by country."),
                    required(TARGET, StringType, "a target id", "The target."),
                    required(
                            ARTICLES,
                            LongType,
                            "from 1",
                            "Dated articles of the period with a scored mention of the target in any voice. Each has the weight 1, divided between its two voices by their mentions, so that an article of long quotations weighs mostly as reported."),
                    optional(PREVIOUS_ARTICLES, LongType, "from 1", "The same in the previous period." + FIRST),
                    required(OUTLETS, IntegerType, "from 1", "Outlets that these articles come from."),
                    optional(PREVIOUS_OUTLETS, IntegerType, "from 1", "The same in the previous period." + FIRST),
                    optional(
                            OUTLETS_ENTERED,
                            IntegerType,
                            "from 0",
                            "Outlets of the period that the previous one lacks." + FIRST),
                    optional(
                            OUTLETS_LEFT,
                            IntegerType,
                            "from 0",
                            "Outlets of the previous period that this one lacks." + FIRST),
                    required(
                            MEAN,
                            DoubleType,
                            "[-1, 1]",
                            "Mean score over the articles and both voices with these weights. It differs from mean in stance_by_period, which is of one voice."),
                    optional(PREVIOUS_MEAN, DoubleType, "[-1, 1]", "The same in the previous period." + FIRST),
                    optional(
                            CHANGE,
                            DoubleType,
                            "[-2, 2]",
                            "mean - previous_mean = within_outlets + outlet_mix + voice_mix. It is bookkeeping and no test: whether a change is more than noise, the intervals in stance_by_period, stance_trends and change_points tell."
                                    + FIRST),
                    optional(
                            WITHIN_OUTLETS,
                            DoubleType,
                            "[-2, 2]",
                            "Part of the change that comes from the same outlets speaking otherwise in the same voice (symmetric decomposition after Kitagawa and Das Gupta)."
                                    + FIRST),
                    optional(
                            OUTLET_MIX,
                            DoubleType,
                            "[-2, 2]",
                            "Part that comes from outlets having another share of the articles, those that came or went included: nobody need have changed."
                                    + FIRST),
                    optional(
                            VOICE_MIX,
                            DoubleType,
                            "[-2, 2]",
                            "Part that comes from the outlets quoting others more or less: another share of reported voice within outlets."
                                    + FIRST),
                    optional(
                            ENTERED_AND_LEFT,
                            DoubleType,
                            "[-2, 2]",
                            "Of outlet_mix, what came with outlets that only one of the two periods has: their share times their distance from the average of the two means. Large values say that the coverage changed."
                                    + FIRST),
                    required(
                            REPORTED_SHARE,
                            DoubleType,
                            "[0, 1]",
                            "Share of the reported voice in the weight of the period's articles."),
                    optional(PREVIOUS_REPORTED_SHARE, DoubleType, "[0, 1]", "The same in the previous period." + FIRST),
                    required(
                            PANEL_OUTLETS,
                            IntegerType,
                            "from 0",
                            "Outlets of the series' fixed panel: those with articles in at least changes.panel-presence of its periods; equal in all rows of a series."),
                    required(PANEL_PRESENT, IntegerType, "from 0", "How many of them have articles in this period."),
                    optional(
                            PANEL_MEAN,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of the present panel outlets' means, each weighted by its articles in the whole series, in every period alike: a series that a changing mix of outlets does not move. Null when none is present."),
                    optional(
                            PANEL_CHANGE,
                            DoubleType,
                            "[-2, 2]",
                            "Change of that mean over the panel outlets that both periods have, so that one missing in one of them does not move it. Null when there is none, and for the first period of a series."),
                    required(
                            LARGEST_PARTS,
                            createArrayType(PART_TYPE),
                            "",
                            "The outlets that moved the mean most, at most three, largest first. Fields: outlet, and what it adds to within_outlets, outlet_mix and voice_mix; over all outlets each sums to its column. Empty for the first period of a series.")),
            List.of(PERIOD, GROUPING, GROUP, TARGET, PERIOD_START),
            List.of(PERIOD));

    private StanceChangesTable() {}
}
