package org.parallax.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How a sample is divided among strata: by the square root of their sizes (Bankier, "Power allocations", The American
 * Statistician 42, 1988, with the exponent 1/2), so that rare kinds are judged almost as well as common ones and the whole
 * still loses little; with a floor, so that each stratum has a variance; and never more than a stratum holds.
 */
public final class PowerAllocation {
    private static final double POWER = 0.5;

    private PowerAllocation() {}

    /**
     * Items to draw from each stratum; they add up to {@code n}.
     *
     * @param sizes items in each stratum, from 1
     * @param n items to draw, from the number of strata to the sum of the sizes
     * @param floor fewest items of a stratum that holds so many, as far as {@code n} reaches for all
     */
    public static int[] allocate(long[] sizes, int n, int floor) {
        long all = Arrays.stream(sizes).sum();
        if (n < sizes.length || n > all || Arrays.stream(sizes).anyMatch(s -> s < 1)) {
            throw new IllegalArgumentException(
                    "cannot draw " + n + " of " + all + " items in " + sizes.length + " strata");
        }
        int least = Math.min(floor, n / sizes.length);
        double scale = scale(sizes, n, least);
        int[] drawn = new int[sizes.length];
        double[] exact = new double[sizes.length];
        int left = n;
        for (int i = 0; i < sizes.length; i++) {
            exact[i] = share(sizes[i], scale, least);
            drawn[i] = (int) Math.floor(exact[i] + 1e-9);
            left -= drawn[i];
        }
        // What rounding has left goes to the largest remainders, of equal ones to the first stratum.
        int[] order = IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> drawn[i] - exact[i]))
                .mapToInt(i -> i)
                .toArray();
        for (int k = 0; left > 0; k = (k + 1) % order.length) {
            if (drawn[order[k]] < sizes[order[k]]) {
                drawn[order[k]]++;
                left--;
            }
        }
        return drawn;
    }

    /** The factor to the power of the size at which the shares add up to n, by halving the range that holds it. */
    private static double scale(long[] sizes, int n, int least) {
        double low = 0;
        double high = n;
        while (total(sizes, high, least) < n) {
            high *= 2;
        }
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (total(sizes, middle, least) < n) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double total(long[] sizes, double scale, int least) {
        return Arrays.stream(sizes)
                .mapToDouble(size -> share(size, scale, least))
                .sum();
    }

    private static double share(long size, double scale, int least) {
        return Math.min((double) size, Math.max((double) least, scale * Math.pow((double) size, POWER)));
    }
}
