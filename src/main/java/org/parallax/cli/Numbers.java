package org.parallax.cli;

import java.util.Locale;

/** Scores as they are shown. */
final class Numbers {
    private Numbers() {}

    /** With sign and two decimals; what rounds to nothing is +0.00 and never -0.00. */
    static String signed(double score) {
        return String.format(Locale.ROOT, "%+.2f", Math.abs(score) < 0.005 ? 0.0 : score);
    }
}
