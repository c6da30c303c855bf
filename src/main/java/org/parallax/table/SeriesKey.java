package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.required;

import java.util.List;
import java.util.stream.Stream;

/**
 * What names a series: what is measured, and the columns of {@link StanceByPeriodTable} or {@link AttentionByPeriodTable} that
 * all its rows share, without the period's start.
 */
public final class SeriesKey {
    public static final String MEASURE = "measure";

    /** Values of {@link #MEASURE}. */
    public static final String STANCE = "stance";

    public static final String ATTENTION = "attention";

    /** The voice of a series of attention. */
    public static final String ANY_VOICE = "any";

    private static final String ALL_PERIODS = "day, week, month";
    private static final String ALL_COUNTINGS = "every copy, one vote a story, originals only";

    /** The names of the columns. */
    public static final List<String> NAMES =
            columns(ALL_PERIODS, ALL_COUNTINGS).stream().map(Column::name).toList();

    private SeriesKey() {}

    /** The columns of the series of all periods and ways of counting, and others. */
    static List<Column> and(List<Column> others) {
        return and(ALL_PERIODS, ALL_COUNTINGS, others);
    }

    /** The columns of the series of some periods and ways of counting, and others. */
    static List<Column> and(String periods, String countings, List<Column> others) {
        return Stream.concat(columns(periods, countings).stream(), others.stream())
                .toList();
    }

    static List<String> andName(String last) {
        return Stream.concat(NAMES.stream(), Stream.of(last)).toList();
    }

    private static List<Column> columns(String periods, String countings) {
        return List.of(
                required(
                        MEASURE,
                        StringType,
                        "stance, attention",
                        "What the series is of. stance: mean of stance_by_period, from -1 to 1, known only for periods with an article on the target. attention: the share of articles that name the target, from 0 to 1, of attention_by_period. Choose one in every query: an outlet may write more of a target and no differently, or differently and no more."),
                required(
                        StanceByPeriodTable.PERIOD,
                        StringType,
                        periods,
                        "Length of the periods of the series, as in stance_by_period."),
                required(
                        StanceByPeriodTable.GROUPING,
                        StringType,
                        "all, outlet, country, language",
                        "What the articles are grouped by, as in stance_by_period."),
                required(
                        StanceByPeriodTable.GROUP,
                        StringType,
                        "",
                        "The outlet, country or language; 'all' where the grouping is all."),
                required(StanceByPeriodTable.TARGET, StringType, "a target id", "The target."),
                required(
                        StanceByPeriodTable.VOICE,
                        StringType,
                        "author, reported, any",
                        "Whose stance: the articles' own, or that of those whom they report. Attention is to what is named in any voice."),
                required(
                        StanceByPeriodTable.COUNTING,
                        StringType,
                        countings,
                        "How copies of one text count, as in stance_by_period. Attention, and breaks, are of every copy only."));
    }
}
