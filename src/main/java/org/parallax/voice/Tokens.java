package org.parallax.voice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text as words and marks. A possessive ending is a token of its own. */
final class Tokens {

    private enum Kind {
        WORD,
        POSSESSIVE,
        MARK
    }

    private record Token(int begin, int end, Kind kind, String lower) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    /**
     * @param quoteMarks offsets of the marks that open or close a quotation; an apostrophe among them is none
     * @param abbreviations words that keep their full stop
     */
    static Tokens of(String text, BitSet quoteMarks, Set<String> abbreviations) {
        Tokens read = new Tokens(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                at = read.word(at, quoteMarks, abbreviations);
            } else {
                if (!Character.isWhitespace(c)) {
                    boolean owner = apostrophe(c)
                            && !quoteMarks.get(at)
                            && at > 0
                            && Character.toLowerCase(text.charAt(at - 1)) == 's';
                    read.add(at, at + 1, owner ? Kind.POSSESSIVE : Kind.MARK);
                }
                at++;
            }
        }
        return read;
    }

    private int word(int begin, BitSet quoteMarks, Set<String> abbreviations) {
        int end = begin;
        int part = begin;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                end++;
                continue;
            }
            boolean letterFollows = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
            boolean initial = c == '.' && end - part == 1;
            if (letterFollows && !quoteMarks.get(end) && (apostrophe(c) || c == '-' || initial)) {
                end++;
                part = end;
                continue;
            }
            break;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            boolean initial = end - part == 1 && Character.isUpperCase(text.charAt(part));
            if (initial || abbreviations.contains(text.substring(begin, end).toLowerCase(Locale.ROOT))) {
                end++;
            }
        }
        boolean owner = end - begin > 2
                && apostrophe(text.charAt(end - 2))
                && Character.toLowerCase(text.charAt(end - 1)) == 's';
        add(begin, owner ? end - 2 : end, Kind.WORD);
        if (owner) {
            add(end - 2, end, Kind.POSSESSIVE);
        }
        return end;
    }

    private void add(int begin, int end, Kind kind) {
        String lower = text.substring(begin, end).toLowerCase(Locale.ROOT).replace('’', '\'');
        if (kind == Kind.WORD && lower.endsWith(".") && lower.indexOf('.') == lower.length() - 1) {
            lower = lower.substring(0, lower.length() - 1);
        }
        tokens.add(new Token(begin, end, kind, lower));
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’';
    }

    int size() {
        return tokens.size();
    }

    int begin(int token) {
        return tokens.get(token).begin();
    }

    int end(int token) {
        return tokens.get(token).end();
    }

    /** The token in lower case, with straight apostrophes; empty beyond either end. */
    String lower(int token) {
        return inside(token) ? tokens.get(token).lower() : "";
    }

    boolean word(int token) {
        return inside(token) && tokens.get(token).kind() == Kind.WORD;
    }

    boolean possessive(int token) {
        return inside(token) && tokens.get(token).kind() == Kind.POSSESSIVE;
    }

    /** Whether it is one of the marks given. */
    boolean mark(int token, String marks) {
        return inside(token)
                && tokens.get(token).kind() == Kind.MARK
                && marks.contains(tokens.get(token).lower());
    }

    boolean capital(int token) {
        return word(token) && Character.isUpperCase(text.charAt(begin(token)));
    }

    /** Whether it is the initial of a name: "A." */
    boolean initial(int token) {
        return capital(token)
                && end(token) < text.length()
                && end(token) - begin(token) <= 2
                && (text.charAt(end(token) - 1) == '.' || text.charAt(end(token)) == '.');
    }

    /** Whether a dash stands between spaces, so that it parts clauses and does not join words. */
    boolean dash(int token) {
        return mark(token, "—–-")
                && (begin(token) == 0 || Character.isWhitespace(text.charAt(begin(token) - 1)))
                && (end(token) == text.length() || Character.isWhitespace(text.charAt(end(token))));
    }

    String text(Stretch stretch) {
        return stretch.empty() ? "" : text.substring(begin(stretch.from()), end(stretch.to() - 1));
    }

    /** The first token that ends after the offset; {@link #size()} when none does. */
    int after(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean inside(int token) {
        return token >= 0 && token < tokens.size();
    }
}
