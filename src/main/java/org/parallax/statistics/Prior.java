package org.parallax.statistics;

import java.io.Serializable;

/**
 * The class shares of the texts that a classifier's probabilities are right for, in the order of {@link ConfusionRates}.
 *
 * @param labels from how many labelled texts they are known
 */
public record Prior(double unfavourable, double neutral, double favourable, long labels) implements Serializable {
    private static final double ROUNDING = 1e-3;

    public Prior {
        double sum = unfavourable + neutral + favourable;
        if (!(unfavourable > 0 && neutral > 0 && favourable > 0 && Math.abs(sum - 1) <= ROUNDING) || labels < 1) {
            throw new IllegalArgumentException(
                    "not the shares of three classes in labelled texts: " + unfavourable + ", "
                            + neutral + ", " + favourable + " of " + labels
                            + " (each must be above 0, their sum 1 within " + ROUNDING + ", and the texts 1 or more)");
        }
        unfavourable /= sum;
        neutral /= sum;
        favourable /= sum;
    }

    double[] shares() {
        return new double[] {unfavourable, neutral, favourable};
    }
}
