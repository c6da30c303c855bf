package org.parallax.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parallax.statistics.ClusteredSample;
import org.parallax.statistics.ClusteredSample.Clustering;

/**
 * The articles of one group in one period, counted in all three ways. Filled, read, cleared and filled again. As long as it
 * holds no copies, which is always for most cells, the three ways are one and are summed once.
 */
@SuppressWarnings("EnumOrdinal") // The slots of an array, in memory alone.
final class Cell {
    private final ClusteredSample[] samples = new ClusteredSample[Counting.values().length];
    /** After so many entries without a copy the three ways are summed apart all the same, for these entries are held. */
    private static final int MOST_AS_ONE = 64;

    private final List<StoryEntry> asOne = new ArrayList<>();
    private boolean apart;
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
     * Adds an entry.
     *
     * @param copies articles of the story in this cell
     */
    void add(StoryEntry entry, long copies) {
        long more = entry.observed().articles();
        articles += more;
        originals += entry.original() ? more : 0;
        copied |= copies > 1;
        double part = 1.0 / copies;
        add(Counting.EVERY_COPY, entry, 1, part);
        if (!apart && entry.original() && copies == 1 && asOne.size() < MOST_AS_ONE) {
            asOne.add(entry);
            return;
        }
        takeApart();
        add(Counting.ONE_VOTE, entry, part, part);
        if (entry.original()) {
            add(Counting.ORIGINALS, entry, 1, 1);
        }
    }

    private void takeApart() {
        for (StoryEntry entry : asOne) {
            add(Counting.ONE_VOTE, entry, 1, 1);
            add(Counting.ORIGINALS, entry, 1, 1);
        }
        asOne.clear();
        apart = true;
    }

    private void add(Counting counting, StoryEntry entry, double weight, double partOfStory) {
        ClusteredSample sample = samples[counting.ordinal()];
        sample.add(entry.story(), entry.outlet(), weight, entry.observed());
        sample.countStory(partOfStory * entry.observed().articles());
        for (int c = 0; c < 3; c++) {
            byStance[counting.ordinal()][c] += weight * entry.byStance()[c];
        }
    }

    ClusteredSample sample(Counting counting) {
        return samples[summed(counting)];
    }

    private int summed(Counting counting) {
        return (apart ? counting : Counting.EVERY_COPY).ordinal();
    }

    /** Articles whose stance is class {@code c}, in the order unfavourable, neutral, favourable. */
    double byStance(Counting counting, int c) {
        return byStance[summed(counting)][c];
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
        for (int i = 0; i < (apart ? samples.length : 1); i++) {
            samples[i].clear();
            Arrays.fill(byStance[i], 0);
        }
        asOne.clear();
        apart = false;
        articles = 0;
        originals = 0;
        copied = false;
    }
}
