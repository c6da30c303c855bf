package org.parallax.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The best segmentation of a series under a penalty for each segment: Killick, Fearnhead and Eckley, "Optimal detection
 * of changepoints with a linear computational cost", JASA 107 (2012), with the weighted squared distance from segment
 * means as the cost. Its result is the exact optimum: with a least segment length, a place is only left out once the place
 * that beats it can itself begin a segment.
 */
public final class Pelt {
    private Pelt() {}

    /**
     * The first places of all segments but the first, in order.
     *
     * @param weights positive weights of the values
     * @param least least number of values in a segment
     * @param penalty what a segment costs, in units of the weighted squared values
     */
    public static int[] breaks(double[] values, double[] weights, int least, double penalty) {
        if (values.length != weights.length || least < 1 || !(penalty > 0)) {
            throw new IllegalArgumentException(values.length + " values, " + weights.length
                    + " weights, segments of at least " + least + ", penalty " + penalty);
        }
        return breaks(new Segments(values, weights), least, penalty);
    }

    static int[] breaks(Segments segments, int least, double penalty) {
        int n = segments.size();
        if (n < 2 * least) {
            return new int[0];
        }
        double[] best = new double[n + 1];
        int[] last = new int[n + 1];
        int[] places = new int[n + 1];
        int[] dropAt = new int[n + 1];
        Arrays.fill(dropAt, Integer.MAX_VALUE);
        int kept = 0;
        for (int end = least; end <= n; end++) {
            int entering = end - least;
            if (entering == 0 || entering >= least) {
                places[kept++] = entering;
            }
            kept = leaveOut(places, kept, dropAt, end);
            best[end] = Double.POSITIVE_INFINITY;
            for (int c = 0; c < kept; c++) {
                double total = best[places[c]] + segments.cost(places[c], end) + penalty;
                if (total < best[end]) {
                    best[end] = total;
                    last[end] = places[c];
                }
            }
            for (int c = 0; c < kept; c++) {
                int place = places[c];
                if (best[place] + segments.cost(place, end) > best[end]) {
                    dropAt[place] = Math.min(dropAt[place], end + least);
                }
            }
        }
        Deque<Integer> breaks = new ArrayDeque<>();
        for (int at = last[n]; at > 0; at = last[at]) {
            breaks.addFirst(at);
        }
        return breaks.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int leaveOut(int[] places, int kept, int[] dropAt, int end) {
        int left = 0;
        for (int c = 0; c < kept; c++) {
            if (dropAt[places[c]] > end) {
                places[left++] = places[c];
            }
        }
        return left;
    }
}
