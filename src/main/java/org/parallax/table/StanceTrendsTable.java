package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Whether stance, or attention, rises or falls over the whole span of a series, how fast and how surely. */
public final class StanceTrendsTable {
    public static final String FIRST_PERIOD = "first_period";
    public static final String LAST_PERIOD = "last_period";
    public static final String PERIODS = "periods";
    public static final String MISSING = "missing_periods";
    public static final String SLOPE = "slope_30_days";
    public static final String SLOPE_LOW = "slope_low";
    public static final String SLOPE_HIGH = "slope_high";
    public static final String TAU = "tau";
    public static final String CORRECTION = "variance_correction";
    public static final String Z = "z";
    public static final String P = "p";
    public static final String Q = "q";
    public static final String STATUS = "status";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_PERIODS = "too few periods";
    public static final String CONSTANT = "constant";
    public static final String NO_VARIANCE = "variance not identified";

    public static final Table TABLE = new Table(
            "stance_trends",
            "one series of stance_by_period or attention_by_period: all days, weeks or months of one group, target and voice. The series of stance of one group by day, week and month, and in the three ways of counting, are the same articles again, so choose one of each",
            SeriesKey.and(
                    List.of(
                            required(
                                    FIRST_PERIOD,
                                    DateType,
                                    "UTC",
                                    "First day of the first period of this series: of stance, with a scored article on the target; of attention, with any."),
                            required(LAST_PERIOD, DateType, "UTC", "First day of the last such period."),
                            required(
                                    PERIODS,
                                    IntegerType,
                                    "from 1",
                                    "Periods with a mean. Each counts the same in the trend, however many articles it has: by day, a day with one article weighs as one with a hundred; by month such chance evens out."),
                            required(
                                    MISSING,
                                    IntegerType,
                                    "from 0",
                                    "Periods from the first to the last in which the group had no scored article on the target in this voice; of attention, none at all. They count as unknown, not as neutral. Where they are many, the trend is one of the periods in which the group wrote of the target."),
                            optional(
                                    SLOPE,
                                    DoubleType,
                                    "score, or share, per 30 days",
                                    "Theil-Sen slope of the means: the median of the slopes between all pairs of periods, so that single periods do not decide it. Positive is toward favourable, or toward more attention. It sums up the whole span with one line; where stance went up and came back, or jumped once, read change_points. Raw as the means are, so a change of the model in between looks like a trend; and no forecast. Null unless the status is ok or variance not identified."),
                            optional(
                                    SLOPE_LOW,
                                    DoubleType,
                                    "as slope_30_days",
                                    "Lower end of the slope's 95 % interval (Sen 1968), widened by variance_correction where that is above 1. Null as the slope is."),
                            optional(
                                    SLOPE_HIGH,
                                    DoubleType,
                                    "as slope_30_days",
                                    "Upper end of that interval; null as the slope is."),
                            optional(
                                    TAU,
                                    DoubleType,
                                    "[-1, 1]",
                                    "Kendall's tau of means and time: 1 when every later mean is higher, -1 when every later mean is lower. It tells how steady the movement is, not how large. Null as the slope is."),
                            optional(
                                    CORRECTION,
                                    DoubleType,
                                    "1 is none",
                                    "Factor by which autocorrelation widens the variance of the test (Hamed and Rao 1998), with lags in time; 1 when none is significant. At 4, the series tells as much of a trend as a quarter of its periods would if they were independent; below 1, neighbours are less alike than by chance. Null as the slope is."),
                            optional(
                                    Z,
                                    DoubleType,
                                    "standard errors",
                                    "Standardised score of the Mann-Kendall test for a monotonic trend, with the corrected variance. It grows with the number of periods, so it is no measure of how strong a trend is. Null unless the status is ok."),
                            optional(
                                    P,
                                    DoubleType,
                                    "[0, 1]",
                                    "Two-sided significance of the trend. Use it for a series that was chosen before looking at the table; otherwise use q. A small p says that the direction is no chance, not that the trend is large: that is slope_30_days. A large p does not show that stance stood still. Null unless the status is ok."),
                            optional(
                                    Q,
                                    DoubleType,
                                    "[0, 1]",
                                    "Significance among all series of this table (Benjamini and Hochberg 1995): of the series with a q of at most 0.05, about one in twenty is expected to have no trend. The table holds the same articles by day, week and month and in three ways of counting: these confirm nothing of each other. Null unless the status is ok."),
                            required(
                                    STATUS,
                                    StringType,
                                    "ok, too few periods, constant, variance not identified",
                                    "ok, or why there is no test: fewer periods than trends.min-periods, all means equal, or a series that alternates so strongly that the corrected variance is not positive."))),
            SeriesKey.NAMES);

    private StanceTrendsTable() {}
}
