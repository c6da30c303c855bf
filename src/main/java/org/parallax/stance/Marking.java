package org.parallax.stance;

/**
 * How a question is put to the model: a window of the sentence, with the target between two marks that news does not use.
 *
 * <p>The same rules trained the model ({@code training/stance/marking.py}); a fixture made there holds the two together.
 */
final class Marking {
    static final String TARGET_MARK = "§";

    /** Longest part of a sentence that the model reads, in code points; the mention stays in the middle of what is cut. */
    static final int WINDOW = 700;

    private Marking() {}

    /**
     * What does this sentence convey toward the target at [begin, end)?
     *
     * @param begin UTF-16 offset of the mention in the sentence
     * @param end its end, exclusive
     */
    static String target(String sentence, int begin, int end) {
        int[] text = sentence.codePoints().toArray();
        int from = sentence.codePointCount(0, begin);
        int to = sentence.codePointCount(0, end);
        int start = start(text, from, to);
        int stop = stop(text, from, to);
        return string(text, start, from) + " " + TARGET_MARK + " " + string(text, from, to) + " " + TARGET_MARK + " "
                + string(text, to, stop);
    }

    /** What is the tone of this sentence? */
    static String tone(String sentence) {
        int[] text = sentence.codePoints().toArray();
        return string(text, start(text, 0, 0), stop(text, 0, 0));
    }

    private static int uncut(int[] text, int begin, int end) {
        return Math.max(0, Math.min((begin + end) / 2 - WINDOW / 2, text.length - WINDOW));
    }

    private static int start(int[] text, int begin, int end) {
        int start = uncut(text, begin, end);
        while (start > 0 && start < begin && !Words.isSpace(text[start])) {
            start++;
        }
        return start;
    }

    private static int stop(int[] text, int begin, int end) {
        int stop = Math.min(text.length, uncut(text, begin, end) + WINDOW);
        while (stop < text.length && stop > end && !Words.isSpace(text[stop - 1])) {
            stop--;
        }
        return stop;
    }

    private static String string(int[] text, int from, int to) {
        return new String(text, from, Math.max(0, to - from));
    }
}
