package org.parallax.voice;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks or takes a stance.
 *
 * @param id actor id, where it is a configured actor or speaks for one
 * @param surface the words that name it
 */
record Holder(Kind kind, @Nullable String id, @Nullable String surface) {

    /** What sort of holder it is, which decides the pronouns that may mean it. */
    enum Kind {
        PERSON,
        GROUP,
        /** A common noun that names nobody in particular and may be no speaker at all. */
        COMMON,
        NOBODY_KNOWN
    }

    /** Somebody is reported and nobody is named. */
    static final Holder UNKNOWN = new Holder(Kind.NOBODY_KNOWN, null, null);

    /** Whether it can be for or against something. */
    boolean takesSides() {
        return kind == Kind.PERSON || kind == Kind.GROUP;
    }
}
