package org.parallax.trend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
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

    /** Names in one number what decides which series an article belongs to. No two of some thousand have the same 64 bits. */
    static final String KIND = "kind_of_article";

    static final int NONE = -1;

    private static final List<String> GROUPINGS = List.of(
            StanceByPeriodTable.ALL,
            StanceByPeriodTable.OUTLET,
            StanceByPeriodTable.COUNTRY,
            StanceByPeriodTable.LANGUAGE);

    /** The column of the group, for each grouping; of all articles there is none. */
    private static final List<String> GROUP_BY =
            List.of("", ArticleStanceTable.OUTLET, ArticleStanceTable.COUNTRY, ArticleStanceTable.LANGUAGE);

    private static final List<String> KIND_OF = List.of(
            ArticleStanceTable.TARGET,
            ArticleStanceTable.VOICE,
            ArticleStanceTable.OUTLET,
            ArticleStanceTable.COUNTRY,
            ArticleStanceTable.LANGUAGE);

    private final CellKey[] series;
    private final long[] kinds;
    private final int[][] seriesOfKind;
    private final int[] outletOfKind;

    private SeriesNumbers(List<Row> kinds) {
        SortedSet<CellKey> keys = new TreeSet<>();
        SortedSet<String> outlets = new TreeSet<>();
        for (Row kind : kinds) {
            outlets.add(kind.getAs(ArticleStanceTable.OUTLET));
            for (int grouping = 0; grouping < GROUPINGS.size(); grouping++) {
                CellKey key = key(kind, grouping);
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        this.series = keys.toArray(CellKey[]::new);
        this.kinds = new long[kinds.size()];
        this.seriesOfKind = new int[kinds.size()][GROUPINGS.size()];
        this.outletOfKind = new int[kinds.size()];
        String[] names = outlets.toArray(String[]::new);
        for (int k = 0; k < this.kinds.length; k++) {
            Row kind = kinds.get(k);
            this.kinds[k] = kind.<Long>getAs(KIND);
            outletOfKind[k] = Arrays.binarySearch(names, kind.<String>getAs(ArticleStanceTable.OUTLET));
            for (int grouping = 0; grouping < GROUPINGS.size(); grouping++) {
                CellKey key = key(kind, grouping);
                seriesOfKind[k][grouping] = key == null ? NONE : Arrays.binarySearch(series, key);
            }
        }
    }

    /** Reads all articles once, at once. */
    static SeriesNumbers of(Dataset<Row> articles) {
        List<Row> kinds = articles.select(KIND_OF.stream().map(c -> col(c)).toArray(Column[]::new))
                .distinct()
                .withColumn(KIND, kind())
                .collectAsList();
        return new SeriesNumbers(kinds.stream()
                .sorted(Comparator.comparingLong(row -> row.<Long>getAs(KIND)))
                .toList());
    }

    static Column kind() {
        return xxhash64(KIND_OF.stream().map(c -> col(c)).toArray(Column[]::new));
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

    /** For each grouping the series of a kind, or {@link #NONE}. */
    int[] seriesOfKind(long kind) {
        return seriesOfKind[place(kind)];
    }

    int outletOfKind(long kind) {
        return outletOfKind[place(kind)];
    }

    private int place(long kind) {
        return Arrays.binarySearch(kinds, kind);
    }
}
