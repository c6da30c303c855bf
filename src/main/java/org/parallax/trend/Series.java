package org.parallax.trend;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The periods of a series that have a mean.
 *
 * @param cadence length of the periods
 * @param times their numbers, increasing
 * @param means their means
 * @param stories how many stories each mean rests on
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
record Series(Cadence cadence, long[] times, double[] means, double[] stories) {
    /** Periods on each side of a date in which coverage is looked at. */
    private static final int AROUND = 7;

    static Series of(String period, List<Row> rows) {
        Cadence cadence = Cadence.of(period);
        int n = rows.size();
        long[] times = new long[n];
        double[] means = new double[n];
        double[] stories = new double[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            times[i] = cadence.number(row.<Integer>getAs(SeriesStage.BEGIN));
            means[i] = row.<Double>getAs(SeriesStage.MEAN);
            stories[i] = row.<Long>getAs(SeriesStage.STORIES);
        }
        return new Series(cadence, times, means, stories);
    }

    int size() {
        return times.length;
    }

    /** Periods from first to last that have no mean. */
    int missing() {
        return (int) (times[times.length - 1] - times[0] + 1 - times.length);
    }

    /** First day of a period, by its number, as days since 1970. */
    int begin(long number) {
        return Math.toIntExact(cadence.begin(number));
    }

    /** Stories in a stretch of places. */
    long stories(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += stories[i];
        }
        return (long) sum;
    }

    /** Whether, on either side of a break, the nearest periods have fewer than half the stories that is usual on that side. */
    boolean isThinAround(int from, int at, int to) {
        int left = at;
        while (left > from && times[left - 1] >= times[at] - AROUND) {
            left--;
        }
        int right = at;
        while (right < to && times[right] < times[at] + AROUND) {
            right++;
        }
        return isThin(stories(left, at), stories(from, at), times[at] - times[from])
                || isThin(stories(at, right), stories(at, to), times[to - 1] - times[at] + 1);
    }

    private static boolean isThin(long near, long all, long periods) {
        return 2.0 * near < (double) all / periods * Math.min(AROUND, periods);
    }
}
