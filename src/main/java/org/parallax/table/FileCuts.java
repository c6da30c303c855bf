package org.parallax.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where a sorted table is cut into files: at the quantiles of a sample of its keys, so that files are about equally long. Where
 * the sample is the whole table, they are so to the row.
 *
 * @param begins the first key of each file but the first, ascending
 */
record FileCuts(List<Row> begins) implements Serializable {
    /** Files are then as long as they should be but for some 4 %. */
    private static final int SAMPLED_PER_FILE = 500;

    private static final Comparator<Row> ORDER = FileCuts::compare;

    FileCuts {
        begins = List.copyOf(begins);
    }

    /** How many keys to sample. */
    static int sample(long rows, int rowsPerFile) {
        return Math.toIntExact(Math.min(rows, SAMPLED_PER_FILE * ((rows + rowsPerFile - 1) / rowsPerFile)));
    }

    /** @param keys a sample of the keys, in any order */
    static FileCuts of(List<Row> keys, long rows, int rowsPerFile) {
        List<Row> sorted = keys.stream().sorted(ORDER).toList();
        List<Row> begins = new ArrayList<>();
        for (long next = rowsPerFile; next < rows; next += rowsPerFile) {
            begins.add(sorted.get((int) (next * sorted.size() / rows)));
        }
        return new FileCuts(begins);
    }

    /** How many files there are. */
    int files() {
        return begins.size() + 1;
    }

    /** Number of the file that a row goes to, from 0. */
    int file(Row key) {
        int low = 0;
        int high = begins.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(begins.get(middle), key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int compare(Row left, Row right) {
        for (int i = 0; i < left.size(); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Nulls first, as Spark sorts. */
    @SuppressWarnings("unchecked") // The values of one column are of one type.
    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return ((Comparable<Object>) left).compareTo(right);
    }
}
