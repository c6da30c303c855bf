package org.parallax.voice;

import org.parallax.mention.Span;

/**
 * A stretch of a text that gives somebody else's words or stance.
 *
 * @param span the stretch, UTF-16 offsets
 * @param except words within it that are the author's own, such as the name of who is reported
 * @param kind words or a stance
 */
record Scope(Span span, Span except, Kind kind, Holder holder) {

    /** What is reported. */
    enum Kind {
        /** What somebody said: all that is named in it is named by the holder. */
        WORDS,
        /** What somebody is for or against: only others than the holder are its object. */
        STANCE
    }

    int length() {
        return span.end() - span.begin();
    }
}
