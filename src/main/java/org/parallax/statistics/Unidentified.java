package org.parallax.statistics;

import java.util.Locale;

/** Why a correction says nothing: what it would have to rest on is not there. */
public enum Unidentified {
    /** Nobody labelled anything that it could rest on. */
    NO_LABELS,
    /** There are labels, but fewer than are asked for, in all or of one class. */
    TOO_FEW_LABELS,
    /** The classifier tells the classes apart too little for its answers to be undone. */
    SINGULAR_CONFUSION_MATRIX,
    /** The class shares behind the classifier's probabilities are not known. */
    NO_PRIOR,
    /** The texts' probabilities are not there. */
    NO_PROBABILITIES,
    /** The probabilities are the same for every text, or nearly. */
    FLAT_PROBABILITIES;

    /** As it stands in the tables: {@code too few labels}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
