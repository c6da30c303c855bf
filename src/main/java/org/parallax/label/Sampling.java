package org.parallax.label;

/**
 * What a sample of mentions is to be.
 *
 * @param size mentions to draw
 * @param by what its strata are, beside target and predicted stance
 * @param seed the same tables, size, strata and seed give the same sample
 */
public record Sampling(int size, By by, long seed) {

    /** What divides the mentions of a target and predicted stance into strata. */
    public enum By {
        /** The author's voice and that of those who are reported. */
        VOICE,
        /** Each of the outlets with the most mentions, and all others together. */
        OUTLET
    }
}
