package org.parallax.mention;

import org.jspecify.annotations.Nullable;

/** What counts as white space, no-break spaces included, which {@link String#strip} leaves. */
final class Blank {

    private Blank() {}

    static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0xFEFF;
    }

    /** The stretch without white space at its ends; null when nothing is left. */
    static @Nullable Span trim(String text, int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (from < to && is(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? new Span(from, to) : null;
    }
}
