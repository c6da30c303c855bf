package org.parallax.run;

import java.util.Locale;

/** What one line of progress says. */
final class StageLine {
    private static final double SECONDS_BEFORE_AN_ESTIMATE = 2;

    private StageLine() {}

    /** A stage under way; total 0 when it is not known. */
    static String running(String stage, long done, long total, double seconds) {
        StringBuilder line = new StringBuilder(stage);
        if (total > 0) {
            line.append(String.format(Locale.ROOT, "  %,d of %,d", done, total));
            if (done > 0 && seconds >= SECONDS_BEFORE_AN_ESTIMATE) {
                double rate = done / seconds;
                line.append(String.format(Locale.ROOT, rate < 10 ? "  %.1f/s" : "  %.0f/s", rate));
                line.append("  ").append(time(Math.max(0, total - done) / rate)).append(" left");
            }
        }
        return line.append("  ").append(time(seconds)).toString();
    }

    /** A stage that has ended. */
    static String ended(String stage, long rows, double seconds) {
        return String.format(Locale.ROOT, "%s  %,d rows  %s", stage, rows, time(seconds));
    }

    /** A stage that has ended and has no rows. */
    static String ended(String stage, double seconds) {
        return stage + "  " + time(seconds);
    }

    static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
}
