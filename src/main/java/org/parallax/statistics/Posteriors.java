package org.parallax.statistics;

import java.util.List;

/**
 * Probabilities of three classes in two bytes a text: that of unfavourable, then that of favourable, in steps of 1/255. Each
 * is off by at most 0.002, to either side alike.
 */
public final class Posteriors {
    static final int CODES = 1 << 16;

    /** Texts of like probabilities, for sums by cluster: intervals of either probability, narrow where it is sure. */
    static final int LEVELS = 12;

    static final int BINS = LEVELS * LEVELS;

    private static final int STEPS = 255;

    /** No calibrated classifier is surer than that. */
    private static final double LEAST = 1e-3;

    private static final double[] EDGES = {0.01, 0.03, 0.07, 0.15, 0.3, 0.5, 0.7, 0.85, 0.93, 0.97, 0.99};

    private Posteriors() {}

    /** Packs the probabilities of some texts, in order. */
    public static byte[] pack(List<Label> labels) {
        byte[] packed = new byte[2 * labels.size()];
        for (int i = 0; i < labels.size(); i++) {
            packed[2 * i] = (byte) Math.round(labels.get(i).minus() * STEPS);
            packed[2 * i + 1] = (byte) Math.round(labels.get(i).plus() * STEPS);
        }
        return packed;
    }

    /** How many of the texts have each class as their most probable: unfavourable, neutral, favourable. */
    public static long[] classes(byte[] packed) {
        long[] counts = new long[ConfusionRates.CLASSES];
        for (int i = 0; i < packed.length / 2; i++) {
            int minus = packed[2 * i] & 0xff;
            int plus = packed[2 * i + 1] & 0xff;
            int zero = STEPS - minus - plus;
            counts[minus > zero && minus >= plus ? 0 : plus > zero ? 2 : 1]++;
        }
        return counts;
    }

    /** The two bytes of text {@code i} as one number below {@link #CODES}. */
    static int code(byte[] packed, int i) {
        return ((packed[2 * i] & 0xff) << 8) | (packed[2 * i + 1] & 0xff);
    }

    /** The three probabilities of a code, into an array of three. */
    static void unpack(int code, double[] into) {
        double minus = Math.max((double) (code >> 8) / STEPS, LEAST);
        double plus = Math.max((double) (code & 0xff) / STEPS, LEAST);
        double zero = Math.max(1 - minus - plus, LEAST);
        double sum = minus + zero + plus;
        into[0] = minus / sum;
        into[1] = zero / sum;
        into[2] = plus / sum;
    }

    /** The bin of a code, below {@link #BINS}. */
    static int bin(int code) {
        return Levels.OF[code >> 8] * LEVELS + Levels.OF[code & 0xff];
    }

    private static final class Levels {
        static final int[] OF = new int[STEPS + 1];

        static {
            for (int i = 0; i <= STEPS; i++) {
                while (OF[i] < EDGES.length && (double) i / STEPS >= EDGES[OF[i]]) {
                    OF[i]++;
                }
            }
        }
    }
}
