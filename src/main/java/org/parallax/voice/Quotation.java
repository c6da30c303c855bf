package org.parallax.voice;

/**
 * A stretch of a text between quotation marks.
 *
 * @param open offset of the opening mark
 * @param close offset of the closing mark; where none was found, the offset at which the quotation is held to end
 */
record Quotation(int open, int close) {

    /** Where the quoted words begin. */
    int begin() {
        return open + 1;
    }
}
