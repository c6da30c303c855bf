package org.parallax.trend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.StanceByPeriodTable;

/**
 * The series that there are and the outlets, each by its number, and what articles of a kind belong to. Rows go by the
 * million and names are few: with numbers in their place the rows are small and sort fast. As large as there are different
 * targets, voices, outlets, countries and languages together, and held by the driver and by every task.
 */
final class SeriesNumbers implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int NONE = -1;

    private static final List<String> GROUPINGS = List.of(
            StanceByPeriodTable.ALL,
            StanceByPeriodTable.OUTLET,
            StanceByPeriodTable.COUNTRY,
            StanceByPeriodTable.LANGUAGE);

    /** The column of the group, for each grouping; of all articles there is none. */
    private static final List<String> GROUP_BY =
            List.of("", ArticleStanceTable.OUTLET, ArticleStanceTable.COUNTRY, ArticleStanceTable.LANGUAGE);

    /**
     * What articles of a kind belong to.
     *
     * @param series by grouping; {@link #NONE} where they are in none
     * @param outlet number of their outlet
     */
    @SuppressWarnings("ArrayRecordComponent") // Numbers to look up: never compared, never changed.
    record Kind(int[] series, int outlet) implements Serializable {}

    private final CellKey[] series;
    private final Map<Long, Kind> kinds = new HashMap<>();

    /** @param rows kinds of articles, as {@link Kinds#OF_STANCE} */
    SeriesNumbers(List<Row> rows) {
        SortedSet<CellKey> keys = new TreeSet<>();
        SortedSet<String> outlets = new TreeSet<>();
        for (Row row : rows) {
            outlets.add(row.getAs(ArticleStanceTable.OUTLET));
            for (int grouping = 0; grouping < GROUPINGS.size(); grouping++) {
                CellKey key = key(row, grouping);
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        this.series = keys.toArray(CellKey[]::new);
        String[] names = outlets.toArray(String[]::new);
        for (Row row : rows) {
            int[] ofKind = new int[GROUPINGS.size()];
            for (int grouping = 0; grouping < ofKind.length; grouping++) {
                CellKey key = key(row, grouping);
                ofKind[grouping] = key == null ? NONE : Arrays.binarySearch(series, key);
            }
            int outlet = Arrays.binarySearch(names, row.<String>getAs(ArticleStanceTable.OUTLET));
            kinds.put(row.<Long>getAs(Kinds.KIND), new Kind(ofKind, outlet));
        }
    }

    /** The series of a grouping that a kind of article belongs to; null when it is in none. */
    private static @Nullable CellKey key(Row kind, int grouping) {
        String group = grouping == 0 ? StanceByPeriodTable.ALL : kind.getAs(GROUP_BY.get(grouping));
        if (group == null) {
            return null;
        }
        return new CellKey(
                GROUPINGS.get(grouping),
                group,
                kind.getAs(ArticleStanceTable.TARGET),
                kind.getAs(ArticleStanceTable.VOICE));
    }

    CellKey series(int number) {
        return series[number];
    }

    Kind kind(long hash) {
        Kind kind = kinds.get(hash);
        if (kind == null) {
            throw new IllegalStateException("articles of a kind that none had when they were first read: " + hash);
        }
        return kind;
    }
}
