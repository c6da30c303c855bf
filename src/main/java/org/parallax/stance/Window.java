package org.parallax.stance;

import java.text.Normalizer;

/**
 * The part of a text that the model reads. It holds the mention, and is never longer than the encoder can read, whatever
 * the text is made of: what is left out is left out here, and can be counted.
 *
 * @param start its first code point
 * @param stop the code point after it
 */
record Window(int start, int stop) {
    /** Most signs other than white space. Each can be a word piece of its own, and the encoder reads 512 with marks and end signs. */
    static final int SIGNS = 500;

    /** The first code point that can fall into several letters. */
    private static final int DEVANAGARI = 0x900;

    /** The window of at most {@code room} signs around the mention at [begin, end), cut at white space. */
    static Window around(int[] text, int begin, int end, int room) {
        int[] before = cumulated(text);
        int all = before[text.length];
        if (all <= room) {
            return new Window(0, text.length);
        }
        int low = Math.max(0, Math.min((before[begin] + before[end]) / 2 - room / 2, all - room));
        int start = 0;
        while (before[start] < low) {
            start++;
        }
        int stop = text.length;
        while (before[stop] > low + room) {
            stop--;
        }
        if (start > 0) {
            while (start < begin && !Words.isSpace(text[start])) {
                start++;
            }
        }
        if (stop < text.length) {
            while (stop > end && !Words.isSpace(text[stop - 1])) {
                stop--;
            }
        }
        return new Window(Math.min(start, begin), Math.max(stop, end));
    }

    /** The longest beginning of a text that has at most {@code room} signs. */
    static Window beginning(int[] text, int room) {
        int[] before = cumulated(text);
        int stop = text.length;
        while (before[stop] > room) {
            stop--;
        }
        return new Window(0, stop);
    }

    boolean contains(int begin, int end) {
        return start <= begin && end <= stop;
    }

    int length() {
        return stop - start;
    }

    /** For each place in the text, the most word pieces that what stands before it can become. */
    static int[] cumulated(int[] text) {
        int[] before = new int[text.length + 1];
        for (int i = 0; i < text.length; i++) {
            before[i + 1] = before[i] + pieces(text[i]);
        }
        return before;
    }

    /** A sign falls into letters, as a Korean syllable does; its accents are dropped. */
    private static int pieces(int c) {
        if (Words.isSpace(c)) {
            return 0;
        }
        if (c < DEVANAGARI) {
            return 1;
        }
        long letters = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .count();
        return (int) Math.max(1, letters);
    }
}
