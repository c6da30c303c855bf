package org.parallax.label;

import java.util.List;
import org.parallax.mention.SentenceSplitter;
import org.parallax.mention.Span;

/**
 * A sentence as an annotator reads it: on one line, the mention in double square brackets, with its neighbours.
 *
 * @param before the sentence before; empty where there is none
 * @param after the sentence after; empty where there is none
 * @param digest of the sentence as it stands in the text
 */
record SheetSentence(String before, String marked, String after, String digest) {
    private static final int LONGEST_NEIGHBOUR = 600;

    /** Cuts the sentence out of its text; all offsets in code points. */
    static SheetSentence of(String text, String language, int sentenceBegin, int sentenceEnd, int begin, int end) {
        int from = text.offsetByCodePoints(0, sentenceBegin);
        int to = text.offsetByCodePoints(0, sentenceEnd);
        int markFrom = text.offsetByCodePoints(0, begin);
        int markTo = text.offsetByCodePoints(0, end);
        String marked = text.substring(from, markFrom)
                + "[[" + text.substring(markFrom, markTo) + "]]"
                + text.substring(markTo, to);
        return new SheetSentence(
                before(text.substring(0, from), language),
                onOneLine(marked),
                after(text.substring(to), language),
                MentionId.ofSentence(text.substring(from, to)));
    }

    private static String before(String text, String language) {
        List<Span> sentences = text.isBlank() ? List.of() : SentenceSplitter.split(text, language);
        if (sentences.isEmpty()) {
            return "";
        }
        String last = onOneLine(sentences.get(sentences.size() - 1).of(text));
        return last.length() <= LONGEST_NEIGHBOUR ? last : "… " + last.substring(last.length() - LONGEST_NEIGHBOUR);
    }

    private static String after(String text, String language) {
        List<Span> sentences = text.isBlank() ? List.of() : SentenceSplitter.split(text, language);
        if (sentences.isEmpty()) {
            return "";
        }
        String first = onOneLine(sentences.get(0).of(text));
        return first.length() <= LONGEST_NEIGHBOUR ? first : first.substring(0, LONGEST_NEIGHBOUR) + " …";
    }

    private static String onOneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
