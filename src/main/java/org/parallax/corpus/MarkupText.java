package org.parallax.corpus;

/**
 * Reduces markup to the text that a reader sees: HTML, escaped HTML, and markdown. Text that only looks a little like
 * markup ({@code 5 < 6}, {@code snake_case}, {@code [sic]}, {@code * * *}) is left alone.
 */
final class MarkupText {
    // Feeds escape what was escaped before: each round takes one layer off, and no honest text has more.
    private static final int MOST_LAYERS = 8;

    private MarkupText() {}

    /**
     * The text without markup, with line ends as {@code \n}, paragraphs apart by a blank line, and no blank ends. Text
     * without markup is otherwise unchanged, and reducing it again changes nothing.
     */
    static String plain(String text) {
        String current = Blank.trim(text.replace("\r\n", "\n").replace('\r', '\n'));
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            String reduced = Markdown.reduce(Html.reduce(current));
            if (reduced.equals(current)) {
                return current;
            }
            current = Blank.trim(reduced);
        }
        return current;
    }
}
