package org.parallax.stance;

import java.util.Locale;

/** The three classes, in the order of the model's outputs. */
public enum Stance {
    UNFAVOURABLE,
    NEUTRAL,
    FAVOURABLE;

    /** The value as it stands in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
