package org.parallax.statistics;

import java.util.Arrays;

/**
 * The shares of three kinds in a mixture that are most likely, given for each item how likely it is under each kind. The log
 * likelihood is concave; damped Newton steps (self-concordance: Nesterov and Nemirovskii, "Interior-point polynomial
 * algorithms in convex programming", 1994) on the kinds whose share is not 0 reach the point that expectation-maximisation
 * creeps toward.
 */
final class MixtureShares {
    private static final int KINDS = ConfusionRates.CLASSES;
    private static final int MOST_STEPS = 200;
    private static final int FIRST_EM_STEPS = 3;
    private static final double ENOUGH = 1e-11;
    private static final double SMALL = 1e-12;
    private static final double FULL_STEP = 0.25;

    private MixtureShares() {}

    /**
     * @param likelihoods for each item, how likely it is under each kind, up to a factor of the item
     * @param weights how often each item counts
     */
    static double[] of(double[][] likelihoods, double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] shares = new double[KINDS];
        Arrays.fill(shares, 1.0 / KINDS);
        double[] gradient = new double[KINDS];
        double[][] curvature = new double[KINDS][KINDS];
        for (int step = 0; step < MOST_STEPS; step++) {
            derive(likelihoods, weights, total, shares, gradient, curvature);
            if (step < FIRST_EM_STEPS) {
                expectationMaximisation(shares, gradient);
                continue;
            }
            if (done(shares, gradient)) {
                break;
            }
            if (!newton(shares, gradient, curvature, total)) {
                expectationMaximisation(shares, gradient);
            }
        }
        return shares;
    }

    /** Mean derivative for each kind, and minus the second ones; one round of expectation-maximisation is share x derivative. */
    private static void derive(
            double[][] likelihoods,
            double[] weights,
            double total,
            double[] shares,
            double[] gradient,
            double[][] curvature) {
        Arrays.fill(gradient, 0);
        for (double[] row : curvature) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < weights.length; i++) {
            double[] r = likelihoods[i];
            double mixed = r[0] * shares[0] + r[1] * shares[1] + r[2] * shares[2];
            double weight = weights[i] / total;
            for (int a = 0; a < KINDS; a++) {
                double relative = r[a] / mixed;
                gradient[a] += weight * relative;
                for (int b = a; b < KINDS; b++) {
                    curvature[a][b] += weight * relative * r[b] / mixed;
                }
            }
        }
        for (int a = 0; a < KINDS; a++) {
            for (int b = 0; b < a; b++) {
                curvature[a][b] = curvature[b][a];
            }
        }
    }

    private static void expectationMaximisation(double[] shares, double[] gradient) {
        for (int k = 0; k < KINDS; k++) {
            shares[k] *= gradient[k];
        }
    }

    private static boolean done(double[] shares, double[] gradient) {
        for (int k = 0; k < KINDS; k++) {
            boolean there = shares[k] > 0;
            if (there ? Math.abs(gradient[k] - 1) > ENOUGH : gradient[k] > 1 + ENOUGH) {
                return false;
            }
        }
        return true;
    }

    /** One step over the kinds that have a share or should; false when there is no direction to go. */
    private static boolean newton(double[] shares, double[] gradient, double[][] curvature, double total) {
        double[] step = direction(shares, gradient, curvature);
        double decrement = 0;
        for (int a = 0; a < KINDS; a++) {
            for (int b = 0; b < KINDS; b++) {
                decrement += step[a] * curvature[a][b] * step[b];
            }
        }
        decrement = Math.sqrt(decrement * Math.max(total, 1));
        if (!(decrement > 0)) {
            return false;
        }
        double length = decrement > FULL_STEP ? 1 / (1 + decrement) : 1;
        int stopped = -1;
        for (int k = 0; k < KINDS; k++) {
            if (step[k] < 0 && shares[k] + length * step[k] < SMALL) {
                length = -shares[k] / step[k];
                stopped = k;
            }
        }
        double sum = 0;
        for (int k = 0; k < KINDS; k++) {
            shares[k] = k == stopped ? 0 : Math.max(0, shares[k] + length * step[k]);
            sum += shares[k];
        }
        for (int k = 0; k < KINDS; k++) {
            shares[k] /= sum;
        }
        return true;
    }

    /** Newton's direction within the plane of constant sum; 0 for kinds that rest at 0. */
    private static double[] direction(double[] shares, double[] gradient, double[][] c) {
        int[] free = new int[KINDS];
        int n = 0;
        for (int k = 0; k < KINDS; k++) {
            if (shares[k] > 0 || gradient[k] > 1 + ENOUGH) {
                free[n++] = k;
            }
        }
        double[] step = new double[KINDS];
        if (n < 2) {
            return step;
        }
        // The last free kind takes what the others give.
        int z = free[n - 1];
        int a = free[0];
        double ga = gradient[a] - gradient[z];
        double aa = c[a][a] - 2 * c[a][z] + c[z][z];
        if (n == 2) {
            step[a] = aa > 0 ? ga / aa : 0;
            step[z] = -step[a];
            return step;
        }
        int b = free[1];
        double gb = gradient[b] - gradient[z];
        double bb = c[b][b] - 2 * c[b][z] + c[z][z];
        double ab = c[a][b] - c[a][z] - c[b][z] + c[z][z];
        double determinant = aa * bb - ab * ab;
        if (determinant > 0) {
            step[a] = (bb * ga - ab * gb) / determinant;
            step[b] = (aa * gb - ab * ga) / determinant;
            step[z] = -step[a] - step[b];
        }
        return step;
    }
}
