package org.parallax.stance;

import java.util.Locale;

/** The three classes, in the order of the model's outputs. */
public enum Stance {
    UNFAVOURABLE(-1),
    NEUTRAL(0),
    FAVOURABLE(1);

    private final int label;

    Stance(int label) {
        this.label = label;
    }

    /** The class of a label of the labelled files: -1, 0 or 1. */
    public static Stance ofLabel(int label) {
        return switch (label) {
            case -1 -> UNFAVOURABLE;
            case 0 -> NEUTRAL;
            case 1 -> FAVOURABLE;
            default -> throw new IllegalArgumentException("a label is -1, 0 or 1, not " + label);
        };
    }

    /** The class of a value of the tables. */
    public static Stance ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Position among the model's outputs, from 0. */
    public int index() {
        return label + 1;
    }

    /** The value as it stands in the tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
