package org.parallax.statistics;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The sums that everything about one cell (a period of a group) is computed from, by story and, where the cell pools outlets,
 * by outlet. Its memory is bounded whatever the cell holds: after {@value #STORY_CLUSTERS} stories the next ones join the
 * clusters there are, by hash, which leaves intervals right, for clusters may hold several stories; outlets are hundreds. To
 * be filled in one order, cleared, and filled again.
 */
public final class ClusteredSample {
    /** What observations are grouped by that may depend on each other. */
    public enum Clustering {
        STORIES,
        STORIES_AND_OUTLETS
    }

    static final int ARTICLES = 0;
    static final int SCORES = 1;
    /** Mentions given the class, in the order of {@link ConfusionRates}, from this column on. */
    static final int CLASS = 2;

    static final int MENTIONS = 5;
    static final int LABEL_WEIGHT = 6;
    static final int LABEL_RESIDUAL = 7;
    private static final int WIDTH = 8;

    private static final int STORY_CLUSTERS = 512;
    private static final int OUTLET_CLUSTERS = 4096;

    private final BitSet outletsThere = new BitSet();
    private final Side stories = new Side(STORY_CLUSTERS);
    private final @Nullable Side outlets;
    private final double[] totals = new double[WIDTH];
    private final double[][] within = new double[WIDTH][WIDTH];
    private final double[] values = new double[WIDTH];
    private final PosteriorSums posteriors = new PosteriorSums();
    private double squares;
    private double storyCount;
    private long articles;
    private long mentions;
    private long labels;
    private boolean probabilities = true;

    public ClusteredSample(Clustering clustering) {
        this.outlets = clustering == Clustering.STORIES ? null : new Side(OUTLET_CLUSTERS);
    }

    /** Sums by cluster of one kind. */
    static final class Side {
        private final LongSlots slots;
        private double[][] rows = new double[0][];
        private double[] @Nullable [] bins = new double[0][];
        private int count;

        /** @param most how many clusters there are at most, a power of two */
        private Side(int most) {
            slots = new LongSlots(most);
        }

        private int slot(long key) {
            return slots.of(key);
        }

        private void clear() {
            slots.clear();
            count = 0;
        }

        private double[] row(int slot) {
            if (slot >= rows.length) {
                int size = Math.max(16, 2 * slot);
                rows = Arrays.copyOf(rows, size);
                bins = Arrays.copyOf(bins, size);
            }
            while (count <= slot) {
                if (rows[count] == null) {
                    rows[count] = new double[WIDTH];
                } else {
                    Arrays.fill(rows[count], 0);
                    double[] old = bins[count];
                    if (old != null) {
                        Arrays.fill(old, 0);
                    }
                }
                count++;
            }
            return rows[slot];
        }

        private double[] bins(int slot) {
            double[] there = bins[slot];
            if (there == null) {
                there = new double[Posteriors.BINS];
                bins[slot] = there;
            }
            return there;
        }

        int count() {
            return count;
        }

        double[] sums(int cluster) {
            return rows[cluster];
        }

        /** Mentions of the cluster by {@link Posteriors#bin}; null for none. */
        double @Nullable [] posteriors(int cluster) {
            return bins[cluster];
        }
    }

    /**
     * Part of an estimate that is a linear function of a cluster's sums, divided by the size of the sample.
     *
     * @param coefficients of the sums
     * @param size the sum that says how large the cluster is
     */
    @SuppressWarnings("ArrayRecordComponent") // Read by the sums alone, and never compared.
    record Part(double[] coefficients, int size) {
        double of(double[] sums) {
            double result = 0;
            for (int c = 0; c < coefficients.length; c++) {
                result += coefficients[c] * sums[c];
            }
            return result;
        }
    }

    static double[] coefficients() {
        return new double[WIDTH];
    }

    /**
     * Adds what a story says in an outlet.
     *
     * @param story a number that is well spread over all longs, such as a hash of the story's id
     * @param outlet number of the outlet, from 0; as much memory is taken as there are numbers, a bit for each
     * @param weight what each of the articles counts for: 1, or 1 over the copies of the story in the cell
     */
    public void add(long story, int outlet, double weight, Observed observed) {
        long read = observed.mentions();
        values[ARTICLES] = weight * observed.articles();
        values[SCORES] = weight * observed.scores();
        values[CLASS] = weight * observed.unfavourable();
        values[CLASS + 1] = weight * observed.neutral();
        values[CLASS + 2] = weight * observed.favourable();
        values[MENTIONS] = weight * read;
        values[LABEL_WEIGHT] = weight * observed.labelWeight();
        values[LABEL_RESIDUAL] = weight * observed.labelResidual();
        articles += observed.articles();
        mentions += read;
        labels += observed.labels();
        squares += weight * observed.squares();
        int slot = stories.slot(story);
        add(stories.row(slot));
        add(totals);
        outletsThere.set(outlet);
        byte[] packed = observed.posteriors();
        probabilities &= packed != null;
        double[] ofOutlet = null;
        if (outlets != null) {
            int outletSlot = outlets.slot(outlet);
            add(outlets.row(outletSlot));
            addPairs();
            ofOutlet = packed == null ? null : outlets.bins(outletSlot);
        }
        if (packed != null) {
            posteriors.add(packed, weight, stories.bins(slot), ofOutlet);
        }
    }

    private void add(double[] sums) {
        for (int c = 0; c < WIDTH; c++) {
            sums[c] += values[c];
        }
    }

    private void addPairs() {
        int width = values[LABEL_WEIGHT] == 0 ? LABEL_WEIGHT : WIDTH;
        for (int a = 0; a < width; a++) {
            double value = values[a];
            double[] row = within[a];
            for (int b = a; b < width; b++) {
                row[b] += value * values[b];
            }
        }
    }

    /** Adds one to the number of stories, in as many parts as the story has in the cell. */
    public void countStory(double part) {
        storyCount += part;
    }

    /** Forgets everything. */
    public void clear() {
        outletsThere.clear();
        stories.clear();
        if (outlets != null) {
            outlets.clear();
            for (double[] row : within) {
                Arrays.fill(row, 0);
            }
        }
        Arrays.fill(totals, 0);
        posteriors.clear();
        squares = 0;
        storyCount = 0;
        articles = 0;
        mentions = 0;
        labels = 0;
        probabilities = true;
    }

    public boolean isEmpty() {
        return articles == 0;
    }

    /** Articles, whatever they count for. */
    public long articles() {
        return articles;
    }

    /** Mentions in these articles. */
    public long mentions() {
        return mentions;
    }

    /** Distinct stories, as {@link #countStory} was told. */
    public long stories() {
        return Math.round(storyCount);
    }

    /** Distinct outlets. */
    public int outlets() {
        return outletsThere.cardinality();
    }

    /** Labelled mentions. */
    public long labels() {
        return labels;
    }

    /** Stories that stand alone as clusters, or all of the clusters where stories share them. */
    public int clusters() {
        return stories.count;
    }

    /** The mean score of the articles. */
    public Estimate mean() {
        double mean = totals[SCORES] / totals[ARTICLES];
        double[] residual = coefficients();
        residual[SCORES] = 1;
        residual[ARTICLES] = -mean;
        return new Estimate(mean, spread(new Part(residual, ARTICLES)));
    }

    /**
     * How many independent articles would give the mean as closely: the variance of the scores over that of the mean. At
     * most the number of articles.
     */
    public double effectiveSize(Estimate mean) {
        double n = totals[ARTICLES];
        double variance = (squares / n - mean.value() * mean.value()) * n / (n - 1);
        return Math.min((double) articles, Math.max(variance / mean.spread().variance(), 1));
    }

    double total(int column) {
        return totals[column];
    }

    boolean hasProbabilities() {
        return probabilities;
    }

    PosteriorSums posteriors() {
        return posteriors;
    }

    Side byStory() {
        return stories;
    }

    @Nullable
    Side byOutlet() {
        return outlets;
    }

    /** The spread of a sum of parts, each of which is 0 over the whole sample. */
    Spread spread(Part... parts) {
        Spread ofStories = spread(stories, parts);
        if (outlets == null) {
            return ofStories;
        }
        double[] together = new double[WIDTH];
        for (Part part : parts) {
            for (int c = 0; c < WIDTH; c++) {
                together[c] += part.coefficients[c] / totals[part.size];
            }
        }
        double both = 0;
        for (int a = 0; a < WIDTH; a++) {
            both += together[a] * together[a] * within[a][a];
            for (int b = a + 1; b < WIDTH; b++) {
                both += 2 * together[a] * together[b] * within[a][b];
            }
        }
        return Spread.twoWay(ofStories, spread(outlets, parts), both);
    }

    private Spread spread(Side side, Part[] parts) {
        double squared = 0;
        for (int g = 0; g < side.count; g++) {
            double without = 0;
            for (Part part : parts) {
                double[] sums = side.rows[g];
                without += part.of(sums) / (totals[part.size] - sums[part.size]);
            }
            squared += without * without;
        }
        double degrees = Double.POSITIVE_INFINITY;
        for (Part part : parts) {
            degrees = Math.min(degrees, Spread.degrees(sizes(side, part.size), side.count));
        }
        return Spread.jackknife(squared, side.count, degrees);
    }

    /** The largest share of a sum that one cluster holds, [0, 1]. */
    double largestShare(int column) {
        double largest = largest(stories, column);
        return (outlets == null ? largest : Math.max(largest, largest(outlets, column))) / totals[column];
    }

    private static double largest(Side side, int column) {
        return Arrays.stream(sizes(side, column)).max().orElse(0);
    }

    static double[] sizes(Side side, int column) {
        double[] sizes = new double[side.count];
        for (int g = 0; g < side.count; g++) {
            sizes[g] = side.rows[g][column];
        }
        return sizes;
    }
}
