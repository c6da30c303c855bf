package org.parallax.statistics;

/**
 * How far an estimate from clusters scatters: its variance, and how many degrees of freedom that variance is known with.
 *
 * <p>The variance is that of the jackknife that leaves out one cluster at a time, CV3 of MacKinnon and White, "Some
 * heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties", Journal of
 * Econometrics 29 (1985), recommended for few and unequal clusters by MacKinnon, Nielsen and Webb, "Fast and reliable
 * jackknife and bootstrap methods for cluster-robust inference", Journal of Applied Econometrics 38 (2023). Its degrees of
 * freedom are Satterthwaite's, by Bell and McCaffrey, "Bias reduction in standard errors for linear regression with
 * multi-stage samples", Survey Methodology 28 (2002): one less than the clusters where these are equal, and fewer where a
 * few of them hold most observations. Of the combinations tried in simulations with wire copies of geometric and of
 * heavy-tailed numbers (CV3 or CR2, with clusters less one, with Bell and McCaffrey's degrees under independence or under
 * dependence within clusters), this one alone held 93 to 97 % of the time from 30 clusters on and 93 % with five; with
 * clusters less one the interval held 91 %. A bootstrap would need thousands of draws in each of millions of cells, and
 * percentile intervals are too narrow with few clusters.
 *
 * @param variance of the estimate, from 0; infinite where one cluster is all there is
 * @param degrees degrees of freedom, from 1; infinite where the variance is known
 */
public record Spread(double variance, double degrees) {
    private static final Quantiles HALF_WIDTH = new Quantiles(0.975);
    private static final Quantiles POWER = new Quantiles(0.8);

    /** Below this share of the squared unit a variance is rounding. */
    private static final double ROUNDING = 1e-24;

    public Spread {
        if (!(variance >= 0) || !(degrees >= 1)) {
            throw new IllegalArgumentException(
                    "no spread has the variance " + variance + " with " + degrees + " degrees of freedom");
        }
    }

    /**
     * The spread of a mean of all observations of some clusters.
     *
     * @param residuals for each cluster, the sum of its observations less the mean times its size
     * @param sizes for each cluster, its number of observations or its weight, from 0
     * @param clusters how many of the arrays' first entries count
     */
    public static Spread ofMean(double[] residuals, double[] sizes, int clusters) {
        double total = 0;
        for (int g = 0; g < clusters; g++) {
            total += sizes[g];
        }
        double squares = 0;
        for (int g = 0; g < clusters; g++) {
            double without = residuals[g] / (total - sizes[g]);
            squares += without * without;
        }
        return jackknife(squares, clusters, degrees(sizes, clusters));
    }

    /** From the squares of what the estimate changes by when each cluster is left out. */
    static Spread jackknife(double squares, int clusters, double degrees) {
        double variance = squares * (clusters - 1) / clusters;
        // One cluster that holds everything leaves nothing to compare it with: 0/0.
        return new Spread(Double.isNaN(variance) ? Double.POSITIVE_INFINITY : variance, degrees);
    }

    /**
     * Bell and McCaffrey's degrees of freedom of a mean under independent observations. For a mean alone their traces have
     * this closed form, in which h is a cluster's share of all observations.
     */
    static double degrees(double[] sizes, int clusters) {
        double total = 0;
        for (int g = 0; g < clusters; g++) {
            total += sizes[g];
        }
        double squares = 0;
        double pairs = 0;
        double own = 0;
        for (int g = 0; g < clusters; g++) {
            double h = sizes[g] / total;
            double scaled = h * h / (1 - h);
            squares += h * h;
            pairs += scaled;
            own += scaled * scaled;
        }
        double degrees = 1 / (squares + pairs * pairs - own);
        return degrees >= 1 ? degrees : 1;
    }

    /**
     * The spread when observations depend on each other both within stories and within outlets: the largest of the spread
     * by stories, that by outlets, and their sum less what both count (Cameron, Gelbach and Miller, "Robust inference with
     * multiway clustering", Journal of Business and Economic Statistics 29, 2011), which alone can be too small or even
     * negative; so MacKinnon, Nielsen and Webb, "Jackknife inference with two-way clustering" (2024).
     *
     * @param both variance by the clusters that share story and outlet
     */
    static Spread twoWay(Spread stories, Spread outlets, double both) {
        double variance = Math.max(
                Math.max(stories.variance, outlets.variance), stories.variance + outlets.variance - Math.max(both, 0));
        return new Spread(variance, Math.min(stories.degrees, outlets.degrees));
    }

    /** The spread of the sum of two independent estimates, with Welch's and Satterthwaite's degrees of freedom. */
    Spread plus(Spread other) {
        double sum = variance + other.variance;
        if (sum == 0 || Double.isInfinite(sum)) {
            return new Spread(sum, Math.min(degrees, other.degrees));
        }
        double a = variance / sum;
        double b = other.variance / sum;
        return new Spread(sum, Math.max(1, 1 / (a * a / degrees + b * b / other.degrees)));
    }

    /** Whether there is none: all clusters agree, which tells nothing of how far they would not. */
    public boolean none() {
        return variance <= ROUNDING;
    }

    public double standardError() {
        return Math.sqrt(variance);
    }

    /** The central 95 % interval around an estimate, as far as it lies between the least and the most possible value. */
    public Interval around(double estimate, double least, double most) {
        double reach = HALF_WIDTH.at(degrees) * standardError();
        return new Interval(
                Math.min(Math.max(estimate - reach, least), most), Math.max(Math.min(estimate + reach, most), least));
    }

    /**
     * The least true difference between this estimate and another with an equal spread, independent of it, that a
     * two-sided test at 5 % finds in 80 of 100 cases: after Bloom, "Minimum detectable effects: a simple way to report the
     * statistical power of experimental designs", Evaluation Review 19 (1995).
     */
    public double detectableDifference() {
        return (HALF_WIDTH.at(degrees) + POWER.at(degrees)) * Math.sqrt(2) * standardError();
    }
}
