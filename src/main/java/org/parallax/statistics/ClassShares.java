package org.parallax.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Shares of mentions by the class that the classifier gave them, with its errors. */
public final class ClassShares {
    private ClassShares() {}

    /** The shares of unfavourable, neutral and favourable. */
    public static List<Estimate> of(ClusteredSample sample) {
        double[] shares = shares(sample);
        return IntStream.range(0, ConfusionRates.CLASSES)
                .mapToObj(c -> {
                    double[] chosen = new double[ConfusionRates.CLASSES];
                    chosen[c] = 1;
                    return new Estimate(shares[c], spread(sample, shares, chosen));
                })
                .toList();
    }

    /** The same without their spreads. */
    public static double[] shares(ClusteredSample sample) {
        double[] shares = new double[ConfusionRates.CLASSES];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = sample.total(ClusteredSample.CLASS + c) / sample.total(ClusteredSample.MENTIONS);
        }
        return shares;
    }

    /** The spread of a weighted sum of the shares. */
    static Spread spread(ClusteredSample sample, double[] shares, double[] weights) {
        double[] residual = ClusteredSample.coefficients();
        for (int c = 0; c < shares.length; c++) {
            residual[ClusteredSample.CLASS + c] = weights[c];
            residual[ClusteredSample.MENTIONS] -= weights[c] * shares[c];
        }
        return sample.spread(new ClusteredSample.Part(residual, ClusteredSample.MENTIONS));
    }
}
