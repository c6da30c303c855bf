package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.required;

import java.util.List;
import java.util.stream.Stream;

/** What names a series: the columns of {@link StanceByPeriodTable} that all its rows share, without the period's start. */
public final class SeriesKey {
    static final List<Column> COLUMNS = List.of(
            required(
                    StanceByPeriodTable.PERIOD,
                    StringType,
                    "day, week, month",
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
                    "author, reported",
                    "Whose stance: the articles' own, or that of those whom they report."),
            required(
                    StanceByPeriodTable.COUNTING,
                    StringType,
                    "every copy, one vote a story, originals only",
                    "How copies of one text count, as in stance_by_period. Breaks are looked for in the series of every copy."));

    /** The names of the columns. */
    public static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();

    private SeriesKey() {}

    static List<Column> and(List<Column> others) {
        return Stream.concat(COLUMNS.stream(), others.stream()).toList();
    }

    static List<String> andName(String last) {
        return Stream.concat(NAMES.stream(), Stream.of(last)).toList();
    }
}
