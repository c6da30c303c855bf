package org.parallax.statistics;

/** How far probabilities lie from what came true. */
public final class BrierScore {
    private BrierScore() {}

    /**
     * The Brier score for several classes (Brier, "Verification of forecasts expressed in terms of probability", Monthly
     * Weather Review 78, 1950): the mean over the items of the squared distances of all probabilities from 1 for the true
     * class and 0 for the others, from 0 (sure and right) to 2 (sure and wrong); equal probabilities for three classes have
     * 2/3. NaN for no items.
     *
     * @param probabilities for each item, the probability of each class
     * @param truth for each item, its class from 0
     */
    public static double of(double[][] probabilities, int[] truth) {
        if (probabilities.length != truth.length) {
            throw new IllegalArgumentException(truth.length + " labels for " + probabilities.length + " predictions");
        }
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int c = 0; c < probabilities[i].length; c++) {
                double distance = probabilities[i][c] - (c == truth[i] ? 1 : 0);
                sum += distance * distance;
            }
        }
        return sum / truth.length;
    }
}
