package org.parallax.trend;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.parallax.statistics.ClusterValues;
import org.parallax.statistics.Estimate;

/**
 * What is kept of a group's articles, however many they are: how its stories' mean scores are distributed, in steps of
 * 0.005, and the sums of at most 128 random sets of stories, of which a story is always in one whole.
 */
final class Sketch {
    /** Steps from the score 0 to the score 1. */
    static final int STEPS = 200;

    static final int BINS = 2 * STEPS + 1;
    static final int BUCKETS = 128;

    /** Values of the first field of an entry. */
    static final int OF_BIN = 0;

    static final int OF_BUCKET = 1;

    /** Stories by score, from -1 to 1. */
    private final long[] bins = new long[BINS];

    /** Scores by set of stories, as {@link FixedPoint}. */
    private final long[] sums = new long[BUCKETS];

    /** Articles by set of stories. */
    private final long[] counts = new long[BUCKETS];

    /** @param entries rows of kind, place, sum and count */
    static Sketch of(List<Row> entries) {
        Sketch sketch = new Sketch();
        for (Row entry : entries) {
            int place = entry.getInt(1);
            if (entry.getInt(0) == OF_BIN) {
                sketch.bins[place] += entry.getLong(3);
            } else {
                sketch.sums[place] += entry.getLong(2);
                sketch.counts[place] += entry.getLong(3);
            }
        }
        return sketch;
    }

    static Sketch unpack(byte[] packed) {
        LongBuffer longs = ByteBuffer.wrap(packed).asLongBuffer();
        Sketch sketch = new Sketch();
        longs.get(sketch.bins).get(sketch.sums).get(sketch.counts);
        return sketch;
    }

    byte[] pack() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (BINS + 2 * BUCKETS));
        bytes.asLongBuffer().put(bins).put(sums).put(counts);
        return bytes.array();
    }

    /** How many stories have each score. */
    long[] bins() {
        return bins.clone();
    }

    long stories() {
        return Arrays.stream(bins).sum();
    }

    long articles() {
        return Arrays.stream(counts).sum();
    }

    /** The mean score of the articles. */
    Estimate mean() {
        return Estimate.ofMean(scores(), counts);
    }

    /** One value for each set of stories, whose mean is the mean of the articles. */
    double[] values() {
        return ClusterValues.of(scores(), counts);
    }

    private double[] scores() {
        return Arrays.stream(sums).mapToDouble(sum -> sum / FixedPoint.ONE).toArray();
    }
}
