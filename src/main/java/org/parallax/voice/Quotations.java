package org.parallax.voice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;

/**
 * Finds quotations by their marks: “ ”, „ “, « », ‘ ’, straight double and single ones. Each kind of mark is paired by
 * itself within a paragraph. A quotation that is not closed ends with its sentence, unless the next paragraph opens it
 * again.
 */
final class Quotations {
    /** Same marks within same marks: the inner one is a name ("the "North" group"), never a speech. */
    private static final int LONGEST_INNER = 80;

    private static final int LONGEST_UNCLOSED = 1000;
    private static final int LONGEST_SINGLE = 1500;
    private static final int DEEPEST = 4;

    private enum Marks {
        CURLY,
        ANGLE,
        STRAIGHT,
        SINGLE
    }

    private final String text;
    private final List<Span> sentences;
    private final List<Quotation> found = new ArrayList<>();
    private final BitSet marks = new BitSet();

    private Quotations(String text, List<Span> sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    static Quotations of(String text, List<Span> sentences) {
        Quotations quotations = new Quotations(text, sentences);
        for (Marks kind : Marks.values()) {
            quotations.read(kind);
        }
        quotations.found.sort(Comparator.comparingInt(Quotation::open));
        for (Quotation q : quotations.found) {
            quotations.marks.set(q.open());
            if (q.close() < text.length()) {
                quotations.marks.set(q.close());
            }
        }
        return quotations;
    }

    /** By where they open. */
    List<Quotation> list() {
        return found;
    }

    /** Offsets of their marks. */
    BitSet marks() {
        return marks;
    }

    private void read(Marks kind) {
        int begin = 0;
        Integer carried = null;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            if (end < 0) {
                end = text.length();
            }
            carried = kind == Marks.SINGLE ? singles(begin, end) : paragraph(kind, begin, end, carried);
            begin = end + 1;
        }
    }

    /** Pairs the marks of a paragraph; gives back the mark of a quotation that the next paragraph opens again. */
    private @Nullable Integer paragraph(Marks kind, int begin, int end, @Nullable Integer carried) {
        Deque<Integer> open = new ArrayDeque<>();
        int from = begin;
        if (carried != null) {
            open.push(carried);
            from = firstVisible(begin, end) + 1;
        }
        for (int at = from; at < end; at++) {
            if (opens(kind, at, !open.isEmpty())) {
                if (open.size() == DEEPEST) {
                    unclosed(open.removeLast(), end);
                }
                open.push(at);
            } else if (closes(kind, at) && !open.isEmpty()) {
                int opened = open.pop();
                found.add(new Quotation(opened, at));
                if (at - opened > LONGEST_INNER) {
                    // A speech within the same marks: the outer ones were never closed.
                    while (!open.isEmpty()) {
                        unclosed(open.pop(), end);
                    }
                }
            }
        }
        Integer goesOn = null;
        while (!open.isEmpty()) {
            int opened = open.pop();
            if (open.isEmpty() && opensAgain(kind, end)) {
                goesOn = opened;
            } else {
                unclosed(opened, end);
            }
        }
        return goesOn;
    }

    private boolean opensAgain(Marks kind, int paragraphEnd) {
        int next = firstVisible(paragraphEnd, text.length());
        return next < text.length() && opens(kind, next, false);
    }

    private int firstVisible(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void unclosed(int open, int paragraphEnd) {
        int end = Math.min(Math.min(paragraphEnd, open + LONGEST_UNCLOSED), sentenceEnd(open));
        if (end > open + 1) {
            found.add(new Quotation(open, end));
        }
    }

    private int sentenceEnd(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < sentences.size() ? sentences.get(low).end() : text.length();
    }

    private boolean opens(Marks kind, int at, boolean within) {
        char c = text.charAt(at);
        return switch (kind) {
            case CURLY -> c == '„' || (c == '“' && !(within && closesGerman(at)));
            case ANGLE -> c == '«';
            case STRAIGHT -> c == '"' && freeBefore(at) && !(freeAfter(at) && within);
            case SINGLE -> (c == '‘' || c == '\'') && freeBefore(at) && !freeAfter(at);
        };
    }

    private boolean closes(Marks kind, int at) {
        char c = text.charAt(at);
        return switch (kind) {
            case CURLY -> c == '”' || c == '“';
            case ANGLE -> c == '»';
            case STRAIGHT -> c == '"';
            case SINGLE -> (c == '’' || c == '\'') && !freeBefore(at) && freeAfter(at);
        };
    }

    /** “ closes what „ opened: a letter or a stop stands before it and none after. */
    private boolean closesGerman(int at) {
        return !freeBefore(at) && freeAfter(at);
    }

    private boolean freeBefore(int at) {
        if (at == 0) {
            return true;
        }
        char c = text.charAt(at - 1);
        return Character.isWhitespace(c) || "([{—–-:“\"‘«„>/*".indexOf(c) >= 0;
    }

    private boolean freeAfter(int at) {
        return at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Single marks look like apostrophes: a closing one after a stop is believed, one after an s only for want of better. */
    private @Nullable Integer singles(int begin, int end) {
        int at = begin;
        while (at < end) {
            if (!opens(Marks.SINGLE, at, false)) {
                at++;
                continue;
            }
            int close = singleClose(at, Math.min(end, at + LONGEST_SINGLE));
            if (close > 0) {
                found.add(new Quotation(at, close));
                at = close;
            }
            at++;
        }
        return null;
    }

    private int singleClose(int open, int limit) {
        int plain = -1;
        int afterS = -1;
        for (int at = open + 2; at < limit; at++) {
            if (opens(Marks.SINGLE, at, true)) {
                break;
            }
            if (!closes(Marks.SINGLE, at)) {
                continue;
            }
            char before = text.charAt(at - 1);
            if (".,!?…".indexOf(before) >= 0) {
                return at;
            }
            if (before == 's' && afterS < 0) {
                afterS = at;
            } else if (before != 's' && plain < 0) {
                plain = at;
            }
        }
        return plain > 0 ? plain : afterS;
    }
}
