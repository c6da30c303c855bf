package org.parallax.statistics;

import java.util.Arrays;

/** How often each class was given to items of each class. */
public final class Confusion {
    private final long[][] counts;

    private Confusion(long[][] counts) {
        this.counts = counts;
    }

    /** Counts pairs of classes 0 to {@code classes - 1}. */
    public static Confusion of(int classes, int[] truth, int[] predicted) {
        if (truth.length != predicted.length) {
            throw new IllegalArgumentException(truth.length + " labels for " + predicted.length + " predictions");
        }
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        return new Confusion(counts);
    }

    /** From counts, those of the first class's items first. */
    static Confusion of(int classes, long[] counts) {
        long[][] rows = new long[classes][];
        for (int c = 0; c < classes; c++) {
            rows[c] = Arrays.copyOfRange(counts, c * classes, (c + 1) * classes);
        }
        return new Confusion(rows);
    }

    /** Items of class {@code truth} that were given class {@code predicted}. */
    public long count(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /** All items. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Share of items that got their own class, [0, 1]; 0 for no items. */
    public double accuracy() {
        long hits = 0;
        for (int c = 0; c < counts.length; c++) {
            hits += counts[c][c];
        }
        return total() == 0 ? 0 : (double) hits / total();
    }

    /** Of the items given class {@code c}, the share that have it; 0 where none were given it. */
    public double precision(int c) {
        long given = Arrays.stream(counts).mapToLong(row -> row[c]).sum();
        return given == 0 ? 0 : (double) counts[c][c] / given;
    }

    /** Of the items of class {@code c}, the share that were given it; 0 where there are none. */
    public double recall(int c) {
        long there = Arrays.stream(counts[c]).sum();
        return there == 0 ? 0 : (double) counts[c][c] / there;
    }

    /** Harmonic mean of precision and recall of class {@code c}. */
    public double f1(int c) {
        double sum = precision(c) + recall(c);
        return sum == 0 ? 0 : 2 * precision(c) * recall(c) / sum;
    }

    /** Mean F1 over the classes that occur as truth or prediction, [0, 1]. */
    public double f1Macro() {
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < counts.length; c++) {
            int k = c;
            if (Arrays.stream(counts[c]).sum()
                            + Arrays.stream(counts).mapToLong(r -> r[k]).sum()
                    > 0) {
                sum += f1(c);
                occurring++;
            }
        }
        return occurring == 0 ? 0 : sum / occurring;
    }
}
