package org.parallax.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.parallax.statistics.ClusteredSample.Clustering;

/**
 * One cell's articles as they might be, with a known truth: stories of outlets that differ, over a time in which stance
 * drifts, with wire copies, and a classifier that takes one class for another at known rates. What the intervals are tried on.
 *
 * <p>A mention's true class is drawn from the shares of its story: the true shares, moved from unfavourable to favourable by
 * its outlet, its story and its day, each evenly to both sides. The classifier sees a point in the plane around the corner of
 * a triangle that stands for the class; its probabilities are Bayes' for the prior shares, so they are calibrated.
 */
final class SimulatedCorpus {
    /** How far the stories of the sample can depend on each other. */
    enum Kind {
        /** All articles are of one outlet; stories are the clusters. */
        ONE_OUTLET,
        /** As many outlets as clusters, each with its own leaning and some stories. */
        MANY_OUTLETS
    }

    /** The truth: unfavourable, neutral, favourable. */
    static final double[] SHARES = {0.35, 0.45, 0.2};

    static final Prior PRIOR = new Prior(0.3, 0.4, 0.3, 600);

    /** Labels of each mention are drawn with a chance between these, the more the surer the classifier is. */
    private static final double LEAST_CHANCE = 0.4;

    private static final double MOST_CHANCE = 0.8;
    private static final double OUTLET = 0.15;
    private static final double STORY = 0.15;
    private static final double DRIFT = 0.1;
    private static final double FURTHER_COPY = 0.4;
    private static final int MOST_COPIES = 12;
    private static final int MOST_MENTIONS = 4;
    private static final int STORIES_AN_OUTLET = 3;
    private static final double[][] CORNERS = {{-1.35, 0}, {0, 1.5}, {1.35, 0}};

    private final RandomGenerator random;
    private final Kind kind;
    private final double slope;

    /**
     * @param slope weight of the classifier in the corrected mean
     */
    SimulatedCorpus(RandomGenerator random, Kind kind, double slope) {
        this.random = random;
        this.kind = kind;
        this.slope = slope;
    }

    /** A mention: its class, and what the classifier makes of it. */
    private record Mention(int truth, Label label, int given, double chance) {
        double score() {
            return label.plus() - label.minus();
        }
    }

    /** The mean score that the classifier gives on average to mentions of the true shares. */
    static double expectedScore(long seed, int draws) {
        RandomGenerator random = new SplittableRandom(seed);
        double sum = 0;
        for (int c = 0; c < SHARES.length; c++) {
            for (int i = 0; i < draws; i++) {
                sum += SHARES[c] * mention(random, c).score() / draws;
            }
        }
        return sum;
    }

    /** What is known of the classifier from labelled texts with the prior's shares. */
    static ModelError judged(RandomGenerator random) {
        int n = (int) PRIOR.labels();
        long[][] counts = new long[3][3];
        long[] truths = new long[3];
        for (int i = 0; i < n; i++) {
            int truth = draw(random, PRIOR.shares());
            counts[truth][mention(random, truth).given]++;
            truths[truth]++;
        }
        return new ModelError(
                ConfusionRates.of(counts),
                new Prior((double) truths[0] / n, (double) truths[1] / n, (double) truths[2] / n, n));
    }

    /** A sample of some clusters: stories of one outlet, or outlets. */
    ClusteredSample sample(int clusters) {
        int outlets = kind == Kind.ONE_OUTLET ? 1 : clusters;
        int stories = kind == Kind.ONE_OUTLET ? clusters : STORIES_AN_OUTLET * clusters;
        double[] leanings = new double[outlets];
        for (int o = 0; o < outlets && kind == Kind.MANY_OUTLETS; o++) {
            leanings[o] = evenly(OUTLET);
        }
        ClusteredSample sample =
                new ClusteredSample(kind == Kind.ONE_OUTLET ? Clustering.STORIES : Clustering.STORIES_AND_OUTLETS);
        for (int s = 0; s < stories; s++) {
            int first = random.nextInt(outlets);
            double moved = leanings[first] + evenly(STORY) + evenly(DRIFT);
            double[] shares = {SHARES[0] - moved / 2, SHARES[1], SHARES[2] + moved / 2};
            List<Mention> text = text(shares);
            long story = random.nextLong();
            int copies = 1;
            add(sample, story, first, text);
            while (copies < MOST_COPIES && random.nextDouble() < FURTHER_COPY) {
                // An editor may cut the end.
                int kept = text.size() > 1 && random.nextInt(4) == 0 ? text.size() - 1 : text.size();
                add(sample, story, random.nextInt(outlets), text.subList(0, kept));
                copies++;
            }
            sample.countStory(1);
        }
        return sample;
    }

    private double evenly(double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    private List<Mention> text(double[] shares) {
        List<Mention> mentions = new ArrayList<>();
        int n = 1 + random.nextInt(MOST_MENTIONS);
        for (int i = 0; i < n; i++) {
            mentions.add(mention(random, draw(random, shares)));
        }
        return mentions;
    }

    private void add(ClusteredSample sample, long story, int outlet, List<Mention> text) {
        double score = text.stream().mapToDouble(Mention::score).average().orElse(0);
        long[] given = new long[3];
        long labels = 0;
        double weight = 0;
        double residual = 0;
        for (Mention mention : text) {
            given[mention.given]++;
            if (random.nextDouble() < mention.chance) {
                double ofMention = 1 / (text.size() * mention.chance);
                labels++;
                weight += ofMention;
                residual += ofMention * (mention.truth - 1 - slope * mention.score());
            }
        }
        sample.add(
                story,
                outlet,
                1,
                new Observed(
                        1,
                        score,
                        score * score,
                        given[0],
                        given[1],
                        given[2],
                        Posteriors.pack(text.stream().map(Mention::label).toList()),
                        labels,
                        weight,
                        residual));
    }

    private static int draw(RandomGenerator random, double[] shares) {
        double u = random.nextDouble();
        return u < shares[0] ? 0 : u < shares[0] + shares[1] ? 1 : 2;
    }

    private static Mention mention(RandomGenerator random, int truth) {
        double x = CORNERS[truth][0] + random.nextGaussian();
        double y = CORNERS[truth][1] + random.nextGaussian();
        double[] prior = PRIOR.shares();
        double[] p = new double[3];
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            double dx = x - CORNERS[c][0];
            double dy = y - CORNERS[c][1];
            p[c] = prior[c] * Math.exp(-(dx * dx + dy * dy) / 2);
            sum += p[c];
        }
        Label label = new Label(p[0] / sum, p[1] / sum, p[2] / sum);
        int given = p[0] >= p[1] && p[0] >= p[2] ? 0 : p[1] >= p[2] ? 1 : 2;
        double chance = LEAST_CHANCE + (MOST_CHANCE - LEAST_CHANCE) * Math.abs(label.mean());
        return new Mention(truth, label, given, chance);
    }
}
