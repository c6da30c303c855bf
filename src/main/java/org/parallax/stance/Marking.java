package org.parallax.stance;

import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;

/**
 * How a question is put to the model: a window of the sentence, with the target between two marks that news does not use,
 * and in a question about somebody's stance its holder between two others.
 *
 * <p>The same rules trained the model ({@code training/stance/marking.py}); a fixture made there holds the two together.
 * Spans are UTF-16.
 */
final class Marking {
    static final String TARGET_MARK = "§";
    static final String HOLDER_MARK = "¶";

    private static final String THE = "the ";

    /** Most signs of a holder who is put in front of the sentence. */
    static final int NAMED = 100;

    /** A span in code points, and what stands there in the question. */
    private record Marked(int begin, int end, String words) {}

    private Marking() {}

    /** Question (a): what does this sentence convey toward the target? */
    static String target(String sentence, Span target, TargetName name) {
        int[] text = codePoints(sentence);
        Span aim = inCodePoints(sentence, target);
        return around(text, aim, name, Window.SIGNS);
    }

    /** Question (b): what does the holder, who stands in the sentence, express toward the target? */
    static String holder(String sentence, Span target, Span holder, TargetName name) {
        int[] text = codePoints(sentence);
        Span aim = inCodePoints(sentence, target);
        Span who = inCodePoints(sentence, holder);
        Window window = Window.around(text, aim.begin(), aim.end(), Window.SIGNS);
        Marked place = place(text, window, aim, name);
        boolean apart = who.end() <= place.begin || place.end <= who.begin();
        if (!apart || !window.contains(who.begin(), who.end())) {
            return named(sentence, target, holder.of(sentence), name);
        }
        Marked by = new Marked(who.begin(), who.end(), between(HOLDER_MARK, string(text, who.begin(), who.end())));
        return who.begin() < aim.begin() ? marked(text, window, by, place) : marked(text, window, place, by);
    }

    /** Question (b) where the holder is named elsewhere, as before a quotation: the name is put in front. */
    static String named(String sentence, Span target, String holder, TargetName name) {
        int[] who = codePoints(holder);
        int signs = Math.min(Window.cumulated(who)[who.length], NAMED);
        String first = string(who, 0, Window.beginning(who, NAMED).stop());
        return between(HOLDER_MARK, first) + " : "
                + around(codePoints(sentence), inCodePoints(sentence, target), name, Window.SIGNS - signs);
    }

    /** Question (b) about a holder of whom only the name is known: it is looked for in the sentence, outside the target. */
    static String holder(String sentence, Span target, String holder, TargetName name) {
        Span found = find(sentence, target, holder);
        return found == null ? named(sentence, target, holder, name) : holder(sentence, target, found, name);
    }

    /** Question (c): what is the tone of this sentence? */
    static String tone(String sentence) {
        int[] text = codePoints(sentence);
        Window window = Window.around(text, 0, 0, Window.SIGNS);
        return string(text, window.start(), window.stop());
    }

    /** How many code points of the sentence question (a) leaves out. */
    static int cut(String sentence, Span target) {
        int[] text = codePoints(sentence);
        Span aim = inCodePoints(sentence, target);
        return text.length
                - Window.around(text, aim.begin(), aim.end(), Window.SIGNS).length();
    }

    /** The first place where the name stands as words of its own and not in the target's. */
    private static @Nullable Span find(String sentence, Span target, String name) {
        for (int at = sentence.indexOf(name); at >= 0 && !name.isEmpty(); at = sentence.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean apart = end <= target.begin() || target.end() <= at;
            boolean whole = (at == 0 || !Character.isLetterOrDigit(sentence.codePointBefore(at)))
                    && (end == sentence.length() || !Character.isLetterOrDigit(sentence.codePointAt(end)));
            if (apart && whole) {
                return new Span(at, end);
            }
        }
        return null;
    }

    private static String around(int[] text, Span aim, TargetName name, int room) {
        Window window = Window.around(text, aim.begin(), aim.end(), room);
        return marked(text, window, place(text, window, aim, name));
    }

    /**
     * The target's place. With the name hidden, "the" before it is left out too, since some names take it and others do not:
     * no trace of the name is left.
     */
    private static Marked place(int[] text, Window window, Span aim, TargetName name) {
        if (name == TargetName.SHOWN) {
            return new Marked(aim.begin(), aim.end(), between(TARGET_MARK, string(text, aim.begin(), aim.end())));
        }
        int begin = Math.max(window.start(), beforeArticle(text, aim.begin()));
        return new Marked(begin, aim.end(), TARGET_MARK + " " + TARGET_MARK);
    }

    private static int beforeArticle(int[] text, int begin) {
        int at = begin - THE.length();
        boolean the = at >= 0
                && string(text, at, begin).equalsIgnoreCase(THE)
                && (at == 0 || !Character.isLetterOrDigit(text[at - 1]));
        return the ? at : begin;
    }

    private static String between(String mark, String words) {
        return mark + " " + words + " " + mark;
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }

    private static Span inCodePoints(String text, Span span) {
        int begin = text.codePointCount(0, span.begin());
        return new Span(begin, begin + text.codePointCount(span.begin(), span.end()));
    }

    /** The window with what is marked in its places, which stand in order and do not overlap. */
    private static String marked(int[] text, Window window, Marked... places) {
        StringBuilder question = new StringBuilder();
        int at = window.start();
        for (Marked place : places) {
            question.append(string(text, at, place.begin))
                    .append(' ')
                    .append(place.words)
                    .append(' ');
            at = place.end;
        }
        return question.append(string(text, at, window.stop())).toString();
    }

    private static String string(int[] text, int from, int to) {
        return new String(text, from, Math.max(0, to - from));
    }
}
