package org.parallax.voice;

/** Turns UTF-16 offsets of a text into code points. Ask in rising order: it counts on from the last answer. */
final class CodePoints {
    private final String text;
    private int offset;
    private int count;

    CodePoints(String text) {
        this.text = text;
    }

    /** Number of code points before an offset. */
    int before(int utf16) {
        if (utf16 < offset) {
            count -= text.codePointCount(utf16, offset);
        } else {
            count += text.codePointCount(offset, utf16);
        }
        offset = utf16;
        return count;
    }
}
