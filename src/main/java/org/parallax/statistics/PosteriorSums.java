package org.parallax.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How many mentions of a cell have which probabilities: for each pair of bytes of {@link Posteriors}, and by bin. */
final class PosteriorSums {
    private double[] masses = new double[0];
    private int[] codes = new int[64];
    private int count;
    private final double[] squares = new double[Posteriors.BINS];

    /** Adds mentions to the cell and to the bins of their clusters. */
    void add(byte[] packed, double weight, double[] story, double @Nullable [] outlet) {
        if (masses.length == 0) {
            masses = new double[Posteriors.CODES];
        }
        for (int i = 0; i < packed.length / 2; i++) {
            int code = Posteriors.code(packed, i);
            if (masses[code] == 0) {
                if (count == codes.length) {
                    codes = Arrays.copyOf(codes, 2 * count);
                }
                codes[count++] = code;
            }
            masses[code] += weight;
            int bin = Posteriors.bin(code);
            story[bin] += weight;
            if (outlet != null) {
                outlet[bin] += weight;
                squares[bin] += weight * weight;
            }
        }
    }

    /** How many different probabilities there are. */
    int count() {
        return count;
    }

    int code(int i) {
        return codes[i];
    }

    /** Weight of the mentions with the probabilities of {@link #code}. */
    double mass(int i) {
        return masses[codes[i]];
    }

    /** Sum of the squared weights of the mentions in a bin; kept only in a cell that pools outlets. */
    double squares(int bin) {
        return squares[bin];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            masses[codes[i]] = 0;
        }
        count = 0;
        Arrays.fill(squares, 0);
    }
}
