package org.parallax.voice;

import java.util.Locale;

/** Whether a text speaks for itself or reports somebody. */
public enum Voice {
    AUTHOR,
    REPORTED;

    /** The value as it stands in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
