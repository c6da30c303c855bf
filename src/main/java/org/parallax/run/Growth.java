package org.parallax.run;

import java.util.List;
import java.util.stream.Stream;
import org.parallax.table.Manifest;

/**
 * What the steps cost at several sizes, and how the cost grows with them.
 *
 * @param sizes what was measured, by ascending number of rows
 */
public record Growth(List<Measured> sizes) {

    public Growth {
        sizes = List.copyOf(sizes);
    }

    /**
     * What was measured at one size.
     *
     * @param rows rows that went in
     * @param stages the steps with rows out and seconds
     * @param peakHeap bytes that the heap never passed; objects that are no longer used count until they are collected
     */
    public record Measured(long rows, List<Manifest.Stage> stages, long peakHeap) {
        public Measured {
            stages = List.copyOf(stages);
        }

        /** All steps together. */
        public Manifest.Stage total() {
            return new Manifest.Stage(
                    "total",
                    stages.stream().mapToLong(Manifest.Stage::rows).sum(),
                    stages.stream().mapToDouble(Manifest.Stage::seconds).sum());
        }

        /** The steps, and their total last. */
        public List<Manifest.Stage> lines() {
            return Stream.concat(stages.stream(), Stream.of(total())).toList();
        }
    }

    /** How many times as long as at the size before. */
    public double ratio(int size, int line) {
        return sizes.get(size).lines().get(line).seconds()
                / sizes.get(size - 1).lines().get(line).seconds();
    }

    /** By which power of the number of rows the seconds have grown since the size before: 1 is in proportion. */
    public double exponent(int size, int line) {
        return Math.log(ratio(size, line)) / Math.log(times(size));
    }

    /** The exponent that n log n has between these two sizes. */
    public double sortingExponent(int size) {
        double n = sizes.get(size).rows();
        double before = sizes.get(size - 1).rows();
        return 1 + Math.log(Math.log(n) / Math.log(before)) / Math.log(times(size));
    }

    private double times(int size) {
        return (double) sizes.get(size).rows() / sizes.get(size - 1).rows();
    }
}
