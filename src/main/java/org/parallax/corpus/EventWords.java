package org.parallax.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which two reports of one event are known: those of headline and lead, with names several times, because who
 * and where tells events apart better than what was done. A name is what begins with a capital within a sentence.
 */
final class EventWords {
    static final int LEAD = 800;
    static final int NAME_WEIGHT = 3;
    private static final int SHORTEST = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019][\\p{L}\\p{M}]+)?");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s$");
    private static final String SENTENCE_ENDS = ".!?:\n";
    private static final String SKIPPED = " \t\u00a0\"'(*\u201c\u201e\u00ab\u2018";

    private EventWords() {}

    static List<String> of(@Nullable String title, String body) {
        List<String> words = new ArrayList<>();
        add(title == null ? "" : title, words);
        add(body.substring(0, Math.min(LEAD, body.length())), words);
        return words;
    }

    private static void add(String text, List<String> words) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            boolean name = Character.isUpperCase(matcher.group().codePointAt(0)) && !begins(text, matcher.start());
            String word =
                    POSSESSIVE.matcher(matcher.group().toLowerCase(Locale.ROOT)).replaceFirst("");
            if (name || word.length() >= SHORTEST) {
                words.addAll(Collections.nCopies(name ? NAME_WEIGHT : 1, word));
            }
        }
    }

    /** Whether a sentence begins there, where any word has a capital. */
    private static boolean begins(String text, int at) {
        int before = at - 1;
        while (before >= 0 && SKIPPED.indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
    }
}
