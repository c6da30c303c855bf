package org.parallax.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a text that no sentence crosses: paragraphs, headlines, items of a list.
 *
 * <p>A line break parts two of them, with two exceptions: a line that goes on in lower case, and a text that was wrapped
 * to a fixed width, where only blank lines and lines much shorter than the width part anything.
 */
final class Paragraphs {
    private static final Pattern LINE = Pattern.compile("[^\\n\\r\\x0B\\f\\x85\\u2028\\u2029]+");
    private static final Pattern LIST_ITEM = Pattern.compile("[•·*▪–—-]\\s.*|\\(?\\d{1,3}[.)]\\s.*", Pattern.DOTALL);

    /** Lines outside this range were not wrapped: they are headlines and list items, or whole paragraphs. */
    private static final int NARROWEST = 30;

    private static final int WIDEST = 140;

    private Paragraphs() {}

    static List<Span> of(String text) {
        List<Span> lines = lines(text);
        int width = width(text, lines);
        List<Span> paragraphs = new ArrayList<>();
        Span open = null;
        for (Span line : lines) {
            if (open != null && continues(text, open, line, width)) {
                open = new Span(open.begin(), line.end());
            } else {
                if (open != null) {
                    paragraphs.add(open);
                }
                open = line;
            }
        }
        if (open != null) {
            paragraphs.add(open);
        }
        return paragraphs;
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            Span trimmed = Blank.trim(text, line.start(), line.end());
            if (trimmed != null) {
                lines.add(trimmed);
            }
        }
        return lines;
    }

    private static boolean continues(String text, Span before, Span line, int width) {
        if (!singleBreak(text, before, line)) {
            return false;
        }
        if (Character.isLowerCase(text.codePointAt(line.begin()))) {
            return true;
        }
        int lastLine = before.end() - Math.max(before.begin(), lastBreak(text, before) + 1);
        return width > 0
                && lastLine * 3 > width * 2
                && !LIST_ITEM.matcher(line.of(text)).matches();
    }

    /** How long lines are in a text that is wrapped, or 0: in a wrapped text many lines begin within a sentence. */
    private static int width(String text, List<Span> lines) {
        int within = 0;
        List<Integer> lengths = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Span line = lines.get(i);
            if (singleBreak(text, lines.get(i - 1), line)) {
                within += Character.isLowerCase(text.codePointAt(line.begin())) ? 1 : 0;
                lengths.add(line.end() - line.begin());
            }
        }
        if (lengths.size() < 3 || within * 3 < lengths.size()) {
            return 0;
        }
        Collections.sort(lengths);
        int usual = lengths.get(lengths.size() / 2);
        return usual >= NARROWEST && usual <= WIDEST ? usual : 0;
    }

    private static boolean singleBreak(String text, Span before, Span line) {
        int breaks = 0;
        for (int i = before.end(); i < line.begin(); i++) {
            boolean windows = text.charAt(i) == '\r' && text.charAt(i + 1) == '\n';
            breaks += isBreak(text.charAt(i)) && !windows ? 1 : 0;
        }
        return breaks == 1;
    }

    private static int lastBreak(String text, Span span) {
        for (int i = span.end() - 1; i >= span.begin(); i--) {
            if (isBreak(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
