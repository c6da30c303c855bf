package org.parallax.evaluate;

import org.jspecify.annotations.Nullable;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Stance;

/**
 * An item's label beside the answer.
 *
 * @param text the text that the item stands in, which it may share with others
 * @param target the target, where the file states one
 * @param given the class of the answer; neutral where the item got none
 * @param read whether the item got an answer
 * @param probabilities null where the answer has none: that of an article, or of an item that was not read
 */
record Verdict(
        String text,
        @Nullable String target,
        Stance label,
        Stance given,
        boolean read,
        @Nullable Probabilities probabilities) {

    boolean right() {
        return label == given;
    }
}
