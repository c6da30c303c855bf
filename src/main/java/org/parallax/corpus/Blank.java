package org.parallax.corpus;

/** What counts as nothing at the ends of a text: white space, no-break spaces, byte order marks, invisible controls. */
final class Blank {

    private Blank() {}

    static boolean is(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '\uFEFF'
                || c == '\u200B';
    }

    static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && is(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }
}
