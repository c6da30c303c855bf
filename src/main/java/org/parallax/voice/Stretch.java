package org.parallax.voice;

/** Neighbouring tokens: indexes, end exclusive. */
record Stretch(int from, int to) {

    boolean empty() {
        return to <= from;
    }

    boolean contains(int token) {
        return from <= token && token < to;
    }
}
