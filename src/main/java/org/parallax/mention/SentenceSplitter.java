package org.parallax.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences.
 *
 * <p>Each run of full stops, question and exclamation marks or ellipses, with the quotes and brackets that close behind
 * it, is a possible end; {@link Abbreviations} and what follows decide. {@link java.text.BreakIterator} was tried as the
 * base: it ends a sentence at "Gen.", "U.S." and every initial, and misses the ends at an ellipsis sign, before a digit
 * and at a line break, so that what remained of it was the run of marks. ICU4J with its
 * suppressions is a large library for a few words of that, and Spark NLP's detector wants a DataFrame where this is
 * called for each text.
 */
public final class SentenceSplitter {
    private static final Pattern END = Pattern.compile("([.!?…]+)([\"'”’»“)\\]]*)");
    private static final Pattern LIST_MARKER = Pattern.compile("\\d{1,3}|[IVX]{1,5}|[a-zа-я]");

    private SentenceSplitter() {}

    /**
     * The sentences in order, without white space at their ends; together they hold every other character.
     *
     * @param language ISO 639-1; chooses the abbreviations
     */
    public static List<Span> split(String text, String language) {
        Abbreviations abbreviations = Abbreviations.of(language);
        List<Span> sentences = new ArrayList<>();
        for (Span paragraph : Paragraphs.of(text)) {
            int from = paragraph.begin();
            Matcher end = END.matcher(text).region(paragraph.begin(), paragraph.end());
            while (end.find()) {
                int next = firstLetterOrDigit(text, end.end(), paragraph.end());
                if (next < paragraph.end() && ends(text, from, end, next, abbreviations)) {
                    sentences.add(new Span(from, end.end()));
                    from = end.end();
                    while (Blank.is(text.charAt(from))) {
                        from++;
                    }
                }
            }
            sentences.add(new Span(from, paragraph.end()));
        }
        return sentences;
    }

    private static boolean ends(String text, int from, Matcher end, int next, Abbreviations abbreviations) {
        if (Character.isLowerCase(text.codePointAt(next))) {
            return false;
        }
        boolean fullStop = end.group(1).equals(".");
        String word = wordBefore(text, from, end.start());
        if (!Blank.is(text.charAt(end.end()))) {
            return fullStop && spaceForgotten(text, word, end, next) && !abbreviations.goesOn(word, "", text, next);
        }
        boolean closesQuote = end.group(2).chars().anyMatch(c -> c != ')' && c != ']');
        if (!fullStop || closesQuote || word.isEmpty()) {
            return true;
        }
        int wordBegin = end.start() - word.length();
        if (wordBegin == from && LIST_MARKER.matcher(word).matches()) {
            return false;
        }
        return !abbreviations.goesOn(word, wordBefore(text, from, wordBegin - 1), text, next);
    }

    /** "... of NATO.The summit ..." as scraped pages have it; not "kremlin.ru", "U.S.Army" or a part of an address. */
    private static boolean spaceForgotten(String text, String word, Matcher end, int next) {
        if (next != end.end() || next + 1 >= text.length() || word.length() < 3 || word.indexOf('.') >= 0) {
            return false;
        }
        int chunk = end.start();
        while (chunk > 0 && !Blank.is(text.charAt(chunk - 1))) {
            chunk--;
        }
        int chunkEnd = end.end();
        while (chunkEnd < text.length() && !Blank.is(text.charAt(chunkEnd))) {
            chunkEnd++;
        }
        String around = text.substring(chunk, chunkEnd);
        return Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1))
                && word.chars().allMatch(Character::isLetter)
                && !around.contains("//")
                && !around.contains("www")
                && !around.contains("@");
    }

    private static String wordBefore(String text, int from, int end) {
        int begin = end;
        while (begin > from && isWordPart(text.charAt(begin - 1))) {
            begin--;
        }
        return begin < end ? text.substring(begin, end) : "";
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '\'' || c == '’';
    }

    private static int firstLetterOrDigit(String text, int from, int end) {
        int i = from;
        while (i < end && !Character.isLetterOrDigit(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }
}
