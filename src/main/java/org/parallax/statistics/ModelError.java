package org.parallax.statistics;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a classifier's errors beforehand, from texts other than those that it is used on.
 *
 * @param rates how often it takes one class for another; null when that is not known
 * @param prior class shares that its probabilities are right for; null when they are not known
 */
public record ModelError(@Nullable ConfusionRates rates, @Nullable Prior prior) implements Serializable {
    /** Of a classifier of which nothing is known. */
    public static final ModelError UNKNOWN = new ModelError(null, null);
}
