package org.parallax.cli;

import java.io.PrintWriter;
import org.parallax.run.Progress;

/** What the place that output goes to can show. */
final class Terminal {
    private static final int DEFAULT_WIDTH = 110;
    private static final int NARROWEST = 50;
    private static final int WIDEST_HELP = 110;

    private Terminal() {}

    /** Whether somebody sits there to look. */
    @SuppressWarnings("SystemConsoleNull") // The job runs on JDK 17, where a redirected output has no console.
    static boolean present() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    static Style style() {
        return present() && System.getenv("NO_COLOR") == null ? Style.COLOURED : Style.PLAIN;
    }

    static int width() {
        String columns = System.getenv("COLUMNS");
        if (columns == null || !columns.matches("\\d{1,4}")) {
            return DEFAULT_WIDTH;
        }
        return Math.max(NARROWEST, Integer.parseInt(columns));
    }

    static int helpWidth() {
        return Math.min(WIDEST_HELP, Math.max(width(), NARROWEST));
    }

    static Progress progress(PrintWriter err) {
        return present() ? Progress.onTerminal(err) : Progress.inPlainLines(err);
    }
}
