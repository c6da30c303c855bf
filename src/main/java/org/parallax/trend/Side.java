package org.parallax.trend;

import org.parallax.table.ArticleStanceTable;

/** The class of a mean score. */
final class Side {
    private Side() {}

    /** @param neutralBand distance from 0 within which a mean is neutral */
    static String of(double mean, double neutralBand) {
        if (Math.abs(mean) <= neutralBand) {
            return ArticleStanceTable.NEUTRAL;
        }
        return mean > 0 ? ArticleStanceTable.FAVOURABLE : ArticleStanceTable.UNFAVOURABLE;
    }
}
