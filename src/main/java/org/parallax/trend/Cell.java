package org.parallax.trend;

import org.apache.spark.sql.Row;
import org.parallax.statistics.ClusteredSample;
import org.parallax.statistics.ClusteredSample.Clustering;
import org.parallax.statistics.Observed;

/** The articles of one group in one period, counted in all three ways. Filled, read, cleared and filled again. */
@SuppressWarnings("EnumOrdinal") // The slots of an array, in memory alone.
final class Cell {
    private final ClusteredSample[] samples = new ClusteredSample[Counting.values().length];
    private final double[][] byStance = new double[samples.length][3];
    private long articles;
    private long originals;
    private boolean copied;

    Cell(Clustering clustering) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = new ClusteredSample(clustering);
        }
    }

    /**
     * Adds an entry of {@link StoryEntries}.
     *
     * @param copies articles of the story in this cell
     */
    void add(Row entry, Observed observed, long copies) {
        long story = entry.getLong(5);
        String outlet = entry.getString(6);
        boolean original = entry.getBoolean(7);
        articles += observed.articles();
        originals += original ? observed.articles() : 0;
        copied |= copies > 1;
        double part = 1.0 / copies;
        add(Counting.EVERY_COPY, entry, observed, story, outlet, 1, part);
        add(Counting.ONE_VOTE, entry, observed, story, outlet, part, part);
        if (original) {
            add(Counting.ORIGINALS, entry, observed, story, outlet, 1, 1);
        }
    }

    private void add(
            Counting counting,
            Row entry,
            Observed observed,
            long story,
            String outlet,
            double weight,
            double partOfStory) {
        ClusteredSample sample = samples[counting.ordinal()];
        sample.add(story, outlet, weight, observed);
        sample.countStory(partOfStory * observed.articles());
        for (int c = 0; c < 3; c++) {
            byStance[counting.ordinal()][c] += weight * entry.getLong(12 + c);
        }
    }

    ClusteredSample sample(Counting counting) {
        return samples[counting.ordinal()];
    }

    /** Articles whose stance is class {@code c}, in the order unfavourable, neutral, favourable. */
    double byStance(Counting counting, int c) {
        return byStance[counting.ordinal()][c];
    }

    /** Whether this way of counting gives what counting every copy does, for there are none here that it leaves out or joins. */
    boolean isLikeEveryCopy(Counting counting) {
        return !copied && (counting != Counting.ORIGINALS || originals == articles);
    }

    /** Share of the articles that came after another of their story. */
    double syndicatedShare() {
        return (double) (articles - originals) / articles;
    }

    boolean isEmpty() {
        return articles == 0;
    }

    void clear() {
        for (int i = 0; i < samples.length; i++) {
            samples[i].clear();
            java.util.Arrays.fill(byStance[i], 0);
        }
        articles = 0;
        originals = 0;
        copied = false;
    }
}
