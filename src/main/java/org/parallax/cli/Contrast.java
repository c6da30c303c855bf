package org.parallax.cli;

import java.util.Locale;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.OutletContrastsTable;

/**
 * A row of outlet contrasts in the order in which somebody named the two.
 *
 * @param low null, like all columns of a test, where there was too little to test
 */
record Contrast(
        String status,
        long articlesA,
        long articlesB,
        long storiesA,
        long storiesB,
        @Nullable Long events,
        double meanA,
        double meanB,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double delta,
        @Nullable Double p,
        @Nullable Double q) {
    private static final double FALSE_DISCOVERIES = 0.05;

    static Contrast of(Row row, String first) {
        boolean straight = first.equals(row.<String>getAs(OutletContrastsTable.GROUP_A));
        Double low = row.getAs(OutletContrastsTable.DIFFERENCE_LOW);
        Double high = row.getAs(OutletContrastsTable.DIFFERENCE_HIGH);
        Double delta = row.getAs(OutletContrastsTable.CLIFFS_DELTA);
        String[] a = {OutletContrastsTable.ARTICLES_A, OutletContrastsTable.STORIES_A, OutletContrastsTable.MEAN_A};
        String[] b = {OutletContrastsTable.ARTICLES_B, OutletContrastsTable.STORIES_B, OutletContrastsTable.MEAN_B};
        String[] one = straight ? a : b;
        String[] two = straight ? b : a;
        return new Contrast(
                row.getAs(OutletContrastsTable.STATUS),
                row.<Long>getAs(one[0]),
                row.<Long>getAs(two[0]),
                row.<Long>getAs(one[1]),
                row.<Long>getAs(two[1]),
                row.getAs(OutletContrastsTable.EVENTS),
                row.<Double>getAs(one[2]),
                row.<Double>getAs(two[2]),
                straight || low == null || high == null ? low : Double.valueOf(-high),
                straight || low == null || high == null ? high : Double.valueOf(-low),
                straight || delta == null ? delta : Double.valueOf(-delta),
                row.getAs(OutletContrastsTable.P),
                row.getAs(OutletContrastsTable.Q));
    }

    /** What the row says of the difference; one sentence that claims no more than the test carries. */
    String words(String a, String b, long fewest) {
        if (low == null || high == null || p == null || q == null || delta == null) {
            return events == null
                    ? "Too few stories to tell: " + storiesA + " and " + storiesB + ", and " + fewest
                            + " of each are needed (contrasts.min-stories)."
                    : "Too few common events to tell: " + events + " of the " + fewest
                            + " that are needed (contrasts.min-stories).";
        }
        double difference = meanA - meanB;
        String numbers = String.format(
                Locale.ROOT,
                " (95 %% interval %s to %s; p = %.3g, q = %.3g; Cliff's delta %s).",
                Numbers.signed(low),
                Numbers.signed(high),
                p,
                q,
                Numbers.signed(delta));
        if (q > FALSE_DISCOVERIES) {
            return "No difference that the data can show: " + a + " lies " + Numbers.signed(difference) + " from " + b
                    + numbers;
        }
        return (difference > 0 ? a : b) + " is more favourable by "
                + String.format(Locale.ROOT, "%.2f", Math.abs(difference)) + "; seen from " + a + " "
                + Numbers.signed(difference) + numbers;
    }
}
