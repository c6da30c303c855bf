package org.parallax.mention;

/**
 * A target or an actor named in a text.
 *
 * @param span where, without a possessive ending
 * @param kind which of the two
 * @param id id of the target or actor
 */
public record Name(Span span, Kind kind, String id) {

    /** What is named. The same words may name both: Russia is a target and an actor. */
    public enum Kind {
        TARGET,
        ACTOR
    }
}
