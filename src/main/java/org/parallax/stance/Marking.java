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

    /** Most signs of a holder who is put in front of the sentence. */
    static final int NAMED = 100;

    private record Marked(int begin, int end, String mark) {}

    private Marking() {}

    /** Question (a): what does this sentence convey toward the target? */
    static String target(String sentence, Span target) {
        int[] text = sentence.codePoints().toArray();
        Marked marked = marked(sentence, target, TARGET_MARK);
        return marked(text, Window.around(text, marked.begin, marked.end, Window.SIGNS), marked);
    }

    /** Question (b): what does the holder, who stands in the sentence, express toward the target? */
    static String holder(String sentence, Span target, Span holder) {
        int[] text = sentence.codePoints().toArray();
        Marked aim = marked(sentence, target, TARGET_MARK);
        Marked who = marked(sentence, holder, HOLDER_MARK);
        Window window = Window.around(text, aim.begin, aim.end, Window.SIGNS);
        boolean apart = who.end <= aim.begin || aim.end <= who.begin;
        if (!apart || !window.contains(who.begin, who.end)) {
            return named(sentence, target, holder.of(sentence));
        }
        return who.begin < aim.begin ? marked(text, window, who, aim) : marked(text, window, aim, who);
    }

    /** Question (b) where the holder is named elsewhere, as before a quotation: the name is put in front. */
    static String named(String sentence, Span target, String holder) {
        int[] text = sentence.codePoints().toArray();
        int[] name = holder.codePoints().toArray();
        int signs = Math.min(Window.cumulated(name)[name.length], NAMED);
        Marked aim = marked(sentence, target, TARGET_MARK);
        return HOLDER_MARK + " " + string(name, 0, Window.beginning(name, NAMED).stop()) + " " + HOLDER_MARK + " : "
                + marked(text, Window.around(text, aim.begin, aim.end, Window.SIGNS - signs), aim);
    }

    /** Question (b) about a holder of whom only the name is known: it is looked for in the sentence, outside the target. */
    static String holder(String sentence, Span target, String holder) {
        Span found = find(sentence, target, holder);
        return found == null ? named(sentence, target, holder) : holder(sentence, target, found);
    }

    /** Question (c): what is the tone of this sentence? */
    static String tone(String sentence) {
        int[] text = sentence.codePoints().toArray();
        Window window = Window.around(text, 0, 0, Window.SIGNS);
        return string(text, window.start(), window.stop());
    }

    /** How many code points of the sentence question (a) leaves out. */
    static int cut(String sentence, Span target) {
        int[] text = sentence.codePoints().toArray();
        Marked marked = marked(sentence, target, TARGET_MARK);
        return text.length
                - Window.around(text, marked.begin, marked.end, Window.SIGNS).length();
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

    private static Marked marked(String sentence, Span span, String mark) {
        int begin = sentence.codePointCount(0, span.begin());
        return new Marked(begin, begin + sentence.codePointCount(span.begin(), span.end()), mark);
    }

    /** The window with each span between its marks; the spans stand in order and do not overlap. */
    private static String marked(int[] text, Window window, Marked... spans) {
        StringBuilder question = new StringBuilder();
        int at = window.start();
        for (Marked span : spans) {
            question.append(string(text, at, span.begin))
                    .append(' ')
                    .append(span.mark)
                    .append(' ')
                    .append(string(text, span.begin, span.end))
                    .append(' ')
                    .append(span.mark)
                    .append(' ');
            at = span.end;
        }
        return question.append(string(text, at, window.stop())).toString();
    }

    private static String string(int[] text, int from, int to) {
        return new String(text, from, Math.max(0, to - from));
    }
}
